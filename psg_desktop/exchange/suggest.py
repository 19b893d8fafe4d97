"""Proposes what each column holds: by its header, and where that is silent by its content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from psg_desktop.exchange.action_sets import numbers_of_actions
from psg_desktop.exchange.dates import Order, is_swapped
from psg_desktop.exchange.fields import FACTS, Field, Record, Shape
from psg_desktop.exchange.guesses import (
    BARE_NAME,
    MOST,
    NO_GUESS,
    WEAK,
    Guess,
    guess_action,
    guess_column,
)
from psg_desktop.exchange.mapping import OWN_HEADERS, ColumnUse, Mapping, Purpose, Use
from psg_desktop.exchange.missing import says_nothing
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.tables import Table

_SAMPLE = 400
_SAMPLES_SHOWN = 3
_LONGEST_SAMPLE = 60
_CASE_FIELDS = frozenset(
    {Field.REFERENCE, Field.KIND, Field.FOCUS_AREA, Field.LEAD_AGENCY, Field.LEAD_PRACTITIONER}
    | {Field.RISK, Field.STATE, Field.OPENED, Field.REVIEW, Field.CLOSED, Field.ACTION}
)
_WORKED_ON = frozenset(
    {Field.RISK, Field.STATE, Field.REVIEW, Field.LEAD_AGENCY, Field.LEAD_PRACTITIONER}
)
_BESIDE_NAMES = _CASE_FIELDS | {Field.BORN, Field.ADDRESS, Field.POSTCODE, Field.PHONE, Field.EMAIL}
_PERSON_FIELDS = frozenset({Field.EITHER, Field.PERSON_NAME, Field.FORENAME, Field.SURNAME})
_PLACE_FIELDS = frozenset({Field.PLACE_NAME, Field.PLACE_ADDRESS, Field.ADDRESS})
_INCIDENT_SIGNS = frozenset({Field.INCIDENT_DATE, Field.INCIDENT_KIND, Field.INCIDENT_REFERENCE})
_INCIDENT_FIELDS = frozenset(
    {field for field, facts in FACTS.items() if facts.record is Record.INCIDENT}
    | {Field.WARD, Field.POSTCODE}
)
_AS_CASE = {
    Field.INCIDENT_PLACE: Field.PLACE_NAME,
    Field.INCIDENT_KIND: Field.FOCUS_AREA,
    Field.INCIDENT_REFERENCE: Field.REFERENCE,
}
_AS_INCIDENT = {
    Field.REFERENCE: Field.INCIDENT_REFERENCE,
    Field.OPENED: Field.INCIDENT_DATE,
    Field.FOCUS_AREA: Field.INCIDENT_KIND,
    Field.PLACE_NAME: Field.INCIDENT_PLACE,
    Field.PLACE_ADDRESS: Field.INCIDENT_PLACE,
    Field.ADDRESS: Field.INCIDENT_PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A column looked at: its values as texts, and what its header or content suggests."""

    header: str
    texts: tuple[str, ...]
    variety: int
    filled: float
    guess: Guess

    @property
    def field(self) -> Field | None:
        """The field it seems to fill."""
        return self.guess.field

    @property
    def telling(self) -> bool:
        """Whether it says what the table is about: it holds something, and is no mere number."""
        return bool(self.texts) and self.guess.certainty != WEAK

    def filling(self, field: Field | None) -> "_Seen":
        """Give the column with another field in mind."""
        return replace(self, guess=replace(self.guess, field=field))


def suggest(table: Table) -> Mapping:
    """Propose a mapping for a table; `Mapping.refusal` says when nothing in it can be imported."""
    numbers = numbers_of_actions(table.headers)
    seen = [_look(table, at, numbers) for at in range(len(table.headers))]
    seen = _without_bare_names(seen)
    found = {column.field for column in seen if column.field is not None and column.telling}
    purpose = _purpose(found)
    seen = [_for_purpose(column, purpose) for column in seen]
    winners = _winners(seen)
    columns = tuple(_use(column, winners, purpose) for column in seen)
    return Mapping(purpose=purpose, columns=columns)


def _without_bare_names(seen: list[_Seen]) -> list[_Seen]:
    """Take single words under "Name" for people only beside other facts about people or cases.

    Alone they are a list of first names, wards or products.
    """
    if any(column.field in _BESIDE_NAMES for column in seen if column.telling):
        return seen
    return [
        replace(column, guess=NO_GUESS) if column.guess.certainty == BARE_NAME else column
        for column in seen
    ]


def _look(table: Table, at: int, numbers: frozenset[int]) -> _Seen:
    header = table.headers[at]
    cells: Sequence[Cell] = [row.cells[at] for row in table.rows]
    held = [cell for cell in cells if cell is not None and cell != ""]
    telling = (cell for cell in held if not says_nothing(cell))
    texts = tuple(str(cell).strip() for cell in islice(telling, _SAMPLE))
    following = table.headers[at + 1] if at + 1 < len(table.headers) else ""
    guess = guess_action(header, numbers) or guess_column(header, following, texts)
    return _Seen(
        header=header,
        texts=texts,
        variety=len(set(texts)),
        filled=len(held) / len(cells) if cells else 0.0,
        guess=guess,
    )


def _purpose(found: set[Field]) -> Purpose:
    person, place = bool(found & _PERSON_FIELDS), bool(found & _PLACE_FIELDS)
    casework = bool(found & _CASE_FIELDS)
    located = Field.INCIDENT_PLACE in found or Field.WARD in found
    worked_on = bool(found & _WORKED_ON) and located
    if Field.PROJECT_NAME in found or worked_on or (casework and (person or place)):
        return Purpose.CASES
    if located and found & _INCIDENT_SIGNS:
        return Purpose.INCIDENTS
    if person:
        return Purpose.PEOPLE
    if place:
        return Purpose.PLACES
    return Purpose.CASES


def _for_purpose(column: _Seen, purpose: Purpose) -> _Seen:
    """Read a header in the light of the whole: a location is an incident's place or a case's."""
    if column.field is None:
        return column
    if purpose is Purpose.INCIDENTS:
        field = _AS_INCIDENT.get(column.field, column.field)
        return column.filling(field if field in _INCIDENT_FIELDS else None)
    field = _AS_CASE.get(column.field, column.field)
    return column.filling(None if FACTS[field].record is Record.INCIDENT else field)


def _winners(seen: list[_Seen]) -> dict[tuple[Field, int], str]:
    """Choose the column for each field that only one may fill: surest, then most varied."""
    best: dict[tuple[Field, int], _Seen] = {}
    for column in seen:
        if column.field is None:
            continue
        key = (column.field, column.guess.part)
        rival = best.get(key)
        if rival is None or _rank(column) > _rank(rival):
            best[key] = column
    return {key: column.header for key, column in best.items()}


def _rank(column: _Seen) -> tuple[bool, float, bool, bool, int, int]:
    guess = column.guess
    filled = column.filled > 1 - MOST
    held = bool(column.texts)
    return held, guess.certainty, filled, column.variety > 1, -guess.rank, column.variety


def _use(column: _Seen, winners: dict[tuple[Field, int], str], purpose: Purpose) -> ColumnUse:
    samples = tuple(
        text if len(text) <= _LONGEST_SAMPLE else text[: _LONGEST_SAMPLE - 1] + "\u2026"
        for text in list(dict.fromkeys(column.texts))[:_SAMPLES_SHOWN]
    )
    plain = ColumnUse(
        header=column.header, use=Use.NOTES, samples=samples, filled=round(column.filled, 4)
    )
    if column.header in OWN_HEADERS:
        return replace(plain, use=Use.LEAVE_OUT, why="this program wrote it")
    field = column.field
    part = column.guess.part
    if field is not None and (FACTS[field].joins or winners[field, part] == column.header):
        told = replace(plain, use=Use.FIELD, field=field, part=part, why=column.guess.why)
        return replace(told, order=_order(column))
    if purpose is Purpose.INCIDENTS:
        return replace(plain, use=Use.LEAVE_OUT, why="a count of incidents has no room for it")
    why = "no field of this program holds it" if column.texts else "the column is empty so far"
    return replace(plain, why=why)


def _order(column: _Seen) -> Order:
    """Take a column as month first only when nothing in it can be day first."""
    if column.field is None or FACTS[column.field].shape not in _DATE_SHAPES:
        return Order.DAY_FIRST
    swapped = sum(map(is_swapped, column.texts))
    return (
        Order.MONTH_FIRST if swapped and not any(map(_day_first, column.texts)) else Order.DAY_FIRST
    )


def _day_first(text: str) -> bool:
    parts = re.match(r"([0-9]{1,2})[-/. ]", text)
    return parts is not None and int(parts[1]) > 12  # noqa: PLR2004 - there are twelve months


_DATE_SHAPES = frozenset({Shape.DATE, Shape.BIRTH_DATE, Shape.MONTH})
