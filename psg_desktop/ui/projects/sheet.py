"""The form of one project: its aim, and for a new one its money and its milestones.

Once a project is there, its page changes funding lines and milestones one by one, so that their
spending and the days they were promised for stay with them.
"""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.projects import BudgetLine, Milestone, Project
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.number_lines import MoneyLine
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.sheets import NewRecordSheet, edited
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.row_editor import Cells

_FIELDS = ("name", "objective", "commissioner", "starts", "ends", "remarks")


class ProjectSheet(NewRecordSheet):
    """Adds a project, or changes *project*; emits `project_saved(ProjectId)` once it is kept."""

    id: ProjectId
    project_saved = Signal(object)

    def __init__(self, office: Office, project: Project | None = None) -> None:
        save = "Save" if project else "Add the project"
        words = "Change the project" if project else "New project"
        super().__init__(words, _form(office, project), self._keep_project, save=save)
        self._office, self._shown = office, project
        self.id = project.id if project else ProjectId(office.new_id())
        self.saved.connect(lambda: self.project_saved.emit(self.id))

    def _keep_project(self, given: dict[str, Any]) -> None:
        if self._shown is None:
            projects.save(self._office, Project(id=self.id, **given))
        else:
            now = projects.get(self._office, self.id)
            projects.save(self._office, replace(now, **edited(self._shown, given)))


def budget_rows() -> RecordRows:
    """Give the editor of who pays how much, in pounds."""

    def cells() -> Cells:
        return {
            "source": ("Who pays", Line(longest=LINE_LIMIT)),
            "pence": ("Amount in pounds", MoneyLine()),
            "in_kind": (
                "Given as",
                Choice([Option(key=True, words="Time or goods")], nothing="Money"),
            ),
            "match": (
                "Part it plays",
                Choice([Option(key=True, words="Match funding")], nothing="Grant or own money"),
            ),
        }

    def make(given: dict[str, Any]) -> BudgetLine:
        if not given["source"]:
            raise refuse("source", Problem.NAME_MISSING)
        switches = {name: bool(given[name]) for name in ("in_kind", "match")}
        return BudgetLine(**{**given, **switches})

    return RecordRows(
        "budget line",
        cells,
        make,
        lambda one: {
            "source": one.source, "pence": one.pence, "in_kind": one.in_kind or None,
            "match": one.match or None,
        },
    )  # fmt: skip


def milestone_rows(office: Office) -> RecordRows:
    """Give the editor of the steps that were promised."""

    def cells() -> Cells:
        return {
            "what": ("What", Line(longest=LINE_LIMIT)),
            "due": ("Due (optional)", date_ahead(office)),
            "reached": ("Reached (optional)", date_back(office)),
        }

    def make(given: dict[str, Any]) -> Milestone:
        if not given["what"]:
            raise refuse("milestones", Problem.TEXT_MISSING)
        return Milestone(**given)

    return RecordRows(
        "milestone",
        cells,
        make,
        lambda one: {"what": one.what, "due": one.due, "reached": one.reached},
    )


def _form(office: Office, project: Project | None) -> Form:
    form = Form()
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    form.add(
        "objective",
        "Aim",
        LongText(lines=4),
        hint="What will be different when it is done.",
        optional=True,
    )
    form.add("commissioner", "Commissioned by", Line(longest=LINE_LIMIT), optional=True)
    form.add("starts", "Starts", date_ahead(office), optional=True)
    form.add("ends", "Ends", date_ahead(office), optional=True)
    if project is None:
        form.add("budget", "Budget", budget_rows(), optional=True)
        form.add("milestones", "Milestones", milestone_rows(office), optional=True)
    form.add("remarks", "Remarks", LongText(lines=4), optional=True)
    if project is not None:
        form.show_values({name: getattr(project, name) for name in _FIELDS})
    return form
