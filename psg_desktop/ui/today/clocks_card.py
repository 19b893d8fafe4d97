"""The card of the clocks that run on interventions: each line opens its case."""

from collections.abc import Sequence
from itertools import product

from psg_desktop.domain.intervention_clocks import Clock
from psg_desktop.domain.intervention_lists import ClockLine
from psg_desktop.domain.today import Today
from psg_desktop.ui.parts.intervention_entries import clock_status
from psg_desktop.ui.today.cards import DayCard
from psg_desktop.ui.today.lines import Line
from psg_desktop.ui.today.targets import OpenIntervention
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates, names


def clocks(today: Today) -> DayCard | None:
    """Breaches, reviews, last days and appeals of interventions that wait for somebody."""
    if not today.clocks:
        return None
    card = DayCard(f"Clocks  {len(today.clocks):,}")
    for clock, closed in product(Clock, (False, True)):
        lines = [one for one in today.clocks
                 if one.running.clock is clock and one.case_closed is closed]  # fmt: skip
        if lines:
            name = f"{names.name(clock)}, case closed" if closed else names.name(clock)
            card.add(label(f"{name}  {len(lines):,}", "strong"))
            card.add_group(name, _lines(lines, today))
    return card


def _lines(found: Sequence[ClockLine], today: Today) -> list[Line]:
    lines = []
    for one in found:
        full = clock_status(one.running, today.day)
        away = dates.distance(one.running.day, today.day)
        lines.append(
            Line(
                lead=one.reference,
                words=f"{one.short_name}: {one.target}",
                detail=away,
                hint=f"{full.word}, {dates.full(one.running.day)}. {one.case_title}",
                status=Status(full.state, away),
                target=OpenIntervention(case=one.case, intervention=one.intervention),
            )
        )
    return lines
