"""The plan: what was agreed, who owns it, by when, and what came of it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from typing_extensions import override

from psg_desktop.casework.caseload import actions
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.lists import CasePage
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts import action_sheets
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.statuses import action_status
from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates, names

_SheetOf = Callable[[Office, Action], RecordSheet]
_FORMS: dict[str, _SheetOf] = {
    "Agree": action_sheets.agree_sheet,
    "Complete": action_sheets.complete_sheet,
    "Not achieved": action_sheets.give_up_sheet,
    "Hand on": action_sheets.reassign_sheet,
    "Cancel": action_sheets.cancel_sheet,
    "Change": action_sheets.change_sheet,
}
_STEPS = {
    ActionState.PROPOSED: ("Agree", "Change", "Hand on", "Cancel"),
    ActionState.AGREED: ("Complete", "Start", "Change", "Hand on", "Not achieved", "Cancel"),
    ActionState.IN_PROGRESS: ("Complete", "Change", "Hand on", "Not achieved", "Cancel"),
    ActionState.COMPLETED: ("Reopen", "Change"),
    ActionState.NOT_ACHIEVED: ("Reopen", "Change"),
    ActionState.CANCELLED: ("Reopen", "Change"),
}
_GROUPS = (
    ("Open", (ActionState.AGREED, ActionState.IN_PROGRESS)),
    ("Proposed", (ActionState.PROPOSED,)),
)
_FINISHED = (ActionState.COMPLETED, ActionState.NOT_ACHIEVED, ActionState.CANCELLED)


class PlanCard(CaseCard):
    """Actions by state, those due first on top; finished ones can be folded away."""

    def __init__(self, office: Office) -> None:
        add = button("Add an action", "action")
        super().__init__(office, "Plan", add)
        add.clicked.connect(self.add_action)
        self._finished_shown = False

    def add_action(self) -> None:
        """Ask for a new action."""
        self.ask(action_sheets.add_sheet(self.office, self.page.case.id))

    @override
    def concern(self, page: CasePage) -> object:
        return (page.actions, page.agencies)

    @override
    def count(self, page: CasePage) -> int:
        return sum(one.open for one in page.actions)

    @override
    def draw(self, page: CasePage) -> None:
        if not page.actions:
            self.say("No action has been agreed yet. A first one says who does what by when.")
        for words, states in _GROUPS:
            self._group(words, [one for one in page.actions if one.state in states])
        finished = [one for one in page.actions if one.state in _FINISHED]
        finished.sort(key=lambda one: one.ended or date.min, reverse=True)
        if finished and not self._finished_shown and not page.case.closed:
            several = "s" if len(finished) > 1 else ""
            fold = link(f"Show {len(finished)} finished action{several}")
            fold.clicked.connect(self._show_finished)
            self.add_left(fold)
        else:
            self._group("Finished", finished)

    def _show_finished(self) -> None:
        self._finished_shown = True
        self.redraw()

    def _group(self, words: str, found: list[Action]) -> None:
        if found:
            self.add(label(words, "overline"))
            self.add_entries([self._entry(one) for one in found])

    def _entry(self, action: Action) -> Entry:
        steps = [
            Step(words=words, done=partial(self._do, words, action))
            for words in _STEPS[action.state]
        ]
        return Entry(
            key=action.id,
            title=action.what,
            marks=(action_status(action, self.office.today()),),
            facts=self._facts(action),
            text=action.outcome,
            about="What came of it",
            steps=() if self.page.case.closed else steps,
        )

    def _facts(self, action: Action) -> str:
        owner = self.page.agencies.get(action.owner, "") if action.owner else ""
        parts = [", ".join(part for part in (owner, action.officer) if part) or "No owner yet"]
        parts.append(f"due {dates.grid(action.due)}" if action.due else "no due date")
        if action.agreed_on:
            meeting = f" at {action.meeting}" if action.meeting else ""
            parts.append(f"agreed {dates.grid(action.agreed_on)}{meeting}")
        if action.ended:
            parts.append(f"{names.name(action.state).casefold()} {dates.grid(action.ended)}")
        return "  ·  ".join(parts)

    def _do(self, words: str, action: Action) -> None:
        if words == "Start":
            actions.start(self.office, action.id)
        elif words == "Reopen":
            actions.reopen(self.office, action.id)
        else:
            self.ask(_FORMS[words](self.office, action))
