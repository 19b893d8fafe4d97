"""Referrals and counts out of whatever a sheet holds: an outcome for each row, or a sentence."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.demand import countable
from psg_desktop.domain.text import TEXT_LIMIT
from psg_desktop.exchange.check import DryRun, check
from psg_desktop.exchange.counts import count_reader
from psg_desktop.exchange.headers import guess_header
from psg_desktop.exchange.known import CaseFacts, Existing, Known
from psg_desktop.exchange.mapping import Purpose
from psg_desktop.exchange.opening import likeliest_sheet
from psg_desktop.exchange.outcomes import Status
from psg_desktop.exchange.purposes import OWN_PURPOSES, fields_of
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.suggest import suggest
from psg_desktop.exchange.tables import Table, table
from psg_desktop.faults import Unreadable
from tests.effort import examples
from tests.exchange.workbooks import TODAY, sheet_of, table_of

KNOWN = Known(
    cases={"psg1": Existing(id="1", label="PSG-1")},
    case_facts={"1": CaseFacts(id="1", label="PSG-1", state=CaseState.ACTIVE_PLAN)},
    cases_named={"wilf marrowby": ("1",)},
    measures={"Ambulance calls": "Ambulance calls", "999": "999 calls to the police"},
)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.sampled_from(
        (
            *("PSG-1", "Wilf Marrowby", "999", "Ambulance calls", "Apr 26", "2026-04", "-3", "nil"),
            *("Person", "place: The Green", "Yes", "Today", "FM1 1AA", "31/02/2026", "1e308", "<5"),
        )
    ),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)
HEADERS = (
    "Case", "Name", "Measure", "Month", "Count", "Apr 2026", "May 2026", "Reason for referral",
    "Referrer", "Date of referral", "Address", "Colour",
)  # fmt: skip


def told_or_kept(of: Table, purpose: Purpose) -> DryRun | None:
    """Check a table; give the run, or None where it was refused with a sentence."""
    try:
        run = check(of, suggest(of, purpose), KNOWN, TODAY)
    except Unreadable:
        return None
    assert {row.number for row in run.rows} >= {row.number for row in of.rows}
    for row in run.wrong:
        assert any(one.stops and one.sentence.endswith(".") for one in row.problems)
    for draft in run.drafts:
        assert draft.referral is None or 0 < len(draft.referral.problem) <= TEXT_LIMIT
        assert all(countable(one.count) and one.month <= TODAY for one in draft.counts)
    return run


_LARGEST = 400_000


def test_that_no_open_file_is_taken_for_what_it_is_not_or_breaks_the_check(
    shared_data: Path,
) -> None:
    every = (one for one in sorted((shared_data / "messy").rglob("*")) if one.is_file())
    files = [one for one in every if one.stat().st_size < _LARGEST]
    assert files
    for file in files:
        try:
            opened = likeliest_sheet(read_workbook(file))
        except Unreadable:
            continue
        assert opened.mapping.purpose not in OWN_PURPOSES, file.name
        told_or_kept(opened.table, Purpose.REFERRALS)
        run = told_or_kept(opened.table, Purpose.DEMAND)
        assert run is None or run.drafts == (), file.name


@settings(
    deadline=None,
    max_examples=examples(50, soak=1200),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.data())
def test_that_any_cells_under_any_columns_give_an_outcome_or_a_sentence(
    data: st.DataObject,
) -> None:
    width = len(HEADERS)
    rows = data.draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=6))
    of = table_of(HEADERS, *rows)
    for purpose in sorted(OWN_PURPOSES):
        told_or_kept(of, purpose)
        mapping = suggest(of, purpose)
        for header in of.headers:
            mapping = mapping.assign(header, data.draw(st.sampled_from(fields_of(purpose))))
        try:
            run = check(of, mapping, KNOWN, TODAY)
        except Unreadable:
            continue
        assert sum(run.count(status) for status in Status) == len(run.rows)


@settings(deadline=None)
@given(CELLS)
def test_that_a_cell_is_a_count_a_blank_or_refused_with_a_sentence(cell: Cell) -> None:
    (reading,) = count_reader().read_all([cell])
    if reading.value is not None:
        assert countable(int(str(reading.value)))
    assert all(one.stops and one.advice.endswith(".") for one in reading.remarks)
    assert reading.value is None or not reading.remarks


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        *(("4", "4"), (4.0, "4"), ("1,204", "1204"), ("nil", "0"), ("None", "0"), (0, "0")),
        *((" 7 ", "7"), ("n/a", None), (None, None), ("-", None)),
    ],
)
def test_that_counts_are_read_as_offices_write_them(cell: Cell, count: str | None) -> None:
    (reading,) = count_reader().read_all([cell])
    assert (reading.value, reading.remarks) == (count, ())


@pytest.mark.parametrize(
    "cell",
    [
        *(float("inf"), float("nan"), True, "5/4", "six", date(2026, 4, 5), time(4, 5), "(3)"),
        *("\u22123", "3.5", "\u00bd", "*", "fewer than 5"),
        pytest.param("9" * 5_000, id="many nines"),
        pytest.param(10**400, id="many noughts"),
    ],
)
def test_that_what_is_no_count_is_refused(cell: Cell) -> None:
    (reading,) = count_reader().read_all([cell])
    assert reading.value is None
    assert len(reading.remarks) == 1


def test_that_a_row_of_months_is_taken_for_the_header() -> None:
    days = [date(2026, month, 1) for month in range(1, 13)]
    for headings in (days, [f"{day:%b-%y}" for day in days], [f"{day:%B %Y}" for day in days]):
        sheet = sheet_of(
            ("Demand 2026",),
            ("Case", "Measure", *headings),
            ("PSG-1", "999", *range(12)),
            ("PSG-1", "Ambulance calls", *range(12)),
        )
        found = guess_header(sheet)
        assert found.row == 1
        cut = table(sheet, found.row, found.upper_row)
        mapping = suggest(cut)
        assert mapping.purpose is Purpose.DEMAND
        run = check(cut, mapping, KNOWN, TODAY)
        # December 2026 has not begun on 21 November 2026.
        assert run.count(Status.WRONG) == 2
        cleared = cut.headers[-1]
        run = check(cut, mapping.leave_out(cleared), KNOWN, TODAY)
        assert [len(draft.counts) for draft in run.drafts] == [11, 11]


def test_that_years_above_months_are_read_together() -> None:
    sheet = sheet_of(
        (None, None, 2025, None, 2026, None),
        ("Case", "Measure", "Nov", "Dec", "Jan", "Nov"),
        ("PSG-1", "999", 1, 2, 3, 4),
    )
    found = guess_header(sheet)
    cut = table(sheet, found.row, found.upper_row)
    (draft,) = check(cut, suggest(cut), KNOWN, TODAY).drafts
    assert [f"{one.month:%m/%y} {one.count}" for one in draft.counts] == [
        *("11/25 1", "12/25 2", "01/26 3", "11/26 4")
    ]
