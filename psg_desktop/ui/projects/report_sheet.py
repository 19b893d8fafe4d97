"""The form of a quarterly report: on each objective as first agreed, a number and a few words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import progress
from psg_desktop.domain.ids import ProjectReportId
from psg_desktop.domain.objectives import Objective
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.domain.project_reports import ObjectiveProgress, ProjectReport
from psg_desktop.domain.quarters import last_day
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.number_lines import NumberLine
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates, projects
from psg_desktop.words.quarters import months, quarter


def report_sheet(office: Office, file: ProjectFile, wanted: date | None = None) -> RecordSheet:
    """Give the form that takes a report in, or corrects the one on the quarter *wanted*."""
    held = file.report_of(wanted) if wanted else None
    form = _form(office, file, wanted, held)

    def keep(given: dict[str, Any]) -> None:
        try:
            made = _made(office, file, held, given)
        except Refused as refused:
            raise Refused(*_without_echo(refused.problems)) from None
        progress.receive(office, made)

    title = "Change the quarterly report" if held else "Take in a quarterly report"
    return RecordSheet(title, form, keep, save="Keep the report")


def _without_echo(problems: Sequence[FieldProblem]) -> list[FieldProblem]:
    """Leave out that the whole says nothing, where it is said of each objective already."""
    silent = any(one.field.startswith("narrative/") for one in problems)
    return [one for one in problems if not (silent and one.field == "note")]


def _form(
    office: Office, file: ProjectFile, wanted: date | None, held: ProjectReport | None
) -> Form:
    form = Form()
    choosable = (held.quarter,) if held else file.reportable(office.today())
    options = [Option(one, f"{quarter(one)}, {months(one)}") for one in choosable]
    form.add("quarter", "Quarter", Choice(options, nothing="Choose the quarter"))
    form.add("received", "Received on", date_back(office))
    form.add("reported_by", "Reported by", Line(longest=LINE_LIMIT))
    for place, objective in enumerate(file.objectives, 1):
        _add_objective(form, place, objective)
    several = bool(file.objectives)
    form.add(
        "note", "Anything else" if several else "How the quarter went", LongText(lines=4),
        optional=several,
    )  # fmt: skip
    shown: dict[str, Any] = {
        "quarter": wanted or next(iter(choosable), None),
        "received": office.today(),
    }
    if held:
        shown |= {"received": held.received, "reported_by": held.reported_by, "note": held.note}
        for one in held.progress:
            shown |= {f"value/{one.objective}": one.value}
            shown |= {f"narrative/{one.objective}": one.narrative}
    form.show_values({name: value for name, value in shown.items() if name in form.fields})
    form.mark_saved()
    return form


def _add_objective(form: Form, place: int, objective: Objective) -> None:
    form.add_heading(f"Objective {place}")
    form.add_widget(label(breakable(objective.wording), "strong", wrap=True))
    said = [projects.measure(objective.measure)]
    if objective.revisions:
        since = dates.grid(objective.revisions[-1].on)
        said.append(f"Changed on {since}; the report is still made against the first agreement.")
    for one in filter(None, said):
        form.add_widget(label(breakable(one), "secondary", wrap=True))
    if objective.measure.what:
        unit = f" ({objective.measure.unit})" if objective.measure.unit else ""
        form.add(
            f"value/{objective.id}", f"Objective {place}: measured now{unit}", NumberLine(),
            optional=True,
        )  # fmt: skip
    form.add(f"narrative/{objective.id}", f"Objective {place}: how it went", LongText(lines=3))


def _made(
    office: Office, file: ProjectFile, held: ProjectReport | None, given: dict[str, Any]
) -> ProjectReport:
    gathered = Gathering()
    wanted: date | None = given["quarter"]
    for name, problem in (
        ("quarter", Problem.NOTHING_CHOSEN),
        ("received", Problem.DATE_MISSING),
    ):
        if given[name] is None:
            gathered.note(FieldProblem(field=name, problem=problem))
    said = [_progress(gathered, one, wanted, given) for one in file.objectives]
    made = gathered.make(
        lambda: ProjectReport(
            id=held.id if held else ProjectReportId(office.new_id()),
            project=file.project.id,
            quarter=wanted or date.min,
            due=held.due if held else office.today(),
            received=given["received"] or office.today(),
            reported_by=given["reported_by"],
            progress=tuple(one for one in said if one is not None),
            note=given["note"],
        )
    )
    gathered.settle()
    if made is None:
        raise RuntimeError("A report was neither made nor refused.")
    return made


def _progress(
    gathered: Gathering, objective: Objective, wanted: date | None, given: dict[str, Any]
) -> ObjectiveProgress | None:
    """Give what was typed on an objective, None where it was agreed later and nothing was."""
    name = f"narrative/{objective.id}"
    value = given.get(f"value/{objective.id}")
    if not given[name]:
        later = wanted is not None and objective.agreed_on > last_day(wanted)
        if not later or value is not None:
            gathered.note(FieldProblem(field=name, problem=Problem.TEXT_MISSING))
        return None
    return gathered.make(partial(_told, objective, given[name], value))


def _told(objective: Objective, narrative: str, value: float | None) -> ObjectiveProgress:
    try:
        return ObjectiveProgress(objective=objective.id, narrative=narrative, value=value)
    except Refused as refused:
        raise Refused(
            *(replace(one, field=f"{one.field}/{objective.id}") for one in refused.problems)
        ) from None
