"""The heading row of a grid: a click sorts, the arrow at the right of a heading filters."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from psg_desktop.ui import appearance

_ARROW = 24


class TableHeader(QHeaderView):
    """Paints sort and filter marks itself, so that both are seen in every look."""

    sift_asked = Signal(int)
    sort_asked = Signal(int)

    def __init__(self, sifted: Iterable[int], sortable: Iterable[int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sifted = frozenset(sifted)
        self._sortable = frozenset(sortable)
        self._active: frozenset[int] = frozenset()
        self._sorted: tuple[int, bool] | None = None
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

    def arrow(self, section: int) -> QRect:
        """Give where the filter arrow of *section* is, in the coordinates of the header."""
        side = appearance.current().px(_ARROW)
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        return QRect(right - side - 2, (self.height() - side) // 2, side, side)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        side = appearance.current().px(14)
        right = rect.right() - 8
        if logicalIndex in self._sifted:
            held = logicalIndex in self._active
            name, ink = ("filter", "accent") if held else ("chevron-down", "ink2")
            corner = QPoint(right - side, rect.center().y() - side // 2)
            painter.drawPixmap(corner, appearance.pixmap(name, ink, side))
            right -= side + 6
        if self._sorted is not None and self._sorted[0] == logicalIndex:
            name = "sort-descending" if self._sorted[1] else "sort-ascending"
            corner = QPoint(right - side, rect.center().y() - side // 2)
            painter.drawPixmap(corner, appearance.pixmap(name, "ink", side))

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
