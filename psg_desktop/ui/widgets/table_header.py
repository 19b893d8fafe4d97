"""The heading row of a grid: a click sorts, the arrow at the right of a heading filters."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget
from typing_extensions import override

from psg_desktop.ui import appearance, fonts

_ARROW = 24
_PADDING = 11
_CLOSED = ("chevron-down", "ink2")


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
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        box: Any = option  # the stubs do not list the public fields of a style option
        box.rect = rect
        box.section = logicalIndex
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        right = self._paint_marks(painter, rect, logicalIndex)
        self._paint_words(painter, rect, logicalIndex, right)

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
