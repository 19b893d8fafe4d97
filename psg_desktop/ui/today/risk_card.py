"""The card of the first page that says whose risk is to be assessed again."""

from datetime import date

from psg_desktop.domain.today import AssessmentDue, Today
from psg_desktop.ui.today.cards import DayCard
from psg_desktop.ui.today.lines import Line
from psg_desktop.ui.today.targets import OpenCase
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates


def assessments(today: Today) -> DayCard | None:
    """Open cases whose risk is to be assessed again, the longest due first."""
    if not today.assessments:
        return None
    card = DayCard(f"Risk to be assessed again  {today.assessments_total:,}")
    lines = [_line(one, today.day) for one in today.assessments]
    card.add_group("Risk to be assessed again", lines)
    return card


def _line(one: AssessmentDue, day: date) -> Line:
    away = dates.distance(one.due, day)
    return Line(
        lead=one.case.reference,
        words=one.case.title,
        detail=away,
        hint=f"Risk to be assessed by {dates.full(one.due)}, {away}",
        status=Status("red" if one.due < day else "amber", away),
        target=OpenCase(case=one.case.id, section="risk"),
    )
