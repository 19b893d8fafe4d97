"""What pages show of a plan: rows, counts, and what is proposed."""

from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.ids import AgencyId, CaseId, PlanLinkId, PlanPriorityId, ProjectId
from psg_desktop.domain.plan import Plan, PlanAction, PlanPriority
from psg_desktop.domain.plan_measures import PlanMeasure


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedCounts:
    """How many cases and projects serve a priority."""

    cases: int = 0
    open_cases: int = 0
    projects: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingCase:
    """A case that serves a priority; `link` is None of one that is only proposed."""

    link: PlanLinkId | None
    case: CaseId
    reference: str
    title: str = field(repr=False)
    state: CaseState


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingProject:
    """A project that serves a priority."""

    link: PlanLinkId
    project: ProjectId
    name: str = field(repr=False)
    ends: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityOverview:
    """One priority with what the plan's page says of it.

    Attributes:
        proposed: How many open cases its focus areas propose that do not serve it yet.
    """

    priority: PlanPriority
    counts: ServedCounts
    actions: tuple[PlanAction, ...]
    measures: tuple[PlanMeasure, ...]
    proposed: int

    def overdue(self, day: date) -> int:
        """Count the actions that are overdue on *day*."""
        return sum(one.overdue(day) for one in self.actions)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """A plan as its page shows it, with the names of the agencies it speaks of."""

    plan: Plan
    priorities: tuple[PriorityOverview, ...]
    agencies: dict[AgencyId, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityPage:
    """A priority with all that hangs on it."""

    plan: Plan
    overview: PriorityOverview
    cases: tuple[ServingCase, ...]
    projects: tuple[ServingProject, ...]
    proposals: tuple[ServingCase, ...]
    agencies: dict[AgencyId, str]
    focus_areas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """The priorities a case or project serves, and those its focus areas propose.

    Attributes:
        plan: The plan in force, None where no plan was begun.
        others: The other priorities of that plan.
    """

    plan: Plan | None
    served: tuple[PlanPriority, ...] = ()
    proposed: tuple[PlanPriority, ...] = ()
    others: tuple[PlanPriority, ...] = ()
    earlier: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanActionDue:
    """An overdue action of a plan, with the priority it is for."""

    action: PlanAction
    priority: PlanPriorityId
    name: str = field(repr=False)
    agency: str
