"""Puts the values of a row together into the records it would become."""

import re
from functools import lru_cache
from itertools import chain

from psg_desktop.domain import text
from psg_desktop.domain.cases import CaseKind, CaseState, RiskLevel
from psg_desktop.domain.places import PlaceKind
from psg_desktop.exchange.actions import ACTION_DETAILS, row_actions
from psg_desktop.exchange.dates import prose_date
from psg_desktop.exchange.drafts import (
    CaseDraft,
    NoteDraft,
    PersonDraft,
    PlaceDraft,
    ProjectDraft,
    RowDraft,
)
from psg_desktop.exchange.fields import FACTS, Field, Record
from psg_desktop.exchange.mapping import Purpose
from psg_desktop.exchange.person_names import quiet, spoken_order
from psg_desktop.exchange.row_values import RowValues
from psg_desktop.exchange.word_lists import place_kind

_BETWEEN_NAMES = re.compile(r"\s*[;,/\n|]\s*|\s+(?:aka|a\.k\.a\.|or)\s+", re.IGNORECASE)
_PERSON_NAMES = (Field.PERSON_NAME, Field.FORENAME, Field.SURNAME)
_PLACE_NAMES = (Field.PLACE_NAME, Field.PLACE_ADDRESS)
_TITLE_LENGTH = 80
_BY_RECORD = {
    record: frozenset(place for place, facts in FACTS.items() if facts.record is record)
    for record in Record
}


def assemble(values: RowValues, purpose: Purpose, number: int) -> RowDraft:
    """Make the draft of one row of cases, people or places."""
    person = person_of(values)
    place = place_of(values, with_person=person is not None)
    project = project_of(values)
    actions, told_actions = row_actions(values)
    if purpose is not Purpose.CASES:
        actions, told_actions = (), _told_without_case(values)
    present = {Record.PERSON: person, Record.PLACE: place, Record.PROJECT: project}
    used = _used(purpose, frozenset(record for record, there in present.items() if there))
    told = "\n\n".join(
        filter(None, (values.narrative(used), told_actions, _idle_closing(values, purpose)))
    )
    if purpose is not Purpose.CASES:
        return RowDraft(
            rows=(number,),
            person=person,
            place=place,
            notes=(NoteDraft(text=told),) if told else (),
        )
    case = _case(values, _kind(values, person, place, project), _subject(person, place, project))
    return RowDraft(
        rows=(number,),
        case=case,
        person=person,
        place=place,
        project=project,
        actions=actions,
        notes=(NoteDraft(text=told),) if told else (),
    )


def _told_without_case(values: RowValues) -> str:
    """Tell the actions of a row that is no case, and so has no place for them."""
    told = (one.told((Field.ACTION, *ACTION_DETAILS), part) for part, one in values.actions())
    return "\n".join(chain.from_iterable(told))


def _state(values: RowValues) -> CaseState | None:
    written = values.line(Field.STATE)
    if written:
        return CaseState(written)
    return CaseState.CLOSED if values.has(Field.CLOSED) else None


def _idle_closing(values: RowValues, purpose: Purpose) -> str:
    """Tell a closing date or reason that an open case has no place for."""
    if purpose is not Purpose.CASES or _state(values) is CaseState.CLOSED:
        return ""
    day = values.day(Field.CLOSED)
    idle = {
        Field.CLOSED: prose_date(day) if day is not None else "",
        Field.CLOSING_REASON: values.line(Field.CLOSING_REASON),
    }
    return "\n".join(
        f"{FACTS[place].label}: {written}" for place, written in idle.items() if written
    )


@lru_cache(maxsize=64)
def _used(purpose: Purpose, records: frozenset[Record]) -> frozenset[Field]:
    """Give the fields that found a place in the records of a row; the others go into its notes."""
    held = {*records, Record.ACTION}
    if purpose is Purpose.CASES:
        held.add(Record.CASE)
    fields = {Field.NOTE}.union(*(_BY_RECORD[record] for record in held))
    if Record.PLACE in held and Record.PERSON not in held:
        fields |= {Field.ADDRESS, Field.POSTCODE}
    return frozenset(fields)


def person_of(values: RowValues) -> PersonDraft | None:
    """Give the person a row names, or None."""
    if not values.has(*_PERSON_NAMES):
        return None
    written = values.line(Field.PERSON_NAME)
    in_parts = quiet(f"{values.line(Field.FORENAME)} {values.line(Field.SURNAME)}".strip())
    full_name = spoken_order(written) or in_parts
    known_as = [
        name
        for written in values.lines(Field.KNOWN_AS)
        for name in _BETWEEN_NAMES.split(written)
        if name
    ]
    if written and text.fold(written) != text.fold(full_name):
        known_as.append(written)
    if in_parts and text.fold(in_parts) != text.fold(full_name):
        known_as.append(in_parts)
    postcode = values.line(Field.POSTCODE)
    return PersonDraft(
        full_name=full_name,
        known_as=tuple(known_as),
        born=values.day(Field.BORN),
        address=values.joined(Field.ADDRESS, without=postcode),
        postcode=postcode,
        phones=values.lines(Field.PHONE),
        emails=values.lines(Field.EMAIL),
        nhs_number=values.line(Field.NHS_NUMBER),
    )


def place_of(values: RowValues, *, with_person: bool) -> PlaceDraft | None:
    """Give the place of a row; where the row has a person, the plain address is theirs."""
    own = (Field.PLACE_ADDRESS,) if with_person else (Field.PLACE_ADDRESS, Field.ADDRESS)
    postcode = values.line(Field.PLACE_POSTCODE) or (
        "" if with_person else values.line(Field.POSTCODE)
    )
    address = values.joined(*own, without=postcode)
    name = values.line(Field.PLACE_NAME) or address
    if not name:
        return None
    kind = values.line(Field.PLACE_KIND)
    return PlaceDraft(
        name=name[: text.LINE_LIMIT],
        kind=PlaceKind(kind) if kind else place_kind(name),
        address=address,
        postcode=postcode,
        uprn=values.line(Field.UPRN),
        ward=values.line(Field.WARD),
    )


def project_of(values: RowValues) -> ProjectDraft | None:
    """Give the project a row names, or None."""
    name = values.line(Field.PROJECT_NAME)
    if not name:
        return None
    return ProjectDraft(name=name, objective="\n\n".join(values.lines(Field.OBJECTIVE)))


def _kind(
    values: RowValues,
    person: PersonDraft | None,
    place: PlaceDraft | None,
    project: ProjectDraft | None,
) -> CaseKind:
    """Take the kind the row states if it has such a subject, else go by what it names."""
    held = {
        CaseKind.PERSON: person is not None,
        CaseKind.PLACE: place is not None,
        CaseKind.PROJECT: project is not None,
    }
    stated = values.line(Field.KIND)
    if stated and held[CaseKind(stated)]:
        return CaseKind(stated)
    return next((kind for kind, there in held.items() if there), CaseKind.PERSON)


def _subject(
    person: PersonDraft | None, place: PlaceDraft | None, project: ProjectDraft | None
) -> str:
    if project is not None:
        return project.name
    return place.name if place is not None and person is None else ""


def _case(values: RowValues, kind: CaseKind, subject: str) -> CaseDraft:
    risk, state = values.line(Field.RISK), _state(values)
    is_closed = state is CaseState.CLOSED
    return CaseDraft(
        kind=kind,
        reference=values.line(Field.REFERENCE),
        title=values.line(Field.TITLE) or subject[:_TITLE_LENGTH],
        focus_areas=values.lines(Field.FOCUS_AREA),
        lead_agency=values.line(Field.LEAD_AGENCY),
        lead_practitioner=values.line(Field.LEAD_PRACTITIONER),
        risk=RiskLevel(risk) if risk else None,
        state=state,
        opened=values.day(Field.OPENED),
        review=values.day(Field.REVIEW),
        closed=values.day(Field.CLOSED) if is_closed else None,
        closing_reason=values.line(Field.CLOSING_REASON) if is_closed else "",
        titled=values.has(Field.TITLE),
    )
