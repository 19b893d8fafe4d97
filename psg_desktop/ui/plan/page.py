"""The section of the plan: the plan of the year, and death reviews, each under its own tab."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.plan.plan_view import PlanView
from psg_desktop.ui.plan.reviews_view import ReviewsView

REVIEWS = "death_reviews"


class PlanPage(Page):
    """Emits `sheet_asked(SideSheet)`, `priority_chosen(PlanPriorityId)`, `said` and `warned`."""

    sheet_asked = Signal(object)
    priority_chosen = Signal(object)
    said = Signal(str)
    warned = Signal(str)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__("Plan")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Parts of the plan")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plan, self.reviews = PlanView(office), ReviewsView(office)
        self._views = QStackedWidget()
        for words, view in (("Plan", self.plan), ("Death reviews", self.reviews)):
            self.tabs.addTab(words)
            self._views.addWidget(view)
            view.sheet_asked.connect(self.sheet_asked)
            view.said.connect(self.said)
            view.warned.connect(self.warned)
        self.plan.priority_chosen.connect(self.priority_chosen)
        self.tabs.currentChanged.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.tabs)
        layout.addWidget(self._views, 1)
        notifier.changed.connect(self._hear)

    @override
    def show_view(self, view: str) -> None:
        if view:
            self.tabs.setCurrentIndex(1 if view == REVIEWS else 0)

    @override
    def refresh(self) -> None:
        (self.reviews if self.tabs.currentIndex() else self.plan).refresh()

    @override
    def focus_start(self) -> None:
        self.tabs.setFocus()

    def _turn(self, place: int) -> None:
        self._views.setCurrentIndex(place)
        self.refresh()

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()
