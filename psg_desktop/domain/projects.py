"""Projects: commissioned work with an objective, money and milestones."""

from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain import text
from psg_desktop.domain.addresses import backwards
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.refusals import Findings, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """One line of a project's money.

    Attributes:
        source: Who pays, such as "Community safety fund".
        pence: The amount in pence.
        in_kind: Whether it is given as time or goods, not cash.
    """

    source: str
    pence: int = 0
    in_kind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step a project promised, when it is due and when it was reached."""

    what: str = field(repr=False)
    due: date | None = None
    reached: date | None = None


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
