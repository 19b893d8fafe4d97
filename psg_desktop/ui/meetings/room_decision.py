"""What was decided about the item in the room: typed live, kept as a draft until it is recorded."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.caseload import closing
from psg_desktop.casework.meeting import rooms
from psg_desktop.casework.meeting.masking import Masking
from psg_desktop.casework.meeting.rooms import Settlement
from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import AgendaItem, ItemKind, ItemState
from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.lists import ActionRow
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.sheets import by_field
from psg_desktop.ui.widgets.autosave import Autosave
from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.ui.widgets.controls import LongText, Option
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.wrapped_choices import WrappedTicks
from psg_desktop.words import dates

_RENAMED = {"next_due": "next_review", "case": "", "answer": "decision"}
_ANSWERED = Option(True, "This is the answer: the case goes on.")  # noqa: FBT003 - its key


class DecisionPanel(QWidget):
    """The decision, the next review of the case, and the actions agreed under one item.

    *met_on* is the day of the meeting. Emits `action_asked` for an action to be agreed, and
    `closing_asked` to close the case.
    """

    action_asked = Signal()
    closing_asked = Signal()

    def __init__(self, office: Office, masking: Masking, met_on: date) -> None:
        super().__init__()
        self._office, self._masking = office, masking
        self._line: AgendaLine | None = None
        self._agreed: tuple[ActionRow, ...] = ()
        self._proposed: date | None = None
        self._awaited = False  # whether an escalated case waits for the group's answer
        self._clean: tuple[str, date | None] = ("", None)
        self.form = Form()
        self.decision = self.form.add("decision", "Decision", LongText(lines=7))
        self.answers = self.form.add("answers", "Escalation", WrappedTicks([_ANSWERED]))
        self.next_review = self.form.add(
            "next_review",
            "Next review on",
            date_ahead(office, met_on),
            hint="With a date, the review of the case is recorded.",
            optional=True,
        )
        self.propose = link("")
        self.propose.clicked.connect(self._take_proposal)
        self.form.add_widget(self.propose)
        self.agree = button("Agree an action (F2)", "action")
        self.agree.clicked.connect(self.action_asked)
        self.close_case = button("Close the case (F6)", "done")
        self.close_case.clicked.connect(self.closing_asked)
        self.agreed = label(role="secondary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.form)
        layout.addWidget(FlowRow(self.agree, self.close_case))
        layout.addWidget(self.agreed)
        layout.addStretch()
        self._autosave = Autosave(self.decision.text, self._keep_draft)

    def show_line(self, line: AgendaLine) -> None:
        """Show another item, with what was being typed about it."""
        self.flush()
        self._line = None  # nothing is kept while the boxes are filled
        item = line.item
        draft = rooms.draft(self._office, item.id)
        kept = rooms.next_review(self._office, item)
        self._awaited = rooms.awaits_answer(self._office, item)
        self.form.show_only("answers", shown=self._awaited)
        self.form.show_values(
            {
                "decision": draft.text if draft else item.decision,
                "answers": (True,) if self._awaited else (),
                "next_review": kept,
            }
        )
        self._clean = (item.decision, kept)
        self.form.show_problems({})
        self._autosave.restart()
        self._line = line
        reviewed = line.case is not None and line.case.state is not CaseState.CLOSED
        self.form.show_only("next_review", shown=reviewed)
        self.propose.setVisible(reviewed)
        self.agree.setVisible(reviewed or line.case is None)
        self.close_case.setVisible(reviewed and self._may_close(line))
        self._proposed = rooms.proposed_review(self._office, item)
        if self._proposed is not None:
            self.propose.setText(f"Take {dates.grid(self._proposed)} (F7)")
            self.propose.setAccessibleName(f"{self.propose.text()}: next review")

    def show_again(self, line: AgendaLine) -> None:
        """Show the same item after a form was open, with the review date typed before it."""
        typed = self.next_review.value()
        self.show_line(line)
        if typed is not None and not self.propose.isHidden():
            self.next_review.set_value(typed)

    def _may_close(self, line: AgendaLine) -> bool:
        """Offer to close the case where the item says so, or a proposal to close it waits."""
        if line.case is None:
            return False
        proposed = closing.waiting(self._office, line.case.id) is not None
        return proposed or line.item.kind is ItemKind.CLOSURE

    @property
    def unanswered(self) -> bool:
        """Whether nothing is recorded or typed about an item that is still to come."""
        line = self._line
        if line is None or line.item.state is not ItemState.TO_COME or self._agreed:
            return False
        return not self.decision.value().strip() and not self.next_review.typed()

    def show_agreed(self, agreed: tuple[ActionRow, ...], *, named: bool) -> None:
        """List the actions agreed under this item; without names, whoever they name is masked."""
        self._agreed = agreed
        lines = [self._told(one, named=named) for one in agreed]
        several = "1 action agreed" if len(lines) == 1 else f"{len(lines)} actions agreed"
        self.agreed.setText("\n".join((several, *lines)) if lines else "No action agreed yet.")

    def settle(self, state: ItemState) -> bool:
        """Record what was typed; False where it is refused, with the reason beside its field."""
        if self._line is None:
            return True
        problems = self.form.unreadable()
        if not problems:
            problems = self._record(self._line.item, state)
        self.form.show_problems(problems)
        return not problems

    def flush(self) -> None:
        """Keep at once what has been typed."""
        self._autosave.flush()

    def take_proposal(self) -> None:
        """Fill in the proposed date of the next review."""
        if self.propose.isVisible():
            self._take_proposal()

    def _record(self, item: AgendaItem, state: ItemState) -> dict[str, str]:
        given = self.form.values()
        typed = (given["decision"], given.get("next_review"))
        if typed == self._clean and item.state is state:
            return {}
        self._autosave.restart()
        try:
            rooms.settle(
                self._office,
                item.id,
                Settlement(
                    decision=typed[0],
                    next_review=typed[1],
                    state=state,
                    answers=self._answered(state),
                ),
            )
        except Refused as refused:
            self._keep_draft(typed[0])
            return by_field(refused.problems, _RENAMED)
        return {}

    def _answered(self, state: ItemState) -> bool:
        """Tell whether what was decided answers an escalation: typed, ticked, and not put off."""
        given = self._awaited and bool(self.decision.value().strip())
        return given and state is ItemState.DONE and bool(self.answers.value())

    def _told(self, one: ActionRow, *, named: bool) -> str:
        due = f"by {dates.short(one.due)}" if one.due else ""
        who = (one.owner, one.officer if named else "", due)
        what = one.what if named else self._masking.masked(one.what)
        return f"{', '.join(part for part in who if part)}: {what}"

    def _take_proposal(self) -> None:
        self.next_review.set_value(self._proposed)

    def _keep_draft(self, text: str) -> None:
        if self._line is not None and text.strip() != self._line.item.decision:
            rooms.keep_draft(self._office, self._line.item.id, text)
