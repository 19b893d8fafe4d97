"""The review queue, the load of the coming weeks and what held, on a real encrypted file."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases, closing, learning, problem_analyses
from psg_desktop.casework.office import Office
from psg_desktop.casework.reviewing import review_load, review_queue
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.cases import Case, RiskLevel
from psg_desktop.domain.closing import HoldCheck, HoldResult
from psg_desktop.domain.ids import HoldCheckId, LeaveId, ProblemAnalysisId
from psg_desktop.domain.leave import Leave
from psg_desktop.domain.problem_analyses import ProblemAnalysis, ProblemResult, Response, Side
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import TODAY, a_closure, new_id
from tests.casework.caseload.test_cases import kept, opened

DAY = timedelta(days=1)


def due(office: Office, days: int, risk: RiskLevel | None = None) -> Case:
    return opened(office, review_due=TODAY + days * DAY, risk=risk, opened=TODAY)


def test_that_overdue_reviews_come_first_and_then_the_risk_decides(desk: Office) -> None:
    soon_low = due(desk, 1, RiskLevel.STANDARD)
    soon_high = due(desk, 5, RiskLevel.HIGH)
    late_low = due(desk, -1, RiskLevel.STANDARD)
    late_high = due(desk, -1, RiskLevel.HIGH)
    due(desk, 8, RiskLevel.HIGH)
    opened(desk)
    wanted = [late_high.id, late_low.id, soon_high.id, soon_low.id]
    assert list(review_queue.queue(desk)) == wanted


def test_that_one_line_reviews_a_case_and_takes_it_off_the_queue(desk: Office) -> None:
    case = due(desk, 0)
    proposed = review_queue.essentials(desk, case.id).proposed
    review_queue.reviewed(desk, case.id, "Keep watching.", proposed)
    assert kept(desk, case).review_due == proposed
    seen = review_queue.essentials(desk, case.id)
    assert (seen.decided, seen.since) == ("Keep watching.", TODAY)
    undoing.undo_last(desk)
    assert review_queue.queue(desk) == (case.id,)
    with pytest.raises(Refused) as refused:
        review_queue.reviewed(desk, case.id, " ", TODAY)
    assert {one.problem for one in refused.value.problems} == {
        Problem.DECISION_MISSING,
        Problem.ENDS_BEFORE_START,
    }


def test_that_reviews_spread_in_one_step_that_can_be_undone(desk: Office) -> None:
    crowd = [due(desk, 10) for _ in range(9)]
    load = review_load.load(desk)
    assert sum(week.due for week in load.weeks) == 9
    assert load.moves
    review_load.move_reviews(desk, load.moves)
    after = [kept(desk, one).review_due for one in crowd]
    assert sum(day == TODAY + 10 * DAY for day in after) == 9 - len(load.moves)
    meeting = date(2026, 12, 3)
    assert all(day is not None and day <= meeting for day in after)
    undoing.undo_last(desk)
    assert {kept(desk, one).review_due for one in crowd} == {TODAY + 10 * DAY}


def test_that_a_stale_proposal_moves_nothing(desk: Office) -> None:
    crowd = [due(desk, 10) for _ in range(9)]
    moves = review_load.load(desk).moves
    cases.set_review(desk, moves[-1].case, TODAY + 3 * DAY)
    with pytest.raises(Refused) as refused:
        review_load.move_reviews(desk, moves)
    assert refused.value.problems[0].problem is Problem.CHANGED_MEANWHILE
    stayed = [one for one in crowd if one.id != moves[-1].case]
    assert {kept(desk, one).review_due for one in stayed} == {TODAY + 10 * DAY}


def test_that_no_review_is_moved_onto_leave(desk: Office) -> None:
    for _ in range(9):
        due(desk, 10)
    away = Leave(id=LeaveId(new_id()), since=TODAY, until=TODAY + 8 * DAY, words="Away")
    review_load.add_leave(desk, away)
    load = review_load.load(desk)
    assert load.weeks[1].free == ()
    assert all(move.after > away.until for move in load.moves)
    assert review_load.leaves(desk) == (away,)
    review_load.remove_leave(desk, away.id)
    assert review_load.leaves(desk) == ()
    undoing.undo_last(desk)
    assert review_load.leaves(desk) == (away,)


def test_that_leave_cannot_end_before_it_starts() -> None:
    with pytest.raises(Refused) as refused:
        Leave(id=LeaveId(new_id()), since=TODAY, until=TODAY - DAY)
    assert refused.value.problems[0].field == "until"


def solved(office: Office, area: str, result: HoldResult | None) -> Case:
    case = opened(office, focus_areas=(area,))
    analysis = ProblemAnalysis(
        id=ProblemAnalysisId(new_id()),
        case=case.id,
        statement="Bins set alight.",
        responses=(Response(side=Side.LOCATION, text="Lock the store."),),
        assessed_on=TODAY,
        result=ProblemResult.REDUCED,
        finding="Two fires, nine before.",
    )
    problem_analyses.save(office, analysis)
    cases.close(office, case.id, a_closure())
    if result is not None:
        check = HoldCheck(
            id=HoldCheckId(new_id()), case=case.id, closed_on=TODAY, result=result,
            answered_on=TODAY, asked_by="Ilse Sedgeway", finding="As above.",
        )  # fmt: skip
        closing.answer_hold(office, check)
    return case


def test_that_the_learning_sheet_counts_what_held_and_leaves_as_a_workbook(
    desk: Office, tmp_path: Path
) -> None:
    solved(desk, "asb_personal", HoldResult.HELD)
    solved(desk, "asb_personal", HoldResult.NOT_ASKED)
    solved(desk, "asb_personal", None)
    opened(desk, focus_areas=("asb_personal",))
    (row,) = learning.what_held(desk, TODAY.year)
    counted = dict(zip(learning.HEADERS, row.cells(), strict=True))
    assert counted["Response"] == "Response: Location"
    assert (counted["Cases"], counted["Result: reduced"], counted["Afterwards: held"]) == (3, 3, 1)
    assert counted["Afterwards: not asked yet"] == 2
    assert learning.what_held(desk, TODAY.year - 1) == ()
    assert learning.years(desk) == (TODAY.year,)
    place = tmp_path / "what held.xlsx"
    learning.write_sheet(desk, TODAY.year, place)
    book = load_workbook(place)
    assert book["Read this first"]["A2"].value == learning.CAUTION
    assert book[f"What held {TODAY.year}"]["C2"].value == 3
    assert lists.today(desk).closed_asking == ()
