"""Numbers of tables counted one event at a time, as a cell is described and no cleverer."""

from collections.abc import Iterable

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.histories import Event, Population, Standing
from psg_desktop.domain.statistics.tables import Table


def number(cell: Cell, population: Population) -> int:
    """Count the events of a cell."""
    places = [population.quarters.index(quarter) for quarter in cell.quarters]
    return sum(
        _meets(cell, population.variables, history.standings[place], event)
        for history in population.histories
        for place in places
        for event in history.standings[place].events
    )


def numbers(table: Table, populations: Iterable[Population]) -> dict[str, dict[str, int]]:
    """Count a table: its numbers by the labels of rows and columns."""
    population = next(one for one in populations if one.code == table.population)
    return {
        row.label: {
            column.label: number(cell, population)
            for column, cell in zip(table.columns, cells, strict=True)
        }
        for row, cells in zip(table.rows, table.cells, strict=True)
    }


def _meets(cell: Cell, variables: tuple[str, ...], standing: Standing, event: Event) -> bool:
    known = dict(zip(variables, standing.traits, strict=True)) | dict(event.details)
    return event.measure == cell.measure and all(
        known[variable] in codes for variable, codes in cell.where
    )
