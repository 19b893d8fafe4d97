"""The forms of a plan: its year, its agreement, its priorities, judgements and actions."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan as plans
from psg_desktop.casework.partnership import plan_pages, settings
from psg_desktop.domain.ids import PlanActionId, PlanId, PlanPriorityId
from psg_desktop.domain.plan import (
    Judgement,
    Plan,
    PlanAction,
    PlanPriority,
    plan_year,
    year_words,
)
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.sheets import NewRecordSheet, RecordSheet, edited
from psg_desktop.ui.plan.removing import offer_removal
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form

_PRIORITY = ("name", "objective", "lead_agency", "lead_officer", "focus_areas")
_ACTION = ("what", "agency", "officer", "due", "progress", "ended", "given_up")


class BeginSheet(NewRecordSheet):
    """Begins the plan of a year; `id` is that of the plan once it was saved."""

    def __init__(self, office: Office, known: Sequence[Plan]) -> None:
        form = Form()
        now = plan_year(office.today())
        taken = {one.year for one in known}
        free = [year for year in (now, now + 1, now - 1) if year not in taken]
        form.add("year", "Financial year", Choice([Option(one, year_words(one)) for one in free]))
        form.add(
            "earlier",
            "Begin from",
            Choice(
                [Option(one.id, f"The plan of {year_words(one.year)}") for one in known],
                nothing="Nothing: an empty plan",
            ),
            hint=(
                "Brings over its priorities, leads, measures with their baselines, the actions "
                "that are still open, and the open cases and the projects that serve them."
            ),
        )
        first = {"year": free[0]} if free else {}
        form.show_values(first | ({"earlier": known[0].id} if known else {}))
        super().__init__("Begin a plan", form, self._begin, save="Begin the plan")
        self._office = office

    def _begin(self, given: dict[str, Any]) -> None:
        if given["year"] is None:
            raise refuse("year", Problem.DATE_MISSING)
        self.id = plans.begin(self._office, given["year"], given["earlier"])


def agreement_sheet(office: Office, plan: Plan) -> RecordSheet:
    """Give the form that says when a plan was agreed, and by whom."""
    form = Form()
    form.add("agreed_on", "Agreed on", date_back(office), optional=True)
    form.add(
        "agreed_by", "Agreed by", Line(longest=LINE_LIMIT), optional=True,
        hint="The board or meeting, such as “Community safety partnership board”.",
    )  # fmt: skip
    form.add("remarks", "Remarks", LongText(lines=4), optional=True)
    form.show_values({name: getattr(plan, name) for name in form.fields})

    def keep(given: dict[str, Any]) -> None:
        plans.save(office, replace(plan, **given))

    return RecordSheet(f"Plan {year_words(plan.year)}", form, keep)


class PrioritySheet(NewRecordSheet):
    """Adds a priority to a plan, or changes one."""

    id: PlanPriorityId

    def __init__(self, office: Office, plan: PlanId, known: PlanPriority | None = None) -> None:
        form = Form()
        form.add("name", "Priority or focus area", Line(longest=LINE_LIMIT))
        form.add(
            "objective", "Objective", LongText(lines=4), optional=True,
            hint="What will be different at the end of the year.",
        )  # fmt: skip
        form.add("lead_agency", "Lead agency", AgencyChoice(office), optional=True)
        form.add("lead_officer", "Lead officer", Line(longest=LINE_LIMIT), optional=True)
        had = known.focus_areas if known else ()
        areas = [
            Option(one.code, one.name)
            for one in settings.focus_areas(office)
            if one.in_force(office.today()) or one.code in had
        ]
        form.add(
            "focus_areas", "Focus areas it covers", Ticks(areas), optional=True,
            hint="Cases with one of these are proposed as serving it. Nothing is linked by itself.",
        )  # fmt: skip
        if known is not None:
            form.show_values({name: getattr(known, name) for name in _PRIORITY})
        super().__init__(
            "Change the priority" if known else "Add a priority",
            form,
            self._keep_priority,
            save="Save" if known else "Add the priority",
        )
        self._office, self._plan, self._known = office, plan, known
        self.id = known.id if known else PlanPriorityId(office.new_id())

    def _keep_priority(self, given: dict[str, Any]) -> None:
        if self._known is not None:
            now = plan_pages.priority(self._office, self.id).overview.priority
            plans.save_priority(self._office, replace(now, **edited(self._known, given)))
            return
        made = PlanPriority(id=self.id, plan=self._plan, position=0, **given)
        plans.save_priority(self._office, made)


def judge_sheet(office: Office, priority: PlanPriority) -> RecordSheet:
    """Give the form that says how a priority stands, and why."""
    form = Form()
    form.add("rag", "How it stands", choice_of(Rag))
    form.add("reason", "Reason", LongText(lines=4), hint="In words the board can follow.")
    form.add("by", "Judged by", Line(longest=LINE_LIMIT))
    form.add("on", "On", date_back(office))
    form.show_values({"by": priority.lead_officer, "on": office.today()})

    def keep(given: dict[str, Any]) -> None:
        problems = [
            FieldProblem(field=name, problem=problem)
            for name, problem in (("rag", Problem.NOTHING_CHOSEN), ("on", Problem.DATE_MISSING))
            if given[name] is None
        ]
        if problems:
            raise Refused(*problems)
        plans.judge(office, priority.id, Judgement(**given))

    return RecordSheet("How the priority stands", form, keep)


def action_sheet(
    office: Office, priority: PlanPriority, known: PlanAction | None = None
) -> RecordSheet:
    """Give the form that adds an action to a priority, or changes one."""
    form = Form()
    form.add("what", "What is to be done", LongText(lines=3))
    form.add("agency", "Lead agency", AgencyChoice(office))
    form.add("officer", "Lead officer", Line(longest=LINE_LIMIT), hint="A name or a post.")
    form.add("due", "Due date", date_ahead(office))
    form.add("progress", "Progress", LongText(lines=4), optional=True)
    form.add(
        "ended", "Ended on", date_back(office), optional=True,
        hint="Once it is done or given up; say under “Progress” what came of it.",
    )  # fmt: skip
    form.add(
        "given_up", "How it ended",
        Choice([Option(key=True, words="Given up")], nothing="Done, or still going on"),
    )  # fmt: skip
    start: dict[str, Any] = {"agency": priority.lead_agency, "officer": priority.lead_officer}
    if known is not None:
        start = {name: getattr(known, name) for name in _ACTION}
        start["given_up"] = True if known.given_up else None
    form.show_values(start)

    def keep(given: dict[str, Any]) -> None:
        told = {**given, "given_up": bool(given["given_up"])}
        if known is None:
            id_ = PlanActionId(office.new_id())
            plans.save_action(office, PlanAction(id=id_, priority=priority.id, **told))
        else:
            plans.save_action(office, replace(known, **told))

    words = "Change the action" if known else "Add an action"
    sheet = RecordSheet(words, form, keep, save="Save" if known else "Add the action")
    if known is not None:
        offer_removal(sheet, partial(plans.remove_action, office, known.id))
    return sheet
