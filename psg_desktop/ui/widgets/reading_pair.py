"""Two columns of cards beside one another where the window is wide, below one another where not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.reference import tokens
from psg_desktop.ui import appearance

_SIDE = 520
_PAIRED = 860
_GAP = 12


class ReadingPair(QScrollArea):
    """A main column and a side column, neither wider than can be read; both scroll together."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look = appearance.current()
        self._main, main = _column(look.px(tokens.measures().reading_width))
        self._side, side = _column(look.px(_SIDE))
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(_GAP)
        self._both.addWidget(main)
        self._both.addWidget(side)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, _GAP, _GAP)
        across.addLayout(self._both, 1)
        across.addStretch()
        self.setWidget(inside)
        self._columns = (main, side)
        self._arrange()

    @property
    def paired(self) -> bool:
        """Whether the columns stand beside one another."""
        return self._both.direction() == QBoxLayout.Direction.LeftToRight

    def add(self, part: QWidget, *, aside: bool = False) -> None:
        """Put a part below the others of the main column, or of the side column."""
        column = self._side if aside else self._main
        column.insertWidget(column.count() - 1, part)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = appearance.current()
        paired = self.viewport().width() >= look.px(_PAIRED)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if paired else direction.TopToBottom)
        # Beside one another they share the width; below one another the lower takes what is left.
        for place, stretch in enumerate((3, 2) if paired else (0, 1)):
            self._both.setStretch(place, stretch)
        self._columns[1].setMaximumWidth(
            look.px(_SIDE if paired else tokens.measures().reading_width)
        )


def _column(widest: int) -> tuple[QVBoxLayout, QWidget]:
    column = QWidget()
    column.setMaximumWidth(widest)
    down = QVBoxLayout(column)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(_GAP)
    down.addStretch()
    return down, column
