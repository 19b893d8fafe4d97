"""The page of one request: its facts, its clock, what stopped it, and the steps to the answer."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from psg_desktop.casework.information_law import requests
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import AccessRequestId
from psg_desktop.domain.subject_access import AccessRequest, RequestKind, RequestState
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.parts.record_cards import EntryCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.parts.request_entries import request_status
from psg_desktop.ui.parts.request_sheets import request_sheet
from psg_desktop.ui.subject_access import sheets
from psg_desktop.ui.widgets.buttons import button, menu_button, primary
from psg_desktop.ui.widgets.chips import StatusChip
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, names


class RequestPage(RecordPage):
    """Emits `review_asked(AccessRequestId)` to read and decide the copy."""

    review_asked = Signal(object)

    def __init__(self, office: Office, notifier: Notifier, id_: AccessRequestId) -> None:
        super().__init__(notifier, "Request")
        self._office, self._id = office, id_
        self.facts = LiveCard("Request")
        self.clock = LiveCard("Clock")
        self.questions = EntryCard("What stopped the clock")
        self.history = HistoryCard(office, dict)
        self.review = primary("Read the copy")
        self.review.clicked.connect(lambda: self.review_asked.emit(id_))
        self.person = button("Open the person")
        self.person.clicked.connect(self._open_person)
        self.steps = {key: self._action(words) for key, words in _STEPS.items()}
        self.more = menu_button("Next step", list(self.steps.values()))
        self._seen: object = None
        self.add_cards(main=(self.clock, self.facts), side=(self.questions, self.history))

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (self.review, self.more, self.person)

    @override
    def read(self) -> None:
        row = requests.get(self._office, self._id)
        one = row.request
        # The frame shows every tool of a page that comes into view, so this is not left out below.
        self.review.setVisible(one.kind is RequestKind.ACCESS and one.open)
        self.more.setVisible(one.open)
        self.retitle(heading=f"{one.reference}  {row.person}", outside=one.reference)
        if row == self._seen:
            return
        self._seen = row
        self.change.setEnabled(one.open)
        for key, action in self.steps.items():
            action.setVisible(_possible(key, one))
        self._show_clock(row)
        self._show_facts(one)
        self._show_questions(one)
        self.history.show_record(self._id)

    @override
    def focus_start(self) -> None:
        (self.change if self.change.isEnabled() else self.person).setFocus()

    @override
    def ask_change(self) -> None:
        row = requests.get(self._office, self._id)
        if row.request.open:
            self.sheet_asked.emit(
                request_sheet(self._office, row.request.person, row.person, row.request)
            )

    def take(self, key: str) -> None:
        """Ask for the form of a step."""
        row, office = requests.get(self._office, self._id), self._office
        makers = {
            "identity": lambda: sheets.identity_sheet(office, self._id),
            "ask": lambda: sheets.question_sheet(office, self._id),
            "clarified": lambda: sheets.clarified_sheet(office, self._id),
            "extend": lambda: sheets.extend_sheet(office, row),
            "answer": lambda: sheets.end_sheet(office, row.request, RequestState.ANSWERED),
            "refuse": lambda: sheets.end_sheet(office, row.request, RequestState.REFUSED),
            "withdraw": lambda: sheets.end_sheet(office, row.request, RequestState.WITHDRAWN),
        }
        self.sheet_asked.emit(makers[key]())

    def _action(self, words: str) -> QAction:
        made = QAction(words, self)
        key = next(one for one, said in _STEPS.items() if said == words)
        made.triggered.connect(lambda *_: self.take(key))
        return made

    def _open_person(self) -> None:
        person = requests.get(self._office, self._id).request.person
        self.party_chosen.emit(CaseKind.PERSON, person)

    def _show_clock(self, row: requests.RequestRow) -> None:
        one, today = row.request, self._office.today()
        self.clock.clear()
        self.clock.add(StatusChip(request_status(row, today)))
        started = one.started_on
        identity = "known when it came"
        if one.identity_asked_on is not None:
            identity = f"asked for on {dates.prose(one.identity_asked_on)}"
        if one.identity_on is not None:
            identity = f"confirmed on {dates.prose(one.identity_on)}: {one.identity_how}"
        extension = one.extension
        more = f"told on {dates.prose(extension.told_on)}: {extension.reason}" if extension else ""
        stopped = one.days_stopped(today)
        facts = [
            ("Received", dates.prose(one.received_on)),
            ("Identity", identity),
            ("Clock started", dates.prose(started) if started else "not yet"),
            ("Days that do not count", f"{stopped:,}" if stopped else ""),
            ("Extended by two months", more),
            ("Tell of an extension by", _day(row.extend_by) if one.open and not more else ""),
            ("Answer due", _day(row.due)),
        ]
        self.clock.add(Facts([(term, breakable(said)) for term, said in facts if said]))

    def _show_facts(self, one: AccessRequest) -> None:
        self.facts.clear()
        facts = [
            ("What is asked for", names.name(one.kind)),
            ("Asked by", one.asked_by),
            ("Why they may ask", one.authority),
            ("What exactly", one.asks),
            ("Where the answer goes", one.reply_to),
            ("Rules", names.name(one.regime)),
            ("Where was searched", one.searched),
            ("What came of it", one.outcome),
            ("Mark of the copy", one.digest[:16]),
        ]
        self.facts.add(Facts([(term, breakable(said)) for term, said in facts if said]))

    def _show_questions(self, one: AccessRequest) -> None:
        entries = [
            Entry(
                key=number,
                title=f"Asked {dates.grid(asked.asked_on)}",
                facts=f"Answered {dates.grid(asked.answered_on)}"
                if asked.answered_on
                else "Waiting for the answer",
                text=asked.question,
                about="Question",
            )
            for number, asked in enumerate(one.clarifications)
        ]
        self.questions.show_entries(one.clarifications, entries, "Nothing was asked.")


_STEPS = {
    "identity": "Identity confirmed",
    "ask": "Ask what is meant",
    "clarified": "Clarification received",
    "extend": "Extend by two months",
    "answer": "Answer the request",
    "refuse": "Refuse it",
    "withdraw": "It was withdrawn",
}


def _possible(key: str, one: AccessRequest) -> bool:
    waiting = any(asked.answered_on is None for asked in one.clarifications)
    return (
        one.open
        and {
            "identity": one.identity_on is None,
            "ask": not waiting,
            "clarified": waiting,
            "extend": one.extension is None,
            "answer": one.kind is RequestKind.RECTIFICATION,
            "refuse": True,
            "withdraw": True,
        }[key]
    )


def _day(day: date | None) -> str:
    return dates.prose(day) if day else ""
