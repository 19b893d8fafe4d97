"""Forms about one milestone: what was promised, the day it moves to, and that it was reached."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import funding
from psg_desktop.domain.projects import Milestone, Project
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates

SheetOf = Callable[[Office, Project, Milestone], RecordSheet]


def milestone_sheet(
    office: Office, project: Project, milestone: Milestone | None = None
) -> RecordSheet:
    """Give the form that adds a milestone, or corrects *milestone*."""
    form = Form()
    form.add("what", "Milestone", Line(longest=LINE_LIMIT))
    promised = milestone is not None and milestone.due is not None
    if not promised:
        form.add("due", "Due", date_ahead(office), optional=True)
    form.add("reached", "Reached", date_back(office), optional=True)
    shown = milestone or Milestone(what="")
    form.show_values({name: getattr(shown, name) for name in form.fields})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        funding.save_milestone(office, project.id, milestone, replace(shown, **given))

    title = "Change the milestone" if milestone else "Add a milestone"
    return RecordSheet(title, form, keep)


def reach_sheet(office: Office, project: Project, milestone: Milestone) -> RecordSheet:
    """Give the form that says that a milestone was reached."""
    form = _about(milestone)
    form.add("reached", "Reached on", date_back(office))
    form.show_values({"reached": office.today()})

    def keep(given: dict[str, Any]) -> None:
        if given["reached"] is None:
            raise refuse("reached", Problem.DATE_MISSING)
        funding.save_milestone(office, project.id, milestone, replace(milestone, **given))

    return RecordSheet("Milestone reached", form, keep)


def move_sheet(office: Office, project: Project, milestone: Milestone) -> RecordSheet:
    """Give the form that moves the day a milestone is due, and says why."""
    form = _about(milestone)
    form.add("to", "Now due", date_ahead(office))
    form.add("reason", "Why it moves", LongText(lines=3))

    def keep(given: dict[str, Any]) -> None:
        if given["to"] is None:
            raise refuse("to", Problem.DATE_MISSING)
        funding.move_milestone(office, project.id, milestone, given["to"], given["reason"])

    return RecordSheet("Move the milestone", form, keep)


def _about(milestone: Milestone) -> Form:
    form = Form()
    form.add_widget(label(breakable(milestone.what), "strong", wrap=True))
    if milestone.due is not None:
        form.add_widget(label(f"Due {dates.grid(milestone.due)}", "secondary", wrap=True))
    return form
