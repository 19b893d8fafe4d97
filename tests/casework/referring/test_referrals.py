"""Referrals in a real vault: received, returned, decided, taken back, listed and counted."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases, notes
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities, people
from psg_desktop.casework.referring import referral_lists, referrals
from psg_desktop.casework.referring.referrals import Joining
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import CaseKind, Closure
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, PersonId, ReferralId
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.people import Person
from psg_desktop.domain.referral_lists import (
    ReferralColumn,
    ReferralFilter,
    ReferralOrder,
    ReferralView,
)
from psg_desktop.domain.referrals import (
    LimbAnswer,
    Referral,
    ReferralDecision,
    ReferralOutcome,
    ReferralState,
    Urgency,
)
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import TODAY, a_case, a_person
from tests.fakes import FixedClock

ALL = slice(0, None)


def received(office: Office, **changes: Any) -> Referral:
    """Receive a referral of somebody."""
    given: dict[str, Any] = {
        "id": ReferralId(office.new_id()),
        "reference": referrals.next_reference(office),
        "received_on": office.today(),
        "kind": CaseKind.PERSON,
        "name": "Wilf Marrowby",
        "problem": "Shouting at night.",
    }
    referral = Referral(**(given | changes))
    referrals.receive(office, referral)
    return referral


def decision(office: Office, outcome: ReferralOutcome, **changes: Any) -> ReferralDecision:
    """Give a decision with every part of the test answered."""
    given: dict[str, Any] = {
        "outcome": outcome,
        "limbs": answered(office),
        "reason": "It meets the test.",
        "decided_by": "PSG meeting",
        "on": office.today(),
    }
    return ReferralDecision(**(given | changes))


def answered(office: Office) -> tuple[LimbAnswer, ...]:
    """Answer every part of the test with yes."""
    asked = referrals.limbs(office, office.today())
    return tuple(LimbAnswer(limb=one.code, met=True, reason="Seen.") for one in asked)


def opening(office: Office, referral: Referral, person: Person | None = None) -> Opening:
    """Give the case a referral opens, about somebody new unless *person* is on file."""
    new = Person(id=PersonId(office.new_id()), full_name=referral.name)
    subject = person or new
    case = a_case(subject=subject.id, reference=cases.next_reference(office), opened=office.today())
    return Opening(case=case, new_subject=None if person else new)


def test_that_a_vault_starts_with_the_two_part_test(desk: Office) -> None:
    codes = [one.code for one in referrals.limbs(desk, TODAY)]
    assert codes == ["significant_harm", "added_value"]


def test_that_references_are_counted_through_the_year(desk: Office) -> None:
    assert [received(desk).reference for _ in range(2)] == ["R-2026-001", "R-2026-002"]


def test_that_a_telephone_call_needs_only_two_answers(desk: Office) -> None:
    kept = received(desk)
    assert referrals.get(desk, kept.id) == kept


def test_that_receiving_forgets_the_draft(desk: Office) -> None:
    notes.keep_draft(desk, referrals.DRAFT_KEY, "Wilf")
    received(desk)
    assert notes.draft(desk, referrals.DRAFT_KEY) is None


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"received_on": TODAY + timedelta(days=1)}, "received_on", Problem.DATE_IN_FUTURE),
        ({"born": TODAY + timedelta(days=1)}, "born", Problem.DATE_IN_FUTURE),
        ({"subject": CaseId(a_case().id)}, "name", Problem.NOT_FOUND),
        ({"earlier": ReferralId(a_case().id)}, "earlier", Problem.NOT_FOUND),
    ],
)
def test_that_a_referral_is_refused_beside_its_field(
    desk: Office, changes: dict[str, Any], field: str, problem: Problem
) -> None:
    with pytest.raises(Refused) as refused:
        received(desk, **changes)
    assert [(one.field, one.problem) for one in refused.value.problems] == [(field, problem)]


def test_that_a_reference_is_given_once(desk: Office) -> None:
    received(desk)
    with pytest.raises(Refused) as refused:
        received(desk, reference="R-2026-001")
    assert refused.value.problems[0].field == "reference"


def test_that_an_incomplete_referral_is_chased_and_completed(
    desk: Office, clock: FixedClock
) -> None:
    kept = received(desk)
    chase = TODAY + timedelta(days=7)
    referrals.send_back(desk, kept.id, "Date of birth", chase)
    (row,) = referral_lists.undecided(desk).rows
    assert (row.state, row.chase_on) == (ReferralState.INCOMPLETE, chase)
    clock.forward(days=3)
    referrals.complete(desk, kept.id)
    assert referrals.get(desk, kept.id) == kept


def test_that_a_return_says_what_is_missing_and_when_to_chase(desk: Office) -> None:
    kept = received(desk)
    with pytest.raises(Refused) as refused:
        referrals.send_back(desk, kept.id, " ", None)
    assert {one.field for one in refused.value.problems} == {"missing", "chase_on"}
    with pytest.raises(Refused) as refused:
        referrals.send_back(desk, kept.id, "Address", TODAY - timedelta(days=1))
    assert {one.field for one in refused.value.problems} == {"chase_on"}


def test_that_accepting_makes_the_person_and_the_case_and_undo_takes_all_back(
    desk: Office,
) -> None:
    kept = received(desk)
    opened = opening(desk, kept)
    referrals.accept(desk, kept.id, decision(desk, ReferralOutcome.ACCEPTED_NEW), opened)
    decided = referrals.get(desk, kept.id)
    assert (decided.case, decided.subject) == (opened.case.id, opened.case.subject)
    page = lists.case_page(desk, opened.case.id)
    assert page.subject_label == "Wilf Marrowby"
    assert [one.involvement.role for one in page.involvements] == [RoleKind.SUBJECT]
    assert [row.reference for row in referral_lists.of_case(desk, opened.case.id)] == ["R-2026-001"]
    assert undoing.undo_last(desk) is Act.DECIDE_REFERRAL
    assert referrals.get(desk, kept.id) == kept
    assert people.listed(desk, "", ALL).total == 0
    with pytest.raises(Refused):
        lists.case_page(desk, opened.case.id)


def test_that_a_refused_case_leaves_the_referral_undecided(desk: Office) -> None:
    kept = received(desk)
    opened = opening(desk, kept)
    taken = replace(opened, case=replace(opened.case, opened=TODAY + timedelta(days=1)))
    with pytest.raises(Refused):
        referrals.accept(desk, kept.id, decision(desk, ReferralOutcome.ACCEPTED_NEW), taken)
    assert referrals.get(desk, kept.id) == kept
    assert people.listed(desk, "", ALL).total == 0


def test_that_a_referral_is_decided_once(desk: Office) -> None:
    kept = received(desk)
    accepted = decision(desk, ReferralOutcome.ACCEPTED_NEW)
    referrals.accept(desk, kept.id, accepted, opening(desk, kept))
    with pytest.raises(Refused):
        referrals.accept(desk, kept.id, accepted, opening(desk, kept))
    assert people.listed(desk, "", ALL).total == 1


def an_open_case(office: Office) -> CaseId:
    """Open a case about somebody on file."""
    person = a_person(full_name="Edna Quillfeather")
    people.save(office, person)
    case = a_case(subject=person.id, reference=cases.next_reference(office))
    return cases.open_case(office, Opening(case=case))


@pytest.mark.parametrize("outcome", [ReferralOutcome.ACCEPTED_JOINED, ReferralOutcome.DUPLICATE])
def test_that_joining_adds_a_note_and_the_role_and_undo_takes_both_back(
    desk: Office, outcome: ReferralOutcome
) -> None:
    case, kept = an_open_case(desk), received(desk, referrer="Joan Cloverley")
    before = lists.case_page(desk, case)
    new = Person(id=PersonId(desk.new_id()), full_name="Wilf Marrowby")
    referrals.join(
        desk,
        kept.id,
        decision(desk, outcome),
        Joining(case=case, role=RoleKind.PERPETRATOR, new_subject=new),
    )
    page = lists.case_page(desk, case)
    assert page.notes[0].text == (
        "Referral R-2026-001 from Joan Cloverley joined to this case. Shouting at night."
    )
    added = [one for one in page.involvements if one.involvement.party == new.id]
    assert [one.involvement.role for one in added] == [RoleKind.PERPETRATOR]
    undoing.undo_last(desk)
    assert lists.case_page(desk, case) == before
    assert referrals.get(desk, kept.id) == kept


def test_that_who_has_a_role_already_is_given_no_second_one(desk: Office) -> None:
    case = an_open_case(desk)
    before = lists.case_page(desk, case)
    kept = received(desk, subject=before.case.subject)
    referrals.join(desk, kept.id, decision(desk, ReferralOutcome.DUPLICATE), Joining(case=case))
    assert lists.case_page(desk, case).involvements == before.involvements


def test_that_a_closed_case_is_joined_by_nothing(desk: Office) -> None:
    case, kept = an_open_case(desk), received(desk)
    closure = Closure(reason="resolved", told="The tenant", summary="It held.", on=TODAY)
    cases.close(desk, case, closure)
    with pytest.raises(Refused) as refused:
        referrals.join(desk, kept.id, decision(desk, ReferralOutcome.DUPLICATE), Joining(case=case))
    assert refused.value.problems[0].problem is Problem.CASE_IS_CLOSED


def test_that_a_note_of_a_referral_of_20_000_characters_is_kept(desk: Office) -> None:
    case, kept = an_open_case(desk), received(desk, problem="é" * 20_000)
    referrals.join(desk, kept.id, decision(desk, ReferralOutcome.DUPLICATE), Joining(case=case))
    assert len(lists.case_page(desk, case).notes[0].text) == 20_000


@pytest.mark.parametrize(
    "outcome",
    [
        ReferralOutcome.BELOW_THRESHOLD,
        ReferralOutcome.SINGLE_AGENCY,
        ReferralOutcome.REDIRECTED,
        ReferralOutcome.ADVICE_ONLY,
    ],
)
def test_that_each_part_of_the_test_is_answered(desk: Office, outcome: ReferralOutcome) -> None:
    kept = received(desk)
    bare = decision(desk, outcome, limbs=answered(desk)[:1], forum="MARAC")
    with pytest.raises(Refused) as refused:
        referrals.decide(desk, kept.id, bare)
    assert [(one.field, one.problem) for one in refused.value.problems] == [
        ("limbs", Problem.LIMB_UNANSWERED)
    ]
    referrals.decide(desk, kept.id, replace(bare, limbs=answered(desk)))
    assert referrals.get(desk, kept.id).decided


def test_that_a_withdrawn_referral_needs_no_test(desk: Office) -> None:
    kept = received(desk)
    referrals.decide(desk, kept.id, decision(desk, ReferralOutcome.WITHDRAWN, limbs=()))
    assert referrals.get(desk, kept.id).decided


def test_that_what_the_referrer_was_told_can_be_noted_later(desk: Office) -> None:
    kept = received(desk)
    redirected = decision(desk, ReferralOutcome.REDIRECTED, forum="MARAC", sent_on=TODAY)
    referrals.decide(desk, kept.id, redirected)
    referrals.answer(desk, kept.id, "Sent on to MARAC.", TODAY, TODAY)
    known = referrals.get(desk, kept.id).decision
    assert known is not None
    assert (known.told, known.told_on, known.acknowledged_on) == ("Sent on to MARAC.", TODAY, TODAY)
    with pytest.raises(Refused) as refused:
        referrals.answer(desk, kept.id, "By letter.", TODAY + timedelta(days=1), None)
    assert refused.value.problems[0].field == "told_on"


def test_that_a_referral_again_keeps_the_link_to_the_one_before(desk: Office) -> None:
    first = received(desk)
    referrals.decide(desk, first.id, decision(desk, ReferralOutcome.BELOW_THRESHOLD))
    again = received(desk, earlier=first.id)
    assert referrals.get(desk, again.id).earlier == first.id


def test_that_those_beyond_the_working_days_come_first(desk: Office, clock: FixedClock) -> None:
    late = received(desk, received_on=date(2026, 11, 6))
    in_time = received(desk, received_on=date(2026, 11, 9))
    urgent = received(desk, urgency=Urgency.TODAY)
    rows = referral_lists.undecided(desk).rows
    assert [row.id for row in rows] == [late.id, urgent.id, in_time.id]
    assert [row.late for row in rows] == [True, False, False]
    assert rows[0].days == 15


def shown(office: Office, **asked: Any) -> list[str]:
    page = referral_lists.listed(office, ReferralFilter(**asked), ALL)
    assert page.total == len(page.rows)
    return [row.reference for row in page.rows]


def test_that_each_view_shows_its_referrals(desk: Office) -> None:
    waiting, incomplete, decided = (received(desk) for _ in range(3))
    referrals.send_back(desk, incomplete.id, "Address", TODAY)
    referrals.decide(desk, decided.id, decision(desk, ReferralOutcome.WITHDRAWN, limbs=()))
    assert shown(desk) == [waiting.reference, incomplete.reference]
    assert shown(desk, view=ReferralView.INCOMPLETE) == [incomplete.reference]
    assert shown(desk, view=ReferralView.DECIDED_THIS_QUARTER) == [decided.reference]
    assert len(shown(desk, view=ReferralView.ALL)) == 3
    assert list(referral_lists.view_totals(desk).values()) == [2, 1, 1, 3]
    assert shown(desk, urgencies=frozenset({None})) == shown(desk)
    assert shown(desk, kinds=frozenset({CaseKind.PLACE})) == []
    assert shown(desk, words="marrow", outcomes=frozenset({None})) == shown(desk)


@pytest.mark.parametrize("column", list(ReferralColumn))
def test_that_every_column_orders_the_list_both_ways(desk: Office, column: ReferralColumn) -> None:
    received(desk, received_on=date(2026, 11, 2), urgency=Urgency.TODAY, referrer="Ann")
    received(desk, name="Anwen Thistledown", kind=CaseKind.PLACE, address="12 Mill Lane")
    asked = ReferralFilter(view=ReferralView.ALL)
    ways = [
        referral_lists.listed(desk, asked, ALL, ReferralOrder(column=column, descending=down)).rows
        for down in (False, True)
    ]
    assert set(ways[0]) == set(ways[1])
    if column in {ReferralColumn.REFERENCE, ReferralColumn.RECEIVED, ReferralColumn.NAME}:
        assert ways[0] == ways[1][::-1]


def test_that_outcomes_are_counted_for_a_time(desk: Office) -> None:
    for outcome in (ReferralOutcome.BELOW_THRESHOLD, ReferralOutcome.BELOW_THRESHOLD):
        referrals.decide(desk, received(desk).id, decision(desk, outcome))
    counts = referral_lists.outcome_counts(desk, TODAY, TODAY)
    assert counts[ReferralOutcome.BELOW_THRESHOLD] == 2
    assert sum(counts.values()) == 2
    before = referral_lists.outcome_counts(desk, date(2026, 1, 1), TODAY - timedelta(days=1))
    assert not any(before.values())


def test_that_the_box_at_the_top_finds_a_referral(desk: Office) -> None:
    kept = received(desk)
    for typed in ("marrowby", kept.reference, "shouting"):
        found = [one for one in lists.find(desk, typed) if one.kind is FoundKind.REFERRAL]
        assert [one.id for one in found] == [kept.id]


def names_found(office: Office, text: str) -> Iterable[str]:
    return [text[one.start : one.end] for one in identities.finder(office).find(text)]


def test_that_nobody_named_in_a_referral_passes_unseen(desk: Office) -> None:
    received(
        desk,
        aliases=("Marrers",),
        address="12 Thatchers Yard",
        postcode="CB7 4EE",
        phones=("07700 900123",),
        referrer="Joan Cloverley",
    )
    for told in ("Wilf Marrowby", "Marrers", "CB7 4EE", "07700 900123", "Joan Cloverley"):
        found = " ".join(names_found(desk, f"It was said that {told} came by."))
        assert told in found, told


def test_that_a_referral_can_be_full_or_all_but_empty(desk: Office) -> None:
    bare = received(desk)
    empty = [one.name for one in fields(bare) if getattr(bare, one.name) in ("", (), None)]
    assert {"tried", "urgency", "awareness", "referrer", "contact", "asks"} <= set(empty)
    rows = referral_lists.listed(desk, ReferralFilter(), ALL).rows
    assert rows[0].referred_by == ""


def test_that_a_changed_referral_is_kept_and_a_decided_one_stands(desk: Office) -> None:
    kept = received(desk)
    changed = replace(kept, tried="A warning letter.")
    referrals.amend(desk, changed)
    assert referrals.get(desk, kept.id) == changed
    referrals.decide(desk, kept.id, decision(desk, ReferralOutcome.WITHDRAWN, limbs=()))
    with pytest.raises(Refused):
        referrals.amend(desk, changed)
