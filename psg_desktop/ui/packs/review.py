"""The review of a pack: every text beside its original, decided one by one from the keyboard."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.packing.packs import PackProposal
from psg_desktop.domain.changes import Act, Changes
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.refusals import Refused
from psg_desktop.faults import Fault
from psg_desktop.ui import appearance
from psg_desktop.ui.jobs import Ending, Runner
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.packs.deciding import Deciding, said_of
from psg_desktop.ui.packs.keys import hint, offer
from psg_desktop.ui.packs.pane import WordingPane
from psg_desktop.ui.packs.review_parts import DecisionBar, TextHead, text_list
from psg_desktop.ui.packs.texts import TextRow, missing_words, rows_of, waiting_words
from psg_desktop.ui.pages import Page
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.words import dates

_BESIDE = 860
_OWN = frozenset({Act.ACCEPT_TEXT, Act.RELEASE_PACK})


class ReviewPage(Page):
    """Emits `approved(ApprovedPack, bytes)` with the drawn pages once every text is decided."""

    approved = Signal(object, object)

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        runner: Runner,
        meeting_on: date,
        cases: Sequence[CaseId],
    ) -> None:
        super().__init__(f"Pack for {dates.grid(meeting_on)}")
        self._office, self._runner = office, runner
        self._meeting_on, self._cases = meeting_on, tuple(cases)
        self._deciding: Deciding | None = None
        self._rows: tuple[TextRow, ...] = ()
        self._stale = True
        self.banner = Banner()
        self.texts = text_list()
        self.head = TextHead()
        self.pane = WordingPane()
        self.bar = DecisionBar()
        self.unmarked = button("Accept every unmarked text")
        hint(
            self.unmarked, "Accept, as proposed, every text without a doubtful mark", "Ctrl+Shift+U"
        )
        self.approve = button("Approve", "pack")
        hint(self.approve, "Approve the pack and see its pages", "Ctrl+Shift+Enter")
        self._lay_out()
        self._connect()
        self._offer_keys()
        notifier.changed.connect(self._hear)

    @property
    def proposal(self) -> PackProposal | None:
        """The pack as it stands, None until it was put together."""
        return self._deciding.proposal if self._deciding else None

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.unmarked, self.approve)

    @override
    def refresh(self) -> None:
        if self._stale:
            self._stale = False
            self._put_together()

    @override
    def focus_start(self) -> None:
        self.texts.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.texts.setVisible(self.width() >= appearance.current().px(_BESIDE))

    def accept(self) -> None:
        """Accept the words shown and go to the next text that waits."""
        row, deciding = self.texts.current, self._deciding
        if row is None or deciding is None:
            return
        try:
            deciding.accept(row.case, {row.passage.part: self.pane.wording})
        except Refused as refused:
            found = deciding.identities_in(self.pane.wording.words)
            self.pane.say(said_of(refused), found)
            return
        self._go_on(row)

    def accept_case(self) -> None:
        """Accept every waiting text of the case shown, as it stands."""
        row, deciding = self.texts.current, self._deciding
        if row is None or deciding is None or self.pane.editing:
            return
        try:
            deciding.accept_case(row.case)
        except Refused as refused:
            self._show_refused(row, refused)
            return
        self._go_on(row)

    def accept_unmarked(self) -> None:
        """Accept every text without a doubtful mark."""
        row, deciding = self.texts.current, self._deciding
        if row is None or deciding is None:
            return
        try:
            count = deciding.accept_unmarked()
        except Refused as refused:
            self._show_refused(row, refused)
            return
        self.banner.say(f"{count:,} text{'' if count == 1 else 's'} accepted as proposed.")
        self._go_on(row)
        self.texts.setFocus()

    def print_pages(self) -> None:
        """Approve the pack and draw its pages, or say what is missing."""
        deciding = self._deciding
        if deciding is None:
            return
        proposal = deciding.proposal
        if proposal.undecided or deciding.changed:
            self.banner.say(missing_words(proposal, len(deciding.changed)), Tone.CARE)
            return
        self.banner.say("Searching the accepted words once more, then drawing the pages.")
        self.approve.setEnabled(False)
        self._runner.run(
            lambda _progress: _drawn(self._office, proposal),
            Ending(done=self._show_pages, failed=self._fail),
        )

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) text."""
        row = self.texts.current
        place = row.number - 1 + by if row else 0
        if 0 <= place < len(self._rows):
            self.texts.choose(self._rows[place].key)

    def _lay_out(self) -> None:
        inside = QWidget()
        right = QVBoxLayout(inside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.head)
        right.addWidget(self.pane, 1)
        right.addWidget(self.bar)
        # Scrolls only where the letters are so large that a text and its buttons do not fit.
        area = QScrollArea()
        area.setAccessibleName("The text to decide")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.texts)
        across.addWidget(area, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.banner)
        layout.addLayout(across, 1)

    def _connect(self) -> None:
        self.texts.chosen.connect(self._show)
        self.bar.accepted.connect(self.accept)
        self.bar.case_accepted.connect(self.accept_case)
        self.bar.edit_asked.connect(self.pane.edit)
        self.bar.edit_dropped.connect(self.pane.drop_edit)
        self.bar.moved.connect(self.step)
        self.pane.shaped.connect(self._keep_shape)
        self.pane.edit_began.connect(self._keep_shape)
        self.unmarked.clicked.connect(self.accept_unmarked)
        self.approve.clicked.connect(self.print_pages)
        self.banner.stepped.connect(self.print_pages)

    def _offer_keys(self) -> None:
        compare = self.pane.compare
        for widget in (self.texts, compare.left, compare.right):
            offer(widget, "Accept the words shown", "Return", self.accept)
            offer(widget, "Accept the whole case", "Shift+Return", self.accept_case)
        offer(self, "Accept own words", "Ctrl+Return", self.accept)
        offer(self, "Accept every unmarked text", "Ctrl+Shift+U", self.accept_unmarked)
        offer(self, "Approve and see the pages", "Ctrl+Shift+Return", self.print_pages)
        offer(self, "Write own words", "E", self.pane.edit)
        offer(self, "Back to the proposal", "Esc", self.pane.drop_edit)
        offer(self, "Print the word", "U", self.pane.print_it)
        offer(self, "Mask it", "M", self.pane.mask_it)
        offer(self, "Next text", "N", lambda: self.step(1))
        offer(self, "Previous text", "P", lambda: self.step(-1))
        offer(self, "Next mark", "F8", lambda: compare.left.step(1))
        offer(self, "Previous mark", "Shift+F8", lambda: compare.left.step(-1))

    def _put_together(self) -> None:
        self.banner.say(f"Searching the texts of {len(self._cases):,} cases for names and places.")
        self._runner.run(
            lambda _progress: packs.propose_pack(self._office, self._meeting_on, self._cases),
            Ending(done=self._take, failed=self._fail),
        )

    def _take(self, proposal: PackProposal) -> None:
        self.banner.hide()
        shaped = self._deciding.shaped if self._deciding else {}
        self._deciding = Deciding(self._office, proposal, shaped)
        self._show_rows()
        if self.texts.current is None and self._rows:
            waiting = [row for row in self._rows if not row.passage.decided]
            self.texts.choose((waiting or self._rows)[0].key)

    def _show_rows(self) -> None:
        deciding = self._deciding
        if deciding is None:
            return
        proposal = deciding.proposal
        self._rows = rows_of(proposal, deciding.changed)
        self.texts.show_rows(self._rows)
        self.retitle(summary=waiting_words(proposal))
        clear = sum(not one.doubtful for _, one in proposal.undecided)
        self.unmarked.setEnabled(clear > 0)
        if not proposal.undecided and not deciding.changed:
            said = "Every text is accepted. Approve the pack to see its pages."
            self.banner.say(said, Tone.SUCCESS, step="See the pages")

    def _show(self, row: TextRow | None) -> None:
        deciding = self._deciding
        if row is None or deciding is None:
            return
        self.head.show_text(row, len(self._rows), deciding.proposal.case(row.case).facts)
        self.pane.show_wording(deciding.wording(row.case, row.passage))
        self.bar.show_editing(editing=False)
        announce(self, f"{row.reference}, {row.words}, {row.status.spoken}")

    def _go_on(self, row: TextRow) -> None:
        """Go to the next text that waits, from *row* on and round."""
        self._show_rows()
        order = (*self._rows[row.number :], *self._rows[: row.number])
        waiting = next((one for one in order if not one.passage.decided), None)
        self.texts.choose((waiting or row).key)
        self._show(self.texts.current)

    def _show_refused(self, row: TextRow, refused: Refused) -> None:
        """Go to the text that was refused and say why there."""
        part = refused.problems[0].field
        self.texts.choose((row.case, part))
        deciding = self._deciding
        if deciding is not None:
            found = deciding.identities_in(self.pane.wording.words)
            self.pane.say(said_of(refused), found)

    def _keep_shape(self) -> None:
        row, deciding = self.texts.current, self._deciding
        if row is not None and deciding is not None:
            deciding.shape(row.case, row.passage.part, self.pane.wording)
            self.head.show_state(replace(row, changed=row.key in deciding.changed).status)
        self.bar.show_editing(editing=self.pane.editing)

    def _show_pages(self, made: tuple[packs.ApprovedPack, bytes]) -> None:
        self.approve.setEnabled(True)
        self.banner.hide()
        self.approved.emit(*made)

    def _fail(self, problem: Exception) -> None:
        self.approve.setEnabled(True)
        if isinstance(problem, Refused):
            self.banner.say(said_of(problem), Tone.PROBLEM)
        elif isinstance(problem, Fault):
            self.banner.say(str(problem), Tone.PROBLEM)
        else:
            self.banner.hide()
            raise problem

    def _hear(self, changes: Changes) -> None:
        if changes.act in _OWN:
            return
        self._stale = True
        if self.isVisible():
            self.refresh()


def _drawn(office: Office, proposal: PackProposal) -> tuple[packs.ApprovedPack, bytes]:
    approved = packs.approve_pack(office, proposal)
    return approved, packs.draw(approved.pack)
