"""The tables of a release as lines of a list; the same table of another period stands below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.papers.statistics.demand_table import CODE as DEMAND
from psg_desktop.papers.statistics.publication import OpenTable
from psg_desktop.ui.statistics.figures import Figures, figures_of, figures_of_plain
from psg_desktop.ui.statistics.reasons import Reasons
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
        shown: How much of it is shown.
    """

    key: str
    line: str
    shown: str
    figures: Figures | None = None

    @property
    def title(self) -> str:
        """The whole title of it."""
        return self.line if self.figures is None else self.figures.title


def listed(
    tables: Sequence[PublishedTable], plain: Sequence[OpenTable], reasons: Reasons
) -> Iterator[ListedTable]:
    """Give a line for the whole, then one for each table."""
    there = sum(len(one.table.every_cell) for one in tables)
    shown = there - sum(one.withheld for one in tables)
    yield ListedTable(key="", line=words.WHOLE, shown=words.shown_of(shown, there))
    yield from _of_counts(tables, reasons)
    for each in plain:
        yield ListedTable(
            key=f"plain/{each.code}",
            line=each.title,
            shown=words.AS_SUMS if each.code == DEMAND else words.IN_FULL,
            figures=figures_of_plain(each),
        )


def _of_counts(tables: Sequence[PublishedTable], reasons: Reasons) -> Iterator[ListedTable]:
    above = ""
    for one in tables:
        period = periods.period(one.table.period)
        title = one.table.title.removesuffix(f", {period}")
        count = len(one.table.every_cell)
        yield ListedTable(
            key=one.table.code,
            line=f"{_INDENT}{period}" if title == above else title,
            shown=words.shown_of(count - one.withheld, count),
            figures=figures_of(one, reasons),
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
        lambda one: one.shown,
        width=_SHOWN,
        number=True,
        spoken=lambda one: words.spoken_shown(one.shown),
    ),
)
