"""The Today page: the day in one look, and every line leads to its work."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.today import Today
from psg_desktop.ui import appearance
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.today import cards
from psg_desktop.ui.today.cards import DayCard
from psg_desktop.ui.today.case_reviews_card import case_reviews
from psg_desktop.ui.today.clocks_card import clocks
from psg_desktop.ui.today.held_card import closed_asking
from psg_desktop.ui.today.lines import Lines
from psg_desktop.ui.today.plan_card import plan_actions, recommendations
from psg_desktop.ui.today.projects_card import projects
from psg_desktop.ui.today.referrals_card import referrals
from psg_desktop.ui.today.requests_card import requests
from psg_desktop.ui.today.risk_card import assessments
from psg_desktop.ui.widgets.buttons import button, primary, row
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Card
from psg_desktop.words import dates

_TWO_COLUMNS = 980


class TodayPage(Page):
    """Emits `chosen(target)`: what a line leads to is one of the targets of `cards`."""

    chosen = Signal(object)
    new_case_asked = Signal()
    import_asked = Signal()

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__("Today")
        self._office = office
        self._shown: Today | None = None
        self._opened: tuple[str, Hashable] | None = None
        self._left, self._right = _column(), _column()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(16)
        for column in (self._left, self._right):
            self._across.addLayout(column, 1)
        inside = QWidget()
        down = QVBoxLayout(inside)
        down.setContentsMargins(0, 0, 12, 12)
        down.addLayout(self._across)
        down.addStretch()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        notifier.changed.connect(self._hear)

    @override
    def refresh(self) -> None:
        today = lists.today(self._office)
        if today == self._shown:
            return
        self._shown = today
        self.retitle(summary=_summary(today))
        self._show(today)

    @override
    def focus_start(self) -> None:
        # Those of a page drawn before may not be gone yet.
        found = [one for one in self.findChildren(Lines) if one.isVisibleTo(self)]
        name, key = self._opened or ("", None)
        left = next((one for one in found if one.accessibleName() == name), None)
        if left is not None:
            left.setFocus()
            left.choose(key)
        else:
            (found[0] if found else self._area).setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= appearance.current().px(_TWO_COLUMNS)
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _follow(self, target: object) -> None:
        """Note which line is opened, so that Back returns to it, and say what it leads to."""
        focused = QApplication.focusWidget()
        if isinstance(focused, Lines) and focused.current is not None:
            self._opened = (focused.accessibleName(), focused.table_model.key(focused.current))
        self.chosen.emit(target)

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, today: Today) -> None:
        work = [
            referrals(today),
            case_reviews(today),
            cards.reviews(today),
            assessments(today),
            requests(today),
            cards.overdue(today),
            plan_actions(today),
            recommendations(today),
            closed_asking(today),
            projects(today),
        ]
        care = [cards.unsaved(today), cards.meeting(today), clocks(today), cards.quiet(today)]
        left = [card for card in work if card is not None]
        right = [card for card in care if card is not None]
        if not left:
            self._fill(self._left, [self._nothing_due(today)])
        else:
            self._fill(self._left, left)
        self._fill(self._right, right)

    def _fill(self, column: QVBoxLayout, parts: Sequence[Card]) -> None:
        _empty(column)
        for card in parts:
            if isinstance(card, DayCard):
                card.chosen.connect(self._follow)
            column.addWidget(card)
            card.show()
        column.addStretch()

    def _nothing_due(self, today: Today) -> Card:
        if today.open_cases == 0:
            return self._first_steps()
        card = Card("Nothing is due today")
        words = "No review is due and no action is overdue. A good day to look at a quiet case."
        card.add(label(words, wrap=True))
        return card

    def _first_steps(self) -> Card:
        card = Card("Your caseload starts here")
        words = "Add the first case, or bring in the spreadsheet you work from today."
        card.add(label(words, wrap=True))
        self.new_case = primary("New case", "plus")
        self.new_case.clicked.connect(self.new_case_asked)
        self.bring_in = button("Bring in a spreadsheet", "import")
        self.bring_in.clicked.connect(self.import_asked)
        card.body.addLayout(row(self.new_case, self.bring_in))
        return card


def _summary(today: Today) -> str:
    cases = "1 open case" if today.open_cases == 1 else f"{today.open_cases:,} open cases"
    day = f"{dates.weekday(today.day)} {dates.prose(today.day)}, {cases}"
    if today.next_meeting is None:
        return day
    away = dates.distance(today.next_meeting, today.day)
    return f"{day}, next meeting {dates.short(today.next_meeting)}, {away}"


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    return column


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
