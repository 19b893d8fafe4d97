"""The verbs about cases, on a real encrypted file."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import actions, cases, notes
from psg_desktop.casework.meeting import meetings
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import involvements, places
from psg_desktop.casework.reviewing import reviews
from psg_desktop.casework.vault import vaults
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.cases import Case, CaseKind, CaseMove, CaseState, RiskLevel
from psg_desktop.domain.ids import AgencyId, InvolvementId
from psg_desktop.domain.involvements import Involvement, PartyKind, RoleKind
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.orders import CaseColumn, CaseOrder
from psg_desktop.domain.places import Place
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.reference import workdays
from tests.builders import (
    TODAY,
    a_case,
    a_closure,
    a_note,
    a_person,
    a_review,
    an_action,
    new_id,
)
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE

WHOLE = slice(0, None)


def opened(office: Office, **changes: object) -> Case:
    person = a_person()
    case = a_case(subject=person.id, reference=cases.next_reference(office), **changes)
    cases.open_case(office, cases.Opening(case=case, new_subject=person))
    return case


def kept(office: Office, case: Case) -> Case:
    return lists.case_page(office, case.id).case


def test_that_a_case_opens_with_its_subject_and_first_action_in_one_go(desk: Office) -> None:
    person = a_person(aliases=("Wilfie",))
    case = a_case(subject=person.id)
    owner = desk_agency(desk)
    action = an_action(case=case.id, owner=owner)
    cases.open_case(desk, cases.Opening(case=case, new_subject=person, actions=(action,)))
    page = lists.case_page(desk, case.id)
    assert page.case == case
    assert page.subject_label == person.full_name
    assert page.actions == (action,)
    assert [row.involvement.role for row in page.involvements] == [RoleKind.SUBJECT]


def desk_agency(office: Office) -> AgencyId:
    with office.reading() as unit:
        return unit.agencies.all()[0].id


def test_that_references_count_up_within_the_year(desk: Office) -> None:
    assert cases.next_reference(desk) == "PSG-2026-001"
    opened(desk)
    assert cases.next_reference(desk) == "PSG-2026-002"


def test_that_a_reference_is_given_once(desk: Office) -> None:
    case = opened(desk)
    person = a_person()
    again = a_case(subject=person.id, reference=case.reference)
    with pytest.raises(Refused) as refusal:
        cases.open_case(desk, cases.Opening(case=again, new_subject=person))
    assert refusal.value.problems[0].field == "reference"
    assert lists.cases(desk, CaseFilter(), CaseOrder(), WHOLE).total == 1


def test_that_a_refused_opening_leaves_nothing_behind(desk: Office) -> None:
    person = a_person()
    case = a_case(subject=person.id, opened=TODAY + timedelta(days=1))
    with pytest.raises(Refused):
        cases.open_case(desk, cases.Opening(case=case, new_subject=person))
    with desk.reading() as unit:
        assert unit.people.all() == ()
        assert unit.cases.all() == ()


def test_that_a_case_about_nobody_known_is_refused(desk: Office) -> None:
    with pytest.raises(Refused) as refusal:
        cases.open_case(desk, cases.Opening(case=a_case()))
    assert refusal.value.problems[0].problem is Problem.SUBJECT_MISSING


def test_that_the_whole_life_of_a_case_is_kept(desk: Office, clock: FixedClock) -> None:
    case = opened(desk)
    cases.move(desk, case.id, CaseMove.START_PLAN)
    cases.hold(desk, case.id, "Custody", TODAY + timedelta(days=20))
    cases.resume(desk, case.id)
    cases.escalate(desk, case.id, "Delivery Group", "Release a worker")
    cases.resume(desk, case.id, "Agreed")
    cases.close(desk, case.id, a_closure())
    clock.forward(days=40)
    cases.reopen(desk, case.id, "It began again")
    found = kept(desk, case)
    assert found.state is CaseState.ASSESSMENT
    assert found.escalations[0].answer == "Agreed"
    assert found.closures[0].reopened_on == desk.today()
    acts = [entry.act.value for entry in lists.history_of_case(desk, case.id, WHOLE).rows]
    assert acts[:3] == ["reopen_case", "close_case", "resume_case"]


def test_that_a_case_is_not_closed_for_a_reason_off_the_list(desk: Office) -> None:
    case = opened(desk)
    with pytest.raises(Refused) as refusal:
        cases.close(desk, case.id, a_closure(reason="bored"))
    assert refusal.value.problems[0].problem is Problem.REASON_NOT_ON_LIST


def test_that_a_transfer_names_the_receiving_group(desk: Office) -> None:
    case = opened(desk)
    with pytest.raises(Refused) as refusal:
        cases.close(desk, case.id, a_closure(reason="transferred"))
    assert refusal.value.problems[0].field == "receiving_group"
    cases.close(desk, case.id, a_closure(reason="transferred", receiving_group="MARAC"))
    assert kept(desk, case).closed


def test_that_a_closed_case_takes_no_action_no_review_no_note_and_nobody(desk: Office) -> None:
    case = opened(desk)
    cases.close(desk, case.id, a_closure())
    with pytest.raises(Refused):
        actions.add(desk, an_action(case=case.id, state=ActionState.PROPOSED, owner=None))
    with pytest.raises(Refused):
        reviews.record(desk, a_review(case=case.id))
    with pytest.raises(Refused):
        notes.add(desk, a_note(case=case.id))
    role = Involvement(
        id=InvolvementId(new_id()),
        case=case.id,
        party_kind=PartyKind.PERSON,
        party=new_id(),
        role=RoleKind.WITNESS,
    )
    with pytest.raises(Refused):
        involvements.involve(desk, role, a_person(id=role.party))


def test_that_a_review_sets_the_next_date_and_the_risk(desk: Office) -> None:
    case = opened(desk)
    reviews.record(desk, a_review(case=case.id, risk=RiskLevel.HIGH))
    found = kept(desk, case)
    assert found.review_due == date(2026, 12, 10)
    assert found.risk is RiskLevel.HIGH


def test_that_a_proposed_review_never_falls_after_the_next_meeting(desk: Office) -> None:
    assert cases.proposed_review(desk, RiskLevel.STANDARD) == date(2026, 12, 3)
    assert cases.proposed_review(desk, RiskLevel.HIGH) == date(2026, 12, 3)


def test_that_a_closed_case_cannot_be_amended(desk: Office) -> None:
    case = opened(desk)
    cases.close(desk, case.id, a_closure())
    with pytest.raises(Refused) as refused:
        cases.amend(desk, replace(kept(desk, case), title="Another title"))
    assert [one.problem for one in refused.value.problems] == [Problem.CASE_IS_CLOSED]
    assert kept(desk, case).title == case.title


def test_that_a_proposed_review_is_a_working_day(desk: Office) -> None:
    for line in meetings.calendar(desk, MeetingGroup.PSG):
        meetings.cancel(desk, line.meeting.id, "Not wanted here")
    proposed = [cases.proposed_review(desk, None, every) for every in range(1, 60)]
    assert all(workdays.is_working_day(day) and day > TODAY for day in proposed)
    assert proposed == sorted(proposed)


def test_that_a_role_can_end_and_begin_again(desk: Office) -> None:
    case = opened(desk)
    neighbour = a_person(full_name="Maureen Quillfeather")
    role = Involvement(
        id=new_id(),
        case=case.id,
        party_kind=PartyKind.PERSON,
        party=neighbour.id,
        role=RoleKind.COMPLAINANT,
        since=date(2026, 9, 2),
    )
    involvements.involve(desk, role, neighbour)
    involvements.end(desk, role.id, date(2026, 10, 1))
    involvements.involve(desk, replace(role, id=new_id(), since=date(2026, 11, 1)))
    rows = [
        row.involvement
        for row in lists.case_page(desk, case.id).involvements
        if row.involvement.role is RoleKind.COMPLAINANT
    ]
    assert [row.until for row in rows] == [date(2026, 10, 1), None]


def test_that_linked_cases_show_each_other_once(desk: Office) -> None:
    one, other = opened(desk), opened(desk)
    involvements.link(desk, one.id, other.id, "Same address")
    assert [row.case for row in lists.case_page(desk, one.id).links] == [other.id]
    assert [row.case for row in lists.case_page(desk, other.id).links] == [one.id]
    with pytest.raises(Refused):
        involvements.link(desk, other.id, one.id, "Again")
    with pytest.raises(Refused):
        involvements.link(desk, one.id, one.id, "Itself")


def test_that_a_note_from_tomorrow_is_refused_and_its_draft_stays(desk: Office) -> None:
    case = opened(desk)
    notes.keep_draft(desk, notes.draft_key(case.id), "Half a sent")
    with pytest.raises(Refused):
        notes.add(desk, a_note(case=case.id, happened_on=TODAY + timedelta(days=1)))
    assert notes.draft(desk, notes.draft_key(case.id)) is not None
    notes.add(desk, a_note(case=case.id))
    assert notes.draft(desk, notes.draft_key(case.id)) is None


def test_that_a_draft_survives_a_program_that_never_closed(vault: Path, clock: FixedClock) -> None:
    office = vaults.unlock(vault, PASSPHRASE, clock)
    notes.keep_draft(office, "note/x", "Written and not saved")
    office.close()
    again = vaults.unlock(vault, PASSPHRASE, clock)
    found = notes.draft(again, "note/x")
    again.close()
    assert found is not None
    assert found.text == "Written and not saved"


@pytest.mark.parametrize(
    "typed",
    ["marrowby", "wilf", "Wilfie", "PSG-2026-001", "2026-001", "calls", "bench", "wilf bench",
     "07700 900123", "07700900123", "mardle", "wi"],
)  # fmt: skip
def test_that_a_case_is_found_by_what_is_half_remembered(desk: Office, typed: str) -> None:
    person = a_person(
        aliases=("Wilfie",),
        phones=("07700 900123",),
        addresses=(AddressStay(lines="12 Mardle Lane", postcode="FM1 1AA"),),
    )
    case = a_case(subject=person.id)
    cases.open_case(desk, cases.Opening(case=case, new_subject=person))
    notes.add(desk, a_note(case=case.id))
    opened(desk, title="Another matter")
    found = lists.cases(desk, CaseFilter(words=typed), CaseOrder(), WHOLE).rows
    assert case.id in [row.id for row in found]
    if typed in {"bench", "mardle", "07700 900123", "2026-001"}:
        assert len(found) == 1


@pytest.mark.parametrize("typed", ['"', "*", "AND", "a OR b", "%", "_", "NEAR(", "-", "\x00", "'"])
def test_that_search_takes_any_signs_as_plain_words(desk: Office, typed: str) -> None:
    opened(desk)
    lists.cases(desk, CaseFilter(words=typed), CaseOrder(), WHOLE)
    lists.find(desk, typed)


def test_that_views_and_order_are_worked_out_in_the_store(desk: Office) -> None:
    late = opened(desk, review_due=date(2026, 11, 1), risk=RiskLevel.HIGH)
    soon = opened(desk, review_due=date(2026, 12, 1), risk=RiskLevel.STANDARD)
    never = opened(desk)
    done = opened(desk)
    cases.close(desk, done.id, a_closure())
    actions.add(desk, an_action(case=soon.id, owner=desk_agency(desk), due=date(2026, 11, 2)))

    def ids(view: CaseView, order: CaseOrder | None = None) -> list[object]:
        page = lists.cases(desk, CaseFilter(view=view), order or CaseOrder(), WHOLE)
        assert page.total == len(page.rows)
        return [row.id for row in page.rows]

    assert ids(CaseView.OPEN) == [late.id, soon.id, never.id]
    assert ids(CaseView.REVIEWS_DUE) == [late.id]
    assert ids(CaseView.OVERDUE_ACTIONS) == [soon.id]
    assert ids(CaseView.CLOSED_THIS_QUARTER) == [done.id]
    assert set(ids(CaseView.QUIET)) == {late.id, soon.id, never.id}
    by_risk = CaseOrder(column=CaseColumn.RISK)
    assert ids(CaseView.OPEN, by_risk) == [late.id, soon.id, never.id]
    by_overdue = CaseOrder(column=CaseColumn.OVERDUE_ACTIONS, descending=True)
    assert ids(CaseView.ALL, by_overdue)[0] == soon.id
    assert lists.view_totals(desk)[CaseView.ALL] == 4


def test_that_a_place_takes_the_ward_of_its_postcode(desk: Office) -> None:
    place = Place(id=new_id(), name="The quay", postcode="CB7 4AU")
    places.save(desk, place)
    assert places.get(desk, place.id).ward.startswith("E05")
    assert lists.find(desk, "quay")[0].id == place.id


def test_that_today_names_what_is_due_overdue_and_missing(desk: Office) -> None:
    case = opened(desk, review_due=TODAY, kind=CaseKind.PERSON)
    cases.move(desk, case.id, CaseMove.START_PLAN)
    actions.add(desk, an_action(case=case.id, owner=desk_agency(desk), due=date(2026, 11, 2)))
    found = lists.today(desk)
    assert [row.id for row in found.reviews] == [case.id]
    assert found.overdue_total == 1
    assert found.overdue[0].actions[0].case == case.id
    assert {line.gap.value for line in found.gaps} == {"no_lead", "no_risk", "no_focus_area"}
    assert found.next_meeting == date(2026, 12, 3)
