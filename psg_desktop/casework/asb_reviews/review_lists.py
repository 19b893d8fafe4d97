"""ASB case reviews as the list, the first page and a case show them.

A district has a few dozen in a year at the most, so they are read whole and narrowed here.
"""

from datetime import date, timedelta

from psg_desktop.casework.asb_reviews import review_rules
from psg_desktop.casework.office import Office
from psg_desktop.domain.case_review_clocks import Deadline, ReviewClockLine, deadlines, running
from psg_desktop.domain.case_review_lists import (
    ReviewColumn,
    ReviewOrder,
    ReviewRow,
    ReviewView,
)
from psg_desktop.domain.case_review_rules import ReviewRules, ReviewThreshold, ReviewTime, rules_on
from psg_desktop.domain.case_reviews import FINISHED, CaseReview
from psg_desktop.domain.lists import Page
from psg_desktop.domain.text import fold
from psg_desktop.reference.workdays import add_working_days
from psg_desktop.store.units import Unit

_FIRST = ReviewOrder()
_AHEAD = timedelta(days=14)


class _Rules:
    """The rules by the day of an application, read once for a whole list."""

    def __init__(self, unit: Unit) -> None:
        self._thresholds: tuple[ReviewThreshold, ...] = unit.review_thresholds.all()
        self._times: tuple[ReviewTime, ...] = unit.review_times.all()

    def on(self, day: date) -> ReviewRules:
        return rules_on(self._thresholds, self._times, day, add_working_days)


def listed(
    office: Office, view: ReviewView, typed: str, part: slice, order: ReviewOrder = _FIRST
) -> Page[ReviewRow]:
    """Read one page of a view of the reviews; each word typed must be found."""
    today = office.today()
    with office.reading() as unit:
        rules = _Rules(unit)
        found = [
            _row(one, rules.on(one.received_on), today, _reference(unit, one))
            for one in unit.case_reviews.all()
            if _holds(one, typed)
        ]
    shown = [row for row in found if _in_view(row, view)]
    # Two sorts, the second stable: what ties stays in the order of the references.
    shown.sort(key=lambda row: row.reference, reverse=True)
    shown.sort(key=lambda row: _key(row, order.column), reverse=order.descending)
    return Page(rows=tuple(shown[part]), total=len(shown))


def view_totals(office: Office) -> dict[ReviewView, int]:
    """Read how many reviews each view holds."""
    nothing = slice(0, 0)
    return {view: listed(office, view, "", nothing).total for view in ReviewView}


def clock_lines(office: Office) -> tuple[ReviewClockLine, ...]:
    """Read the clocks that ran out or do so within a fortnight, the earliest first."""
    last = office.today() + _AHEAD
    with office.reading() as unit:
        rules = _Rules(unit)
        found = [
            ReviewClockLine(
                review=one.id,
                reference=one.reference,
                applicant=one.victim or one.applicant.name,
                deadline=deadline,
            )
            for one in unit.case_reviews.all()
            for deadline in running(one, rules.on(one.received_on))
            if deadline.due is not None and deadline.due <= last
        ]
    return tuple(sorted(found, key=lambda line: (line.deadline.due or date.max, line.reference)))


def deadlines_of(office: Office, review: CaseReview) -> tuple[Deadline, ...]:
    """Read every clock of a review, done and running."""
    return deadlines(review, review_rules.rules(office, review.received_on))


def _reference(unit: Unit, review: CaseReview) -> str:
    case = unit.cases.find(review.case) if review.case else None
    return case.reference if case else ""


def _holds(review: CaseReview, typed: str) -> bool:
    applicant = review.applicant
    said = (
        review.reference, review.victim, applicant.name, applicant.address, applicant.postcode,
        review.behaviour, *(one.reference for one in review.incidents),
        *(one.what for one in review.incidents),
    )  # fmt: skip
    whole = fold("\n".join(said))
    return all(word in whole for word in fold(typed).split())


def _row(review: CaseReview, rules: ReviewRules, today: date, reference: str) -> ReviewRow:
    waits = running(review, rules)
    return ReviewRow(
        id=review.id,
        reference=review.reference,
        received_on=review.received_on,
        applicant=review.applicant.name,
        kind=review.applicant.kind,
        behaviour=review.behaviour,
        state=review.state,
        next=waits[0] if waits else None,
        late=any(one.late(today) for one in waits),
        case=review.case,
        case_reference=reference,
    )


def _in_view(row: ReviewRow, view: ReviewView) -> bool:
    finished = row.state in FINISHED
    match view:
        case ReviewView.ALL:
            return True
        case ReviewView.OPEN:
            # A closed review whose recommendations are not done is still to be watched.
            return not finished or row.next is not None
        case ReviewView.LATE:
            return row.late
        case ReviewView.FINISHED:
            return finished


def _key(row: ReviewRow, column: ReviewColumn) -> tuple[object, ...]:
    due = row.next.due if row.next else None
    keys: dict[ReviewColumn, tuple[object, ...]] = {
        ReviewColumn.REFERENCE: (row.reference,),
        ReviewColumn.RECEIVED: (row.received_on,),
        ReviewColumn.APPLICANT: (fold(row.applicant),),
        ReviewColumn.STATE: (list(type(row.state)).index(row.state),),
        ReviewColumn.DUE: (due is None, due or date.max),
    }
    return keys[column]
