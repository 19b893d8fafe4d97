"""What the grid says when it has no row to show."""

from dataclasses import replace

from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.ui.widgets.empty import EmptyState

_VIEWS = {
    CaseView.OPEN: ("No case is open.", "Closed cases stand under “All cases”."),
    CaseView.ALL: ("There is no case yet.", ""),
    CaseView.REVIEWS_DUE: (
        "No review is due.",
        "A case appears here on the day its review is due.",
    ),
    CaseView.OVERDUE_ACTIONS: (
        "No action is overdue.",
        "A case appears here on the day after one of its actions was due.",
    ),
    CaseView.QUIET: (
        "No case is quiet.",
        "A case without an entry for 30 days, or as long as your settings say, appears here.",
    ),
    CaseView.CLOSURES_PROPOSED: (
        "No closure is proposed.",
        "A case appears here when somebody proposes to close it.",
    ),
    CaseView.CLOSED_THIS_QUARTER: ("No case was closed this quarter.", ""),
}


def empty_state(asked: CaseFilter, whole: int) -> tuple[EmptyState, str]:
    """Give what to say and the first step: "new", "clear", "all", or "" for none.

    *whole* is the number of cases in the vault.
    """
    if whole == 0:
        said = EmptyState(
            "Your caseload starts here.",
            "Add the first case, or bring in the spreadsheet you work from today.",
            "New case",
        )
        return said, "new"
    if replace(asked, view=CaseView.ALL) != CaseFilter(view=CaseView.ALL):
        said = EmptyState(
            "No case fits these filters.",
            "Try fewer letters of a name, or take filters away.",
            "Clear all filters",
        )
        return said, "clear"
    sentence, hint = _VIEWS[asked.view]
    if asked.view is CaseView.OPEN:
        return EmptyState(sentence, hint, "Show all cases"), "all"
    return EmptyState(sentence, hint), ""
