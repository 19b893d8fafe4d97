"""The heading row of a grid: a click sorts, the arrow at the right of a heading filters.

By keyboard it is entered with Up from the first row, as the first row of a sheet is; Left and
Right go along it, Enter or Space sorts, Alt+Down filters, Down or Esc goes back to the rows.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget
from typing_extensions import override

from psg_desktop.ui import appearance, fonts
from psg_desktop.ui.widgets.announcing import announce

_ARROW = 24
_PADDING = 11
_RING = 2
_CLOSED = ("chevron-down", "ink2")


class TableHeader(QHeaderView):
    """Paints sort and filter marks itself, so that both are seen in every look.

    Emits `sort_asked(section)`, `sift_asked(section)`, `left` when the rows are gone back to, and
    `moved_to(offset)` with the pixels to scroll by when the heading with the focus is out of view.
    """

    sift_asked = Signal(int)
    sort_asked = Signal(int)
    left = Signal()
    moved_to = Signal(int)

    def __init__(self, sifted: Iterable[int], sortable: Iterable[int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sifted = frozenset(sifted)
        self._sortable = frozenset(sortable)
        self._active: frozenset[int] = frozenset()
        self._sorted: tuple[int, bool] | None = None
        self._entered = 0
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setAccessibleName("Column headings")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSectionSize(_ARROW * 2)

    def show_sorting(self, section: int | None, *, descending: bool) -> None:
        """Mark the column the rows are sorted by."""
        self._sorted = None if section is None else (section, descending)
        self.viewport().update()

    def show_sifting(self, sections: Iterable[int]) -> None:
        """Mark the columns that hold rows back."""
        self._active = frozenset(sections)
        self.viewport().update()

    def enter(self, section: int) -> None:
        """Give the headings the focus, at one of them."""
        self._entered = section
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, section: int) -> None:
        """Read a heading out, and how the rows are sorted by it."""
        role = Qt.ItemDataRole.AccessibleTextRole
        announce(self, str(self.model().headerData(section, self.orientation(), role)))

    def arrow(self, section: int) -> QRect:
        """Give where the filter arrow of *section* is, in the coordinates of the header."""
        side = appearance.current().px(_ARROW)
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        return QRect(right - side - 2, (self.height() - side) // 2, side, side)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        box: Any = option  # the stubs do not list the public fields of a style option
        box.rect = rect
        box.section = logicalIndex
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        right = self._paint_marks(painter, rect, logicalIndex)
        self._paint_words(painter, rect, logicalIndex, right)
        if self.hasFocus() and logicalIndex == self._entered:
            look = appearance.current()
            width = look.px(_RING)
            painter.setPen(QPen(look.colour("focus"), width, j=Qt.PenJoinStyle.MiterJoin))
            inset = width // 2
            painter.drawRect(rect.adjusted(inset, inset, -width + inset, -width + inset))

    def _paint_marks(self, painter: QPainter, rect: QRect, section: int) -> int:
        """Paint the marks at the right of a heading; gives where they begin."""
        look = appearance.current()
        side, right = look.px(14), rect.right() - look.px(_PADDING)
        marks = []
        if section in self._sifted:
            marks.append(("filter", "accent") if section in self._active else _CLOSED)
        if self._sorted is not None and self._sorted[0] == section:
            marks.append(("sort-descending" if self._sorted[1] else "sort-ascending", "ink"))
        for name, ink in marks:
            corner = QPoint(right - side, rect.center().y() - side // 2)
            painter.drawPixmap(corner, appearance.pixmap(name, ink, side))
            right -= side + look.px(6)
        return right

    def _paint_words(self, painter: QPainter, rect: QRect, section: int, right: int) -> None:
        left = rect.left() + appearance.current().px(_PADDING)
        area = QRect(left, rect.top(), max(right - left, 0), rect.height())
        model, across = self.model(), Qt.Orientation.Horizontal
        words = str(model.headerData(section, across))
        side = model.headerData(section, across, Qt.ItemDataRole.TextAlignmentRole)
        painter.setFont(fonts.strong(self.font()))
        painter.setPen(appearance.current().colour("ink2"))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side, shown)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        section = self.logicalIndexAt(event.position().toPoint())
        if section < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.cursor().shape() is Qt.CursorShape.SplitHCursor:
            return
        if section in self._sifted and self.arrow(section).contains(event.position().toPoint()):
            self.sift_asked.emit(section)
        elif section in self._sortable:
            self.sort_asked.emit(section)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), self.count() - 1
        seen = [place for place in range(last + 1) if not self.isSectionHidden(place)]
        along = {
            Qt.Key.Key_Left: max((one for one in seen if one < self._entered), default=seen[0]),
            Qt.Key.Key_Right: min((one for one in seen if one > self._entered), default=seen[-1]),
            Qt.Key.Key_Home: seen[0],
            Qt.Key.Key_End: seen[-1],
        }
        if key in along:
            self._go(along[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self._entered in self._sortable:
                self.sort_asked.emit(self._entered)
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.sift_asked.emit(self._entered)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Escape}:
            self.left.emit()
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._go(self._entered)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _go(self, section: int) -> None:
        self._entered = section
        start = self.sectionPosition(section)
        seen = max(min(self.offset(), start), start + self.sectionSize(section) - self.width())
        self.moved_to.emit(seen)
        self.viewport().update()
        self.say(section)
