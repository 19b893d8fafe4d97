"""The card of the clocks of ASB case reviews: each line opens its review."""

from datetime import date

from psg_desktop.domain.case_review_clocks import ReviewClockLine
from psg_desktop.domain.today import Today
from psg_desktop.ui.parts.review_statuses import clock_status, clock_words
from psg_desktop.ui.today.cards import DayCard
from psg_desktop.ui.today.lines import Line
from psg_desktop.ui.today.targets import OpenCaseReview
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates


def case_reviews(today: Today) -> DayCard | None:
    """Steps of case reviews that wait for somebody, the longest due first, by what is to be done.

    The step stands above its lines, so that the name of who waits is never cut for it.
    """
    if not today.case_reviews:
        return None
    card = DayCard(f"ASB case reviews  {len(today.case_reviews):,}")
    late = sum(one.deadline.late(today.day) for one in today.case_reviews)
    if late:
        said = "One step is late." if late == 1 else f"{late:,} steps are late."
        card.add(label(said, "secondary", wrap=True))
    steps: dict[str, list[Line]] = {}
    for one in today.case_reviews:
        steps.setdefault(clock_words(one.deadline), []).append(_line(one, today.day))
    for step, lines in steps.items():
        card.add(label(step, "strong"))
        card.add_group(f"ASB case reviews: {step}", lines)
    return card


def _line(one: ReviewClockLine, day: date) -> Line:
    due = one.deadline.due or day
    away = dates.distance(due, day)
    return Line(
        lead=one.reference,
        words=one.applicant,
        detail=away,
        hint=f"{clock_words(one.deadline)}, due {dates.full(due)}",
        status=Status(clock_status(one.deadline, day).state, away),
        target=OpenCaseReview(review=one.review),
    )
