"""How one line of a list of actions stands: overdue and due soon show before the state."""

from datetime import date, timedelta

from psg_desktop.domain.actions import OPEN_STATES, ActionState
from psg_desktop.domain.lists import ActionRow
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names

_SOON = timedelta(days=7)


def row_status(row: ActionRow, today: date) -> Status:
    """Give the mark and word of an action in a list."""
    if row.overdue and row.due is not None:
        days = (today - row.due).days
        return Status("red", f"Overdue {days} day{'s' if days > 1 else ''}")
    if row.state is ActionState.COMPLETED:
        return Status("done", names.name(row.state))
    if row.state not in OPEN_STATES:
        return Status("none", names.name(row.state))
    if row.due is not None and row.due - today <= _SOON:
        return Status("amber", f"Due {dates.distance(row.due, today)}")
    return Status("green", names.name(row.state))
