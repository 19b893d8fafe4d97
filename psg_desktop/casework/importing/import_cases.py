"""A case of an import in the state its row gives, with the facts that state needs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from psg_desktop.domain.cases import Case, CaseState, Closure, Escalation, ExternalLead, Hold
from psg_desktop.domain.text import fold
from psg_desktop.exchange.drafts import CaseDraft

NOT_RECORDED = "Not recorded"
NO_REASON_GIVEN = "not_recorded"
FROM_IMPORT = "Brought in from a spreadsheet."


@dataclass(slots=True)
class References:
    """Gives out case references: the file's own where it is free, else the next of the year."""

    taken: set[str]
    start: str
    highest: int = 0

    def take(self, wanted: str) -> str:
        """Give a reference that no other case has."""
        while not wanted or wanted in self.taken:
            self.highest += 1
            wanted = f"{self.start}{self.highest:03}"
        self.taken.add(wanted)
        return wanted


def in_state(case: Case, row: CaseDraft, reasons: Mapping[str, str], today: date) -> Case:
    """Give a case under assessment in the state a row says.

    What a state needs and the row does not say is put down as not recorded. The reasons are codes
    by folded name.
    """
    on = case.opened
    match row.state:
        case None | CaseState.ASSESSMENT:
            return case
        case CaseState.ACTIVE_PLAN | CaseState.MONITORING:
            return replace(case, state=row.state)
        case CaseState.ON_HOLD:
            return replace(case, state=row.state, hold=Hold(reason=FROM_IMPORT, since=on))
        case CaseState.EXTERNAL_LEAD:
            lead = ExternalLead(group=NOT_RECORDED, since=on)
            return replace(case, state=row.state, external_leads=(lead,))
        case CaseState.ESCALATED:
            asked = Escalation(to=NOT_RECORDED, ask=NOT_RECORDED, on=on)
            return replace(case, state=row.state, escalations=(asked,))
        case CaseState.CLOSED:
            return case.close(_closure(row, reasons, today))


def _closure(row: CaseDraft, reasons: Mapping[str, str], today: date) -> Closure:
    return Closure(
        reason=reasons.get(fold(row.closing_reason), NO_REASON_GIVEN),
        summary=row.closing_reason or FROM_IMPORT,
        on=row.closed or today,
        final_risk=row.risk,
    )
