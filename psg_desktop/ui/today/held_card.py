"""The card of the first page that asks, once for each closing, whether it held."""

from datetime import date

from psg_desktop.domain.today import ClosedAsking, Today
from psg_desktop.ui.today.cards import DayCard
from psg_desktop.ui.today.lines import Line
from psg_desktop.ui.today.targets import AskHeld
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates


def closed_asking(today: Today) -> DayCard | None:
    """Closed cases whose day to ask has come, the longest waiting first."""
    if not today.closed_asking:
        return None
    card = DayCard(f"Did it hold?  {len(today.closed_asking):,}")
    words = "Closed cases ask once whether the closing held. One answer is enough."
    card.add(label(words, "secondary", wrap=True))
    card.add_group("Did it hold?", [_line(one, today.day) for one in today.closed_asking])
    return card


def _line(one: ClosedAsking, day: date) -> Line:
    away = dates.distance(one.since, day)
    return Line(
        lead=one.case.reference,
        words=one.case.title,
        detail=away,
        hint=f"Closed {dates.full(one.closed_on)}; to be asked since {dates.full(one.since)}",
        status=Status("amber", away),
        target=AskHeld(case=one.case.id),
    )
