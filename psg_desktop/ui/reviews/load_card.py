"""The load of the coming weeks at a glance: a bar for each week, and words beside it."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.reviewing.review_load import ReviewLoad
from psg_desktop.domain.review_load import Week
from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Card
from psg_desktop.words import dates

_HEIGHT, _WIDTH = 14, 160


class LoadCard(Card):
    """Eight weeks; `spread_asked` when the reviews are to be spread."""

    spread_asked = Signal()

    def __init__(self) -> None:
        self.spread = button("Spread these")
        super().__init__("The next eight weeks", self.spread)
        self.spread.clicked.connect(self.spread_asked)

    def show_load(self, load: ReviewLoad) -> None:
        """Show each week against the fullest of them, and say what can be done."""
        self.clear()
        inside = QWidget()
        down = QVBoxLayout(inside)
        down.setContentsMargins(0, 0, 0, 0)
        if load.overdue:
            noun = "1 review is" if load.overdue == 1 else f"{load.overdue:,} reviews are"
            down.addWidget(label(f"{noun} overdue: to be done, not moved.", "strong", wrap=True))
        down.addWidget(_weeks(load))
        down.addWidget(label(_advice(load), "secondary", wrap=True))
        self.spread.setVisible(bool(load.moves))
        self.add(inside)
        inside.show()


def _weeks(load: ReviewLoad) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    for column, share in enumerate((2, 2, 3)):
        grid.setColumnStretch(column, share)
    most = max(max(week.due, week.capacity) for week in load.weeks)
    for place, week in enumerate(load.weeks):
        grid.addWidget(label(f"Week of {dates.short(week.monday)}", wrap=True), place, 0)
        grid.addWidget(_Bar(week.due, most, over=week.due > week.capacity), place, 1)
        grid.addWidget(label(_words(week), wrap=True), place, 2)
    return holder


class _Bar(QWidget):
    """A share of the fullest week; the words beside it say the numbers."""

    def __init__(self, due: int, most: int, *, over: bool) -> None:
        super().__init__()
        self._share = due / most if most else 0.0
        self._over = over
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        look = appearance.current()
        return QSize(look.px(_WIDTH), look.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(appearance.current().px(_WIDTH // 3), appearance.current().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = appearance.current()
        painter = QPainter(self)
        whole = QRectF(0, 0, self.width(), self.height())
        painter.fillRect(whole, look.colour("sunken"))
        filled = QRectF(0, 0, self.width() * self._share, self.height())
        painter.fillRect(filled, look.colour("red_ink" if self._over else "accent"))
        painter.end()


def _words(week: Week) -> str:
    noun = "1 review" if week.due == 1 else f"{week.due:,} reviews"
    if not week.free:
        return f"{noun}, no day free"
    if week.due > week.capacity:
        return f"{noun}, {week.due - week.capacity:,} more than there is room for"
    days = "1 day" if len(week.free) == 1 else f"{len(week.free)} days"
    return f"{noun}, room for {week.capacity:,} on {days}"


def _advice(load: ReviewLoad) -> str:
    if not load.moves:
        return "Nothing would be gained by moving a review within what its interval permits."
    noun = "1 review can" if len(load.moves) == 1 else f"{len(load.moves):,} reviews can"
    return f"{noun} move to a lighter week. You see the list before anything is moved."
