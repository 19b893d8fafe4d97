"""Actions: what was agreed, who owns it, by when, and what came of it.

States and moves follow the design's domain notes, section b.4; ombudsman findings turn on missing
time frames and unmonitored actions, so an agreed action always has an owner, a named officer and
a due date. Overdue is derived and never typed.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import ActionId, AgencyId, CaseId
from psg_desktop.domain.refusals import Findings, Problem, refuse


class ActionState(StrEnum):
    """How far an action has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    NOT_ACHIEVED = "not_achieved"
    CANCELLED = "cancelled"


OPEN_STATES = frozenset({ActionState.AGREED, ActionState.IN_PROGRESS})
LIVE_STATES = OPEN_STATES | {ActionState.PROPOSED}

_OWNED = OPEN_STATES | {ActionState.COMPLETED, ActionState.NOT_ACHIEVED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing somebody agreed to do for a case.

    Attributes:
        officer: The named person at the owner agency.
        meeting: The meeting at which it was agreed, in words.
        ended: The day it was completed, given up or cancelled.
        outcome: What was done and the evidence, or why it was not achieved or cancelled.

    Raises:
        Refused: The text is missing or too long; an agreed action lacks owner, officer or due
            date; a finished one lacks its day or outcome.
    """

    id: ActionId
    case: CaseId
    what: str = field(repr=False)
    state: ActionState = ActionState.PROPOSED
    owner: AgencyId | None = None
    officer: str = field(default="", repr=False)
    due: date | None = None
    agreed_on: date | None = None
    meeting: str = ""
    ended: date | None = None
    outcome: str = field(default="", repr=False)
    replaced_by: ActionId | None = None

    def __post_init__(self) -> None:
        """Refuse an action that could not be chased."""
        found = Findings()
        found.when(not self.what.strip(), "what", Problem.TEXT_MISSING)
        found.when(len(self.what) > text.TEXT_LIMIT, "what", Problem.TEXT_TOO_LONG)
        found.when(len(self.outcome) > text.TEXT_LIMIT, "outcome", Problem.TEXT_TOO_LONG)
        found.when(len(self.officer) > text.LINE_LIMIT, "officer", Problem.LINE_TOO_LONG)
        if self.state in _OWNED:
            found.when(self.owner is None, "owner", Problem.OWNER_MISSING)
            found.when(not self.officer.strip(), "officer", Problem.OFFICER_MISSING)
            found.when(self.due is None, "due", Problem.DUE_MISSING)
        if self.state not in LIVE_STATES:
            found.when(self.ended is None, "ended", Problem.DATE_MISSING)
            found.when(not self.outcome.strip(), "outcome", Problem.OUTCOME_MISSING)
        found.settle()

    @property
    def open(self) -> bool:
        """Whether it is agreed and not finished."""
        return self.state in OPEN_STATES

    def overdue_on(self, day: date) -> bool:
        """Say whether it is open and its due date has passed by *day*."""
        return self.open and self.due is not None and self.due < day

    @property
    def late(self) -> bool:
        """Whether it was completed after its due date."""
        done = self.state is ActionState.COMPLETED
        return done and self.due is not None and self.ended is not None and self.ended > self.due

    def agree(self, on: date, meeting: str = "") -> "Action":
        """Make a proposed action binding.

        Raises:
            Refused: It is not proposed, or lacks owner, officer or due date.
        """
        self._only_from(ActionState.PROPOSED)
        return replace(self, state=ActionState.AGREED, agreed_on=on, meeting=meeting)

    def start(self) -> "Action":
        """Say that work on it has begun."""
        self._only_from(ActionState.AGREED)
        return replace(self, state=ActionState.IN_PROGRESS)

    def complete(self, on: date, outcome: str) -> "Action":
        """Say that it was done, when, and with what evidence."""
        self._only_from(*OPEN_STATES)
        return replace(self, state=ActionState.COMPLETED, ended=on, outcome=outcome)

    def give_up(self, on: date, reason: str, replaced_by: ActionId | None = None) -> "Action":
        """Say that it was not achieved, why, and what replaces it."""
        self._only_from(*OPEN_STATES)
        return replace(
            self,
            state=ActionState.NOT_ACHIEVED,
            ended=on,
            outcome=reason,
            replaced_by=replaced_by,
        )

    def cancel(self, on: date, reason: str) -> "Action":
        """Withdraw it, saying by whom and why."""
        self._only_from(*LIVE_STATES)
        return replace(self, state=ActionState.CANCELLED, ended=on, outcome=reason)

    def reassign(self, owner: AgencyId, officer: str, due: date | None = None) -> "Action":
        """Give it to another owner, with a new due date where one is set."""
        self._only_from(*LIVE_STATES)
        return replace(self, owner=owner, officer=officer, due=due or self.due)

    def reopen(self) -> "Action":
        """Take a finished action up again, as agreed."""
        self._only_from(ActionState.COMPLETED, ActionState.NOT_ACHIEVED, ActionState.CANCELLED)
        return replace(self, state=ActionState.AGREED, ended=None, outcome="", replaced_by=None)

    def _only_from(self, *states: ActionState) -> None:
        if self.state not in states:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
