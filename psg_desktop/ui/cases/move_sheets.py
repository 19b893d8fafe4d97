"""One small form for each move of a case that needs a reason or an answer."""

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case, CaseMove, CaseState
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import names

HIGHER_GROUPS = "Delivery Group"


def hold_sheet(office: Office, case: Case) -> RecordSheet:
    """Give the form that puts a case on hold."""
    form = Form()
    form.add(
        "reason",
        "Reason",
        LongText(lines=3),
        hint="Such as in custody, in hospital, awaiting court.",
    )
    form.add(
        "restart_on", "Take it up again on", date_ahead(office), hint=_DATE_HINT, optional=True
    )
    return RecordSheet(
        names.name(CaseMove.HOLD),
        form,
        lambda given: cases.hold(office, case.id, given["reason"], given["restart_on"]),
        save=names.name(CaseMove.HOLD),
    )


def escalate_sheet(office: Office, case: Case) -> RecordSheet:
    """Give the form that asks a higher group for something."""
    form = Form()
    form.add("to", "Group that is asked", Line(longest=LINE_LIMIT))
    form.add(
        "ask", "What it is asked", LongText(lines=5), hint="One thing it can say yes or no to."
    )
    form.show_values({"to": HIGHER_GROUPS})
    return RecordSheet(
        "Escalate",
        form,
        lambda given: cases.escalate(office, case.id, given["to"], given["ask"]),
        save="Escalate",
    )


def resume_sheet(office: Office, case: Case) -> RecordSheet:
    """Give the form that takes up a case that was set aside, with the answer where one is due."""
    form = Form()
    form.add_widget(label(_aside(case), wrap=True))
    if case.state is CaseState.ESCALATED:
        form.add("answer", "Answer", LongText(lines=5), hint="What the group decided, and when.")
    return RecordSheet(
        names.name(CaseMove.RESUME),
        form,
        lambda given: cases.resume(office, case.id, given.get("answer", "")),
        save=names.name(CaseMove.RESUME),
    )


def _aside(case: Case) -> str:
    back = names.name(case.resume_to or CaseState.ACTIVE_PLAN).casefold()
    match case.state:
        case CaseState.ESCALATED:
            last = case.escalations[-1]
            return f"{last.to} was asked: {last.ask} The case goes back to {back}."
        case CaseState.EXTERNAL_LEAD if case.external_lead is not None:
            group = case.external_lead.group
            return f"{group} no longer leads from today. The case goes back to {back}."
        case _:
            return f"The hold ends today. The case goes back to {back}."


_DATE_HINT = "Such as 3 dec, +2w or psg for the next meeting."
