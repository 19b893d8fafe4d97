"""Two parts beside one another where the window is wide, below one another where it is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from psg_desktop.ui import appearance

_GAP = 12
_ROOM = 340
_SHARE = 0.38


class Beside(QScrollArea):
    """A narrow part and a wide one; scrolls only where the letters are large.

    The narrow one gets its share of the width, from the first of *widths* to the second, in
    pixels at 100 %.
    """

    def __init__(self, name: str, narrow: QWidget, wide: QWidget, widths: tuple[int, int]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._narrow, self._widths = narrow, widths
        inside = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(_GAP)
        self._both.addWidget(narrow)
        self._both.addWidget(wide, 1)
        self.setWidget(inside)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look, room = appearance.current(), self.viewport().width()
        least, most = map(look.px, self._widths)
        beside = room >= least + look.px(_ROOM)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        width = min(max(least, round(room * _SHARE)), most)
        self._narrow.setMaximumWidth(width if beside else room)
        self._narrow.setMinimumWidth(width if beside else 0)
