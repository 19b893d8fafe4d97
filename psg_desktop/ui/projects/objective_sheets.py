"""Forms about one objective: as first agreed, and what it was changed to later."""

from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import objectives
from psg_desktop.domain.ids import ObjectiveId
from psg_desktop.domain.objectives import Measure, Objective, ObjectiveRevision
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.number_lines import NumberLine
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates, projects

_MEASURE = ("what", "unit", "baseline", "target")


def agree_sheet(office: Office, file: ProjectFile) -> RecordSheet:
    """Give the form that keeps an objective as it was first agreed."""
    form = _agreeing(office, file)

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        if given["agreed_on"] is None:
            gathered.note(FieldProblem(field="agreed_on", problem=Problem.DATE_MISSING))
        measure = gathered.make(lambda: Measure(**{name: given[name] for name in _MEASURE}))
        made = gathered.make(
            lambda: Objective(
                id=ObjectiveId(office.new_id()),
                project=file.project.id,
                agreed_on=given["agreed_on"] or office.today(),
                wording=given["wording"],
                measure=measure or Measure(),
            )
        )
        gathered.settle()
        if made is not None:
            objectives.agree(office, made)

    return RecordSheet("Agree an objective", form, keep, save="Keep the objective")


def _agreeing(office: Office, file: ProjectFile) -> Form:
    form = Form()
    form.add_widget(
        label(
            "Write it down as it was agreed: it stays like this, and every report is made against "
            "it. What is agreed later is added with its date and reason.",
            "secondary",
            wrap=True,
        )
    )
    form.add("wording", "Objective", LongText(lines=3))
    form.add("agreed_on", "Agreed on", date_back(office))
    form.add_heading("How it is measured")
    form.add("what", "What is counted", Line(longest=LINE_LIMIT), optional=True,
             hint="Such as: calls to the police from the towpath after dark")  # fmt: skip
    form.add("unit", "Unit", Line(longest=LINE_LIMIT), optional=True,
             hint="Such as: calls a month, or %")  # fmt: skip
    form.add("baseline", "At the beginning (baseline)", NumberLine(), optional=True)
    form.add("target", "Target", NumberLine(), optional=True)
    wording = "" if file.objectives else file.project.objective
    form.show_values({"agreed_on": office.today(), "wording": wording})
    form.mark_saved()
    return form


def revise_sheet(office: Office, objective: Objective) -> RecordSheet:
    """Give the form that adds what an objective was changed to, beside its first wording."""
    form = Form()
    form.add_widget(
        label(f"First agreed on {dates.grid(objective.agreed_on)}", "strong", wrap=True)
    )
    first = "\n".join(filter(None, (objective.wording, projects.measure(objective.measure))))
    form.add_widget(label(breakable(first), "secondary", wrap=True))
    form.add("wording", "Wording from now on", LongText(lines=3))
    form.add("target", "Target from now on", NumberLine(), optional=True)
    form.show_only("target", shown=bool(objective.measure.what))
    form.add("on", "Changed on", date_back(office))
    form.add("reason", "Why it was changed", LongText(lines=3))
    form.add("agreed_by", "Agreed by", Line(longest=LINE_LIMIT), hint="A meeting or a person.")
    form.show_values(
        {
            "wording": objective.wording_now,
            "target": objective.target_now,
            "on": office.today(),
        }
    )
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        if given["on"] is None:
            gathered.note(FieldProblem(field="on", problem=Problem.DATE_MISSING))
        facts = {**given, "on": given["on"] or office.today()}
        made = gathered.make(lambda: ObjectiveRevision(**facts))
        gathered.settle()
        if made is not None:
            objectives.revise(office, objective.id, made)

    return RecordSheet("Change the objective", form, keep, save="Keep the change")
