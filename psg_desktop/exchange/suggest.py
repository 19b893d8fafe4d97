"""Proposes what each column holds: by its header, and where that is silent by its content."""

from psg_desktop.exchange.action_sets import numbers_of_actions
from psg_desktop.exchange.fields import FACTS, Field, Record
from psg_desktop.exchange.guesses import BARE_NAME, NO_GUESS, guess_action, guess_column
from psg_desktop.exchange.mapping import ColumnUse, Mapping, Purpose, Use
from psg_desktop.exchange.purposes import OWN_PURPOSES
from psg_desktop.exchange.seen_columns import Seen, looked_at, used
from psg_desktop.exchange.suggest_own import own_purpose, suggest_for
from psg_desktop.exchange.tables import Table

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
_LEFT_OUT = {
    Purpose.INCIDENTS: ColumnUse(
        header="", use=Use.LEAVE_OUT, why="a count of incidents has no room for it"
    )
}


def suggest(table: Table, purpose: Purpose | None = None) -> Mapping:
    """Propose a mapping for a table; `Mapping.refusal` says when nothing in it can be imported.

    Without a purpose it is proposed too, by what the columns hold.
    """
    own = purpose or own_purpose(table)
    if own in OWN_PURPOSES:
        return suggest_for(table, own)
    return _suggest_shared(table, purpose)


def _suggest_shared(table: Table, purpose: Purpose | None) -> Mapping:
    numbers = numbers_of_actions(table.headers)
    seen = [_look(table, at, numbers) for at in range(len(table.headers))]
    seen = _without_bare_names(seen)
    found = {column.field for column in seen if column.field is not None and column.telling}
    purpose = purpose or _purpose(found)
    seen = [_for_purpose(column, purpose) for column in seen]
    return Mapping(purpose=purpose, columns=used(seen, _LEFT_OUT.get(purpose)))


def _without_bare_names(seen: list[Seen]) -> list[Seen]:
    """Take single words under "Name" for people only beside other facts about people or cases.

    Alone they are a list of first names, wards or products.
    """
    if any(column.field in _BESIDE_NAMES for column in seen if column.telling):
        return seen
    return [
        column.guessed(NO_GUESS) if column.guess.certainty == BARE_NAME else column
        for column in seen
    ]


def _look(table: Table, at: int, numbers: frozenset[int]) -> Seen:
    seen = looked_at(table, at)
    following = table.headers[at + 1] if at + 1 < len(table.headers) else ""
    found = guess_action(seen.header, numbers) or guess_column(seen.header, following, seen.texts)
    return seen.guessed(found)


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


def _for_purpose(column: Seen, purpose: Purpose) -> Seen:
    """Read a header in the light of the whole: a location is an incident's place or a case's."""
    if column.field is None:
        return column
    if purpose is Purpose.INCIDENTS:
        field = _AS_INCIDENT.get(column.field, column.field)
        return column.filling(field if field in _INCIDENT_FIELDS else None)
    field = _AS_CASE.get(column.field, column.field)
    return column.filling(None if FACTS[field].record is Record.INCIDENT else field)
