"""Measures say what they count once, and parts of a whole are known to be parts."""

from datetime import date

import pytest

from psg_desktop.domain.statistics.breakdowns import WIDER, BreakdownCode, variable_of
from psg_desktop.domain.statistics.measures import MEASURES, MeasureCode
from psg_desktop.domain.statistics.periods import Period, PeriodKind

QUARTER = Period(kind=PeriodKind.QUARTER, last_quarter=date(2026, 7, 1))
YEAR = Period(kind=PeriodKind.YEAR, last_quarter=date(2026, 1, 1))


@pytest.mark.parametrize("code", list(MeasureCode))
def test_that_every_measure_is_declared_under_its_code(code: MeasureCode) -> None:
    measure = MEASURES[code]
    assert measure.code is code
    assert len(set(measure.breakdowns)) == len(measure.breakdowns)
    assert measure.cell(QUARTER) is not None


def test_that_open_at_the_start_is_the_number_of_the_quarter_before() -> None:
    start, end = MEASURES[MeasureCode.OPEN_AT_START], MEASURES[MeasureCode.OPEN_AT_END]
    person = (("kind", frozenset({"person"})),)
    assert start.cell(QUARTER, person) == end.cell(QUARTER.shifted(-1), person)
    assert start.cell(YEAR) == end.cell(YEAR.shifted(-4))


def test_that_a_state_is_counted_on_the_last_day_and_a_flow_over_the_period() -> None:
    stock, flow = (
        MEASURES[one].cell(YEAR) for one in (MeasureCode.OPEN_AT_END, MeasureCode.CLOSED)
    )
    assert stock is not None
    assert flow is not None
    assert stock.quarters == (date(2026, 1, 1),)
    assert flow.quarters == YEAR.quarters


def test_that_accepted_and_not_accepted_divide_decided() -> None:
    accepted, refused = (MEASURES[one] for one in (MeasureCode.ACCEPTED, MeasureCode.NOT_ACCEPTED))
    assert accepted.counts is refused.counts is MEASURES[MeasureCode.DECIDED].counts
    ((_, taken),), ((_, left),) = accepted.of, refused.of
    assert not taken & left


def test_that_what_cannot_be_has_no_cell() -> None:
    withdrawn = (("outcome", frozenset({"withdrawn"})),)
    assert MEASURES[MeasureCode.ACCEPTED].cell(QUARTER, withdrawn) is None
    assert MEASURES[MeasureCode.NOT_ACCEPTED].cell(QUARTER, withdrawn) is not None


def test_that_a_wider_breakdown_divides_the_same_variable() -> None:
    for narrow, wider in WIDER.items():
        assert variable_of(narrow) == variable_of(wider) == narrow.value
    single = set(BreakdownCode) - set(WIDER.values())
    assert all(variable_of(one) == one.value for one in single)
