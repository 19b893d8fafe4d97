"""The card of the first page that says which requests about information wait for an answer."""

from datetime import date, timedelta

from psg_desktop.domain.today import RequestDue, Today
from psg_desktop.ui.today.cards import DayCard
from psg_desktop.ui.today.lines import Line
from psg_desktop.ui.today.targets import OpenRequest
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates

_SOON = timedelta(days=7)


def requests(today: Today) -> DayCard | None:
    """Requests that are not answered, the soonest due first."""
    if not today.requests:
        return None
    card = DayCard(f"Requests about information  {len(today.requests):,}")
    card.add_group("Requests about information", [_line(one, today.day) for one in today.requests])
    return card


def _line(one: RequestDue, day: date) -> Line:
    if one.due is None or one.stopped:
        away, hint, state = "clock stopped", "Identity or a clarification is waited for", "none"
    else:
        away = dates.distance(one.due, day)
        hint = f"Answer due {dates.full(one.due)}, {away}"
        late, soon = one.due < day, one.due - day <= _SOON
        state = "red" if late else "amber" if soon else "none"
    return Line(
        lead=one.reference,
        words=one.person,
        detail=away,
        hint=hint,
        status=Status(state, away),
        target=OpenRequest(request=one.id),
    )
