"""The four numbers about ASB case reviews that must be published for each period.

Source: Anti-social Behaviour, Crime and Policing Act 2014, section 104(9) and (10): applications
made, times the threshold was found not to be met, reviews carried out, and reviews that resulted
in recommendations, for a period of at most twelve months.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from psg_desktop.domain.case_reviews import CaseReview


class PublishedNumber(StrEnum):
    """One of the four numbers."""

    APPLICATIONS = "applications"
    NOT_MET = "not_met"
    CARRIED_OUT = "carried_out"
    WITH_RECOMMENDATIONS = "with_recommendations"


class YearKind(StrEnum):
    """How a partnership counts its years."""

    FINANCIAL = "financial"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A year to publish for, from its first day to its last."""

    since: date
    until: date

    def holds(self, day: date | None) -> bool:
        """Say whether a day lies in it."""
        return day is not None and self.since <= day <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The reviews that make up each number, in the order they were received.

    A threshold decided twice, as after an appeal, counts each time it was found not met.
    """

    period: Period
    counts: dict[PublishedNumber, int]
    reviews: dict[PublishedNumber, tuple[CaseReview, ...]]


_APRIL = 4


def period_of(kind: YearKind, year: int) -> Period:
    """Give the year that starts in *year*: from 1 April, or from 1 January."""
    month = _APRIL if kind is YearKind.FINANCIAL else 1
    return Period(since=date(year, month, 1), until=date(year + 1, month, 1) - timedelta(days=1))


def starting_year(kind: YearKind, day: date) -> int:
    """Give the year in which the period of *day* started."""
    early = kind is YearKind.FINANCIAL and day.month < _APRIL
    return day.year - 1 if early else day.year


def numbers(reviews: Iterable[CaseReview], period: Period) -> Numbers:
    """Give the four numbers of a period, with what makes up each."""
    known = sorted(reviews, key=lambda one: (one.received_on, one.reference))
    times = {one.id: _refusals(one, period) for one in known}
    carried = [one for one in known if one.held is not None and period.holds(one.held.on)]
    made_up = {
        PublishedNumber.APPLICATIONS: [one for one in known if period.holds(one.received_on)],
        PublishedNumber.NOT_MET: [one for one in known if times[one.id]],
        PublishedNumber.CARRIED_OUT: carried,
        PublishedNumber.WITH_RECOMMENDATIONS: [one for one in carried if one.recommendations],
    }
    counts = {number: len(found) for number, found in made_up.items()}
    counts[PublishedNumber.NOT_MET] = sum(times.values())
    return Numbers(
        period=period,
        counts=counts,
        reviews={number: tuple(found) for number, found in made_up.items()},
    )


def _refusals(review: CaseReview, period: Period) -> int:
    return sum(not one.met and period.holds(one.on) for one in review.decisions)
