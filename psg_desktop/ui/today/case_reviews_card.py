"""The card of the clocks of ASB case reviews: each line opens its review."""

from psg_desktop.domain.today import Today
from psg_desktop.ui.parts.review_statuses import clock_status, clock_words
from psg_desktop.ui.today.cards import DayCard
from psg_desktop.ui.today.lines import Line
from psg_desktop.ui.today.targets import OpenCaseReview
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates


def case_reviews(today: Today) -> DayCard | None:
    """Steps of case reviews that wait for somebody, the longest due first."""
    if not today.case_reviews:
        return None
    card = DayCard(f"ASB case reviews  {len(today.case_reviews):,}")
    late = sum(one.deadline.late(today.day) for one in today.case_reviews)
    if late:
        said = "One step is late." if late == 1 else f"{late:,} steps are late."
        card.add(label(said, "secondary", wrap=True))
    lines = []
    for one in today.case_reviews:
        status = clock_status(one.deadline, today.day)
        due = one.deadline.due or today.day
        away = dates.distance(due, today.day)
        lines.append(
            Line(
                lead=one.reference,
                words=f"{clock_words(one.deadline)}: {one.applicant}",
                detail=away,
                hint=f"{clock_words(one.deadline)}, due {dates.full(due)}",
                status=Status(status.state, away),
                target=OpenCaseReview(review=one.review),
            )
        )
    card.add_group("ASB case reviews", lines)
    return card
