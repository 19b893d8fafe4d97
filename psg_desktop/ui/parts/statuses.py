"""The marks and words of risk levels, actions and dates, the same on every screen."""

from datetime import date, timedelta

from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names

_RISK_MARKS = {
    RiskLevel.HIGH: "red",
    RiskLevel.MEDIUM: "amber",
    RiskLevel.STANDARD: "green",
    None: "none",
}
_SOON = timedelta(days=7)


def risk_status(level: RiskLevel | None, suffix: str = "") -> Status:
    """Give the mark and word of a risk level; *suffix* such as " risk" follows the word."""
    return Status(_RISK_MARKS[level], f"{names.risk(level)}{suffix if level else ''}")


def action_status(action: Action, today: date) -> Status:
    """Give the mark and word of an action: overdue and due soon show before the state."""
    if action.overdue_on(today) and action.due is not None:
        days = (today - action.due).days
        return Status("red", f"Overdue {days} day{'s' if days > 1 else ''}")
    if action.state is ActionState.COMPLETED:
        return Status("done", "Completed late" if action.late else "Completed")
    if action.open and action.due is not None:
        state = names.name(action.state)
        if action.due - today <= _SOON:
            return Status("amber", f"{state}, due {dates.distance(action.due, today)}")
        return Status("green", state)
    return Status("none", names.name(action.state))


def dated(day: date | None, today: date) -> str:
    """Give "Thu 3 Dec 2026, in 12 days", or that no date is set."""
    return f"{dates.grid(day)}, {dates.distance(day, today)}" if day else "no date set"


def span(since: date | None, until: date | None) -> str:
    """Give the time a role or stay lasted: "from …", "until …", "from … to …", or nothing."""
    if since and until:
        return f"from {dates.grid(since)} to {dates.grid(until)}"
    if since:
        return f"since {dates.grid(since)}"
    return f"until {dates.grid(until)}" if until else ""
