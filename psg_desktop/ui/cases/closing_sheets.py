"""Closing a case, with everything an ombudsman would ask for, and opening it again."""

from typing import Any

from psg_desktop.casework.assessing import demand
from psg_desktop.casework.caseload import cases, closing, support
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.cases import Case, CaseMove, Closure
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.reference_rows import ClosureReason
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import risk_choice
from psg_desktop.ui.parts.near_dates import date_ahead, date_back
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.support_sheets import attempt_rows
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import demand as demand_words
from psg_desktop.words import names
from psg_desktop.words import support as words

_PROMPT = "Say in the summary what was done, what changed and what is left."


class ClosingForm(Form):
    """Asks why a case is closed; the reason chosen decides what else is asked."""

    def __init__(self, office: Office, case: Case, meeting: str = "") -> None:
        super().__init__()
        self._office, self._meeting = office, meeting
        today = office.today()
        self._reasons = {
            one.code: one for one in settings.closure_reasons(office) if one.in_force(today)
        }
        options = [Option(one.code, one.name) for one in self._reasons.values()]
        self._reason = self.add("reason", "Reason", Choice(options, nothing="Choose a reason"))
        self._reason.edited.connect(self._follow_reason)
        self.add("receiving_group", "Receiving group or authority", Line(longest=LINE_LIMIT))
        self._prompt = label(_PROMPT, "secondary", wrap=True)
        self.add_widget(self._prompt)
        self.add("summary", "Closing summary", LongText(lines=6))
        self._tried = label("", "secondary", wrap=True)
        self.add_widget(self._tried)
        self._add_attempts(case)
        self.add("told", "Who was told, and when", LongText(lines=2))
        self.add("final_risk", "Risk level now", risk_choice())
        self.add("final_demand", "Demand now", Line(longest=LINE_LIMIT), optional=True,
                 hint="From the counts of the last months where there are any. "
                 "Else such as 2 calls in the last 8 weeks, 14 before.")  # fmt: skip
        self._review_after = self.add(
            "review_after",
            "Ask whether it held on",
            date_ahead(office),
            hint="Such as +3m.",
            optional=True,
        )
        self.add("on", "Closed on", date_back(office))
        self.show_only("receiving_group", shown=False)
        self.show_only("attempts", shown=False)
        self._tried.hide()
        self._proposed = self._review_after.typed()
        self._start(case)

    def _add_attempts(self, case: Case) -> None:
        """Say which attempts at contact are on record, and ask for the others, or for all."""
        known, rows = support.engagement_of(self._office, case.id), attempt_rows(self._office)
        if known.attempts:
            said = f"On record: {words.engagement(known)}\n{words.attempts(known.attempts)}"
            self.add("attempts", "Attempts at contact not on record yet", rows, optional=True,
                     hint="Those on record are written into the closing.")  # fmt: skip
        else:
            said = "No attempt at contact is on record. Add each below."
            self.add("attempts", "Attempts at contact", rows)
        self._tried.setText(said)

    def _start(self, case: Case) -> None:
        """Start from what was proposed, where a proposal waits, and from the latest counts."""
        start: dict[str, Any] = {
            "final_risk": case.risk,
            "on": self._office.today(),
            "final_demand": _demand_now(self._office, case.id),
        }
        proposal = closing.waiting(self._office, case.id)
        if proposal is not None:
            objected = bool(proposal.objections)
            hint = "An agency has objected, so a meeting must agree." if objected else ""
            line = Line(longest=LINE_LIMIT)
            self.add("meeting", "Agreed at which meeting", line, hint=hint, optional=not objected)
            start |= {"reason": proposal.reason, "summary": proposal.summary}
            start |= {"meeting": self._meeting}
        self.show_values(start)
        self._follow_reason()
        self.mark_saved()  # the day that follows from the reason was not typed by anybody

    def _follow_reason(self) -> None:
        reason: ClosureReason | None = self._reasons.get(self._reason.value())
        self.show_only("receiving_group", shown=reason is not None and reason.needs_group)
        needed = closing.needs_attempts(self._reason.value() or "")
        self.show_only("attempts", shown=needed)
        self._tried.setVisible(needed)
        self._prompt.setText((reason.prompt if reason else "") or _PROMPT)
        if self._review_after.typed() == self._proposed:
            day = cases.proposed_review_after(reason, self._office.today())
            self._review_after.set_value(day)
            self._proposed = self._review_after.typed()


def _demand_now(office: Office, case: CaseId) -> str:
    found = demand.latest(office, case)
    if found is None:
        return ""
    parts = (demand_words.total(one.name, one.total, one.known, found.months)
             for one in found.lines)  # fmt: skip
    return demand_words.totals(found.first, found.last, parts, LINE_LIMIT)


def close_sheet(office: Office, case: Case, meeting: str = "") -> RecordSheet:
    """Give the form that closes a case; a proposal that waits is agreed, at *meeting* if named."""

    def keep(given: dict[str, Any]) -> None:
        if given["on"] is None:
            raise refuse("on", Problem.DATE_MISSING)
        meeting, attempts = given.pop("meeting", ""), given.pop("attempts", ())
        closure = Closure(**{**given, "reason": given["reason"] or ""})
        cases.close(office, case.id, closure, closing.Agreement(meeting=meeting), attempts)

    title = names.name(CaseMove.CLOSE)
    return RecordSheet(title, ClosingForm(office, case, meeting), keep, save="Close it")


def reopen_sheet(office: Office, case: Case, because: str = "") -> RecordSheet:
    """Give the form that opens a closed case again, for a reason that may be known already."""
    form = Form()
    form.add_widget(
        label("It keeps its reference, its people and places, and its history.", wrap=True)
    )
    form.add("because", "Why it is reopened", LongText(lines=4))
    form.add("review_due", "Next review", date_ahead(office), hint="Such as 3 dec, +2w or psg.")
    proposed = cases.proposed_review(office, case.risk, case.review_every)
    form.show_values({"review_due": proposed, "because": because})
    title = names.name(CaseMove.REOPEN)
    return RecordSheet(
        title,
        form,
        lambda given: cases.reopen(office, case.id, given["because"], given["review_due"]),
        save=title,
    )
