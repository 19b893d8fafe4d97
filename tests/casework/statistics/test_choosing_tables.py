"""Which tables are published: as fine as tells most, as they were before, or as somebody asks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import alternatives, publishing
from psg_desktop.casework.statistics.board import Candidate
from psg_desktop.casework.statistics.designing import by_floor, designed
from psg_desktop.casework.statistics.protecting import NoSafeTables
from psg_desktop.domain.refusals import Refused
from psg_desktop.domain.statistics.asked import Asked
from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.domain.statistics.measures import MeasureCode
from psg_desktop.domain.statistics.periods import financial_year
from psg_desktop.domain.statistics.tables import Heading, Table
from psg_desktop.privacy.tables.information import information
from tests.casework.statistics.sixty_cases import period, sixty_cases

QUARTER = date(2026, 7, 1)


@pytest.fixture
def office() -> Iterator[Office]:
    """A vault of sixty cases opened over the last year and a half."""
    with sixty_cases() as office:
        yield office


def table(code: str, parts: int) -> Table:
    """A table of one total and its parts."""
    whole = Cell(measure="open", quarters=(QUARTER,))
    cells = [replace(whole, where=((code, frozenset({str(number)})),)) for number in range(parts)]
    return Table(
        code=code,
        population="matters",
        title=code,
        unit="cases",
        period=period("2026Q3"),
        rows=tuple(Heading(code=str(row), label=str(row)) for row in range(parts + 1)),
        columns=(Heading(code="this_period", label="Now"),),
        cells=tuple((cell,) for cell in (whole, *cells)),
        lines=(Line(cells=tuple(cells)),),
    )


def counted(one: Table, numbers: list[int]) -> dict[Cell, int]:
    whole, *parts = one.every_cell
    return {whole: sum(numbers), **dict(zip(parts, numbers, strict=True))}


FINE, COARSE = table("ward", 14), table("ward_group", 2)
DESIGN = (Candidate(by="Ward", tables=(FINE,)), Candidate(by="Group of wards", tables=(COARSE,)))


def test_that_a_table_of_mostly_withheld_numbers_gives_way_to_a_coarser_one() -> None:
    numbers = counted(FINE, [12, 11, *[5] * 12]) | counted(COARSE, [45, 38])
    found = designed([DESIGN], numbers)
    assert found.tables == (COARSE,)
    (coarser,) = found.coarser
    assert (coarser.finest.withheld, coarser.finest.numbers) == (12, 15)
    assert (coarser.chosen.withheld, coarser.chosen.numbers) == (0, 3)


def test_that_a_fine_table_stays_where_it_tells_more() -> None:
    numbers = counted(FINE, [20] * 14) | counted(COARSE, [140, 140])
    found = designed([DESIGN], numbers)
    assert found.tables == (FINE,)
    assert not found.coarser


def test_that_what_was_published_last_stays_unless_another_tells_much_more() -> None:
    numbers = counted(FINE, [12, *[5] * 13]) | counted(COARSE, [40, 37])
    fine, coarse = (information(by_floor(one, numbers)) for one in (FINE, COARSE))
    assert coarse > fine * 1.5
    assert designed([DESIGN], numbers, {"ward"}).tables == (COARSE,)
    closer = counted(FINE, [30, 20, *[5] * 12]) | counted(COARSE, [65, 45])
    fine, coarse = (information(by_floor(one, closer)) for one in (FINE, COARSE))
    first, second = (FINE, COARSE) if fine < coarse else (COARSE, FINE)
    assert designed([DESIGN], closer).tables == (second,)
    assert designed([DESIGN], closer, {first.code}).tables == (first,)


def test_that_of_two_tables_that_tell_nothing_the_smaller_is_published() -> None:
    numbers = counted(FINE, [1] * 14) | counted(COARSE, [7, 7])
    assert designed([DESIGN], numbers).tables == (COARSE,)


def test_that_a_table_somebody_asks_for_goes_into_the_same_ledger(office: Office) -> None:
    board = publishing.publish(office, publishing.plan(office, period("2025Q4")))
    asked = Asked(
        measure=MeasureCode.OPEN_AT_END,
        period=period("2025Q4"),
        breakdowns=(BreakdownCode.RISK,),
    )
    planned = publishing.plan_table(office, asked)
    assert planned.entry.about == "open_at_end_by_risk"
    assert planned.entry.earlier == 1
    release = publishing.publish(office, planned)
    assert [one.about for one in publishing.releases(office)] == ["open_at_end_by_risk", ""]
    assert publishing.plan_table(office, asked).published
    assert publishing.plan(office, period("2025Q4")).published
    # What both tables show of the same number is the same.
    theirs = {
        cell: one
        for found in board.tables
        for cells, row in zip(found.table.cells, found.shown, strict=True)
        for cell, one in zip(cells, row, strict=True)
    }
    (mine,) = release.tables
    shared = 0
    for cells, row in zip(mine.table.cells, mine.shown, strict=True):
        for cell, one in zip(cells, row, strict=True):
            if cell in theirs:
                shared += 1
                assert theirs[cell] == one
    assert shared


def test_that_alternatives_tell_more_and_are_as_safe(office: Office) -> None:
    asked = Asked(
        measure=MeasureCode.OPEN_AT_END,
        period=period("2025Q4"),
        breakdowns=(BreakdownCode.RISK, BreakdownCode.FOCUS_AREA),
    )
    ways: list[tuple[str, float]] = []

    def watch(population: str, done: int, total: int) -> None:
        ways.append((population, done / max(total, 1)))

    found = alternatives.search(office, asked, watch)
    # Only what the table counts is looked at, and the way to the end is told as one.
    assert {population for population, _ in ways} == {"matters"}
    assert sorted(far for _, far in ways) == [far for _, far in ways]
    assert ways[-1][1] > ways[0][1]
    told = [one.information for one in found]
    assert told == sorted(told, reverse=True)
    (first,) = [one for one in found if not one.changes]
    assert first.asked == asked
    best = found[0]
    assert best.information >= first.information
    assert best.changes
    assert best.withheld < first.withheld
    assert best.plan is not None
    assert all(
        one.number is None or one.number >= 10
        for made in best.plan.tables
        for row in made.shown
        for one in row
    )
    assert best.plan.entry.examined >= 0
    # Nothing is kept of what was only looked at.
    assert not publishing.releases(office)
    published = publishing.publish(office, best.plan)
    assert published.about == best.asked.code


def test_that_what_cannot_be_asked_for_is_refused(office: Office) -> None:
    early = Asked(measure=MeasureCode.OPENED, period=period("2099Q1"))
    with pytest.raises(Refused):
        publishing.plan_table(office, early)
    wards = Asked(
        measure=MeasureCode.OPENED,
        period=period("2025Q4"),
        breakdowns=(BreakdownCode.WARD,),
    )
    with pytest.raises(Refused):
        alternatives.search(office, wards)


def test_that_categories_too_many_to_check_are_refused_in_a_sentence(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("psg_desktop.privacy.tables.blocks.MOST_VALUES", 3)
    asked = Asked(
        measure=MeasureCode.OPEN_AT_END,
        period=period("2025Q4"),
        breakdowns=(BreakdownCode.RISK, BreakdownCode.FOCUS_AREA),
    )
    with pytest.raises(NoSafeTables, match="fewer breakdowns"):
        publishing.plan_table(office, asked)


def test_that_a_financial_year_holds_its_days() -> None:
    assert financial_year(date(2026, 3, 31)).code == "2025-26"
    assert financial_year(date(2026, 4, 1)).code == "2026-27"
