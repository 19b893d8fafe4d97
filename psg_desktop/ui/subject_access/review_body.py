"""How the page of the copy is laid out: the entries beside the one that is read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.text_compare import TextCompare

_WIDE, _NARROW, _LEAST = 370, 820, 96
_ANY = 16_777_215  # Qt's own word for no limit


class ReviewBody(QScrollArea):
    """Puts the table beside the two texts, or above them where it is narrow.

    It scrolls, as twice enlarged on a small screen the buttons alone are as high as the window.
    """

    def __init__(
        self,
        table: QWidget,
        above: Sequence[QWidget],
        compare: TextCompare,
        below: Sequence[QWidget],
    ) -> None:
        super().__init__()
        self._table = table
        look = appearance.current()
        for pane in (compare.left, compare.right):
            # Gives way first, so that the buttons below stay in view.
            pane.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            pane.setMinimumHeight(look.px(_LEAST))
        inside = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(12)
        self._across.addWidget(table)
        right = QVBoxLayout()
        right.setSpacing(8)
        for one in above:
            right.addWidget(one)
        right.addWidget(compare, 1)
        for one in below:
            right.addWidget(one)
        self._across.addLayout(right, 1)
        self.setAccessibleName("The copy")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look, way = appearance.current(), QBoxLayout.Direction
        narrow = self.width() < look.px(_NARROW)
        self._across.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._table.setMinimumWidth(0 if narrow else look.px(_WIDE))
        self._table.setMaximumWidth(_ANY if narrow else look.px(_WIDE))
        self._table.setMinimumHeight(look.px(_LEAST))
