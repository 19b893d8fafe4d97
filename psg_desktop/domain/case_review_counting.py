"""Which reports count towards the threshold of an ASB case review, and how many do.

Source: Anti-social Behaviour, Crime and Policing Act 2014, section 104(4) and (11).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from psg_desktop.domain.case_review_applications import Incident
from psg_desktop.domain.case_review_rules import ReviewThreshold, last_day_of
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.text import fold


class Qualifying(StrEnum):
    """Whether a report counts towards the threshold, and if not, why not."""

    COUNTS = "counts"
    NO_DAY = "no_day"
    REPORTED_LATE = "reported_late"
    TOO_LONG_AGO = "too_long_ago"
    AFTER_APPLICATION = "after_application"


def qualifying(incident: Incident, received_on: date, rule: ReviewThreshold) -> Qualifying:
    """Say whether the report of an incident counts for an application of a day.

    The report came within a month that began with the behaviour, and the application within six
    months that began with the report, where the rule has the law's own times.
    """
    if incident.happened_on is None:
        return Qualifying.NO_DAY
    if incident.reported_on > received_on:
        return Qualifying.AFTER_APPLICATION
    if incident.reported_on > last_day_of(incident.happened_on, rule.report_months):
        return Qualifying.REPORTED_LATE
    if received_on > last_day_of(incident.reported_on, rule.months):
        return Qualifying.TOO_LONG_AGO
    return Qualifying.COUNTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many reports qualify, of how many different people, and whether that meets the rule."""

    complaints: int
    people: int
    met: bool


def counted(review: CaseReview, rule: ReviewThreshold) -> Count:
    """Count the qualifying complaints of an application."""
    those = [
        one
        for one in review.incidents
        if qualifying(one, review.received_on, rule) is Qualifying.COUNTS
    ]
    people = {fold(one.reporter or review.applicant.name) for one in those}
    enough = rule.people is not None and len(people) >= rule.people
    return Count(
        complaints=len(those), people=len(people), met=enough or len(those) >= rule.complaints
    )
