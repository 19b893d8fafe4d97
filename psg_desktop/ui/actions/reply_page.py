"""The preview of a reply: what each answer of an agency would change, ticked line by line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.meeting import replies
from psg_desktop.casework.meeting.replies import Reply
from psg_desktop.casework.office import Office
from psg_desktop.domain.action_replies import ReplyLine, Verdict
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.pages import Page
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import primary
from psg_desktop.ui.widgets.chips import Status, StatusChip
from psg_desktop.ui.widgets.labels import label, readable
from psg_desktop.ui.widgets.sections import Card, Facts, ReadingColumn
from psg_desktop.words import refusals
from psg_desktop.words import replies as words

_COLOURS = {
    Verdict.TO_TAKE: "green",
    Verdict.CHANGED: "amber",
    Verdict.KEPT: "done",
    Verdict.EMPTY: "none",
    Verdict.UNKNOWN: "red",
    Verdict.REFUSED: "red",
}
_ORDER = (
    Verdict.TO_TAKE, Verdict.CHANGED, Verdict.REFUSED, Verdict.UNKNOWN, Verdict.KEPT,
)  # fmt: skip


class ReplyCard(Card):
    """One answer: the action, what would change, and a box to tick where it can be taken."""

    def __init__(self, line: ReplyLine) -> None:
        super().__init__(words.title(line), StatusChip(_chip(line)))
        self.line = line
        if line.asked is not None:
            self.add(readable(line.asked.action.what, "strong"))
        self.tick = QCheckBox("Take this in")
        self.tick.setAccessibleName(f"Take this in: {words.spoken(line)}")
        self.tick.setChecked(line.verdict is Verdict.TO_TAKE)
        if words.changes(line):
            self.add(Facts(words.changes(line)))
        if words.reason(line):
            self.add(readable(words.reason(line), "secondary"))
        if line.takeable:
            self.add(self.tick)

    @property
    def chosen(self) -> bool:
        """Whether it is to be taken."""
        return self.line.takeable and self.tick.isChecked()


class ReplyPage(Page):
    """Shows a reply that was read; emits `taken(count)` when answers were taken in."""

    taken = Signal(int)

    def __init__(self, office: Office, reply: Reply) -> None:
        super().__init__(f"Reply of {reply.agency or 'an agency'}")
        self._office, self._reply = office, reply
        self.take = primary("Take in what is ticked", "tick")
        self.take.clicked.connect(self._take)
        self.banner = Banner()
        self.cards = tuple(
            ReplyCard(line) for verdict in _ORDER for line in reply.lines if line.verdict is verdict
        )
        column = ReadingColumn("Answers")
        for number, card in enumerate(self.cards):
            column.add(str(number), card)
            card.tick.toggled.connect(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.banner)
        layout.addWidget(label(f"{reply.name}: {words.summary(reply.lines)}", wrap=True))
        layout.addWidget(column, 1)
        if not reply.takeable:
            self.banner.say(words.summary(reply.lines), Tone.CARE)
            self.banner.keep()
        self._count()

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.take,)

    @override
    def focus_start(self) -> None:
        first = next((card.tick for card in self.cards if card.line.takeable), self)
        first.setFocus()

    def _count(self) -> None:
        self.take.setEnabled(any(card.chosen for card in self.cards))

    def _take(self) -> None:
        chosen = [card.line for card in self.cards if card.chosen]
        try:
            count = replies.take(self._office, chosen)
        except Refused as refused:
            self.banner.say(" ".join(refusals.sentences(refused.problems)), Tone.PROBLEM)
            return
        self.take.setEnabled(False)
        self.taken.emit(count)


def _chip(line: ReplyLine) -> Status:
    return Status(_COLOURS[line.verdict], words.verdict(line))
