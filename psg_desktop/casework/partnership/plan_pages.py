"""What the pages of the plan show."""

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan as plans
from psg_desktop.domain.ids import AgencyId, PlanId, PlanPriorityId
from psg_desktop.domain.plan import Plan, PlanPriority, year_words
from psg_desktop.domain.plan_lists import (
    PlanActionDue,
    PlanPage,
    PriorityOverview,
    PriorityPage,
    ServedCounts,
)
from psg_desktop.store.queries import plan as queries
from psg_desktop.store.units import Unit


def years(office: Office) -> tuple[Plan, ...]:
    """Read every plan, the latest year first."""
    with office.reading() as unit:
        return tuple(sorted(unit.plans.all(), key=lambda one: -one.year))


def current(office: Office) -> Plan | None:
    """Read the plan in force today, None where none was begun."""
    return plans.in_force(office, years(office))


def page(office: Office, id_: PlanId) -> PlanPage:
    """Read a plan as its page shows it.

    Raises:
        Refused: There is no such plan.
    """
    with office.reading() as unit:
        priorities = plans.priorities_of(unit, id_)
        counted = queries.counts(unit.reading, [one.id for one in priorities])
        return PlanPage(
            plan=unit.plans.get(id_),
            priorities=tuple(_overview(unit, one, counted[one.id]) for one in priorities),
            agencies=_agencies(unit),
        )


def priority(office: Office, id_: PlanPriorityId) -> PriorityPage:
    """Read a priority with all that hangs on it.

    Raises:
        Refused: There is no such priority.
    """
    with office.reading() as unit:
        known = unit.plan_priorities.get(id_)
        counted = queries.counts(unit.reading, [id_])
        names = {one.code: one.name for one in unit.focus_areas.all()}
        return PriorityPage(
            plan=unit.plans.get(known.plan),
            overview=_overview(unit, known, counted[id_]),
            cases=queries.cases(unit.reading, id_),
            projects=queries.projects(unit.reading, id_),
            proposals=queries.proposed(unit.reading, known),
            agencies=_agencies(unit),
            focus_areas=tuple(names.get(code, code) for code in known.focus_areas),
        )


def names(office: Office) -> dict[str, str]:
    """Read what histories call the plans and their priorities, by the text of their identifiers."""
    with office.reading() as unit:
        plans_by_id = {str(one.id): f"Plan {year_words(one.year)}" for one in unit.plans.all()}
        named = {
            str(one.id): f"{one.name} ({plans_by_id[str(one.plan)]})"
            for one in unit.plan_priorities.all()
        }
    return plans_by_id | named


def overdue(office: Office) -> tuple[PlanActionDue, ...]:
    """Read the overdue actions of all plans, the longest due first; those carried over once."""
    today = office.today()
    with office.reading() as unit:
        late = [one for one in unit.plan_actions.where(ended=None) if one.overdue(today)]
        late.sort(key=lambda one: (one.due or today, one.id))
        agencies = _agencies(unit) if late else {}
        return tuple(
            PlanActionDue(
                action=one,
                priority=one.priority,
                name=unit.plan_priorities.get(one.priority).name,
                agency=agencies[one.agency] if one.agency else "",
            )
            for one in late
        )


def _overview(unit: Unit, known: PlanPriority, counts: ServedCounts) -> PriorityOverview:
    actions = sorted(
        unit.plan_actions.where(priority=known.id),
        key=lambda one: (not one.open, str(one.due), one.id),
    )
    return PriorityOverview(
        priority=known,
        counts=counts,
        actions=tuple(actions),
        measures=unit.plan_measures.where(priority=known.id),
        proposed=queries.proposed_count(unit.reading, known),
    )


def _agencies(unit: Unit) -> dict[AgencyId, str]:
    return {one.id: one.label for one in unit.agencies.all()}
