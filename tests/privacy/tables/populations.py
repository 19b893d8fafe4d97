"""Populations and cells for tests of the audit, without a vault."""

from collections.abc import Mapping, Sequence
from datetime import date

from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.domain.statistics.histories import Event, History, Population, Standing
from psg_desktop.domain.statistics.periods import Period, PeriodKind
from psg_desktop.domain.statistics.tables import Heading, Table

QUARTER = date(2026, 7, 1)
NEXT = date(2026, 10, 1)
PERIOD = Period(kind=PeriodKind.QUARTER, last_quarter=QUARTER)
OPEN = Event(measure="open")


def cell(quarter: date = QUARTER, **where: str) -> Cell:
    """Give the cell of open units with these categories."""
    conditions = tuple((name, frozenset({code})) for name, code in sorted(where.items()))
    return Cell(measure="open", quarters=(quarter,), where=conditions)


def crossed(counts: Mapping[tuple[str, str], int]) -> Population:
    """Give units of one quarter by row and column."""
    histories = tuple(
        History(standings=(Standing(traits=pair, events=(OPEN,)),))
        for pair, count in counts.items()
        for _ in range(count)
    )
    return Population(
        code="units", variables=("row", "column"), quarters=(QUARTER,), histories=histories
    )


def over_time(lives: Sequence[tuple[str, str]]) -> Population:
    """Give units over two quarters: a category, and "1" or "0" for each quarter they are open in.

    Args:
        lives: The category of each unit with its life, such as ("a", "01").
    """
    histories = tuple(
        History(
            standings=tuple(
                Standing(traits=(code,), events=(OPEN,) if one == "1" else ()) for one in life
            )
        )
        for code, life in lives
    )
    return Population(
        code="units", variables=("row",), quarters=(QUARTER, NEXT), histories=histories
    )


def table(
    code: str, cells: Sequence[Sequence[Cell]], lines: Sequence[Sequence[Cell]] = ()
) -> Table:
    """Give a table of some cells, whatever its headings."""
    return Table(
        code=code,
        population="units",
        title=code,
        unit="units",
        period=PERIOD,
        rows=tuple(Heading(code=str(one), label=str(one)) for one in range(len(cells))),
        columns=tuple(Heading(code=str(one), label=str(one)) for one in range(len(cells[0]))),
        cells=tuple(tuple(row) for row in cells),
        lines=tuple(Line(cells=tuple(one)) for one in lines),
    )
