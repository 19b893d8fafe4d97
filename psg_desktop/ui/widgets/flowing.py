"""Widgets side by side that go on in the next line where the width ends, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class Flow(QLayout):
    """Each widget keeps its own size; the gap between them, in pixels, is the layout's spacing.

    With `apart` the first stands at the left and the others at the right where one line holds all.
    """

    def __init__(self, spacing: int = 8, *, apart: bool = False) -> None:
        super().__init__()
        self._apart = apart
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self.spacing() * max(len(sizes) - 1, 0)
        tallest = max((size.height() for size in sizes), default=0)
        return QSize(sum(size.width() for size in sizes) + gaps, tallest)

    @override
    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def _place(self, area: QRect, *, move: bool) -> int:
        """Lay the widgets out line by line, and give the height they take."""
        top = area.top()
        lines = self._lines(area.width())
        for line in lines:
            tall = max(item.sizeHint().height() for item in line)
            if move:
                self._set_line(line, QRect(area.left(), top, area.width(), tall), len(lines))
            top += tall + self.spacing()
        return max(top - self.spacing() - area.top(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or (left and left + wide > width):
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self.spacing()
        return lines

    def _set_line(self, line: list[QLayoutItem], area: QRect, lines: int) -> None:
        left = area.left()
        used = sum(item.sizeHint().width() + self.spacing() for item in line) - self.spacing()
        for place, item in enumerate(line):
            # What is wider than the whole line is cut to it and can say so itself.
            size = item.sizeHint().boundedTo(QSize(area.width(), item.sizeHint().height()))
            if self._apart and lines == 1 and place == 1:
                left += max(area.width() - used, 0)
            down = (area.height() - size.height()) // 2 if self._apart else 0
            item.setGeometry(QRect(QPoint(left, area.top() + down), size))
            left += size.width() + self.spacing()


class FlowRow(QWidget):
    """Holds *widgets* in a flow and is always as high as their lines."""

    def __init__(self, *widgets: QWidget, apart: bool = False) -> None:
        super().__init__()
        self._flow = Flow(apart=apart)
        self.setLayout(self._flow)
        for widget in widgets:
            self._flow.addWidget(widget)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A card is never higher than its hint, which knows one line only; a minimum it obeys.
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))
