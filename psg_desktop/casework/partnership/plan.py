"""The partnership's plan: beginning it, and keeping its priorities, actions and measures."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import (
    PlanActionId,
    PlanId,
    PlanLinkId,
    PlanMeasureId,
    PlanPriorityId,
)
from psg_desktop.domain.plan import (
    Judgement,
    Plan,
    PlanAction,
    PlanPriority,
    plan_year,
)
from psg_desktop.domain.plan_measures import PlanMeasure
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store.units import Unit


def begin(office: Office, year: int, earlier: PlanId | None = None) -> PlanId:
    """Begin the plan of a financial year, from an earlier plan where one is named.

    From the earlier plan come the priorities with their leads, measures and baselines, the actions
    that are still open (there they count as carried over), and the open cases and the projects that
    serve them. Judgements and readings stay with the year they belong to.

    Raises:
        Refused: The year has a plan already, or is not possible.
    """
    plan = Plan(id=PlanId(office.new_id()), year=year)
    with office.working(Act.BEGIN_PLAN) as unit:
        if unit.plans.where(year=year):
            raise refuse("year", Problem.ALREADY_THERE)
        unit.plans.put(plan)
        if earlier is not None:
            for known in priorities_of(unit, earlier):
                _carry(office, unit, known, plan.id)
    return plan.id


def save(office: Office, plan: Plan) -> None:
    """Keep when a plan was agreed, by whom, and remarks on it.

    Raises:
        Refused: Another plan is of the same year, or it was agreed on a day to come.
    """
    late = plan.agreed_on is not None and plan.agreed_on > office.today()
    _not_to_come("agreed_on", late=late)
    with office.working(Act.SAVE_PLAN) as unit:
        if any(one.id != plan.id for one in unit.plans.where(year=plan.year)):
            raise refuse("year", Problem.ALREADY_THERE)
        unit.plans.put(plan)


def save_priority(office: Office, priority: PlanPriority) -> None:
    """Keep a new or changed priority; its judgements are kept by `judge`."""
    with office.working(Act.SAVE_PRIORITY) as unit:
        known = unit.plan_priorities.find(priority.id)
        if known is None:
            last = max((one.position for one in priorities_of(unit, priority.plan)), default=-1)
            unit.plan_priorities.put(replace(priority, position=last + 1))
        else:
            kept = replace(priority, position=known.position, judgements=known.judgements)
            unit.plan_priorities.put(kept)


def move_priority(office: Office, id_: PlanPriorityId, places: int) -> None:
    """Move a priority up (below 0) or down its plan."""
    with office.working(Act.SAVE_PRIORITY) as unit:
        moved = unit.plan_priorities.get(id_)
        others = [one for one in priorities_of(unit, moved.plan) if one.id != id_]
        place = sum(one.position < moved.position for one in others) + places
        others.insert(min(max(place, 0), len(others)), moved)
        unit.plan_priorities.put_all(
            replace(one, position=number) for number, one in enumerate(others)
        )


def judge(office: Office, id_: PlanPriorityId, judgement: Judgement) -> None:
    """Say how a priority stands, and why.

    Raises:
        Refused: On a day to come.
    """
    _not_to_come("on", late=judgement.on > office.today())
    with office.working(Act.JUDGE_PRIORITY) as unit:
        unit.plan_priorities.put(unit.plan_priorities.get(id_).judge(judgement))


def save_action(office: Office, action: PlanAction) -> None:
    """Keep a new or changed action of a plan.

    Raises:
        Refused: It ended on a day to come.
    """
    late = action.ended is not None and action.ended > office.today()
    _not_to_come("ended", late=late)
    with office.working(Act.SAVE_PLAN_ACTION) as unit:
        unit.plan_priorities.get(action.priority)
        unit.plan_actions.put(action)


def save_measure(office: Office, measure: PlanMeasure) -> None:
    """Keep a new or changed measure of a plan, its readings in the order of their data.

    Raises:
        Refused: A reading is of data of a day to come.
    """
    today = office.today()
    late = any(one.on is not None and one.on > today for one in measure.readings)
    _not_to_come("readings", late=late)
    with office.working(Act.SAVE_MEASURE) as unit:
        unit.plan_priorities.get(measure.priority)
        unit.plan_measures.put(measure.with_readings(measure.readings))


def remove_priority(office: Office, id_: PlanPriorityId) -> None:
    """Take a priority out of its plan.

    Raises:
        Refused: An action, a measure, a case or a project still hangs on it.
    """
    with office.working(Act.REMOVE_FROM_PLAN) as unit:
        hanging = (unit.plan_actions, unit.plan_measures, unit.plan_links)
        if any(kept.where(priority=id_) for kept in hanging):
            raise refuse("", Problem.STILL_IN_USE)
        unit.plan_priorities.remove(id_)


def remove_action(office: Office, id_: PlanActionId) -> None:
    """Take an action out of a plan, as a mistake; the one it went on with is open again."""
    with office.working(Act.REMOVE_FROM_PLAN) as unit:
        for earlier in unit.plan_actions.where(carried_to=id_):
            unit.plan_actions.put(replace(earlier, carried_to=None))
        unit.plan_actions.remove(id_)


def remove_measure(office: Office, id_: PlanMeasureId) -> None:
    """Take a measure out of a plan, with its readings."""
    with office.working(Act.REMOVE_FROM_PLAN) as unit:
        unit.plan_measures.remove(id_)


def priorities_of(unit: Unit, plan: UUID) -> list[PlanPriority]:
    """Give the priorities of a plan, in their order."""
    return sorted(unit.plan_priorities.where(plan=plan), key=lambda one: (one.position, one.id))


def in_force(office: Office, plans: Iterable[Plan]) -> Plan | None:
    """Give the plan in force today: the latest that has begun, else the first to come."""
    year = plan_year(office.today())
    known = sorted(plans, key=lambda one: one.year)
    begun = [one for one in known if one.year <= year]
    if begun:
        return begun[-1]
    return known[0] if known else None


def _carry(office: Office, unit: Unit, known: PlanPriority, plan: PlanId) -> None:
    new = replace(known, id=PlanPriorityId(office.new_id()), plan=plan, judgements=())
    unit.plan_priorities.put(new)
    for measure in unit.plan_measures.where(priority=known.id):
        id_ = PlanMeasureId(office.new_id())
        unit.plan_measures.put(replace(measure, id=id_, priority=new.id, readings=()))
    for action in unit.plan_actions.where(priority=known.id):
        if action.open:
            carried = replace(action, id=PlanActionId(office.new_id()), priority=new.id)
            unit.plan_actions.put(carried, replace(action, carried_to=carried.id))
    for link in unit.plan_links.where(priority=known.id):
        if link.case is None or not unit.cases.get(link.case).closed:
            newer = replace(link, priority=new.id, since=office.today())
            unit.plan_links.put(replace(newer, id=PlanLinkId(office.new_id())))


def _not_to_come(field: str, *, late: bool) -> None:
    if late:
        raise refuse(field, Problem.DATE_IN_FUTURE)
