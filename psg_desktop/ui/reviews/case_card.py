"""The essentials of one case of the review queue, to be read in a minute."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from psg_desktop.casework.reviewing.review_queue import Essentials
from psg_desktop.domain.actions import Action
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine
from psg_desktop.ui.parts.passages import Passage, breakable, shortened
from psg_desktop.ui.parts.statuses import action_status, dated, risk_status
from psg_desktop.ui.widgets.buttons import link
from psg_desktop.ui.widgets.chips import StatusChip
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Card, Facts
from psg_desktop.words import dates, names

_MOST = 6
_LONGEST = 400


class EssentialsCard(Card):
    """Why a case is open, its risk, what came since the last review, and its open actions.

    Emits `opened` when the whole case is wanted.
    """

    opened = Signal()

    def __init__(self, seen: Essentials, day: date) -> None:
        case = seen.page.case
        super().__init__(case.reference)
        title = link(shortened(case.title).replace("&", "&&"))
        title.setToolTip(case.title)
        title.clicked.connect(self.opened)
        state = label(names.name(case.state), "chip")
        risk = StatusChip(risk_status(case.risk, " risk"))
        self.add(FlowRow(title))
        marks: list[QWidget] = [state, risk]
        if trend := _trend(seen.levels):
            marks.append(label(trend, "secondary"))
        self.add(FlowRow(*marks))
        if case.problem:
            self.add(Passage(shortened(case.problem, _LONGEST), "The problem"))
        if case.blocked:
            self.add(label(f"In the way: {breakable(shortened(case.blocked, _LONGEST))}",
                           "secondary", wrap=True))  # fmt: skip
        self.add(Facts(_facts(seen, day)))
        self.add(label(_actions(seen.waiting, day), "overline"))
        for action in seen.waiting[:_MOST]:
            self.add(EntryLine(_entry(action, day)))
        left = len(seen.waiting) - _MOST
        if left > 0:
            self.add(label(f"{left:,} more in the plan of the case.", "secondary"))


def _facts(seen: Essentials, day: date) -> list[tuple[str, str]]:
    case = seen.page.case
    notes = "1 note" if seen.notes == 1 else f"{seen.notes:,} notes"
    done = "1 action done" if seen.done == 1 else f"{seen.done:,} actions done"
    last = "Since the last review" if seen.decided else "Since it was opened"
    facts = [
        ("Review due", dated(case.review_due, day)),
        (last, f"{notes} and {done} since {dates.grid(seen.since)}"),
    ]
    if seen.decided:
        facts.append(("Decided then", breakable(shortened(seen.decided, _LONGEST))))
    return facts


def _trend(levels: Sequence[RiskLevel]) -> str:
    if len(levels) < 2:  # noqa: PLR2004 - a trend needs two
        return ""
    before, now = levels[-2:]
    if before is now:
        return "as at the assessment before"
    return f"was {names.name(before).casefold()} at the assessment before"


def _actions(waiting: Sequence[Action], day: date) -> str:
    if not waiting:
        return "No action is open"
    late = sum(one.due is not None and one.due < day for one in waiting)
    noun = "1 action" if len(waiting) == 1 else f"{len(waiting):,} actions"
    return f"{noun} open or proposed, {late:,} overdue" if late else f"{noun} open or proposed"


def _entry(action: Action, day: date) -> Entry:
    due = f"due {dates.grid(action.due)}" if action.due else ""
    facts = ", ".join(part for part in (action.officer, due) if part)
    return Entry(
        key=action.id,
        title=shortened(action.what, 160),
        marks=(action_status(action, day),),
        facts=facts,
    )
