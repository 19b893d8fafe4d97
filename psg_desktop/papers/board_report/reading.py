"""Looking up displayed numbers of a release by table, row and column."""

from collections.abc import Iterator

from psg_desktop.domain.statistics.comparing import Direction, direction
from psg_desktop.domain.statistics.displays import Shown
from psg_desktop.domain.statistics.periods import PeriodKind
from psg_desktop.domain.statistics.published import PublishedTable, StatisticsRelease
from psg_desktop.words import board_findings as words
from psg_desktop.words import board_report, periods

# Tables with a map, whose every number stands in the table below it.
MAPPED = ("open_by_ward", "open_by_ward_group")
ALL, NOW = "all", "this_period"
QUARTER_BEFORE, YEAR_BEFORE, TWELVE_MONTHS = "quarter_before", "year_before", "twelve_months"


class Numbers:
    """The tables of one release by their codes."""

    def __init__(self, release: StatisticsRelease) -> None:
        self._tables = {one.table.code: one for one in release.tables}
        self.period = release.period

    def table(self, code: str) -> PublishedTable | None:
        """Give a table, None where the release has none of this code."""
        return self._tables.get(code)

    def find(self, code: str, row: str, column: str = NOW) -> Shown | None:
        """Give a number that is displayed; None where it is withheld or not there."""
        published = self._tables.get(code)
        if published is None:
            return None
        rows = [one.code for one in published.table.rows]
        columns = [one.code for one in published.table.columns]
        if row not in rows or column not in columns:
            return None
        found = published.shown[rows.index(row)][columns.index(column)]
        return found if found.number is not None else None

    def withheld(self, code: str, row: str) -> str:
        """Give words for a number of the period that is withheld; "" where none can be said."""
        published = self._tables.get(code)
        there = published is not None and row in {one.code for one in published.table.rows}
        return words.UNDER_FLOOR if there and published and not published.mixed else ""

    def comparisons(self, code: str, row: str, *, stock: bool = False) -> tuple[str, ...]:
        """Say how a number stands to those of earlier periods that are displayed beside it."""
        return tuple(self._comparisons(code, row, stock=stock))

    def _comparisons(self, code: str, row: str, *, stock: bool) -> Iterator[str]:
        now = self.find(code, row)
        for column in (QUARTER_BEFORE, YEAR_BEFORE):
            before = self.find(code, row, column)
            if now is None or before is None:
                continue
            said = self._earlier(column, stock=stock)
            yield words.comparison(direction(now, before), said, before)

    def _earlier(self, column: str, *, stock: bool) -> str:
        if column == QUARTER_BEFORE:
            return board_report.EARLIER_STOCK if stock else board_report.EARLIER_FLOW
        if stock:
            return board_report.YEAR_EARLIER_STOCK
        quarter = self.period.kind is PeriodKind.QUARTER
        return board_report.YEAR_EARLIER_QUARTER if quarter else board_report.YEAR_EARLIER_FLOW

    @property
    def when(self) -> str:
        """Give the period as it stands in a sentence about what happened in it."""
        return board_report.during(periods.period(self.period))


def clear(one: Shown, other: Shown) -> bool:
    """Tell whether one displayed number is surely higher than another."""
    return direction(one, other) is Direction.HIGHER
