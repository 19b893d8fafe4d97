"""The review queue: one case after another, then closings that ask; one key for each answer."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.caseload import closing
from psg_desktop.casework.office import Office
from psg_desktop.casework.reviewing import review_queue
from psg_desktop.domain.closing import HoldResult
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.refusals import Refused
from psg_desktop.domain.today import ClosedAsking
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.action_sheets import add_sheet
from psg_desktop.ui.parts.closure_sheets import propose_sheet
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.sheets import by_field
from psg_desktop.ui.reviews.case_card import EssentialsCard
from psg_desktop.ui.reviews.hold_card import KEYS as HOLD_KEYS
from psg_desktop.ui.reviews.hold_card import HoldPair
from psg_desktop.ui.widgets.buttons import button, primary
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.reading_pair import ReadingPair
from psg_desktop.ui.widgets.sections import Card
from psg_desktop.words import names

_LONGEST, _MOST_ASKED = 500, 5


class QueuePage(Page):
    """Leads through the next few reviews.

    Emits `sheet_asked(SideSheet)`, `escalate_asked(CaseId)`, `case_chosen(CaseId)`, `ended` when
    the worker has had enough, and `reopen_asked(CaseId, str)` for a closing that did not hold.
    """

    sheet_asked = Signal(object)
    escalate_asked = Signal(object)
    case_chosen = Signal(object)
    ended = Signal()
    said = Signal(str)
    reopen_asked = Signal(object, str)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__("Review queue")
        self._office = office
        self._cases: tuple[CaseId, ...] = review_queue.queue(office)[: review_queue.AT_A_TIME]
        self._asking: tuple[ClosedAsking, ...] = closing.hold_questions(office)[:_MOST_ASKED]
        self._place = 0
        self.done = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.form = Form()
        self._part: QWidget | None = None
        self._keeping = False
        self._offer_keys()
        notifier.changed.connect(self._hear)

    @property
    def case(self) -> CaseId | None:
        """Give the case that is looked at, None at the end."""
        return self._cases[self._place] if self._place < len(self._cases) else None

    @property
    def asking(self) -> ClosedAsking | None:
        """Give the closing that is asked about, None before and after these."""
        place = self._place - len(self._cases)
        return self._asking[place] if 0 <= place < len(self._asking) else None

    @override
    def refresh(self) -> None:
        """Show the case as it stands now; what was typed about it stays."""
        case, asking = self.case, self.asking
        changed = self._part is not None and self.form.is_changed()
        typed = self.form.values() if changed else {}
        if case is not None:
            self._show_case(case)
        elif asking is not None:
            self._show_asking(asking)
        else:
            self._show_end()
        if changed and (case or asking):
            self.form.show_values(typed)

    @override
    def focus_start(self) -> None:
        if isinstance(self._part, EmptyState):
            self._part.button.setFocus()
        else:
            self.setFocus()

    def _offer_keys(self) -> None:
        for words, keys, done in (
            ("Reviewed: say what was decided", "R", self.start_review),
            ("Add an action", "A", self.add_action),
            ("Escalate", "E", self.escalate),
            ("Propose closure", "C", self.propose_closure),
            ("Skip this case", "S", self.skip),
            ("End the reviews", "Escape", self.leave),
            *(
                (f"Did it hold? {names.name(result)}", key, partial(self.answer_hold, result))
                for key, result in HOLD_KEYS.items()
            ),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda *_, done=done: done())
            self.addAction(action)

    def start_review(self) -> None:
        """Go to the line that says what was decided."""
        if self.case is not None:
            self.form.focus_first()

    def add_action(self) -> None:
        """Ask for a new action of the case."""
        if self.case is not None:
            self.sheet_asked.emit(add_sheet(self._office, self.case))

    def escalate(self) -> None:
        """Ask a higher group for something."""
        if self.case is not None:
            self.escalate_asked.emit(self.case)

    def propose_closure(self) -> None:
        """Propose that the case be closed, unless that waits already."""
        if self.case is None:
            return
        if closing.waiting(self._office, self.case) is None:
            self.sheet_asked.emit(propose_sheet(self._office, self.case))
        else:
            self.said.emit("Its closure is proposed already; it waits for a meeting.")

    def answer_hold(self, result: HoldResult) -> None:
        """Answer whether the closing shown held."""
        asking, part = self.asking, self._part
        if asking is None or not isinstance(part, HoldPair):
            return
        self._keeping = True
        try:
            kept = part.answer(result)
        finally:
            self._keeping = False
        if kept:
            self.done += 1
            finding = part.form.values()["finding"]
            self._go_on()
            if result is HoldResult.DID_NOT_HOLD:
                self.reopen_asked.emit(asking.case.id, finding)

    def skip(self) -> None:
        """Leave the case as it is and look at the next one."""
        if self.case is not None or self.asking is not None:
            self._go_on()

    def leave(self) -> None:
        """Leave the line that is typed in, or end the reviews."""
        shown = not isinstance(self._part, EmptyState)
        if shown and self.form.isAncestorOf(self.focusWidget()) and self.form.is_changed():
            self.setFocus()
        else:
            self.ended.emit()

    def keep(self) -> None:
        """Keep the review and look at the next case."""
        case = self.case
        if case is None:
            return
        problems = self.form.unreadable()
        if not problems:
            problems = self._keep(case)
        self.form.show_problems(problems)
        if not problems:
            self.done += 1
            self._go_on()

    def _keep(self, case: CaseId) -> dict[str, str]:
        given = self.form.values()
        self._keeping = True
        try:
            review_queue.reviewed(self._office, case, given["decision"], given["next_due"])
        except Refused as refused:
            return by_field(refused.problems)
        finally:
            self._keeping = False
        return {}

    def _go_on(self) -> None:
        self._place += 1
        self.form.mark_saved()
        self.refresh()
        self.focus_start()

    def _hear(self, _changes: object) -> None:
        if self.isVisible() and not self._keeping:
            self.refresh()

    def _show(self, part: QWidget) -> None:
        if self._part is not None:
            self._layout.removeWidget(self._part)
            self._part.hide()
            self._part.deleteLater()
        self._part = part
        self._layout.addWidget(part)
        part.show()

    def _show_case(self, case: CaseId) -> None:
        try:
            seen = review_queue.essentials(self._office, case)
        except Refused:  # its opening was undone meanwhile
            self._place += 1
            self.refresh()
            return
        self._count()
        card = EssentialsCard(seen, self._office.today())
        card.opened.connect(lambda: self.case_chosen.emit(case))
        self.form = self._form(seen)
        answer = Card("What comes of it")
        for part in (card, answer):
            # As high as their wrapped lines need at this width.
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        answer.add(self.form)
        answer.add(FlowRow(*self._steps()))
        pair = ReadingPair("Case to review")
        pair.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pair.add(card)
        pair.add(answer, aside=True)
        self._show(pair)

    def _show_asking(self, asking: ClosedAsking) -> None:
        if asking not in closing.hold_questions(self._office):  # answered elsewhere meanwhile
            self._place += 1
            self.refresh()
            return
        self._count()
        pair = HoldPair(self._office, asking)
        pair.answer_asked.connect(self.answer_hold)
        pair.skipped.connect(self.skip)
        pair.opened.connect(lambda: self.case_chosen.emit(asking.case.id))
        self.form = pair.form
        self._show(pair)

    def _count(self) -> None:
        several = len(self._cases) + len(self._asking)
        self.retitle(summary=f"{self._place + 1} of {several}, {self.done} reviewed")

    def _form(self, seen: review_queue.Essentials) -> Form:
        form = Form()
        line = form.add("decision", "What was decided", Line(longest=_LONGEST),
                        hint="One line. Enter keeps it and shows the next case.")  # fmt: skip
        ahead = form.add("next_due", "Next review", date_ahead(self._office))
        form.show_values({"next_due": seen.proposed})
        form.mark_saved()
        line.line.returnPressed.connect(self.keep)
        for part in ahead.parts():
            if hasattr(part, "returnPressed"):
                part.returnPressed.connect(self.keep)
        return form

    def _steps(self) -> list[QWidget]:
        steps: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("Add an action (A)", "action", self.add_action),
            ("Escalate (E)", "escalate", self.escalate),
            ("Propose closure (C)", "", self.propose_closure),
            ("Skip (S)", "", self.skip),
        )
        reviewed = primary("Reviewed (R, then Enter)", "review")
        reviewed.clicked.connect(self.keep)
        made: list[QWidget] = [reviewed]
        for words, icon, done in steps:
            one = button(words, icon)
            one.clicked.connect(done)
            made.append(one)
        return made

    def _show_end(self) -> None:
        left = len(review_queue.queue(self._office))
        self.retitle(summary=f"{self.done} reviewed")
        if not self._cases and not self._asking:
            said = "No review is due this week."
            hint = "The load of the coming weeks is on the page Reviews."
        else:
            said = "1 case reviewed." if self.done == 1 else f"{self.done} cases reviewed."
            hint = f"{left:,} more are due within a week." if left else "Nothing more is due."
        part = EmptyState(said, hint, "Back to where you were")
        part.stepped.connect(self.ended)
        self._show(part)
