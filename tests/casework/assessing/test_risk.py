"""Assessing risk, and what follows from it, on a real encrypted file."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.assessing import risk, risk_instruments
from psg_desktop.casework.caseload import actions, cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import pack_facts
from psg_desktop.casework.partnership import settings
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import Case, CaseKind, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import RiskAssessmentId, RiskInstrumentId
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.risk_assessments import RiskAssessment, Sitting, assessed
from psg_desktop.domain.risk_instruments import RiskInstrument
from psg_desktop.reference import workdays
from psg_desktop.store.queries import history
from psg_desktop.words import trail
from tests.builders import TODAY, a_closure, an_action, new_id
from tests.casework.caseload.test_cases import kept, opened

MEETING = date(2026, 12, 3)


def matrix(office: Office) -> RiskInstrument:
    (found,) = risk_instruments.in_use(office, CaseKind.PERSON)
    return found


def sat(office: Office, case: Case, *, most: bool = False, **facts: object) -> RiskAssessment:
    """Answer every question with its first answer, or with the one that weighs most."""
    instrument = matrix(office)
    chosen = {
        one.key: max(range(len(one.answers)), key=lambda place: one.answers[place].points)
        if most
        else 0
        for one in instrument.questions
    }
    said = {"made_on": office.today(), "assessor": "Ilse Sedgeway"} | facts
    sitting = Sitting(**said)  # type: ignore[arg-type]  # facts by name
    return assessed(RiskAssessmentId(new_id()), case.id, instrument, chosen, sitting)


def assess(office: Office, case: Case, **facts: object) -> RiskAssessment:
    made = sat(office, case, **facts)  # type: ignore[arg-type]  # facts by name
    risk.assess(office, made, risk.Following())
    return made


def problem_of(refused: pytest.ExceptionInfo[Refused]) -> set[Problem]:
    return {one.problem for one in refused.value.problems}


def test_that_a_vault_starts_with_two_examples_to_be_replaced(desk: Office) -> None:
    people, places = risk_instruments.every(desk)
    assert (people.highest, len(people.questions)) == (41, 11)
    assert [band.level for band in people.bands] == ["standard", "medium", "high"]
    assert people.kinds == (CaseKind.PERSON,)
    assert places.kinds == (CaseKind.PLACE,)
    assert all(one.example and "to be replaced" in one.remarks for one in (people, places))
    assert risk_instruments.in_use(desk, CaseKind.PROJECT) == ()


def test_that_an_assessment_sets_the_level_and_says_what_it_rests_on(desk: Office) -> None:
    case = opened(desk)
    made = assess(desk, case, most=True)
    found = kept(desk, case)
    assert found.risk is RiskLevel.HIGH
    assert found.risk_reason == (
        "41 of 41 by the ASB risk matrix (example), version 1, on 21 November 2026."
    )
    assert risk.assessments(desk, case.id) == (made,)


def test_that_an_override_is_the_level_and_its_reason_is_shown(desk: Office) -> None:
    case = opened(desk)
    assess(desk, case, override=RiskLevel.MEDIUM, override_reason="Threats since Monday.")
    found = kept(desk, case)
    assert found.risk is RiskLevel.MEDIUM
    assert found.risk_reason.endswith(
        "That is standard; medium by professional judgement: Threats since Monday."
    )


def test_that_the_longest_reason_fits_the_case(desk: Office) -> None:
    case = opened(desk)
    long = "word " * 3_999 + "word"
    made = assess(desk, case, override=RiskLevel.HIGH, override_reason=long, note="n" * 20_000)
    assert len(kept(desk, case).risk_reason) == 20_000
    assert risk.assessments(desk, case.id)[0].override_reason == made.override_reason == long


def test_that_the_review_comes_by_the_level_and_never_after_the_next_meeting(
    desk: Office,
) -> None:
    case = opened(desk)
    standard = risk.proposed_review(desk, case, RiskLevel.STANDARD)
    assert standard == MEETING
    sooner = replace(case, review_due=TODAY + timedelta(days=2))
    assert risk.proposed_review(desk, sooner, RiskLevel.HIGH) == sooner.review_due
    fallen = replace(sooner, risk=RiskLevel.HIGH)
    assert risk.proposed_review(desk, fallen, RiskLevel.STANDARD) == MEETING
    late = replace(case, review_due=TODAY + timedelta(days=90))
    assert risk.proposed_review(desk, late, RiskLevel.HIGH) == MEETING


def test_that_the_next_assessment_is_due_by_the_interval_of_the_level(desk: Office) -> None:
    for level, days in ((RiskLevel.HIGH, 14), (RiskLevel.MEDIUM, 28), (RiskLevel.STANDARD, 56)):
        due = risk.proposed_again(desk, level, TODAY)
        assert timedelta(days) <= due - TODAY <= timedelta(days + 5)
        assert workdays.is_working_day(due)
    settings.change_interval(desk, RiskLevel.HIGH, 7)
    assert risk.proposed_again(desk, RiskLevel.HIGH, TODAY) <= TODAY + timedelta(days=9)


def test_that_a_raised_level_proposes_what_is_not_planned_yet(desk: Office) -> None:
    case = opened(desk)
    instrument = matrix(desk)
    every = risk.proposals(desk, case, instrument, RiskLevel.HIGH)
    assert every == instrument.proposals
    medium = risk.proposals(desk, case, instrument, RiskLevel.MEDIUM)
    assert {one.level for one in medium} == {RiskLevel.MEDIUM}
    raised = replace(case, risk=RiskLevel.MEDIUM)
    assert not set(medium) & set(risk.proposals(desk, raised, instrument, RiskLevel.HIGH))
    assert risk.proposals(desk, case, instrument, RiskLevel.STANDARD) == ()
    actions.add(desk, an_action(case=case.id, what=every[0].what.upper(), owner=None,
                                state=ActionState.PROPOSED))  # fmt: skip
    assert risk.proposals(desk, case, instrument, RiskLevel.HIGH) == every[1:]


def test_that_level_review_and_actions_come_in_one_change_and_go_in_one_undo(
    desk: Office,
) -> None:
    case = opened(desk, risk=RiskLevel.STANDARD, risk_reason="Seen in May.")
    following = risk.Following(review_due=MEETING, proposals=matrix(desk).proposals[:2])
    risk.assess(desk, sat(desk, case, most=True), following)
    page = lists.case_page(desk, case.id)
    assert page.case.review_due == MEETING
    assert {one.state for one in page.actions} == {ActionState.PROPOSED}
    assert [one.due for one in page.actions] == [TODAY + timedelta(days=5), TODAY + timedelta(14)]
    assert undoing.undo_last(desk) is Act.ASSESS_RISK
    page = lists.case_page(desk, case.id)
    assert (page.case, page.actions) == (case, ())
    assert risk.assessments(desk, case.id) == ()


def test_that_a_closed_case_is_not_assessed(desk: Office) -> None:
    case = opened(desk)
    made = sat(desk, case)
    cases.close(desk, case.id, a_closure())
    with pytest.raises(Refused) as refused:
        risk.assess(desk, made, risk.Following())
    assert problem_of(refused) == {Problem.CASE_IS_CLOSED}
    assert risk.assessments(desk, case.id) == ()


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        (TODAY + timedelta(days=1), Problem.DATE_IN_FUTURE),
        (date(2026, 8, 1), Problem.BEFORE_CASE_OPENED),
    ],
)
def test_that_an_assessment_lies_between_the_opening_and_today(
    desk: Office, day: date, problem: Problem
) -> None:
    case = opened(desk)
    with pytest.raises(Refused) as refused:
        assess(desk, case, made_on=day)
    assert problem_of(refused) == {problem}


def test_that_an_earlier_assessment_written_up_later_moves_nothing(desk: Office) -> None:
    case = opened(desk)
    assess(desk, case, most=True)
    before = kept(desk, case)
    earlier = assess(desk, case, made_on=TODAY - timedelta(days=20))
    assert kept(desk, case) == before
    assert risk.assessments(desk, case.id)[0] == earlier


def test_that_a_used_version_stays_and_an_edit_makes_the_next(desk: Office) -> None:
    case = opened(desk)
    made = assess(desk, case, most=True)
    first = matrix(desk)
    with pytest.raises(Refused) as refused:
        risk_instruments.save(desk, replace(first, name="Fenmarket matrix"))
    assert problem_of(refused) == {Problem.VERSION_IN_USE}
    second = replace(
        risk_instruments.draft_of(desk, first),
        questions=first.questions[:5],
        bands=first.bands[:1],
        name="Fenmarket matrix",
        example=False,
    )
    risk_instruments.save(desk, second)
    assert matrix(desk) == second
    assert (second.version, second.code) == (2, first.code)
    assert risk.assessments(desk, case.id) == (made,)
    (ended,) = [one for one in risk_instruments.every(desk) if one.id == first.id]
    assert ended == replace(first, until=TODAY - timedelta(days=1))


def test_that_a_version_nobody_used_can_still_be_changed(desk: Office) -> None:
    changed = replace(matrix(desk), name="Fenmarket matrix")
    risk_instruments.save(desk, changed)
    assert matrix(desk) == changed
    assert undoing.undo_last(desk) is Act.SAVE_RISK_INSTRUMENT
    assert matrix(desk).name == "ASB risk matrix (example)"


def test_that_two_drafts_of_one_version_do_not_both_become_the_next(desk: Office) -> None:
    drafts = [risk_instruments.draft_of(desk, matrix(desk)) for _ in range(2)]
    risk_instruments.save(desk, drafts[0])
    with pytest.raises(Refused) as refused:
        risk_instruments.save(desk, drafts[1])
    assert problem_of(refused) == {Problem.CHANGED_MEANWHILE}


def test_that_two_instruments_do_not_share_a_name(desk: Office) -> None:
    other = replace(
        matrix(desk), id=RiskInstrumentId(new_id()), code="own", name="ASB RISK matrix (example)"
    )
    with pytest.raises(Refused) as refused:
        risk_instruments.save(desk, other)
    assert problem_of(refused) == {Problem.ALREADY_THERE}


def test_that_a_version_goes_out_of_use_at_once_and_comes_back(desk: Office) -> None:
    second = risk_instruments.draft_of(desk, matrix(desk))
    risk_instruments.save(desk, second)
    risk_instruments.retire(desk, second.id)
    assert risk_instruments.in_use(desk, CaseKind.PERSON) == ()
    risk_instruments.bring_back(desk, second.id)
    assert matrix(desk).id == second.id


def test_that_an_instrument_changed_while_it_was_answered_is_refused(desk: Office) -> None:
    case = opened(desk)
    made = sat(desk, case)
    risk_instruments.save(desk, replace(matrix(desk), questions=matrix(desk).questions[:3],
                                        bands=matrix(desk).bands[:1]))  # fmt: skip
    with pytest.raises(Refused) as refused:
        risk.assess(desk, made, risk.Following())
    assert problem_of(refused) == {Problem.CHANGED_MEANWHILE}


def test_that_today_lists_open_cases_by_their_latest_assessment(desk: Office) -> None:
    due, again, closed = opened(desk), opened(desk), opened(desk)
    month, past = TODAY - timedelta(days=40), TODAY - timedelta(days=12)
    for case in (due, again, closed):
        assess(desk, case, made_on=month, due_again=past)
    assess(desk, again, made_on=TODAY - timedelta(days=5), due_again=TODAY + timedelta(days=9))
    cases.close(desk, closed.id, a_closure())
    today = lists.today(desk)
    assert [(one.case.id, one.due) for one in today.assessments] == [(due.id, past)]
    assert today.assessments_total == 1


def test_that_a_note_and_a_reason_are_found_by_search(desk: Office) -> None:
    case = opened(desk)
    assess(desk, case, note="A heron stood on the staithe.")
    assert [found.case or found.id for found in lists.find(desk, "heron staithe")] == [case.id]


def test_that_the_history_says_it_in_words(desk: Office) -> None:
    case = opened(desk)
    assess(desk, case, most=True, override=RiskLevel.MEDIUM, override_reason="Away in hospital.")
    with desk.reading() as unit:
        entries = history.page(unit.reading, slice(0, 9), case=case.id).rows
    (entry,) = [one for one in entries if one.kind.value == "risk_assessment"]
    assert trail.history_line(entry, {}) == "Risk assessed: ASB risk matrix (example)"
    lines = trail.changed_fields(entry, {})
    assert "Level by the score: High" in lines
    assert "Level by professional judgement: Medium" in lines
    assert "Assessed on: Sat 21 Nov 2026" in lines


def test_that_a_pack_takes_the_level_and_nothing_that_was_answered(desk: Office) -> None:
    case = opened(desk)
    assess(
        desk,
        case,
        most=True,
        override=RiskLevel.MEDIUM,
        override_reason="Quillfeather reason",
        note="Quillfeather note",
    )
    with desk.reading() as unit:
        facts = str(asdict(pack_facts.facts_of(unit, case.id, desk.partnership(), MEETING)))
    assert "Medium" in facts
    for words in (
        "Quillfeather",
        "Sedgeway",
        " of 41",
        *(one.words for one in matrix(desk).questions),
    ):
        assert words not in facts
