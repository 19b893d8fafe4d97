"""Lines about a plan as its pages show them."""

from collections.abc import Sequence
from datetime import date

from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.plan import PlanAction, PlanPriority
from psg_desktop.domain.plan_lists import PriorityOverview, ServedCounts
from psg_desktop.domain.plan_measures import Course, PlanMeasure
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names, plan

_COURSES = {
    Course.BETTER: "green",
    Course.SAME: "amber",
    Course.WORSE: "red",
    Course.NO_BASELINE: "none",
    Course.NOT_READ: "none",
}


def lead(priority: PlanPriority, agencies: dict[AgencyId, str]) -> str:
    """Say who leads a priority."""
    agency = agencies.get(priority.lead_agency, "") if priority.lead_agency else ""
    said = ", ".join(filter(None, (priority.lead_officer, agency)))
    return f"Led by {said}" if said else "No lead named"


def counted(counts: ServedCounts) -> str:
    """Say how many cases and projects serve a priority."""
    cases = f"{counts.cases:,} case{'' if counts.cases == 1 else 's'}"
    if counts.cases:
        cases += f", {counts.open_cases:,} open"
    projects = f"{counts.projects:,} project{'' if counts.projects == 1 else 's'}"
    return f"Served by {cases}; {projects}"


def overdue_status(overview: PriorityOverview, day: date) -> Status | None:
    """Give how many actions are overdue, None where none is."""
    late = overview.overdue(day)
    if not late:
        return None
    return Status("red", f"{late:,} action{'' if late == 1 else 's'} overdue")


def course_line(measure: PlanMeasure) -> str:
    """Give one measure against its baseline, in one line."""
    latest = measure.latest
    read = f"{plan.counted(latest.value, measure.unit)}, {latest.period}. " if latest else ""
    return f"{measure.name}: {read}{plan.change(measure)}"


def action_entry(
    one: PlanAction, agencies: dict[AgencyId, str], day: date, steps: Sequence[Step]
) -> Entry:
    """Give an action of a plan."""
    agency = agencies.get(one.agency, "") if one.agency else ""
    return Entry(
        key=one.id,
        title=one.what,
        marks=(_action_status(one, day),),
        facts=f"{one.officer}, {agency}",
        text=one.progress,
        about="Progress",
        steps=steps,
    )


def measure_entry(one: PlanMeasure, steps: Sequence[Step]) -> Entry:
    """Give a measure with its baseline, its target and every reading."""
    change = one.change()
    base = (
        f"Baseline {plan.figure(one.baseline, one.unit)}"
        if one.baseline
        else "No baseline: nothing can be compared"
    )
    told = change.course in {Course.BETTER, Course.WORSE}
    compared = plan.change(one).partition(": ")[2].capitalize() if told else ""
    readings = [
        f"{plan.figure(each, one.unit)}, data of {dates.grid(each.on)}"
        for each in reversed(one.readings)
        if each.on
    ]
    return Entry(
        key=one.id,
        title=one.name,
        marks=(Status(_COURSES[change.course], names.name(change.course)), names.name(one.scope)),
        facts="  ·  ".join(filter(None, (compared, base, plan.target(one)))),
        text="\n".join(readings),
        about="Readings",
        steps=steps,
    )


def _action_status(one: PlanAction, day: date) -> Status:
    due = dates.grid(one.due) if one.due else ""
    if one.ended is not None:
        state, word = ("none", "Given up") if one.given_up else ("done", "Done")
        return Status(state, f"{word} {dates.grid(one.ended)}")
    if one.carried_to is not None:
        return Status("none", "Carried into a later plan")
    if one.overdue(day):
        return Status("red", f"Was due {due}")
    return Status("none", f"Due {due}")
