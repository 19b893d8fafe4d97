"""The partnership's threshold and times of ASB case reviews: dated rows, editable."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_rules import (
    CountedFrom,
    ReviewRules,
    ReviewStep,
    ReviewThreshold,
    ReviewTime,
    rules_on,
)
from psg_desktop.domain.changes import Act
from psg_desktop.reference import case_reviews as shipped
from psg_desktop.reference.workdays import add_working_days
from psg_desktop.store.collection import Collection
from psg_desktop.store.units import Unit

Row = TypeVar("Row", ReviewThreshold, ReviewTime)


def first_thresholds(office: Office) -> list[ReviewThreshold]:
    """Give the thresholds a new vault starts with."""
    return [
        ReviewThreshold(
            id=office.new_id(),
            complaints=one.complaints,
            months=one.months,
            report_months=one.report_months,
            people=one.people,
            source=one.source,
        )
        for one in shipped.thresholds()
    ]


def first_times(office: Office) -> list[ReviewTime]:
    """Give the times a new vault starts with."""
    return [
        ReviewTime(
            id=office.new_id(),
            step=ReviewStep(one.step),
            days=one.days,
            counted_from=CountedFrom(one.counted_from),
            source=one.source,
        )
        for one in shipped.times()
    ]


def thresholds(office: Office) -> tuple[ReviewThreshold, ...]:
    """Read every threshold, those out of force included."""
    with office.reading() as unit:
        return unit.review_thresholds.all()


def times(office: Office) -> tuple[ReviewTime, ...]:
    """Read every time of a step, those out of force included."""
    with office.reading() as unit:
        return unit.review_times.all()


def rules(office: Office, day: date) -> ReviewRules:
    """Read what counts for an application of a day."""
    with office.reading() as unit:
        return rules_in(unit, day)


def rules_in(unit: Unit, day: date) -> ReviewRules:
    """Read what counts for an application of a day, in a unit of work that is open."""
    kept, steps = unit.review_thresholds.all(), unit.review_times.all()
    return rules_on(kept, steps, day, add_working_days)


def change_threshold(office: Office, known: ReviewThreshold, changed: ReviewThreshold) -> None:
    """Set the threshold for applications from today on; earlier ones keep what they had.

    Raises:
        Refused: It lies above what the law allows.
    """
    with office.working(Act.SAVE_SETTINGS) as unit:
        _put_from_today(office, unit.review_thresholds, known, changed)


def change_time(office: Office, known: ReviewTime, changed: ReviewTime) -> None:
    """Set the time of a step for applications from today on; earlier ones keep what they had.

    Raises:
        Refused: The number of days is not possible.
    """
    with office.working(Act.SAVE_SETTINGS) as unit:
        _put_from_today(office, unit.review_times, known, changed)


def _put_from_today(office: Office, kept: Collection[Row], known: Row, changed: Row) -> None:
    today = office.today()
    if known.since == today:
        kept.put(replace(changed, id=known.id, since=today, until=known.until))
        return
    kept.put(replace(known, until=today - timedelta(days=1)))
    kept.put(replace(changed, id=office.new_id(), since=today, until=known.until))
