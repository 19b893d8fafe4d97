"""Forms of a problem analysis: what is known and tried, and what had become of it."""

from dataclasses import asdict, replace
from typing import Any

from psg_desktop.casework.caseload import problem_analyses
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId, ProblemAnalysisId
from psg_desktop.domain.problem_analyses import (
    Baseline,
    ProblemAnalysis,
    ProblemResult,
    Response,
    Side,
)
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import choice_of
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.number_lines import WholeLine
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.row_editor import Cells, RowEditor

_TEXTS = ("objective", "statement", "hypothesis", "responses", "assess_on")
_BEFORE = ("measure", "count", "since", "until")
_RESULT = ("result", "assessed_on", "count_after", "finding", "differently")


def analysis_sheet(
    office: Office, case: CaseId, analysis: ProblemAnalysis | None = None
) -> RecordSheet:
    """Give the form that says what the problem is, why it goes on and what is tried."""
    form = _form(office)
    if analysis is not None:
        form.show_values({name: getattr(analysis, name) for name in _TEXTS[:3]})
        form.show_values({"assess_on": analysis.assess_on, **asdict(analysis.baseline)})
        form.show_values({"responses": [asdict(one) for one in analysis.responses]})
        form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        before = Baseline(**{name: given.pop(name) for name in _BEFORE})
        if before.count is not None and not before.measure:
            raise refuse("measure", Problem.TEXT_MISSING)
        given["responses"] = tuple(Response(**row) for row in given["responses"])
        if analysis is None:
            id_ = ProblemAnalysisId(office.new_id())
            made = ProblemAnalysis(id=id_, case=case, baseline=before, **given)
        else:
            made = replace(analysis, baseline=before, **given)
        problem_analyses.save(office, made)

    title = "Analyse the problem" if analysis is None else "Change the analysis"
    return RecordSheet(title, form, keep, save="Save the analysis")


def _form(office: Office) -> Form:
    form = Form()
    form.add(
        "statement",
        "Problem statement",
        LongText(lines=4),
        hint="Who or what is harmed, how, by whom, where and when.",
    )
    form.add(
        "objective",
        "Objective",
        LongText(lines=2),
        hint="What should be different, and by when.",
        optional=True,
    )
    _add_baseline(form, office)
    form.add_heading("Analysis and response")
    form.add(
        "hypothesis",
        "Why it goes on",
        LongText(lines=3),
        hint="What you think causes it, to be proved or not.",
        optional=True,
    )
    form.add(
        "responses", "Responses", RowEditor("response", _response, upright=True), optional=True
    )
    form.add(
        "assess_on",
        "Assess the result on",
        date_ahead(office),
        hint="Such as +3m. Today will ask.",
        optional=True,
    )
    return form


def _add_baseline(form: Form, office: Office) -> None:
    form.add_heading("Before anything is done")
    form.add(
        "measure",
        "What is counted",
        Line(longest=LINE_LIMIT),
        hint="Such as calls to 101 about this address.",
        optional=True,
    )
    form.add("count", "How many", WholeLine(), optional=True)
    form.add("since", "Counted from", date_back(office), optional=True)
    form.add("until", "Counted to", date_back(office), optional=True)


def _response() -> Cells:
    return {
        "side": ("Aimed at", choice_of(Side)),
        "text": ("What is done", LongText(lines=2)),
    }


def result_sheet(office: Office, analysis: ProblemAnalysis) -> RecordSheet:
    """Give the form that says what had become of the problem."""
    form = Form()
    form.add("result", "What has become of it", choice_of(ProblemResult))
    form.add("assessed_on", "Assessed on", date_back(office))
    measure = analysis.baseline.measure or "the same measure"
    hint = f"Count {measure} again, over as many days as before."
    form.add("count_after", "How many now", WholeLine(), hint=hint, optional=True)
    form.add("finding", "What this rests on", LongText(lines=4))
    form.add("differently", "What you would do differently", LongText(lines=3), optional=True)
    form.show_values({name: getattr(analysis, name) for name in _RESULT})
    if analysis.assessed_on is None:
        form.show_values({"assessed_on": office.today()})

    def keep(given: dict[str, Any]) -> None:
        problem_analyses.assess(office, replace(analysis, **given))

    return RecordSheet("Assess the result", form, keep, save="Save the result")
