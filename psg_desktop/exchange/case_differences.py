"""Compares a row with the case it joins: title, focus areas, state, who leads, people, places."""

from collections.abc import Iterator
from datetime import date

from psg_desktop.domain.cases import WORKING_STATES, CaseState
from psg_desktop.domain.text import fold
from psg_desktop.exchange.dates import prose_date
from psg_desktop.exchange.differences import Difference, Differing
from psg_desktop.exchange.drafts import CaseDraft, PlaceDraft, RowDraft
from psg_desktop.exchange.known import CaseFacts
from psg_desktop.words.names import name

_NOTHING = "nothing"
_CLOSED = "The case is closed. Open it again on its page to change it."
_ASKED_THERE = "Make this move on the page of the case, which asks for what belongs to it."
_Told = tuple[Differing, str, str, str]


def case_differences(draft: RowDraft, facts: CaseFacts) -> tuple[Difference, ...]:
    """Give everything a row says otherwise than its case; what the case lacks is no difference."""
    closed = _CLOSED if facts.state is CaseState.CLOSED else ""
    row = draft.rows[0]
    return tuple(
        Difference(
            key=f"{row}:{what}",
            row=row,
            what=what,
            about=facts.label,
            before=before,
            after=after,
            locked=closed or locked,
        )
        for what, before, after, locked in _told(draft, facts)
    )


def _told(draft: RowDraft, facts: CaseFacts) -> Iterator[_Told]:
    if draft.case is not None:
        yield from _of_case(draft.case, facts)
    person = draft.person
    if person is not None and fold(person.full_name) not in facts.people:
        after = f"{person.full_name}, with a part in the case"
        yield Differing.PERSON, facts.person or _NOTHING, after, ""
    if draft.place is not None and not _there(draft.place, facts):
        after = f"{_written(draft.place)}, as a further place"
        yield Differing.PLACE, facts.place or _NOTHING, after, ""


def _of_case(case: CaseDraft, facts: CaseFacts) -> Iterator[_Told]:
    if case.titled and fold(case.title) != fold(facts.title):
        yield Differing.TITLE, facts.title, case.title, ""
    both = case.focus_areas and facts.focus_areas
    if both and set(map(fold, case.focus_areas)) != set(map(fold, facts.focus_areas)):
        before, after = ", ".join(facts.focus_areas), ", ".join(case.focus_areas)
        yield Differing.FOCUS_AREAS, before, after, ""
    if case.state is not None and case.state is not facts.state:
        free = {case.state, facts.state} <= WORKING_STATES
        locked = "" if free else _ASKED_THERE
        yield Differing.STATE, name(facts.state), name(case.state), locked
    yield from _of_work(case, facts)


def _of_work(case: CaseDraft, facts: CaseFacts) -> Iterator[_Told]:
    if case.risk is not None and facts.risk is not None and case.risk is not facts.risk:
        yield Differing.RISK, name(facts.risk), name(case.risk), ""
    if _other_day(case.review, facts.review):
        yield Differing.REVIEW, _day(facts.review), _day(case.review), ""
    for what, before, after in (
        (Differing.LEAD_AGENCY, facts.lead_agency, case.lead_agency),
        (Differing.LEAD_PRACTITIONER, facts.lead_practitioner, case.lead_practitioner),
    ):
        if before and after and fold(before) != fold(after):
            yield what, before, after, ""


def _other_day(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one != other


def _day(day: date | None) -> str:
    return prose_date(day) if day is not None else _NOTHING


def _there(place: PlaceDraft, facts: CaseFacts) -> bool:
    return bool({fold(place.name), fold(place.address)} & facts.places - {""})


def _written(place: PlaceDraft) -> str:
    parts = dict.fromkeys((place.name, place.address, place.postcode))
    return ", ".join(filter(None, parts))
