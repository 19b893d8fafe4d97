"""Proposes what each column holds: by its header, and where that is silent by its content."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.exchange.contacts import is_email, tidy_nhs_number, tidy_phone
from psg_desktop.exchange.dates import Order, is_swapped
from psg_desktop.exchange.fields import FACTS, Field, Record, Shape
from psg_desktop.exchange.headings import match_header
from psg_desktop.exchange.mapping import OWN_HEADERS, ColumnUse, Mapping, Purpose, Use
from psg_desktop.exchange.missing import says_nothing
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.tables import Table

_SAMPLE = 400
_SAMPLES_SHOWN = 3
_LONGEST_SAMPLE = 60
_MOST = 0.7
_CASE_FIELDS = frozenset(
    {Field.REFERENCE, Field.KIND, Field.FOCUS_AREA, Field.LEAD_AGENCY, Field.LEAD_PRACTITIONER}
    | {Field.RISK, Field.STATE, Field.OPENED, Field.REVIEW, Field.CLOSED, Field.ACTION}
)
_WORKED_ON = frozenset(
    {Field.RISK, Field.STATE, Field.REVIEW, Field.LEAD_AGENCY, Field.LEAD_PRACTITIONER}
)
_BESIDE_NAMES = _CASE_FIELDS | {Field.BORN, Field.ADDRESS, Field.POSTCODE, Field.PHONE, Field.EMAIL}
_BARE_NAME = 0.4
_PERSON_FIELDS = frozenset({Field.PERSON_NAME, Field.FORENAME, Field.SURNAME})
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
# The categories of data.police.uk since 2013.
_POLICE_CATEGORIES = frozenset(
    {"anti-social behaviour", "bicycle theft", "burglary", "criminal damage and arson", "drugs"}
    | {"other crime", "other theft", "possession of weapons", "public order", "robbery"}
    | {"shoplifting", "theft from the person", "vehicle crime", "violence and sexual offences"}
)
_MONTH = re.compile(r"(?:19|20)[0-9]{2}-[01][0-9]\Z")

_LOOKS_LIKE: tuple[tuple[Field, str, Callable[[str], bool]], ...] = (
    (Field.POSTCODE, "looks like postcodes", lambda text: tidy_postcode(text) is not None),
    (Field.EMAIL, "looks like e-mail addresses", is_email),
    (Field.NHS_NUMBER, "looks like NHS numbers", lambda text: tidy_nhs_number(text) is not None),
    (
        Field.PHONE,
        "looks like phone numbers",
        lambda text: text.startswith(("0", "+44")) and tidy_phone(text) is not None,
    ),
    (
        Field.INCIDENT_PLACE,
        "says \u201cOn or near\u201d",
        lambda text: text.casefold().startswith("on or near "),
    ),
    (Field.INCIDENT_DATE, "looks like months", lambda text: _MONTH.match(text) is not None),
    (
        Field.INCIDENT_KIND,
        "holds crime categories",
        lambda text: text.casefold() in _POLICE_CATEGORIES,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guess:
    """What a column seems to hold, how surely, and how usual its header is for that."""

    field: Field | None = None
    certainty: float = 0.0
    rank: int = 0
    why: str = ""


_NO_GUESS = _Guess()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A column looked at: its values as texts, and what its header or content suggests."""

    header: str
    texts: tuple[str, ...]
    variety: int
    filled: float
    guess: _Guess

    @property
    def field(self) -> Field | None:
        """The field it seems to fill."""
        return self.guess.field

    def filling(self, field: Field | None) -> "_Seen":
        """Give the column with another field in mind."""
        return replace(self, guess=replace(self.guess, field=field))


def suggest(table: Table) -> Mapping:
    """Propose a mapping for a table; `Mapping.refusal` says when nothing in it can be imported."""
    seen = [_look(table, at) for at in range(len(table.headers))]
    seen = _without_bare_names(seen)
    found = {column.field for column in seen if column.field is not None and column.texts}
    purpose = _purpose(found)
    seen = [_for_purpose(column, purpose) for column in seen]
    winners = _winners(seen)
    columns = tuple(_use(column, winners, purpose) for column in seen)
    return Mapping(purpose=purpose, columns=columns)


def _without_bare_names(seen: list[_Seen]) -> list[_Seen]:
    """Take single words under "Name" for people only beside other facts about people or cases.

    Alone they are a list of first names, wards or products.
    """
    if any(column.field in _BESIDE_NAMES for column in seen if column.texts):
        return seen
    return [
        replace(column, guess=_NO_GUESS) if column.guess.certainty == _BARE_NAME else column
        for column in seen
    ]


def _look(table: Table, at: int) -> _Seen:
    header = table.headers[at]
    cells: Sequence[Cell] = [row.cells[at] for row in table.rows]
    held = [cell for cell in cells if cell is not None and cell != ""]
    telling = (cell for cell in held if not says_nothing(cell))
    texts = tuple(str(cell).strip() for cell in islice(telling, _SAMPLE))
    guess = _by_header(header, texts) or _by_content(texts) or _NO_GUESS
    return _Seen(
        header=header,
        texts=texts,
        variety=len(set(texts)),
        filled=len(held) / len(cells) if cells else 0.0,
        guess=guess,
    )


def _by_header(header: str, texts: tuple[str, ...]) -> _Guess | None:
    match = match_header(header)
    if match is None:
        return None
    if texts and match.word == "name" and not _share(texts, lambda text: " " in text) > 1 - _MOST:
        return _Guess(field=match.field, certainty=_BARE_NAME, why="it may be a name")
    why = "the header says so" if match.certainty == 1.0 else "the header resembles it"
    return _Guess(field=match.field, certainty=match.certainty, rank=match.rank, why=why)


def _by_content(texts: tuple[str, ...]) -> _Guess | None:
    for field, why, looks_right in _LOOKS_LIKE:
        if texts and _share(texts, looks_right) >= _MOST:
            return _Guess(field=field, certainty=0.5, why=why)
    return None


def _share(texts: tuple[str, ...], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts)


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


def _winners(seen: list[_Seen]) -> dict[Field, str]:
    """Choose the column for each field that only one may fill: surest, then most varied."""
    best: dict[Field, _Seen] = {}
    for column in seen:
        if column.field is None:
            continue
        rival = best.get(column.field)
        if rival is None or _rank(column) > _rank(rival):
            best[column.field] = column
    return {field: column.header for field, column in best.items()}


def _rank(column: _Seen) -> tuple[bool, float, bool, bool, int, int]:
    guess = column.guess
    filled = column.filled > 1 - _MOST
    held = bool(column.texts)
    return held, guess.certainty, filled, column.variety > 1, -guess.rank, column.variety


def _use(column: _Seen, winners: dict[Field, str], purpose: Purpose) -> ColumnUse:
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
    if field is not None and (FACTS[field].joins or winners[field] == column.header):
        return replace(
            plain, use=Use.FIELD, field=field, why=column.guess.why, order=_order(column)
        )
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
