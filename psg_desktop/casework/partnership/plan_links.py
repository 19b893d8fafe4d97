"""Which cases and projects serve which priorities of the plan."""

from collections.abc import Iterable

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan as plans
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, PlanLinkId, PlanPriorityId, ProjectId
from psg_desktop.domain.plan import PlanLink, year_words
from psg_desktop.domain.plan_lists import Serving
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store.queries import plan as queries
from psg_desktop.store.units import Unit


def of_case(office: Office, case: CaseId) -> Serving:
    """Read the priorities a case serves, and those its focus areas propose."""
    with office.reading() as unit:
        areas = unit.cases.get(case).focus_areas
        return _serving(office, unit, unit.plan_links.where(case=case), areas)


def of_project(office: Office, project: ProjectId) -> Serving:
    """Read the priorities a project serves; those of the cases it is worked as are proposed."""
    with office.reading() as unit:
        areas = [code for one in unit.cases.where(subject=project) for code in one.focus_areas]
        return _serving(office, unit, unit.plan_links.where(project=project), areas)


def set_of_case(office: Office, case: CaseId, wanted: Iterable[PlanPriorityId]) -> None:
    """Have a case serve these priorities of the plan in force and no others of it.

    Raises:
        Refused: The case is closed.
    """
    with office.working(Act.LINK_TO_PLAN) as unit:
        _refuse_closed(unit, case)
        for one in _moved(office, unit, set(wanted), unit.plan_links.where(case=case)):
            unit.plan_links.put(_link(office, one, case=case))


def set_of_project(office: Office, project: ProjectId, wanted: Iterable[PlanPriorityId]) -> None:
    """Have a project serve these priorities of the plan in force and no others of it."""
    with office.working(Act.LINK_TO_PLAN) as unit:
        unit.projects.get(project)
        for one in _moved(office, unit, set(wanted), unit.plan_links.where(project=project)):
            unit.plan_links.put(_link(office, one, project=project))


def link_case(office: Office, priority: PlanPriorityId, case: CaseId) -> None:
    """Have one more case serve a priority.

    Raises:
        Refused: It serves it already, or the case is closed.
    """
    with office.working(Act.LINK_TO_PLAN) as unit:
        _refuse_closed(unit, case)
        if unit.plan_links.where(priority=priority, case=case):
            raise refuse("case", Problem.ALREADY_THERE)
        unit.plan_links.put(_link(office, priority, case=case))


def link_project(office: Office, priority: PlanPriorityId, project: ProjectId) -> None:
    """Have one more project serve a priority.

    Raises:
        Refused: It serves it already.
    """
    with office.working(Act.LINK_TO_PLAN) as unit:
        unit.projects.get(project)
        if unit.plan_links.where(priority=priority, project=project):
            raise refuse("project", Problem.ALREADY_THERE)
        unit.plan_links.put(_link(office, priority, project=project))


def accept_proposed(office: Office, priority: PlanPriorityId) -> int:
    """Have every open case that the focus areas propose serve a priority; give how many."""
    with office.working(Act.LINK_TO_PLAN) as unit:
        found = queries.proposed(unit.reading, unit.plan_priorities.get(priority))
        unit.plan_links.put_all(_link(office, priority, case=one.case) for one in found)
        return len(found)


def unlink(office: Office, id_: PlanLinkId) -> None:
    """Have a case or project serve a priority no longer.

    Raises:
        Refused: The case is closed: what it served stays on record.
    """
    with office.working(Act.LINK_TO_PLAN) as unit:
        case = unit.plan_links.get(id_).case
        if case is not None:
            _refuse_closed(unit, case)
        unit.plan_links.remove(id_)


def _serving(
    office: Office, unit: Unit, links: tuple[PlanLink, ...], areas: Iterable[str]
) -> Serving:
    plan = plans.in_force(office, unit.plans.all())
    if plan is None:
        return Serving(plan=None)
    priorities = plans.priorities_of(unit, plan.id)
    held = {one.priority for one in links}
    codes = set(areas)
    left = [one for one in priorities if one.id not in held]
    return Serving(
        plan=plan,
        served=tuple(one for one in priorities if one.id in held),
        proposed=tuple(one for one in left if codes & set(one.focus_areas)),
        others=tuple(one for one in left if not codes & set(one.focus_areas)),
        earlier=_earlier(unit, held - {one.id for one in priorities}),
    )


def _earlier(unit: Unit, held: set[PlanPriorityId]) -> tuple[str, ...]:
    """Name the priorities of other years that were served, the latest year first."""
    years = {one.id: one.year for one in unit.plans.all()}
    found = [unit.plan_priorities.get(one) for one in held]
    found.sort(key=lambda one: (-years[one.plan], one.position))
    return tuple(f"{year_words(years[one.plan])}: {one.name}" for one in found)


def _moved(
    office: Office, unit: Unit, wanted: set[PlanPriorityId], links: tuple[PlanLink, ...]
) -> list[PlanPriorityId]:
    """Remove the links that are wanted no longer; give the priorities that lack one."""
    plan = plans.in_force(office, unit.plans.all())
    now = plans.priorities_of(unit, plan.id) if plan else []
    held = {one.priority: one for one in links}
    for priority in now:
        if priority.id in held and priority.id not in wanted:
            unit.plan_links.remove(held[priority.id].id)
    return [one.id for one in now if one.id in wanted - set(held)]


def _link(
    office: Office,
    priority: PlanPriorityId,
    case: CaseId | None = None,
    project: ProjectId | None = None,
) -> PlanLink:
    id_ = PlanLinkId(office.new_id())
    return PlanLink(id=id_, priority=priority, case=case, project=project, since=office.today())


def _refuse_closed(unit: Unit, case: CaseId) -> None:
    if unit.cases.get(case).closed:
        raise refuse("case", Problem.CASE_IS_CLOSED)
