"""A short list inside a card: every line opens what it names, by a click or by Enter."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView

_DETAIL = 2


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
        Column("Title", lambda line: line.words, width=120, stretch=True, tooltip=_words),
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
        look = appearance.current()
        self.setFixedHeight(len(lines) * look.row_height + 4)

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
