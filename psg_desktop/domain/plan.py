"""The partnership's plan: priorities of one financial year, and what serves them.

What a board expects of a plan (objective, lead officer, actions with lead and due date, measures
with a baseline, a colour with its reason) follows the design's domain notes, b.1, c.2 and c.3.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from psg_desktop.domain import text
from psg_desktop.domain.ids import (
    AgencyId,
    CaseId,
    PlanActionId,
    PlanId,
    PlanLinkId,
    PlanPriorityId,
    ProjectId,
)
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.refusals import Findings, Problem

_APRIL = 4
_FIRST_YEAR, _LAST_YEAR = 1998, 2100  # the Crime and Disorder Act 1998 began these plans


def plan_year(day: date) -> int:
    """Give the year in which the financial year of a day began: 2026 for 1 April 2026 onwards."""
    return day.year if day.month >= _APRIL else day.year - 1


def year_words(year: int) -> str:
    """Give a financial year as boards write it, such as "2026/27"."""
    return f"{year}/{(year + 1) % 100:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan of one financial year.

    Attributes:
        year: The year it begins in, on 1 April.
        agreed_on, agreed_by: When it was agreed, and by which board or meeting.

    Raises:
        Refused: The year is not possible, it is agreed by nobody or on no day, or a text is long.
    """

    id: PlanId
    year: int
    agreed_on: date | None = None
    agreed_by: str = field(default="", repr=False)
    remarks: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a plan of no year, or one agreed by halves."""
        found = Findings()
        found.when(not _FIRST_YEAR <= self.year <= _LAST_YEAR, "year", Problem.LENGTH_NOT_POSSIBLE)
        dated, named = self.agreed_on is not None, bool(self.agreed_by.strip())
        found.when(named and not dated, "agreed_on", Problem.DATE_MISSING)
        found.when(dated and not named, "agreed_by", Problem.NAME_MISSING)
        found.when(len(self.agreed_by) > text.LINE_LIMIT, "agreed_by", Problem.LINE_TOO_LONG)
        found.when(len(self.remarks) > text.TEXT_LIMIT, "remarks", Problem.TEXT_TOO_LONG)
        found.settle()

    @property
    def starts(self) -> date:
        """Its first day, 1 April."""
        return date(self.year, _APRIL, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How a priority stood on a day, why, and who judged it.

    Raises:
        Refused: The reason or who judged it is missing, or a text is too long.
    """

    on: date
    rag: Rag
    reason: str = field(repr=False)
    by: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a colour nobody accounts for."""
        found = Findings()
        found.when(not self.reason.strip(), "reason", Problem.RAG_UNEXPLAINED)
        found.when(len(self.reason) > text.TEXT_LIMIT, "reason", Problem.TEXT_TOO_LONG)
        found.when(not self.by.strip(), "by", Problem.NAME_MISSING)
        found.when(len(self.by) > text.LINE_LIMIT, "by", Problem.LINE_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPriority:
    """One priority or focus area of a plan.

    Attributes:
        position: Its place in the plan, from 0.
        focus_areas: Codes of the focus areas it covers; a case of one is proposed to serve it.
        judgements: How it stood and why, the latest last.

    Raises:
        Refused: The name is missing, or a text is too long.
    """

    id: PlanPriorityId
    plan: PlanId
    position: int
    name: str = field(repr=False)
    objective: str = field(default="", repr=False)
    lead_agency: AgencyId | None = None
    lead_officer: str = field(default="", repr=False)
    focus_areas: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a priority without a name."""
        found = Findings()
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(len(self.name) > text.LINE_LIMIT, "name", Problem.LINE_TOO_LONG)
        found.when(len(self.lead_officer) > text.LINE_LIMIT, "lead_officer", Problem.LINE_TOO_LONG)
        found.when(len(self.objective) > text.TEXT_LIMIT, "objective", Problem.TEXT_TOO_LONG)
        found.settle()

    @property
    def standing(self) -> Judgement | None:
        """How it was judged last, None where nobody has judged it yet."""
        return self.judgements[-1] if self.judgements else None

    def judge(self, judgement: Judgement) -> "PlanPriority":
        """Add a judgement; those known stay in the order of their days."""
        ordered = sorted((*self.judgements, judgement), key=lambda one: one.on)
        return replace(self, judgements=tuple(ordered))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction:
    """One thing a plan promises for a priority.

    Attributes:
        officer: The lead at the agency, by name or post.
        progress: What has been done so far; once it has ended, what came of it.
        ended: The day it was done or given up.
        given_up: Whether it ended without being done.
        carried_to: The action of a later plan that goes on with it.

    Raises:
        Refused: What, lead or due date is missing, it ended without saying what came of it, or a
            text is too long.
    """

    id: PlanActionId
    priority: PlanPriorityId
    what: str = field(repr=False)
    agency: AgencyId | None
    officer: str = field(repr=False)
    due: date | None
    progress: str = field(default="", repr=False)
    ended: date | None = None
    given_up: bool = False
    carried_to: PlanActionId | None = None

    def __post_init__(self) -> None:
        """Refuse a promise that could not be followed up."""
        found = Findings()
        found.when(not self.what.strip(), "what", Problem.TEXT_MISSING)
        found.when(self.agency is None, "agency", Problem.LEAD_MISSING)
        found.when(not self.officer.strip(), "officer", Problem.OFFICER_MISSING)
        found.when(self.due is None, "due", Problem.DUE_MISSING)
        untold = self.ended is not None and not self.progress.strip()
        found.when(untold, "progress", Problem.OUTCOME_MISSING)
        found.when(self.given_up and self.ended is None, "ended", Problem.DATE_MISSING)
        found.when(len(self.officer) > text.LINE_LIMIT, "officer", Problem.LINE_TOO_LONG)
        for name in ("what", "progress"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        found.settle()

    @property
    def open(self) -> bool:
        """Whether it is still to be done under this plan."""
        return self.ended is None and self.carried_to is None

    def overdue(self, day: date) -> bool:
        """Say whether it should have ended before *day*; read from its dates, never typed."""
        return self.open and self.due is not None and self.due < day


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLink:
    """A case or a project that serves a priority; either may serve several.

    Raises:
        Refused: It names neither a case nor a project, or both.
    """

    id: PlanLinkId
    priority: PlanPriorityId
    case: CaseId | None = None
    project: ProjectId | None = None
    since: date

    def __post_init__(self) -> None:
        """Refuse a link from nowhere or from two ends at once."""
        found = Findings()
        neither = self.case is None and self.project is None
        found.when(neither, "", Problem.NOTHING_CHOSEN)
        both = self.case is not None and self.project is not None
        found.when(both, "", Problem.SUBJECT_OF_OTHER_KIND)
        found.settle()
