"""Forms about what a project reports: the terms, a quarterly report, the final one, the rating."""

from dataclasses import replace
from functools import partial
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.projects import progress
from psg_desktop.domain.ids import ProjectRatingId
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.domain.project_ratings import Aspect, ProjectRating
from psg_desktop.domain.project_reports import Reporting
from psg_desktop.domain.quarters import between, quarter_of, shifted
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.refusals import FieldProblem, Problem, Refused, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import choice_of
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet, edited
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import names
from psg_desktop.words.quarters import months, quarter

_BACK, _AHEAD = 8, 4


def terms_sheet(office: Office, file: ProjectFile) -> RecordSheet:
    """Give the form that says which reports a project owes."""
    terms = progress.terms_of(office, file.project.id)
    form = Form()
    options = [Option(one, f"{quarter(one)}, {months(one)}") for one in _choosable(office, terms)]
    form.add(
        "first_quarter", "Quarterly reports from",
        Choice(options, nothing="No quarterly report is asked for"),
        hint="Each quarter from this one to the end of the project is reported on.",
    )  # fmt: skip
    form.add(
        "days", "Days after the quarter until it is due", CountLine(),
        hint="30 days after 30 September is 30 October.",
    )  # fmt: skip
    form.add("final_due", "Final report due", date_ahead(office), optional=True)
    shown = ("first_quarter", "days", "final_due")
    form.show_values({name: getattr(terms, name) for name in shown})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        now = progress.terms_of(office, file.project.id)
        progress.set_terms(office, replace(now, **edited(terms, given)))

    return RecordSheet("Reports of the project", form, keep)


def final_sheet(office: Office, file: ProjectFile) -> RecordSheet:
    """Give the form that records the final report."""
    terms = progress.terms_of(office, file.project.id)
    form = Form()
    form.add("final_received", "Received on", date_back(office))
    form.add(
        "findings", "What it found", LongText(lines=6),
        hint="What was reached of the first objectives, what was not, and what others can learn.",
    )  # fmt: skip
    received = terms.final_received or office.today()
    form.show_values({"final_received": received, "findings": terms.findings})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        if given["final_received"] is None:
            raise refuse("final_received", Problem.DATE_MISSING)
        now = progress.terms_of(office, file.project.id)
        progress.receive_final(office, replace(now, **given))

    return RecordSheet("Final report", form, keep)


def rating_sheet(office: Office, file: ProjectFile) -> RecordSheet:
    """Give the form that rates delivery, spend and outcome, each with its reason."""
    form = Form()
    for aspect in Aspect:
        named = names.name(aspect)
        form.add(f"rag/{aspect}", named, choice_of(Rag, nothing="Not rated"))
        form.add(
            f"reason/{aspect}", f"{named}: the reason", LongText(lines=2), optional=True,
            hint="Needed for red and amber." if aspect is Aspect.DELIVERY else "",
        )  # fmt: skip
    form.add("on", "Rated on", date_back(office))
    form.add("rated_by", "Rated by", Line(longest=LINE_LIMIT), hint="A meeting or a person.")
    held = file.standing(office.today())
    now = {f"rag/{aspect}": one.rag for aspect, one in held.items()}
    why = {f"reason/{aspect}": one.reason for aspect, one in held.items()}
    form.show_values({**now, **why, "on": office.today()})
    form.mark_saved()

    def keep(given: dict[str, Any]) -> None:
        gathered = Gathering()
        if given["on"] is None:
            gathered.note(FieldProblem(field="on", problem=Problem.DATE_MISSING))
        chosen = [aspect for aspect in Aspect if given[f"rag/{aspect}"] is not None]
        if not chosen:
            gathered.note(
                FieldProblem(field=f"rag/{Aspect.DELIVERY}", problem=Problem.NOTHING_CHOSEN)
            )
        facts = {**given, "on": given["on"] or office.today()}
        made = [gathered.make(partial(_rated, office, file, one, facts)) for one in chosen]
        gathered.settle()
        progress.rate(office, [one for one in made if one is not None])

    return RecordSheet("Rate the project", form, keep, save="Keep the rating")


def _rated(
    office: Office, file: ProjectFile, aspect: Aspect, given: dict[str, Any]
) -> ProjectRating:
    try:
        return ProjectRating(
            id=ProjectRatingId(office.new_id()), project=file.project.id, aspect=aspect,
            rag=given[f"rag/{aspect}"], reason=given[f"reason/{aspect}"], on=given["on"],
            rated_by=given["rated_by"],
        )  # fmt: skip
    except Refused as refused:
        raise Refused(
            *(
                replace(one, field=f"reason/{aspect}") if one.field == "reason" else one
                for one in refused.problems
            )
        ) from None


def _choosable(office: Office, terms: Reporting) -> list[Any]:
    here = quarter_of(office.today())
    around = between(shifted(here, -_BACK), shifted(here, _AHEAD))
    return sorted({*around, *filter(None, (terms.first_quarter,))})
