"""The board's tables over random caseloads: everything counts once, and what adds up adds up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import board, catalogue, facts
from psg_desktop.domain.changes import Act
from psg_desktop.domain.statistics.breakdowns import WIDER, BreakdownCode
from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.periods import Period, read_period
from psg_desktop.domain.statistics.tables import Table
from tests.casework.statistics.caseload import fill
from tests.counted_by_hand import number, numbers

CODES = ("2026Q2", "2025-26", "2026Q2-12m")


def period(code: str) -> Period:
    found = read_period(code)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def seed() -> int:
    return 20261122


@pytest.fixture
def filled(desk: Office, seed: int) -> Office:
    fill(desk, seed)
    return desk


def tables_of(office: Office, code: str) -> tuple[Table, ...]:
    asked = period(code)
    return board.board_tables(asked, catalogue.of_vault(office, asked.last_day))


def populations(office: Office, tables: Sequence[Table]) -> tuple[Population, ...]:
    found = facts.populations(office, board.quarters_of(tables))
    return tuple(one.population for one in found)


def every_code(population: Population) -> Iterator[tuple[str, str]]:
    for history in population.histories:
        for standing in history.standings:
            yield from zip(population.variables, standing.traits, strict=True)
            for event in standing.events:
                yield from event.details


def test_that_each_breakdown_puts_each_code_in_one_category(desk: Office) -> None:
    known = catalogue.of_vault(desk, desk.today())
    for code in BreakdownCode:
        breakdown = known[code]
        assert sum(len(one.codes) for one in breakdown.categories) == len(breakdown.codes)
        assert all(one.codes and one.label for one in breakdown.categories)
        for names in ([one.code for one in breakdown.categories],
                      [one.label for one in breakdown.categories]):  # fmt: skip
            assert len(set(names)) == len(names), code


def test_that_a_wider_breakdown_joins_categories_of_the_narrower_one(filled: Office) -> None:
    known = catalogue.of_vault(filled, filled.today())
    for narrow in WIDER:
        wider = known.wider(narrow)
        assert wider is not None
        assert wider.codes == known[narrow].codes
        for category in wider.categories:
            parts = [one.codes for one in known[narrow].categories if one.codes & category.codes]
            assert frozenset().union(*parts) == category.codes, category


def test_that_every_unit_falls_into_exactly_one_category_of_each_variable(filled: Office) -> None:
    tables = tables_of(filled, "2026Q2")
    known = catalogue.of_vault(filled, filled.today())
    found = {pair for one in populations(filled, tables) for pair in every_code(one)}
    for variable, code in found:
        holding = [one for one in known[BreakdownCode(variable)].categories if code in one.codes]
        assert len(holding) == 1, (variable, code)
    assert {code for _, code in found} >= {"not_recorded", "other"}


@pytest.mark.parametrize("code", CODES)
def test_that_the_parts_of_a_line_add_up_to_its_total(filled: Office, code: str) -> None:
    tables = tables_of(filled, code)
    counted = {one.code: one for one in populations(filled, tables)}
    split = set()
    for table in tables:
        population = counted[table.population]
        for line in table.lines:
            whole, variable = total_of(line)
            split.add(variable)
            parts = sum(number(one, population) for one in line.cells)
            assert parts == number(whole, population), table.code
            if table.columns[0].code == "all":
                assert whole in table.every_cell
    assert split >= {"kind", "focus_area", "risk", "age", "outcome", "reason", "action_time"}


def total_of(line: Line) -> tuple[Cell, str]:
    """Give the number that a line divides, and the variable by which it does."""
    conditions = [dict(one.where) for one in line.cells]
    (variable,) = (name for name in conditions[0] if len({one[name] for one in conditions}) > 1)
    rest = tuple(one for one in line.cells[0].where if one[0] != variable)
    return replace(line.cells[0], where=rest), variable


@pytest.mark.parametrize("code", CODES)
def test_that_the_flow_of_each_kind_and_of_all_leads_from_start_to_end(
    filled: Office, code: str
) -> None:
    tables = tables_of(filled, code)
    counted = populations(filled, tables)
    flows = [one for one in tables if one.code.startswith("flow")]
    assert len(flows) > 2
    for table in flows:
        flow = numbers(table, counted)
        for column in (one.label for one in table.columns):
            start, end = flow["Open at the start"][column], flow["Open at the end"][column]
            assert start + flow["Opened"][column] - flow["Closed"][column] == end


def test_that_the_flow_counts_something(filled: Office) -> None:
    tables = tables_of(filled, "2025-26")
    flow = numbers(tables[0], populations(filled, tables))
    assert all(any(row.values()) for row in flow.values())


@pytest.mark.parametrize("code", CODES)
def test_that_every_table_could_stand_in_a_workbook(filled: Office, code: str) -> None:
    tables = tables_of(filled, code)
    assert len({one.code for one in tables}) == len(tables)
    for table in tables:
        assert re.fullmatch("[a-z_0-9]+", table.code)
        assert table.title
        assert table.unit
        headings = [table.row_header, *(one.label for one in table.columns)]
        assert all(headings)
        assert len(set(headings)) == len(headings)
        labels = [one.label for one in table.rows]
        assert len(set(labels)) == len(labels)
        assert all(len(row) == len(table.columns) for row in table.cells)
        assert len(table.cells) == len(table.rows)


def test_that_single_wards_stand_in_the_tables_of_a_year_only(filled: Office) -> None:
    by_ward = {
        code for code in CODES for one in tables_of(filled, code) if one.code == "open_by_ward"
    }
    assert by_ward == {"2025-26"}


def test_that_which_rows_there_are_says_nothing_about_the_caseload(desk: Office) -> None:
    fill(desk, seed=1, count=3)
    before = tables_of(desk, "2026Q2")
    with desk.working(Act.IMPORT_RECORDS) as unit:
        for one in unit.interventions.all():
            unit.interventions.remove(one.id)
    assert tables_of(desk, "2026Q2") == before


def test_that_an_empty_vault_counts_nothing_and_fails_nowhere(desk: Office) -> None:
    tables = tables_of(desk, "2025-26")
    counted = {one.code: one for one in populations(desk, tables)}
    assert all(number(one, counted[table.population]) == 0
               for table in tables for one in table.every_cell)  # fmt: skip
