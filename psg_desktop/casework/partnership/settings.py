"""What the partnership decides: its name and meetings, and the lists it can change."""

from dataclasses import replace
from datetime import timedelta

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.reference_rows import ClosureReason, FocusArea, ReviewInterval


def save(office: Office, partnership: Partnership) -> None:
    """Keep changed settings of the partnership."""
    with office.working(Act.SAVE_SETTINGS) as unit:
        unit.partnership.put(partnership)


def focus_areas(office: Office) -> tuple[FocusArea, ...]:
    """Read every focus area, those out of force included."""
    with office.reading() as unit:
        return unit.focus_areas.all()


def save_focus_area(office: Office, area: FocusArea) -> None:
    """Keep a new or changed focus area; cases keep the one they were given."""
    with office.working(Act.SAVE_SETTINGS) as unit:
        unit.focus_areas.put(area)


def closure_reasons(office: Office) -> tuple[ClosureReason, ...]:
    """Read every closure reason, those out of force included."""
    with office.reading() as unit:
        return unit.closure_reasons.all()


def save_closure_reason(office: Office, reason: ClosureReason) -> None:
    """Keep a new or changed closure reason."""
    with office.working(Act.SAVE_SETTINGS) as unit:
        unit.closure_reasons.put(reason)


def review_intervals(office: Office) -> tuple[ReviewInterval, ...]:
    """Read every review interval, those out of force included."""
    with office.reading() as unit:
        return unit.review_intervals.all()


def save_review_interval(office: Office, interval: ReviewInterval) -> None:
    """Keep a new or changed review interval."""
    with office.working(Act.SAVE_SETTINGS) as unit:
        unit.review_intervals.put(interval)


def change_interval(office: Office, risk: RiskLevel, days: int) -> None:
    """Set the days between reviews of a risk level from today on; the past keeps what it had.

    Raises:
        Refused: The interval is not a day or longer.
    """
    today = office.today()
    with office.working(Act.SAVE_SETTINGS) as unit:
        for one in unit.review_intervals.all():
            if one.risk is not risk or not one.in_force(today):
                continue
            if one.since == today:
                unit.review_intervals.put(replace(one, days=days))
                return
            unit.review_intervals.put(replace(one, until=today - timedelta(days=1)))
        unit.review_intervals.put(
            ReviewInterval(id=office.new_id(), risk=risk, days=days, since=today)
        )
