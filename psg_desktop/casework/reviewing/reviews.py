"""Reviews: recording what was decided and when the case is looked at next."""

from dataclasses import replace

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.reviews import Review


def record(office: Office, review: Review) -> None:
    """Record a review; the case takes over its next date, and its risk level where one is set.

    Raises:
        Refused: The case is closed, or the review lies in the future or before the case.
    """
    with office.working(Act.RECORD_REVIEW) as unit:
        case = unit.cases.get(review.case)
        found = Findings()
        found.when(case.closed, "case", Problem.CASE_IS_CLOSED)
        found.when(review.held_on > office.today(), "held_on", Problem.DATE_IN_FUTURE)
        found.when(review.held_on < case.opened, "held_on", Problem.BEFORE_CASE_OPENED)
        found.settle()
        unit.reviews.put(review)
        unit.cases.put(replace(case, review_due=review.next_due, risk=review.risk or case.risk))
