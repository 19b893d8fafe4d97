"""Leads from what a case lacks before the meeting to the form that adds it."""

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.today import Gap
from psg_desktop.ui.cases import amend_sheets
from psg_desktop.ui.cases.screen import CaseScreen


def mend(office: Office, gap: Gap, screen: CaseScreen) -> None:
    """Open the form for a gap on the page of its case."""
    case = lists.case_page(office, screen.case).case
    match gap:
        case Gap.NO_REVIEW_DATE:
            screen.sheet_asked.emit(amend_sheets.review_date_sheet(office, case))
        case Gap.NO_RISK:
            screen.sheet_asked.emit(amend_sheets.risk_sheet(office, case))
        case Gap.NO_LEAD | Gap.NO_FOCUS_AREA:
            screen.sheet_asked.emit(amend_sheets.amend_sheet(office, case))
        case Gap.NO_OPEN_ACTION:
            screen.plan.add_action()
        case Gap.PROPOSED_ACTIONS:
            screen.go("plan")
        case Gap.NO_MEETING_PLANNED:
            screen.go("decisions")
