"""The clocks of an ASB case review: by when each step is due, and when it was taken."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain.case_review_rules import CountedFrom, ReviewRules, ReviewStep
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.ids import CaseReviewId


class ReviewClock(StrEnum):
    """What a clock of a review runs for, in the order of work."""

    ACKNOWLEDGE = "acknowledge"
    DECIDE = "decide"
    HOLD = "hold"
    TELL = "tell"
    ANSWER = "answer"
    CARRY_OUT = "carry_out"
    DECIDE_APPEAL = "decide_appeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """By when something is due, and when it was done.

    Attributes:
        due: None where no time is set for it.
        about: Which recommendation, counted from 1; 0 for a step of the review itself.
        runs: Whether it waits for somebody still.
    """

    clock: ReviewClock
    due: date | None
    done: date | None = None
    about: int = 0
    runs: bool = True

    def late(self, day: date) -> bool:
        """Say whether it was done late, or is late on *day*."""
        if self.due is None:
            return False
        return self.due < (self.done or day) and (self.done is not None or self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewClockLine:
    """A clock that runs, for the first page: whose review, and by when."""

    review: CaseReviewId
    reference: str
    applicant: str = field(repr=False)
    deadline: Deadline


def deadlines(review: CaseReview, rules: ReviewRules) -> tuple[Deadline, ...]:
    """Give every clock of a review, done and running, in the order of work."""
    return (*_steps(review, rules), *_recommended(review), *_appealed(review, rules))


def running(review: CaseReview, rules: ReviewRules) -> tuple[Deadline, ...]:
    """Give the clocks that wait for somebody, the earliest first."""
    found = [one for one in deadlines(review, rules) if one.runs and one.due is not None]
    return tuple(sorted(found, key=lambda one: (one.due or date.max, one.clock, one.about)))


def _steps(review: CaseReview, rules: ReviewRules) -> Iterable[Deadline]:
    decision = review.decision
    again = review.decides_again
    told = decision.told_on if decision is not None and not again else None
    held = review.held.on if review.held else None
    outcome = review.outcome.on if review.outcome else None
    goes_on = decision is None or decision.met or again
    steps = (
        (ReviewStep.ACKNOWLEDGE, review.acknowledged_on, True),
        (ReviewStep.DECIDE, told, True),
        (ReviewStep.HOLD, held, goes_on),
        (ReviewStep.TELL, outcome, goes_on),
    )
    before: date | None = review.received_on
    for step, done, needed in steps:
        if step is ReviewStep.DECIDE and again:
            before = review.appeals[-1].decided_on
        due = _due(step, review.received_on, before, rules)
        if needed:
            waits = done is None and not review.finished
            yield Deadline(clock=ReviewClock(step.value), due=due, done=done, runs=waits)
        # A step that was not taken is counted on from the day it should have been.
        before = done or due or before


def _recommended(review: CaseReview) -> Iterable[Deadline]:
    for number, one in enumerate(review.recommendations, start=1):
        if one.answer_by is not None or one.answered_on is not None:
            waits = one.answer is None
            yield Deadline(
                clock=ReviewClock.ANSWER, due=one.answer_by, done=one.answered_on,
                about=number, runs=waits,
            )  # fmt: skip
        if one.due is not None and (one.to_be_done or one.done_on is not None):
            yield Deadline(
                clock=ReviewClock.CARRY_OUT, due=one.due, done=one.done_on,
                about=number, runs=one.to_be_done,
            )  # fmt: skip


def _appealed(review: CaseReview, rules: ReviewRules) -> Iterable[Deadline]:
    for one in review.appeals:
        due = _due(ReviewStep.DECIDE_APPEAL, one.asked_on, one.asked_on, rules)
        yield Deadline(
            clock=ReviewClock.DECIDE_APPEAL, due=due, done=one.decided_on, runs=one.result is None
        )


def _due(step: ReviewStep, received: date, before: date | None, rules: ReviewRules) -> date | None:
    time = rules.times.get(step)
    if time is None:
        return None
    start = received if time.counted_from is CountedFrom.RECEIVED else before
    return rules.add(start, time.days) if start is not None else None
