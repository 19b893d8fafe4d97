"""Rows of the list of ASB case reviews, and how it is narrowed."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain.case_review_applications import ApplicantKind
from psg_desktop.domain.case_review_clocks import Deadline
from psg_desktop.domain.case_reviews import ReviewState
from psg_desktop.domain.ids import CaseId, CaseReviewId
from psg_desktop.domain.orders import Order


class ReviewView(StrEnum):
    """The ways the list starts out."""

    OPEN = "open"
    LATE = "late"
    FINISHED = "finished"
    ALL = "all"


class ReviewColumn(StrEnum):
    """What the reviews can be ordered by."""

    REFERENCE = "reference"
    RECEIVED = "received"
    APPLICANT = "applicant"
    STATE = "state"
    DUE = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOrder(Order[ReviewColumn]):
    """What the reviews are ordered by: what is due first, unless asked otherwise."""

    column: ReviewColumn = ReviewColumn.DUE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One line of the list.

    Attributes:
        next: The clock that runs out first; None where nothing waits.
        late: Whether any clock ran out.
    """

    id: CaseReviewId
    reference: str
    received_on: date
    applicant: str = field(repr=False)
    kind: ApplicantKind
    behaviour: str = field(repr=False)
    state: ReviewState
    next: Deadline | None
    late: bool
    case: CaseId | None
    case_reference: str
