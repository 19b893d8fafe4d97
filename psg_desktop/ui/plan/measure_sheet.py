"""The form of a measure: what is counted, its baseline, its target, and the readings since."""

from functools import partial
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import plan as plans
from psg_desktop.domain.ids import PlanMeasureId, PlanPriorityId
from psg_desktop.domain.plan_measures import Better, Figure, MeasureScope, PlanMeasure
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import choice_of
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.number_lines import NumberLine
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.plan.removing import offer_removal
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.row_editor import Cells

_FIELDS = ("name", "scope", "unit", "better", "target", "readings")
_BASELINE = ("value", "period", "source")
# Where the parts of the baseline stand in the form.
_RENAMED = {name: f"baseline_{name}" for name in _BASELINE}


def measure_sheet(
    office: Office, priority: PlanPriorityId, known: PlanMeasure | None = None
) -> RecordSheet:
    """Give the form that adds a measure to a priority, or changes one with its readings."""
    form = _form(office)
    if known is not None:
        shown = {name: getattr(known, name) for name in _FIELDS}
        if known.baseline is not None:
            shown |= {_RENAMED[name]: getattr(known.baseline, name) for name in _BASELINE}
        form.show_values(shown)
    id_ = known.id if known else PlanMeasureId(office.new_id())

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        base = {name: given.pop(_RENAMED[name]) for name in _BASELINE}
        figure = gathered.make(lambda: _baseline(base))
        for name in ("scope", "better"):
            if given[name] is None:
                gathered.note(FieldProblem(field=name, problem=Problem.NOTHING_CHOSEN))
        # Made with any scope and direction, so that all that is wrong is said at once.
        told = {**given, "scope": given["scope"] or MeasureScope.LOCAL,
                "better": given["better"] or Better.LOWER}  # fmt: skip
        made = gathered.make(
            lambda: PlanMeasure(id=id_, priority=priority, baseline=figure, **told)
        )
        gathered.settle()
        if made is not None:
            plans.save_measure(office, made)

    sheet = RecordSheet(
        "Change the measure" if known else "Add a measure",
        form,
        keep,
        save="Save" if known else "Add the measure",
        renamed=_RENAMED,
    )
    if known is not None:
        offer_removal(sheet, partial(plans.remove_measure, office, known.id))
    return sheet


def _form(office: Office) -> Form:
    form = Form()
    form.add("name", "Measure", Line(longest=LINE_LIMIT))
    form.add("scope", "Set", choice_of(MeasureScope))
    form.add(
        "unit", "What is counted", Line(longest=LINE_LIMIT),
        hint="Such as “reports”, “per 1,000 residents” or “% of residents”.",
    )  # fmt: skip
    form.add("better", "It is better when", choice_of(Better))
    form.add_heading("Baseline")
    form.add("baseline_value", "Value", NumberLine(), optional=True)
    form.add(
        "baseline_period", "Period", Line(longest=LINE_LIMIT), optional=True,
        hint="Such as “2025/26”.",
    )  # fmt: skip
    form.add("baseline_source", "Source", Line(longest=LINE_LIMIT), optional=True)
    form.add("target", "Target", NumberLine(), optional=True)
    form.add("readings", "Readings since", reading_rows(office), optional=True)
    return form


def reading_rows(office: Office) -> RecordRows:
    """Give the editor of what was read since the baseline."""

    def cells() -> Cells:
        return {
            "value": ("Value", NumberLine()),
            "period": ("Period", Line(longest=LINE_LIMIT)),
            "on": ("Date of the data", date_back(office)),
            "source": ("Source", Line(longest=LINE_LIMIT)),
        }

    def make(given: dict[str, Any]) -> Figure:
        gathered = Gathering()
        for name, problem in (("value", Problem.NOT_A_NUMBER), ("on", Problem.DATE_MISSING)):
            if given[name] is None:
                gathered.note(FieldProblem(field=name, problem=problem))
        # Made with any value, so that all that is wrong is said at once.
        made = gathered.make(lambda: Figure(**{**given, "value": given["value"] or 0}))
        gathered.settle()
        if made is None:
            raise AssertionError("What was refused has settled.")
        return made

    return RecordRows(
        "reading",
        cells,
        make,
        lambda one: {name: getattr(one, name) for name in ("value", "period", "on", "source")},
        upright=True,
    )


def _baseline(given: dict[str, Any]) -> Figure | None:
    """Make the baseline; none where nothing was entered of it."""
    if given["value"] is None and not given["period"] and not given["source"]:
        return None
    if given["value"] is None:
        raise Refused(FieldProblem(field="value", problem=Problem.NOT_A_NUMBER))
    return Figure(**given)
