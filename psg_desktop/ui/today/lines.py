"""A short list inside a card: every line opens what it names, by a click or by Enter."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView

_LEAD, _TITLE, _DETAIL = range(3)
_MARGINS, _MARK, _LEAST = 24, 26, 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: what it is called, its words, what is due, the same at length, what it opens."""

    lead: str
    words: str = field(repr=False)
    detail: str = ""
    hint: str = ""
    status: Status | None = None
    target: object = None


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column("What", lambda line: line.lead, width=126),
        Column("Title", lambda line: line.words, width=_LEAST, stretch=True, tooltip=_words),
        Column(
            "Detail",
            lambda line: line.detail,
            width=140,
            status=lambda line: line.status,
            tooltip=lambda line: line.hint,
            spoken=lambda line: line.hint or line.detail,
        ),
    )


def _words(line: Line) -> str:
    return line.words


class Lines(TableView[Line]):
    """As high as its lines, without headings; `opened(line)` on a click or Enter."""

    def __init__(self, name: str) -> None:
        super().__init__(name, _columns(), key=lambda line: (line.lead, line.words))
        self.setObjectName("lines")
        self.horizontalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.doubleClicked.disconnect()
        self.clicked.connect(self._open)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.show_rows(lines)
        self.setColumnHidden(_DETAIL, not any(line.detail for line in lines))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._built:
            self._fit()

    def _fit(self) -> None:
        """Give reference and detail what their words need, the title the rest; as high as rows."""
        lines, look = self.table_model.rows, appearance.current()
        self.setFixedHeight(len(lines) * look.row_height + 4)
        lead = self._needed([line.lead for line in lines])
        room = self.viewport().width() - lead - look.px(_LEAST)
        mark = look.px(_MARK) if any(line.status for line in lines) else 0
        detail = min(self._needed([line.detail for line in lines]) + mark, room)
        self.setColumnWidth(_LEAD, lead)
        if not self.isColumnHidden(_DETAIL):
            self.setColumnWidth(_DETAIL, max(detail, look.px(_LEAST) // 2))
        self.stretch()

    def _needed(self, words: Sequence[str]) -> int:
        measured = (self.fontMetrics().horizontalAdvance(one) for one in words)
        return max(measured, default=0) + appearance.current().px(_MARGINS)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.table_model.index(0, 0))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def _open(self, index: QModelIndex) -> None:
        row = self.table_model.row(index.row())
        if row is not None:
            self.opened.emit(row)
