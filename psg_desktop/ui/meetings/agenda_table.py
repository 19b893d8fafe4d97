"""The grid of an agenda: an item goes elsewhere by Alt and an arrow, or by dragging its row."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from psg_desktop.domain.agendas import ItemState
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.ui import appearance
from psg_desktop.ui.meetings.columns import PROPOSED, STATE, agenda_columns
from psg_desktop.ui.widgets.table import TableView

_LINE = 2
_ALT = Qt.KeyboardModifier.AltModifier


class AgendaTable(TableView[AgendaLine]):
    """Emits `moved(AgendaLine, place)` with the place an item is to have, counted from 0."""

    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Agenda", agenda_columns(), key=lambda line: line.item.id)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setAccessibleDescription("Alt and an arrow move the item up or down.")
        self._pressed: QPoint | None = None
        self._dropping: int | None = None

    def show_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show the agenda: what waits to be agreed before the meeting, what became of it after."""
        self.show_rows(lines)
        begun = any(line.item.state is not ItemState.TO_COME for line in lines)
        waiting = any(line.proposed for line in lines)
        for heading, shown in ((STATE, begun), (PROPOSED, waiting and not begun)):
            self.setColumnHidden(heading, not shown)
        self.stretch()

    def shift(self, by: int) -> None:
        """Ask for the chosen item to go up or down."""
        line = self.current
        if line is not None:
            to = line.item.position + by
            if 0 <= to < len(self.table_model.rows):
                self.moved.emit(line, to)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & _ALT and event.key() in steps:
            self.shift(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete and self.current is not None:
            self.removed.emit(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far or self._dropping is not None:
            self._dropping = self._gap(here)
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gap, self._dropping, self._pressed = self._dropping, None, None
        self.viewport().update()
        line = self.current
        if gap is None or line is None:
            super().mouseReleaseEvent(event)
            return
        to = gap - 1 if gap > line.item.position else gap
        if to != line.item.position:
            self.moved.emit(line, to)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dropping is None:
            return
        look = appearance.current()
        last = self._dropping >= len(self.table_model.rows)
        row = self._dropping - 1 if last else self._dropping
        top = self.rowViewportPosition(row) + (self.rowHeight(row) if last else 0)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(look.colour("accent")), look.px(_LINE)))
        painter.drawLine(0, top, self.viewport().width(), top)
        painter.end()

    def _gap(self, here: QPoint) -> int:
        """Give the gap between rows nearest to a point: 0 above the first row."""
        row = self.rowAt(here.y())
        if row < 0:
            return 0 if here.y() < 0 else len(self.table_model.rows)
        middle = self.rowViewportPosition(row) + self.rowHeight(row) // 2
        return row + 1 if here.y() > middle else row
