"""Projects: commissioned work with an objective, money and milestones."""

from dataclasses import dataclass, field, replace
from datetime import date

from psg_desktop.domain import text
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.quarters import quarter_of
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.domain.spans import backwards


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterMoney:
    """What is planned of a funding line for one financial quarter, and what was spent; in pence.

    Attributes:
        quarter: The first day of the quarter.
        actual: What was spent, None while it is not known.
    """

    quarter: date
    planned: int = 0
    actual: int | None = None

    def __post_init__(self) -> None:
        """Refuse money of no quarter, and amounts below nothing.

        Raises:
            Refused: The day is not the first of a quarter, or an amount is below nothing.
        """
        found = Findings()
        found.when(quarter_of(self.quarter) != self.quarter, "quarter", Problem.NOT_A_QUARTER)
        wrong = self.planned < 0 or (self.actual or 0) < 0
        found.when(wrong, "quarters", Problem.AMOUNT_NOT_MONEY)
        found.settle()

    @property
    def variance(self) -> int | None:
        """What was spent above the plan, below it if negative; None while it is not known."""
        return None if self.actual is None else self.actual - self.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """One line of a project's money.

    Attributes:
        source: Who pays, such as "Community safety fund".
        pence: The amount in pence.
        in_kind: Whether it is given as time or goods, not cash.
        match: Whether it matches a grant that asks for money beside its own.
        quarters: What is planned and spent by quarter, each quarter once.
    """

    source: str
    pence: int = 0
    in_kind: bool = False
    match: bool = False
    quarters: tuple[QuarterMoney, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a quarter told twice.

        Raises:
            Refused: A quarter is told twice.
        """
        told = [one.quarter for one in self.quarters]
        if len(set(told)) < len(told):
            raise refuse("quarters", Problem.QUARTER_TWICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneMove:
    """The day a milestone was due put off or brought forward, and why."""

    was: date
    to: date
    on: date
    reason: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a move that is none, or for no reason.

        Raises:
            Refused: The day is the same, or the reason is missing or too long.
        """
        found = Findings()
        found.when(self.was == self.to, "to", Problem.ALREADY_THERE)
        found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        found.when(len(self.reason) > text.TEXT_LIMIT, "reason", Problem.TEXT_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step a project promised, when it is due and when it was reached.

    Attributes:
        moves: How the day it is due was moved, the oldest first.
    """

    what: str = field(repr=False)
    due: date | None = None
    reached: date | None = None
    moves: tuple[MilestoneMove, ...] = ()

    @property
    def first_due(self) -> date | None:
        """The day that was promised first."""
        return self.moves[0].was if self.moves else self.due

    def moved(self, to: date, on: date, reason: str) -> "Milestone":
        """Give the milestone with another day, and why.

        Raises:
            Refused: It was reached already, has no day yet, or there is no reason.
        """
        if self.reached is not None or self.due is None:
            raise refuse("to", Problem.MOVE_NOT_POSSIBLE)
        move = MilestoneMove(was=self.due, to=to, on=on, reason=reason)
        return replace(self, due=to, moves=(*self.moves, move))

    def overdue(self, day: date) -> bool:
        """Say whether it should have been reached before a day."""
        return self.reached is None and self.due is not None and self.due < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A commissioned piece of work.

    Raises:
        Refused: The name is missing, a text is too long, it ends before it starts, or an amount
            is below nothing.
    """

    id: ProjectId
    name: str = field(repr=False)
    objective: str = field(default="", repr=False)
    commissioner: str = ""
    starts: date | None = None
    ends: date | None = None
    budget: tuple[BudgetLine, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    remarks: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a project that could not be reported on."""
        found = Findings()
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(len(self.name) > text.LINE_LIMIT, "name", Problem.LINE_TOO_LONG)
        found.when(len(self.objective) > text.TEXT_LIMIT, "objective", Problem.TEXT_TOO_LONG)
        found.when(len(self.remarks) > text.TEXT_LIMIT, "remarks", Problem.TEXT_TOO_LONG)
        found.when(backwards(self.starts, self.ends), "ends", Problem.ENDS_BEFORE_START)
        found.when(any(one.pence < 0 for one in self.budget), "budget", Problem.AMOUNT_NOT_MONEY)
        found.settle()

    @property
    def total_pence(self) -> int:
        """The whole budget in pence, in cash and in kind."""
        return sum(one.pence for one in self.budget)
