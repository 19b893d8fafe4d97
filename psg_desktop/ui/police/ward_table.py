"""The wards of the district with one measure of one quarter, in any order."""

from collections.abc import Callable, Mapping
from typing import Any

from psg_desktop.domain.police_review import WardFigure
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import police_review as words

_ORDERS: dict[str, Callable[[WardFigure], Any]] = {
    "count": lambda row: row.count,
    "before": lambda row: -1 if row.before is None else row.before,
    "change": lambda row: 0 if row.before is None else row.count - row.before,
    "rate": lambda row: row.rate or 0.0,
    "leading": lambda row: row.leading,
}


class WardTable(TableView[WardFigure]):
    """Shows each ward of a measure; a click on a heading orders them."""

    def __init__(self) -> None:
        self._names: Mapping[str, str] = {}
        self._rows: tuple[WardFigure, ...] = ()
        self._order = ("count", True)
        super().__init__("Wards", self._columns(), key=lambda row: row.ward)
        self.sort_asked.connect(self._sort)

    def show_figures(self, rows: tuple[WardFigure, ...], names: Mapping[str, str]) -> None:
        """Show other figures, in the order asked for last."""
        self._rows, self._names = rows, names
        key, descending = self._order
        ordered = sorted(rows, key=self._name)
        if key == "ward":
            ordered = sorted(rows, key=self._name, reverse=descending)
        else:
            ordered.sort(key=_ORDERS[key], reverse=descending)
        self.show_rows(ordered)
        self.show_sorting(key, descending=descending)

    def _sort(self, key: str, descending: bool) -> None:  # noqa: FBT001 - the shape of the signal
        self._order = (key, descending)
        self.show_figures(self._rows, self._names)

    def _name(self, row: WardFigure) -> str:
        return self._names.get(row.ward, row.ward)

    def _columns(self) -> tuple[Column[WardFigure], ...]:
        return (
            Column("Ward", self._name, "ward", width=160, stretch=True),
            Column("This quarter", lambda row: f"{row.count:,}", "count", width=144, number=True),
            Column("A year before", words.before, "before", width=144, number=True),
            Column("Change", words.change, "change", width=104, number=True),
            Column("Beyond chance", words.judged, width=136),
            Column("Rate per quarter", words.rate, "rate", width=168, number=True),
            Column("Top fifth", words.leading, "leading", width=104),
        )
