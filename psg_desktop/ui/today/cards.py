"""The cards of the first page: what each says, and what each of its lines opens."""

from collections.abc import Sequence
from datetime import date, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from psg_desktop.domain.lists import ActionRow, CaseRow
from psg_desktop.domain.today import Draft, GapLine, Today
from psg_desktop.ui.parts.statuses import risk_status
from psg_desktop.ui.today.lines import Line, Lines
from psg_desktop.ui.today.targets import (
    Mend,
    OpenAction,
    OpenCase,
    OpenView,
    PlanMeeting,
    Restore,
    ReviewNow,
)
from psg_desktop.ui.widgets.buttons import link
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Card
from psg_desktop.words import dates, gaps

SHOWN = 6
SHOWN_OF_A_GAP = 3
_TYPED = {"referral": "Referral", "decision": "Decision"}


class Group(QWidget):
    """Some lines with a heading; more than a few are shown once asked for."""

    chosen = Signal(object)

    def __init__(self, name: str, lines: Sequence[Line], few: int = SHOWN) -> None:
        super().__init__()
        # A card higher than its lines has its room below them, not between its groups.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lines = tuple(lines)
        self._few = few
        self.list = Lines(name)
        self.list.opened.connect(lambda line: self.chosen.emit(line.target))
        self.more = link(f"Show all {len(lines):,}")
        self.more.setAccessibleName(f"{self.more.text()}: {name}")
        self.more.clicked.connect(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.list)
        layout.addWidget(self.more)
        self.more.setVisible(len(lines) > few)
        self.list.show_lines(self._lines[:few])

    def _show_all(self) -> None:
        self.list.show_lines(self._lines)
        self.more.hide()
        self.list.setFocus()


class DayCard(Card):
    """A card of the first page; `chosen(target)` says which line was opened."""

    chosen = Signal(object)

    def add_group(self, name: str, lines: Sequence[Line], few: int = SHOWN) -> None:
        """Put lines below the others."""
        group = Group(name, lines, few)
        group.chosen.connect(self.chosen)
        self.add(group)


def reviews(today: Today) -> DayCard | None:
    """Cases whose review is due."""
    if not today.reviews:
        return None
    now = link("Review 5 now")
    card = DayCard(f"Reviews due  {today.reviews_total:,}", now)
    now.clicked.connect(lambda: card.chosen.emit(ReviewNow()))
    card.add_group("Reviews due", [_review(row, today.day) for row in today.reviews])
    return card


def overdue(today: Today) -> DayCard | None:
    """Overdue actions, agency by agency."""
    if not today.overdue:
        return None
    cases = len({row.case for agency in today.overdue for row in agency.actions})
    where = f" in {cases:,} case{'' if cases == 1 else 's'}"
    card = DayCard(f"Overdue actions  {today.overdue_total:,}{where}")
    for agency in today.overdue:
        count = len(agency.actions)
        card.add(label(f"{agency.name}  {count:,}", "strong"))
        lines = [_action(row, today.day) for row in agency.actions]
        card.add_group(f"Overdue actions of {agency.name}", lines, SHOWN_OF_A_GAP)
    return card


def meeting(today: Today) -> DayCard | None:
    """What is missing before the next meeting, each with the step that mends it."""
    if not today.gaps:
        return None
    when = f" on {dates.short(today.next_meeting)}" if today.next_meeting else ""
    go = link("Open the meeting")
    card = DayCard(f"Before the next meeting{when}", go)
    go.setVisible(today.next_meeting is not None)
    go.clicked.connect(lambda: card.chosen.emit(PlanMeeting()))
    for gap in today.gaps:
        _gap(card, gap)
    return card


def unsaved(today: Today, zone: tzinfo | None = None) -> DayCard | None:
    """Notes that were being typed and not saved."""
    if not today.drafts:
        return None
    card = DayCard(f"Not saved yet  {len(today.drafts):,}")
    card.add_group("Not saved yet", [_draft(draft, zone) for draft in today.drafts])
    return card


def quiet(today: Today) -> DayCard | None:
    """Open cases nobody has written about for a while."""
    if not today.quiet:
        return None
    more = link("Open as a list")
    card = DayCard(f"Quiet cases  {today.quiet_total:,}", more)
    more.setAccessibleName("Open as a list: quiet cases")
    more.clicked.connect(lambda: card.chosen.emit(OpenView(view="quiet")))
    card.add(label("Open cases without an entry for a while.", "secondary", wrap=True))
    card.add_group("Quiet cases", [_case(row) for row in today.quiet])
    return card


def _review(row: CaseRow, day: date) -> Line:
    due = row.review_due or day
    away = dates.distance(due, day)
    return Line(
        lead=row.reference,
        words=row.title,
        detail=away,
        hint=f"Review due {dates.full(due)}, {away}",
        status=Status("red" if due < day else "amber", away),
        target=OpenCase(case=row.id),
    )


def _action(row: ActionRow, day: date) -> Line:
    due = row.due or day
    days = (day - due).days
    late = f"{days} day late" if days == 1 else f"{days:,} days late"
    return Line(
        lead=row.reference,
        words=row.what,
        detail=late,
        hint=f"{row.officer}, due {dates.full(due)}, {late}",
        status=Status("red", late),
        target=OpenAction(case=row.case, action=row.id),
    )


def _case(row: CaseRow) -> Line:
    status = risk_status(row.risk, " risk")
    return Line(
        lead=row.reference,
        words=row.title,
        detail=status.word,
        status=status,
        target=OpenCase(case=row.id),
    )


def _draft(draft: Draft, zone: tzinfo | None) -> Line:
    # Of a referral the first line is for a person to read.
    referral = draft.key.startswith("referral/")
    words = draft.text.partition("\n")[0] if referral else " ".join(draft.text.split())
    return Line(
        lead=_TYPED.get(draft.key.partition("/")[0], "Note"),
        words=words or "Nothing named yet",
        detail=f"typed {dates.clock_time(draft.saved_at, zone)}",
        hint=f"Typed {dates.moment_words(draft.saved_at, zone)}. Opens where you left off.",
        target=Restore(key=draft.key),
    )


def _gap(card: DayCard, gap: GapLine) -> None:
    said, step = gaps.sentence(gap.gap, gap.total), gaps.step(gap.gap)
    if not gap.cases:
        mend = link(step)
        mend.clicked.connect(lambda: card.chosen.emit(PlanMeeting()))
        card.body.addLayout(_beside(label(said, "strong"), mend))
        return
    card.body.addLayout(_beside(label(said, "strong"), label(f"→ {step}", "secondary")))
    lines = [
        Line(
            lead=row.reference,
            words=row.title,
            hint=step,
            target=Mend(gap=gap.gap, case=row.id),
        )
        for row in gap.cases
    ]
    card.add_group(f"{step}: cases", lines, SHOWN_OF_A_GAP)


def _beside(*widgets: QWidget) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(12)
    for widget in widgets:
        across.addWidget(widget)
    across.addStretch()
    return across
