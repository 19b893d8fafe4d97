"""Changing the facts of a case, its risk level, or when it is reviewed next."""

from dataclasses import replace
from typing import Any

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.cases import Case
from psg_desktop.domain.refusals import FieldProblem, Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import AgencyChoice, risk_choice
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.parties import Picked, name_of
from psg_desktop.ui.parts.party_picker import PartyPicker
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet, edited
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import names

TITLE_HINT = "Neutral, and without a name: it may be read out at the meeting."
_PLAIN = (
    "title", "problem", "blocked", "focus_areas", "lead_agency", "lead_practitioner",
    "referred_by", "review_due", "reference",
)  # fmt: skip


def focus_ticks(office: Office, case: Case | None = None) -> Ticks:
    """Give the focus areas that can be chosen today, and those the case has already."""
    had = case.focus_areas if case else ()
    areas = settings.focus_areas(office)
    today = office.today()
    return Ticks(
        [Option(one.code, one.name) for one in areas if one.in_force(today) or one.code in had]
    )


def amend_sheet(office: Office, case: Case) -> RecordSheet:
    """Give the form that changes the facts of an open case; moves and risk have their own."""
    form = Form()
    form.add("title", "Working title", Line(longest=LINE_LIMIT), hint=TITLE_HINT)
    subject = form.add("subject", "About", PartyPicker(office, case.kind))
    form.add("problem", "The problem", LongText(lines=6), optional=True)
    form.add(
        "blocked", "What stands in the way", LongText(lines=3), hint="For the group.", optional=True
    )
    form.add("lead_agency", "Lead agency", AgencyChoice(office), optional=True)
    form.add("lead_practitioner", "Lead practitioner", Line(longest=LINE_LIMIT), optional=True)
    form.add("review_due", "Next review", date_ahead(office), optional=True)
    form.add(
        "review_every",
        "Days between reviews",
        Line(width=6),
        hint=_every(office, case),
        optional=True,
    )
    form.add("focus_areas", "Focus areas", focus_ticks(office, case), optional=True)
    form.add("referred_by", "Referred by", AgencyChoice(office), optional=True)
    form.add("reference", "Reference", Line(width=24, longest=LINE_LIMIT))
    form.show_values({name: getattr(case, name) for name in _PLAIN})
    form.show_values({"review_every": str(case.review_every or "")})
    subject.set_value(Picked(id=case.subject, name=name_of(office, case.kind, case.subject)))
    form.mark_saved()
    return RecordSheet("Change the case", form, lambda given: _amend(office, case, given))


def _amend(office: Office, case: Case, given: dict[str, Any]) -> None:
    gathered = Gathering()
    picked: Picked | None = given.pop("subject")
    if picked is None or picked.new is not None:
        gathered.note(FieldProblem(field="subject", problem=Problem.NOTHING_CHOSEN))
        picked = None
    every = given.pop("review_every")
    if every and not every.isdecimal():
        gathered.note(FieldProblem(field="review_every", problem=Problem.INTERVAL_NOT_POSITIVE))
        every = ""
    given["subject"] = picked.id if picked else case.subject
    given["review_every"] = int(every) if every else None
    made = gathered.make(lambda: _with_edits(office, case, given))
    gathered.settle()
    if made is not None:
        cases.amend(office, made)


def _with_edits(office: Office, shown: Case, given: dict[str, Any]) -> Case:
    kept = lists.case_page(office, shown.id).case
    return replace(kept, **edited(shown, given))


def _every(office: Office, case: Case) -> str:
    usual = cases.interval(office, case.risk)
    level = names.risk(case.risk).casefold()
    return f"Left empty it is {usual}, as set for a risk level of {level}."


def risk_sheet(office: Office, case: Case) -> RecordSheet:
    """Give the form that sets the risk level and says why; the next review may follow."""
    form = Form()
    risk = form.add("risk", "Risk level", risk_choice())
    form.add(
        "risk_reason",
        "Reason",
        LongText(lines=4),
        hint="Professional judgement without an instrument: what it rests on, and who judged it.",
    )
    review = form.add(
        "review_due", "Next review", date_ahead(office), hint="Such as 3 dec, +2w or psg."
    )

    def follow() -> None:
        review.set_value(cases.proposed_review(office, risk.value(), case.review_every))

    form.show_values({name: getattr(case, name) for name in ("risk", "risk_reason", "review_due")})
    risk.edited.connect(follow)

    def keep(given: dict[str, Any]) -> None:
        if given["risk"] is not None and not given["risk_reason"]:
            raise refuse("risk_reason", Problem.REASON_MISSING)
        cases.amend(office, _with_edits(office, case, given))

    return RecordSheet("Change the risk level", form, keep)


def review_date_sheet(office: Office, case: Case) -> RecordSheet:
    """Give the form that sets when a case is reviewed next."""
    form = Form()
    form.add("review_due", "Next review", date_ahead(office), hint="Such as 3 dec, +2w or psg.")
    due = case.review_due or cases.proposed_review(office, case.risk, case.review_every)
    form.show_values({"review_due": due})
    return RecordSheet(
        "Set the next review",
        form,
        lambda given: cases.set_review(office, case.id, given["review_due"]),
    )
