"""Forms of the steps of a request: identity, clarification, extension, refusal, the copy."""

from typing import Any

from psg_desktop.casework.information_law import requests
from psg_desktop.casework.office import Office
from psg_desktop.domain.access_marks import Exemption
from psg_desktop.domain.ids import AccessRequestId
from psg_desktop.domain.subject_access import (
    AccessRequest,
    Clarification,
    Extension,
    RequestState,
)
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import choice_of, give_way
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import dates


def identity_sheet(office: Office, id_: AccessRequestId) -> RecordSheet:
    """Give the form that confirms who asked."""
    form = Form()
    form.add("identity_on", "Confirmed on", date_back(office))
    form.add(
        "identity_how",
        "By what",
        Line(longest=LINE_LIMIT),
        hint="Such as a passport that was seen. Keep no copy of it.",
    )
    form.show_values({"identity_on": office.today()})
    return RecordSheet(
        "Identity confirmed",
        form,
        lambda given: requests.confirm_identity(
            office, id_, given["identity_on"], given["identity_how"] or ""
        ),
    )


def question_sheet(office: Office, id_: AccessRequestId) -> RecordSheet:
    """Give the form for a question that stops the clock."""
    form = Form()
    form.add("asked_on", "Asked on", date_back(office))
    form.add(
        "question",
        "What was asked",
        LongText(lines=4),
        hint="Only what is needed to find what is meant. The days until the answer do not count.",
    )
    form.show_values({"asked_on": office.today()})

    def keep(given: dict[str, Any]) -> None:
        question = Clarification(asked_on=given["asked_on"], question=given["question"] or "")
        requests.ask(office, id_, question)

    return RecordSheet("Ask what is meant", form, keep, save="Stop the clock")


def clarified_sheet(office: Office, id_: AccessRequestId) -> RecordSheet:
    """Give the form for the day the question was answered."""
    form = Form()
    form.add("answered_on", "Answered on", date_back(office))
    form.show_values({"answered_on": office.today()})
    return RecordSheet(
        "Clarification received",
        form,
        lambda given: requests.clarified(office, id_, given["answered_on"]),
        save="Let the clock go on",
    )


def extend_sheet(office: Office, row: requests.RequestRow) -> RecordSheet:
    """Give the form that extends the time for the answer by two months."""
    form = Form()
    last = dates.prose(row.extend_by) if row.extend_by else ""
    hint = f"They must be told by {last}, and why." if last else ""
    form.add("told_on", "They were told of the extension on", date_back(office), hint=hint)
    form.add(
        "reason",
        "Why more time is needed",
        LongText(lines=4),
        hint="Only as the request is complex, or as there are many of the same person.",
    )
    form.show_values({"told_on": office.today()})

    def keep(given: dict[str, Any]) -> None:
        told = Extension(told_on=given["told_on"], reason=given["reason"] or "")
        requests.extend(office, row.request.id, told)

    return RecordSheet("Extend by two months", form, keep, save="Extend")


def end_sheet(office: Office, request: AccessRequest, state: RequestState) -> RecordSheet:
    """Give the form that ends a request without a copy: put right, refused or withdrawn."""
    labels = {
        RequestState.ANSWERED: ("What was answered", "What was put right, or why it stays."),
        RequestState.REFUSED: (
            "Why it is refused",
            "Only if it is manifestly unfounded or excessive, or an exemption covers all of it.",
        ),
        RequestState.WITHDRAWN: ("Who withdrew it, and how", ""),
    }
    words, hint = labels[state]
    form = Form()
    form.add("ended_on", "On", date_back(office))
    form.add("outcome", words, LongText(lines=4), hint=hint)
    form.show_values({"ended_on": office.today()})

    def keep(given: dict[str, Any]) -> None:
        requests.end(office, request.id, state, given["ended_on"], given["outcome"] or "")

    title = {
        RequestState.ANSWERED: "Answer the request",
        RequestState.REFUSED: "Refuse the request",
        RequestState.WITHDRAWN: "Request withdrawn",
    }
    return RecordSheet(title[state], form, keep)


def reason_sheet(title: str, keep: Any, *, exempt: bool) -> RecordSheet:
    """Give the form that asks why something is shown, or kept from the person."""
    form = Form()
    if exempt:
        form.add("exemption", "Why it may be kept back", give_way(choice_of(Exemption)))
    form.add(
        "reason",
        "Reason",
        LongText(lines=3),
        hint="Kept in the register, not in the copy."
        if exempt
        else "Such as consent, or that it is a professional acting in that role (paragraph 17).",
    )
    return RecordSheet(title, form, keep)
