"""Tells agencies from officers in columns such as “Lead” by whom a partnership knows."""

from collections.abc import Collection
from itertools import product

from psg_desktop.domain.text import fold
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.mapping import Mapping
from psg_desktop.exchange.sheets import is_blank
from psg_desktop.exchange.tables import Table

_MOSTLY = 0.5
_PAIRS = (
    (Field.LEAD_PRACTITIONER, Field.LEAD_AGENCY),
    (Field.ACTION_OFFICER, Field.ACTION_AGENCY),
)


def told_apart(table: Table, mapping: Mapping, agencies: Collection[str]) -> Mapping:
    """Give the mapping with columns that name agencies filling agency fields, and the reverse.

    A column changes sides only where the other side is free, so that nothing is taken away. The
    agencies are every spelling the vault has.
    """
    known = frozenset(map(fold, agencies))
    for part, (person, agency) in product(mapping.parts, _PAIRS):
        for here, there, named in ((person, agency, True), (agency, person, False)):
            headers = mapping.headers_of(here, part)
            if len(headers) != 1 or mapping.headers_of(there, part):
                continue
            if _names_agencies(table, headers[0], known) is named:
                mapping = mapping.assign(headers[0], there, part)
                break
    return mapping


def _names_agencies(table: Table, header: str, known: frozenset[str]) -> bool | None:
    """Say whether a column names agencies that are known; None where it is empty or undecided.

    Texts of two words and more, none of them known, are taken for people.
    """
    texts = [fold(str(cell)) for cell in table.column(header) if not is_blank(cell)]
    if not texts:
        return None
    hits = sum(text in known for text in texts)
    if hits >= _MOSTLY * len(texts):
        return True
    several = sum(" " in text for text in texts)
    return False if not hits and several == len(texts) else None
