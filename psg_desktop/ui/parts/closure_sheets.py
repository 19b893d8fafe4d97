"""Forms around a closing: proposing it, objecting to it, and saying whether it held."""

from collections.abc import Callable
from datetime import date
from typing import Any

from psg_desktop.casework.caseload import closing
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import meeting_days, settings
from psg_desktop.domain.closing import (
    ClosureProposal,
    HoldCheck,
    HoldResult,
    Objection,
)
from psg_desktop.domain.ids import CaseId, ClosureProposalId, HoldCheckId
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates, names

_MEETING = "PSG meeting"


def propose_sheet(office: Office, case: CaseId) -> RecordSheet:
    """Give the form that proposes to close a case."""
    today = office.today()
    known = [one for one in settings.closure_reasons(office) if one.in_force(today)]
    options = [Option(one.code, one.name) for one in known]
    form = Form()
    form.add_widget(label("The case stays open until it is agreed. Any agency may object.",
                          wrap=True))  # fmt: skip
    form.add("reason", "Reason", Choice(options, nothing="Choose a reason"))
    form.add("summary", "Closing summary so far", LongText(lines=4), optional=True)
    form.add("proposed_by", "Proposed by", Line(longest=LINE_LIMIT))
    form.add("meeting", "At which meeting", Line(longest=LINE_LIMIT), optional=True,
             hint="Leave it empty between meetings.")  # fmt: skip
    form.add("proposed_on", "Proposed on", date_back(office))
    met = today in meeting_days.days(office)
    form.show_values(
        {
            "proposed_on": today,
            "proposed_by": office.who,
            "meeting": _MEETING if met else "",
        }
    )

    def keep(given: dict[str, Any]) -> None:
        id_ = ClosureProposalId(office.new_id())
        made = _dated(
            given,
            "proposed_on",
            today,
            lambda told: ClosureProposal(
                id=id_, case=case, **told | {"reason": told["reason"] or ""}
            ),
        )
        closing.propose(office, made)

    return RecordSheet("Propose closure", form, keep, save="Propose it")


def objection_sheet(office: Office, proposal: ClosureProposalId) -> RecordSheet:
    """Give the form that keeps an agency's objection."""
    form = Form()
    form.add_widget(label("The case stays open. A meeting can still agree to close it.", wrap=True))
    form.add("agency", "Agency that objects", AgencyChoice(office))
    form.add("text", "Why the case should stay open", LongText(lines=4))
    form.add("on", "Said on", date_back(office))
    form.show_values({"on": office.today()})

    def keep(given: dict[str, Any]) -> None:
        made = _dated(given, "on", office.today(), lambda told: Objection(**told))
        closing.object_to(office, proposal, made)

    return RecordSheet("Keep an objection", form, keep, save="Keep the objection")


def hold_sheet(
    office: Office, case: CaseId, closed_on: date, reopen: Callable[[str], object]
) -> RecordSheet:
    """Give the form that asks whether a closing held; *reopen* is offered where it did not.

    Args:
        office: The open vault.
        case: The closed case.
        closed_on: The day of the closing.
        reopen: Called with what was found, once it is kept that the closing did not hold.
    """
    form = Form()
    words = f"Closed on {dates.prose(closed_on)}. The case asks once, and not again."
    form.add_widget(label(words, wrap=True))
    form.add("result", "Did it hold?", choice_of(HoldResult))
    form.add("finding", "What was found", LongText(lines=4), optional=True)
    form.add("asked_by", "Asked by", Line(longest=LINE_LIMIT))
    form.add("answered_on", "Asked on", date_back(office))
    form.show_values({"asked_by": office.who, "answered_on": office.today()})
    failed: list[str] = []

    def keep(given: dict[str, Any]) -> None:
        id_ = HoldCheckId(office.new_id())
        made = _dated(
            given,
            "answered_on",
            max(office.today(), closed_on),
            lambda told: HoldCheck(id=id_, case=case, closed_on=closed_on, **told),
        )
        closing.answer_hold(office, made)
        if made.result is HoldResult.DID_NOT_HOLD:
            failed.append(made.finding)

    sheet = RecordSheet("Did it hold?", form, keep, save="Keep the answer")
    sheet.saved.connect(lambda: [reopen(words) for words in failed])
    return sheet


def reason_name(office: Office, code: str) -> str:
    """Give what a closure reason is called."""
    return {one.code: one.name for one in settings.closure_reasons(office)}.get(code, code)


def said_of(proposal: ClosureProposal, agencies: dict[Any, str]) -> str:
    """Say in a line where a proposal stands, such as "Proposed on 3 March 2026 by A. Worker"."""
    day = dates.prose(proposal.proposed_on)
    if proposal.objections:
        last = proposal.objections[-1]
        who = agencies.get(last.agency, "An agency")
        return f"{who} objected on {dates.prose(last.on)}: {last.text}"
    return f"{names.name(proposal.state)} on {day} by {proposal.proposed_by}"


def _dated(
    given: dict[str, Any], field: str, instead: date, build: Callable[[dict[str, Any]], Any]
) -> Any:
    """Build a record from answers, noting a missing date beside the other problems."""
    gathered = Gathering()
    if given[field] is None:
        gathered.note(FieldProblem(field=field, problem=Problem.DATE_MISSING))
    made = gathered.make(lambda: build({**given, field: given[field] or instead}))
    gathered.settle()
    return made
