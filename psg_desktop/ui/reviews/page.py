"""Reviews: the queue to start, the load of the coming weeks, and the coordinator's leave."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.caseload import closing
from psg_desktop.casework.office import Office
from psg_desktop.casework.reviewing import review_load, review_queue
from psg_desktop.casework.reviewing.review_load import ReviewLoad
from psg_desktop.domain.leave import Leave
from psg_desktop.domain.today import ClosedAsking
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine, Step
from psg_desktop.ui.reviews.load_card import LoadCard
from psg_desktop.ui.reviews.sheets import leave_sheet, spread_sheet
from psg_desktop.ui.widgets.buttons import button, primary
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.reading_pair import ReadingPair
from psg_desktop.ui.widgets.sections import Card
from psg_desktop.words import dates

# The rest follow as these are answered; Today lists them all.
_MOST_ASKED = 6


class ReviewsPage(Page):
    """Emits `sheet_asked(SideSheet)`, `queue_asked`, and `held_asked` for what held in a year.

    `hold_asked(CaseId)` is emitted for a closed case that asks whether its closing held.
    """

    sheet_asked = Signal(object)
    queue_asked = Signal()
    held_asked = Signal()
    hold_asked = Signal(object)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__("Reviews")
        self._office = office
        self._load: ReviewLoad | None = None
        self.start = primary(f"Review {review_queue.AT_A_TIME} now", "review")
        self.start.clicked.connect(self.queue_asked)
        self.held = button("What held")
        self.held.clicked.connect(self.held_asked)
        self.load = LoadCard()
        self.load.spread_asked.connect(self.spread)
        add = button("Add leave", "plus")
        add.clicked.connect(lambda: self.sheet_asked.emit(leave_sheet(self._office)))
        self.leave = Card("Leave", add)
        pair = ReadingPair("Reviews")
        pair.add(self.load)
        self.asking = Card("Did it hold?")
        pair.add(self.leave, aside=True)
        pair.add(self.asking, aside=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pair)
        notifier.changed.connect(self._hear)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.held, self.start)

    @override
    def refresh(self) -> None:
        self._load = review_load.load(self._office)
        due = len(review_queue.queue(self._office))
        noun = "1 review" if due == 1 else f"{due:,} reviews"
        self.retitle(summary=f"{noun} overdue or due within a week")
        self.load.show_load(self._load)
        self._show_asking(closing.hold_questions(self._office))
        self._show_leave(review_load.leaves(self._office))

    @override
    def focus_start(self) -> None:
        self.start.setFocus()

    def spread(self) -> None:
        """Show the moves proposed, to be made or left."""
        if self._load is not None and self._load.moves:
            self.sheet_asked.emit(spread_sheet(self._office, self._load.moves))

    def _show_asking(self, asking: tuple[ClosedAsking, ...]) -> None:
        self.asking.clear()
        self.asking.setVisible(bool(asking))
        self.asking.retitle(f"Did it hold?  {len(asking):,}")
        for one in asking[:_MOST_ASKED]:
            answer = Step(words="Answer", done=partial(self.hold_asked.emit, one.case.id))
            line = EntryLine(
                Entry(
                    key=one.case.id,
                    title=f"{one.case.reference}  {one.case.title}",
                    facts=f"Closed {dates.grid(one.closed_on)}",
                    steps=(answer,),
                )
            )
            self.asking.add(line)
            line.show()

    def _show_leave(self, leaves: tuple[Leave, ...]) -> None:
        self.leave.clear()
        if not leaves:
            words = "No leave is planned. No review is moved to a day of leave or a bank holiday."
            self.leave.add(label(words, "secondary", wrap=True))
        for one in leaves:
            line = EntryLine(self._entry(one))
            self.leave.add(line)
            line.show()

    def _entry(self, leave: Leave) -> Entry:
        last = "" if leave.until == leave.since else f" to {dates.grid(leave.until)}"
        remove = Step(words="Remove", done=lambda: review_load.remove_leave(self._office, leave.id))
        title = f"{dates.grid(leave.since)}{last}"
        return Entry(key=leave.id, title=title, facts=leave.words, steps=(remove,))

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()
