"""From the record to what a depersonalised page may draw on: generalised, never exact."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from psg_desktop.casework.parties import local_wards
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.addresses import outward
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.partnership import AreaLevel, Partnership
from psg_desktop.domain.reference_rows import FocusArea
from psg_desktop.privacy.local_agencies import group_name
from psg_desktop.privacy.summaries import ActionFacts, CaseFacts
from psg_desktop.reference import districts
from psg_desktop.store.queries import case_pages
from psg_desktop.store.units import Unit
from psg_desktop.words.dates import month_year
from psg_desktop.words.names import name

DONE_SHOWN = 6
NOT_RECORDED = "Not recorded"
_DONE = frozenset({ActionState.COMPLETED})


def facts_of(unit: Unit, id_: CaseId, partnership: Partnership, day: date) -> CaseFacts:
    """Read a case as far as a page for the group may draw on it.

    Ages, areas and what is overdue are as at `day`: the day the pack is made, as in the window.

    Raises:
        Refused: There is no such case.
    """
    page = _generalised(case_pages.case_page(unit.reading, id_), unit, partnership)
    case = page.case
    areas = {area.code: area for area in unit.focus_areas.all()}
    return CaseFacts(
        case=case.id,
        label=f"{case.reference} {case.title}",
        kind=name(case.kind),
        focus=tuple(dict.fromkeys(_focus(areas.get(code), code) for code in case.focus_areas)),
        age=_age(unit, case, day),
        area=area_of(unit, case, partnership, day),
        state=name(case.state),
        risk=name(case.risk) if case.risk else "Not assessed",
        opened=case.opened,
        agencies=_agencies(page),
        text=_text(page),
        blocked=case.blocked,
        actions=tuple(_action(one, page, day) for one in shown_actions(page.actions)),
        next_review=case.review_due,
    )


def _generalised(page: CasePage, unit: Unit, partnership: Partnership) -> CasePage:
    """Call the agencies of a case no finer than a page may name them."""
    own = local_wards.own_names(unit)
    names: dict[UUID, str] = {
        one.id: group_name(one, partnership.district, own) for one in unit.agencies.all()
    }
    return replace(page, agencies=names)


def shown_actions(actions: Sequence[Action]) -> tuple[Action, ...]:
    """Choose the actions a page shows: what is open, and the latest that were done."""
    done = [one for one in actions if one.state in _DONE]
    done.sort(key=lambda one: one.ended or date.min)
    return (*done[-DONE_SHOWN:], *(one for one in actions if one.open))


def area_of(unit: Unit, case: Case, partnership: Partnership, day: date) -> str:
    """Name the area of a case, no finer than the partnership allows."""
    home = districts.district(partnership.district)
    widest = home.name if home else partnership.name
    postcode, ward = _where(unit, case, day)
    match partnership.area_level:
        case AreaLevel.DISTRICT:
            return widest
        case AreaLevel.OUTWARD_POSTCODE:
            return outward(postcode) or widest
        case AreaLevel.WARD_GROUP:
            groups = (group.name for group in partnership.ward_groups if ward in group.wards)
            return next(groups, widest) if ward else widest


def _where(unit: Unit, case: Case, day: date) -> tuple[str, str]:
    """Find the postcode and ward of a case's subject, "" where they are not known."""
    if case.kind is CaseKind.PLACE:
        place = unit.places.find(case.subject)
        return (place.postcode, place.ward) if place else ("", "")
    if case.kind is CaseKind.PERSON:
        person = unit.people.find(case.subject)
        stay = person.address_on(day) if person else None
        if stay is not None:
            ward = stay.ward or local_wards.of_unit(unit).of_postcode(stay.postcode)
            return stay.postcode, ward
    return "", ""


def _age(unit: Unit, case: Case, day: date) -> int | None:
    if case.kind is not CaseKind.PERSON:
        return None
    person = unit.people.find(case.subject)
    return person.age_on(day) if person else None


def _focus(area: FocusArea | None, code: str) -> str:
    if area is None:
        return code
    return (area.group or area.name) if area.sensitive else area.name


def _agencies(page: CasePage) -> tuple[str, ...]:
    named = [page.case.lead_agency, *(one.owner for one in page.actions)]
    return tuple(dict.fromkeys(page.agencies[one] for one in named if one and one in page.agencies))


def _text(page: CasePage) -> str:
    """Assemble the draft: what the problem is, and what the last review decided."""
    parts = [page.case.problem]
    if page.reviews:
        last = page.reviews[0]
        parts.append(f"Review of {month_year(last.held_on)}: {last.decision}")
    return "\n\n".join(part for part in parts if part.strip())


def _action(action: Action, page: CasePage, day: date) -> ActionFacts:
    overdue = action.overdue_on(day)
    return ActionFacts(
        part=f"action/{action.id}",
        agency=page.agencies.get(action.owner, NOT_RECORDED) if action.owner else NOT_RECORDED,
        what=action.what,
        due=action.due,
        ended=action.ended,
        state="Overdue" if overdue else name(action.state),
        overdue=overdue,
    )
