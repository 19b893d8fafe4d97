"""The marks and words of ASB case reviews and their clocks, the same on every screen."""

from datetime import date, timedelta

from psg_desktop.domain.case_review_clocks import Deadline
from psg_desktop.domain.case_reviews import ReviewState
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names

_SOON = timedelta(days=7)
_MARKS = {
    ReviewState.NOT_MET: "none",
    ReviewState.APPEALED: "amber",
    ReviewState.DECIDE_AGAIN: "amber",
    ReviewState.CLOSED: "done",
    ReviewState.WITHDRAWN: "none",
}


def state_status(state: ReviewState) -> Status:
    """Give the mark and word of where a review stands."""
    return Status(_MARKS.get(state, "plain"), names.name(state))


def clock_words(one: Deadline) -> str:
    """Give what a clock runs for, such as "Answer recommendation 2"."""
    return f"{names.name(one.clock)}{f' {one.about}' if one.about else ''}"


def clock_status(one: Deadline, today: date) -> Status:
    """Give the mark and word of a clock: late, soon, later, or done in time or not."""
    if one.done is not None:
        late = one.late(today)
        return Status("amber" if late else "done", "Done late" if late else "Done in time")
    if one.due is None:
        return Status("none", "No time set")
    if not one.runs:
        return Status("none", "Not needed")
    if one.late(today):
        return Status("red", f"Late, due {dates.distance(one.due, today)}")
    mark = "amber" if one.due - today <= _SOON else "green"
    return Status(mark, f"Due {dates.distance(one.due, today)}")
