"""Small forms of a case review: acknowledging, the outcome, an appeal and its result, closing."""

from dataclasses import replace
from typing import Any

from psg_desktop.casework.asb_reviews import applications
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_facts import (
    AppealAgainst,
    OutcomeLetter,
    ReviewAppeal,
    ReviewAppealResult,
)
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.refusals import Problem
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.case_reviews.panel_sheets import need
from psg_desktop.ui.parts.choosing import choice_of, give_way
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form


def acknowledge_sheet(office: Office, review: CaseReview) -> RecordSheet:
    """Give the form that says when and how the applicant was answered."""
    form = Form()
    form.add("acknowledged_on", "Acknowledged on", date_back(office))
    form.add("how", "How, and what the applicant was told", LongText(lines=3), optional=True)
    day = review.acknowledged_on or office.today()
    form.show_values({"acknowledged_on": day, "how": review.acknowledged_how})
    return RecordSheet(
        "Acknowledge the application",
        form,
        lambda given: applications.acknowledge(
            office, review.id, given["acknowledged_on"], given["how"]
        ),
    )


def outcome_sheet(office: Office, review: CaseReview) -> RecordSheet:
    """Give the form that says when the applicant was told the outcome, and what the letter says."""
    form = Form()
    form.add("on", "Letter sent on", date_back(office))
    form.add("to", "To whom", Line(longest=LINE_LIMIT))
    form.add("says", "What the letter says", LongText(lines=6),
             hint="The outcome, every recommendation, and how to appeal.")  # fmt: skip
    form.add("sent_by", "Sent by", Line(longest=LINE_LIMIT), optional=True)
    start = {"on": office.today(), "to": review.applicant.name, "sent_by": office.who}
    if review.outcome is not None:
        start = {name: getattr(review.outcome, name) for name in ("on", "to", "says", "sent_by")}
    form.show_values(start)

    def keep(given: dict[str, Any]) -> None:
        need(given, on=Problem.DATE_MISSING)
        applications.tell(office, review.id, OutcomeLetter(**given))

    return RecordSheet("Outcome letter", form, keep)


def appeal_sheet(office: Office, review: CaseReview) -> RecordSheet:
    """Give the form of an appeal."""
    form = Form()
    form.add("asked_on", "Asked on", date_back(office))
    form.add("against", "Against", give_way(choice_of(AppealAgainst)))
    form.add("grounds", "Grounds", LongText(lines=3))
    form.add("decider", "Who decides it", Line(longest=LINE_LIMIT), optional=True,
             hint="Such as the Police and Crime Commissioner's office.")  # fmt: skip
    against = AppealAgainst.REVIEW if review.held else AppealAgainst.THRESHOLD
    form.show_values({"asked_on": office.today(), "against": against})

    def keep(given: dict[str, Any]) -> None:
        need(given, asked_on=Problem.DATE_MISSING, against=Problem.NOTHING_CHOSEN)
        applications.appeal(office, review.id, ReviewAppeal(**given))

    return RecordSheet("Record an appeal", form, keep)


def result_sheet(office: Office, review: CaseReview) -> RecordSheet:
    """Give the form of the result of the last appeal."""
    known = review.appeals[-1]
    form = Form()
    form.add("result", "Result", give_way(choice_of(ReviewAppealResult)))
    form.add("decided_on", "Decided on", date_back(office))
    form.add("decider", "Decided by", Line(longest=LINE_LIMIT), optional=True)
    form.add("reason", "Reason, and what the applicant was told", LongText(lines=3))
    form.show_values({"decided_on": known.decided_on or office.today(), "result": known.result,
                      "decider": known.decider, "reason": known.reason})  # fmt: skip

    def keep(given: dict[str, Any]) -> None:
        need(given, result=Problem.RESULT_MISSING, decided_on=Problem.DATE_MISSING)
        applications.decide_appeal(office, review.id, replace(known, **given))

    return RecordSheet("Result of the appeal", form, keep)


def close_sheet(office: Office, review: CaseReview, *, withdrawn: bool = False) -> RecordSheet:
    """Give the form that closes a review, or says that the applicant withdrew it."""
    form = Form()
    form.add("on", "Withdrawn on" if withdrawn else "Closed on", date_back(office))
    words = "What the applicant said" if withdrawn else "Why it is closed"
    form.add("because", words, LongText(lines=3))
    form.show_values({"on": office.today()})
    return RecordSheet(
        "Application withdrawn" if withdrawn else "Close the case review",
        form,
        lambda given: applications.close(
            office, review.id, given["on"], given["because"], withdrawn=withdrawn
        ),
        renamed={"closed_on": "on", "closed_because": "because"},
    )
