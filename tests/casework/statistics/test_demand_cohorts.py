"""Demand before and after: who is published when, once, and how it stands from then on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from psg_desktop.casework.assessing import demand as counting
from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import demand, ledger, ledger_demand, publishing
from psg_desktop.casework.statistics.ledger import LedgerDamaged
from psg_desktop.casework.statistics.publishing_files import write_release
from psg_desktop.domain.changes import Act
from psg_desktop.domain.demand import DemandMeasure, shifted
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.statistics.asked import Asked
from psg_desktop.domain.statistics.displays import Shown
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.domain.statistics.magnitudes import PublishedCohort
from psg_desktop.domain.statistics.measures import MeasureCode
from psg_desktop.domain.statistics.periods import Period, quarter_period
from tests.builders import a_case, new_id
from tests.casework.assessing.test_demand import cell
from tests.casework.statistics.entries import put_entry

SPRING, SUMMER = quarter_period(date(2026, 4, 1)), quarter_period(date(2026, 7, 1))
# Six months after a case opened in December were over by the end of June.
DECEMBER, MARCH = date(2025, 12, 10), date(2026, 3, 10)


def put_cases(
    office: Office, numbers: Sequence[tuple[int, int]], opened: date, measure: str = "ambulance"
) -> list[CaseId]:
    """Put cases with so many contacts in the first month before, and in the last after."""
    made = [
        a_case(id=CaseId(new_id()), reference=f"PSG-{new_id()}", opened=opened) for _ in numbers
    ]
    with office.working(Act.OPEN_CASE) as unit:
        unit.cases.put(*made)
    for case, pair in zip(made, numbers, strict=True):
        count(office, case.id, opened, pair, measure)
    return [one.id for one in made]


def count(
    office: Office, case: CaseId, opened: date, pair: tuple[int, int], measure: str = "ambulance"
) -> None:
    """Count six months before a case was opened and six after."""
    month = opened.replace(day=1)
    counts = {shifted(month, by): 0 for by in range(-6, 7)}
    counts |= {shifted(month, -6): pair[0], shifted(month, 6): pair[1]}
    counting.keep(office, {cell(case, one, measure): number for one, number in counts.items()})


def planned(office: Office, period: Period) -> tuple[PublishedCohort, ...]:
    """Give what a release of a period would show."""
    return demand.cohorts(office, period, ledger.read(office))


def publish(office: Office, period: Period, **fields: Any) -> LedgerEntry:
    """Put a release with its cohorts into the ledger."""
    told = ledger_demand.written(planned(office, period))
    return put_entry(office, period.code, demand=told, **fields)


def test_that_ten_complete_cases_are_published_together_and_fewer_wait(desk: Office) -> None:
    put_cases(desk, [(20, 7)] * 9, DECEMBER)
    assert planned(desk, SPRING) == ()
    put_cases(desk, [(21, 8)], DECEMBER)
    (found,) = planned(desk, SPRING)
    assert (found.measure, found.name) == ("ambulance", "Ambulance calls")
    assert found.opened_by == date(2025, 12, 31)
    assert found.cases == Shown(number=10, low=10, high=12)
    assert found.before == Shown(number=200, low=195, high=204)
    assert found.after == Shown(number=70, low=65, high=74)
    assert len(found.parts) == 10


def test_that_cases_whose_months_are_not_over_or_not_known_wait(desk: Office) -> None:
    put_cases(desk, [(20, 7)] * 12, MARCH)
    assert planned(desk, SPRING) == ()
    assert len(planned(desk, SUMMER)) == 1
    late = put_cases(desk, [(20, 7)] * 12, MARCH, "police_999")
    counting.keep(desk, {cell(late[0], date(2026, 1, 1), "police_999"): None})
    (_, calls) = sorted(planned(desk, SUMMER), key=lambda one: one.measure)
    assert len(calls.parts) == 11


def test_that_each_case_is_published_once_whatever_becomes_of_it(desk: Office) -> None:
    first = put_cases(desk, [(20, 7)] * 12, DECEMBER)
    publish(desk, SPRING, withdrawn_on=date(2026, 11, 2), withdrawn_because="Areas were wrong.")
    (before,) = planned(desk, SPRING)
    # A withdrawn release is in people's hands: its cases are not published again.
    assert before.parts == ()
    count(desk, first[0], DECEMBER, (500, 400))
    put_cases(desk, [(20, 7)] * 9, MARCH)
    assert planned(desk, SUMMER) == (before,)
    put_cases(desk, [(20, 7)], MARCH)
    old, new = planned(desk, SUMMER)
    assert old == before
    assert (len(new.parts), new.opened_by) == (10, date(2026, 3, 31))
    publish(desk, SUMMER)
    every = [
        part.unit for found in ledger.read(desk).cohorts for one in found for part in one.parts
    ]
    assert len(every) == len(set(every)) == 22


def test_that_a_cohort_that_one_case_is_nearly_all_of_waits_to_be_pooled(desk: Office) -> None:
    put_cases(desk, [(5, 5)] * 12, DECEMBER)
    put_cases(desk, [(900, 5)], DECEMBER)
    assert planned(desk, SPRING) == ()
    put_cases(desk, [(20, 5)] * 12, MARCH)
    (found,) = planned(desk, SUMMER)
    assert len(found.parts) == 25


def test_that_a_measure_that_holds_another_and_one_case_more_waits(desk: Office) -> None:
    cases = put_cases(desk, [(20, 20)] * 40, DECEMBER)
    made = DemandMeasure(id=desk.new_id(), code="all_calls", name="All calls")
    with desk.working(Act.SAVE_SETTINGS) as unit:
        unit.demand_measures.put(made)
    for number, case in enumerate(cases):
        count(desk, case, DECEMBER, (20 if number else 270, 20), "all_calls")
    assert [one.measure for one in planned(desk, SPRING)] == ["ambulance"]


def test_that_the_ledger_points_at_no_case(desk: Office) -> None:
    cases = put_cases(desk, [(20, 7)] * 12, DECEMBER)
    entry = publish(desk, SPRING)
    for case in cases:
        assert str(case) not in entry.demand
        # Nor is a case known here by what it is known by among the matters.
        assert ledger.pseudonym(str(case)) not in entry.demand


def test_that_demand_is_covered_by_the_digest(desk: Office) -> None:
    put_cases(desk, [(20, 7)] * 12, DECEMBER)
    entry = publish(desk, SPRING)
    told = ledger_demand.read_back(entry.demand)
    changed = replace(told[0], before=Shown(number=900, low=895, high=904))
    with desk.working(Act.PUBLISH_STATISTICS) as unit:
        unit.statistics.put(replace(entry, demand=ledger_demand.written([changed])))
    with pytest.raises(LedgerDamaged):
        ledger.read(desk)


def test_that_demand_that_was_never_written_so_is_damage(desk: Office) -> None:
    put_entry(desk, "2026Q2", demand='[{"measure":"ambulance"}]')
    with pytest.raises(LedgerDamaged):
        ledger.read(desk)


def test_that_a_release_of_the_board_shows_its_cohorts_and_a_table_asked_for_none(
    desk: Office, tmp_path: Path
) -> None:
    put_cases(desk, [(20, 7)] * 12, DECEMBER)
    first = publishing.plan(desk, SPRING)
    publishing.publish(desk, first)
    put_cases(desk, [(30, 9)] * 12, MARCH)
    second = publishing.publish(desk, publishing.plan(desk, SUMMER))
    again = publishing.plan(desk, SPRING)
    assert again.published
    assert again.release.cohorts == first.release.cohorts
    assert [one.before.number for one in second.cohorts] == [240, 360]
    asked = publishing.plan_table(desk, Asked(measure=MeasureCode.OPENED, period=SUMMER))
    assert asked.release.cohorts == ()
    written = write_release(desk, second, tmp_path)
    (file,) = (one for one in written if "demand-before-and-after" in one.name)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[1:] == [
        "ambulance,Ambulance calls,2025-12-31,10,240,80,Lower",
        "ambulance,Ambulance calls,2026-03-31,10,360,110,Lower",
    ]
