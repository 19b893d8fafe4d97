"""Demand typed, read back, undone, compared and added up over the caseload."""

from datetime import date

import pytest

from psg_desktop.casework.assessing import demand, demand_cohort, demand_lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.changes import Act
from psg_desktop.domain.demand import DemandCell, DemandMeasure, months_from, shifted
from psg_desktop.domain.demand_change import LeftOut, WindowLength
from psg_desktop.domain.ids import AgencyId, CaseId
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import a_case, a_closure, new_id

OPENED = date(2026, 5, 14)
OCTOBER = date(2026, 10, 1)


def put_case(office: Office, opened: date = OPENED) -> CaseId:
    case = a_case(id=CaseId(new_id()), reference=f"PSG-{new_id()}", opened=opened)
    with office.working(Act.OPEN_CASE) as unit:
        unit.cases.put(case)
    return case.id


def cell(
    case: CaseId, month: date, measure: str = "ambulance", agency: AgencyId | None = None
) -> DemandCell:
    return DemandCell(case=case, measure=measure, agency=agency, month=month)


def count(office: Office, case: CaseId, first: date, *numbers: int) -> None:
    months = (shifted(first, by) for by in range(len(numbers)))
    demand.keep(office, {cell(case, m): n for m, n in zip(months, numbers, strict=True)})


def test_that_what_is_typed_is_kept_in_one_step_and_undone_in_one(desk: Office) -> None:
    case = put_case(desk)
    count(desk, case, date(2026, 8, 1), 4, 0, 6)
    (kept,) = demand.series(desk, case)
    assert kept.name == "Ambulance calls"
    assert list(kept.counts.values()) == [4, 0, 6]
    undoing.undo_last(desk)
    assert demand.series(desk, case) == ()


def test_that_an_emptied_cell_is_not_known_and_nought_is_nought(desk: Office) -> None:
    case = put_case(desk)
    count(desk, case, date(2026, 9, 1), 4, 6)
    demand.keep(desk, {cell(case, OCTOBER): None, cell(case, date(2026, 9, 1)): 0})
    (kept,) = demand.series(desk, case)
    assert kept.counts == {date(2026, 9, 1): 0}
    undoing.undo_last(desk)
    (kept,) = demand.series(desk, case)
    assert kept.counts == {date(2026, 9, 1): 4, OCTOBER: 6}


def test_that_a_cell_emptied_and_filled_again_is_still_one_count(desk: Office) -> None:
    case = put_case(desk)
    for number in (4, None, 5):
        demand.keep(desk, {cell(case, OCTOBER): number})
    assert [one.count for one in demand.counts(desk, case)] == [5]
    undoing.undo_last(desk)
    undoing.undo_last(desk)
    assert [one.count for one in demand.counts(desk, case)] == [4]


def test_that_each_wrong_cell_is_refused_by_its_own_field_and_nothing_is_kept(
    desk: Office,
) -> None:
    case = put_case(desk)
    wrong, late = cell(case, OCTOBER), cell(case, date(2026, 12, 1))
    with pytest.raises(Refused) as caught:
        demand.keep(desk, {wrong: -1, late: 2, cell(case, date(2026, 9, 1)): 3})
    assert {(one.field, one.problem) for one in caught.value.problems} == {
        (wrong.field, Problem.NOT_A_COUNT),
        (late.field, Problem.DATE_IN_FUTURE),
    }
    assert demand.counts(desk, case) == ()


def test_that_a_closed_case_takes_no_more_counts(desk: Office) -> None:
    case = put_case(desk)
    cases.close(desk, case, a_closure())
    with pytest.raises(Refused, match="case_is_closed"):
        count(desk, case, OCTOBER, 3)


def test_that_series_of_agencies_stand_apart_in_the_order_of_the_measures(desk: Office) -> None:
    case = put_case(desk)
    agency = agencies.choices(desk)[0]
    demand.keep(
        desk,
        {
            cell(case, OCTOBER): 1,
            cell(case, OCTOBER, "police_999"): 2,
            cell(case, OCTOBER, "police_999", agency.id): 3,
        },
    )
    assert [one.name for one in demand.series(desk, case)] == [
        "999 calls to the police",
        f"999 calls to the police, {agency.label}",
        "Ambulance calls",
    ]


def test_that_the_shipped_triggers_are_met_by_a_month_and_by_three(desk: Office) -> None:
    case = put_case(desk)
    assert demand.triggers_met(desk, case) == ()
    count(desk, case, date(2026, 8, 1), 4, 4, 4)
    (three,) = demand.triggers_met(desk, case)
    assert (three.trigger.months, three.count) == (3, 12)
    count(desk, case, OCTOBER, 5)
    assert [one.trigger.months for one in demand.triggers_met(desk, case)] == [1, 3]


def test_that_a_case_is_compared_by_rates_of_known_months() -> None:
    series = {date(2026, 2, 1): 6, date(2026, 4, 1): 6}
    series |= dict.fromkeys(months_from(date(2026, 6, 1), date(2026, 8, 1)), 3)
    change = demand.change(OPENED, series, WindowLength.THREE, date(2026, 11, 21))
    assert (change.before.total, change.before.known) == (12, 2)
    assert (change.after.total, change.after.known) == (9, 3)
    assert change.over
    assert change.ratio is not None
    assert change.ratio.ratio == pytest.approx(0.5)


def test_that_the_latest_demand_is_of_the_three_months_that_are_over(desk: Office) -> None:
    case = put_case(desk)
    assert demand.latest(desk, case) is None
    count(desk, case, date(2026, 7, 1), 9)
    assert demand.latest(desk, case) is None
    count(desk, case, date(2026, 9, 1), 2, 1, 8)
    latest = demand.latest(desk, case)
    assert latest is not None
    assert (latest.first, latest.last) == (date(2026, 8, 1), OCTOBER)
    (line,) = latest.lines
    assert (line.name, line.total, line.known) == ("Ambulance calls", 3, 2)


def test_that_the_figure_of_the_caseload_adds_whole_cases_and_says_who_is_left_out(
    desk: Office,
) -> None:
    for numbers in ((4, 5, 6, 9, 2, 1, 0), (1, 1, 1, 9, 0, 0, 0)):
        count(desk, put_case(desk), date(2026, 2, 1), *numbers)
    count(desk, put_case(desk), date(2026, 2, 1), 4, 5)
    put_case(desk)
    late = put_case(desk, opened=date(2026, 9, 1))
    count(desk, late, OCTOBER, 1)
    (figure,) = demand_cohort.cohort(desk, WindowLength.THREE)
    assert (figure.measure, figure.cases) == ("ambulance", 2)
    assert (figure.before, figure.after) == (18, 3)
    assert figure.ratio is not None
    assert figure.ratio.ratio == pytest.approx(3 / 18)
    assert figure.left_out == {
        LeftOut.MONTHS_UNKNOWN: 1,
        LeftOut.NOT_COUNTED: 1,
        LeftOut.NOT_OVER: 1,
    }


def test_that_two_measures_cannot_have_one_name(desk: Office) -> None:
    made = DemandMeasure(id=desk.new_id(), code="ambulance_2", name="ambulance CALLS")
    with pytest.raises(Refused, match="already_there"):
        demand_lists.save_measure(desk, made)
