"""The register of requests about information: what waits for an answer, and what was answered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from psg_desktop.casework.information_law import requests
from psg_desktop.casework.office import Office
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.request_entries import RequestsCard
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import ReadingColumn

_INTRODUCTION = (
    "Anybody may ask what is held about them, in any words and to anybody who works here. Put a "
    "request into the register from the page of the person. The answer is owed within one month."
)


class RegisterPage(Page):
    """Emits `request_chosen(AccessRequestId)`."""

    request_chosen = Signal(object)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__("Requests about information")
        self._office = office
        self.waiting = RequestsCard("Waiting for an answer")
        self.ended = RequestsCard("Answered or ended")
        self.column = ReadingColumn("Requests about information")
        self.column.add("introduction", label(_INTRODUCTION, "secondary", wrap=True))
        for key, card in (("waiting", self.waiting), ("ended", self.ended)):
            card.request_chosen.connect(self.request_chosen)
            self.column.add(key, card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        notifier.changed.connect(self._hear)

    @override
    def refresh(self) -> None:
        found, today = requests.listed(self._office), self._office.today()
        waiting = [one for one in found if one.request.open]
        ended = [one for one in found if not one.request.open]
        self.waiting.show_requests(waiting, today, "No request waits for an answer.")
        self.ended.show_requests(ended, today, "No request has been answered yet.")
        self.retitle(summary=f"{len(waiting):,} waiting")

    @override
    def focus_start(self) -> None:
        self.column.setFocus()

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()
