"""The tables of a release as lines of a list; the same table of another period stands below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import periods
from psg_desktop.words import statistics_page as words

_SHOWN = 104
_INDENT = "      "


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTable:
    """A line of the list: a table, or the whole release where there is none.

    Attributes:
        line: What is seen; of the same table for another period only that.
    """

    key: str
    line: str
    shown: int
    there: int
    table: PublishedTable | None = None

    @property
    def title(self) -> str:
        """The whole title of it."""
        return self.line if self.table is None else self.table.table.title


def listed(tables: Sequence[PublishedTable]) -> Iterator[ListedTable]:
    """Give a line for the whole, then one for each table."""
    there = sum(len(one.table.every_cell) for one in tables)
    shown = there - sum(one.withheld for one in tables)
    yield ListedTable(key="", line=words.WHOLE, shown=shown, there=there)
    above = ""
    for one in tables:
        period = periods.period(one.table.period)
        title = one.table.title.removesuffix(f", {period}")
        count = len(one.table.every_cell)
        yield ListedTable(
            key=one.table.code,
            line=f"{_INDENT}{period}" if title == above else title,
            shown=count - one.withheld,
            there=count,
            table=one,
        )
        above = title


COLUMNS: tuple[Column[ListedTable], ...] = (
    Column(
        "Table",
        lambda one: one.line,
        width=120,
        stretch=True,
        tooltip=lambda one: one.title,
        spoken=lambda one: one.title,
    ),
    Column(
        "Shown",
        lambda one: words.shown_of(one.shown, one.there),
        width=_SHOWN,
        number=True,
        spoken=lambda one: f"{words.shown_of(one.shown, one.there)} numbers shown",
    ),
)
