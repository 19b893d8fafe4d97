"""When open cases are reviewed next, and when they were reviewed last."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from psg_desktop.domain.cases import CaseState, RiskLevel
from psg_desktop.domain.ids import CaseId
from psg_desktop.store import schema
from psg_desktop.store.units import Reading

_C, _R = schema.cases.c, schema.reviews.c


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDate:
    """When a case is reviewed next.

    Attributes:
        since: The day of its last review, or the day it was opened.
        every: Days between reviews where the case has its own.
    """

    case: CaseId
    reference: str
    title: str = field(repr=False)
    risk: RiskLevel | None
    due: date
    since: date
    every: int | None


def open_cases(reading: Reading) -> tuple[ReviewDate, ...]:
    """Read the review dates of every open case that has one, the earliest first."""
    last = select(_R.case, func.max(_R.held_on).label("held")).group_by(_R.case).subquery()
    wanted = (
        select(
            _C.id, _C.reference, _C.title, _C.risk, _C.review_due, _C.review_every,
            func.coalesce(last.c.held, _C.opened).label("since"),
        )
        .select_from(schema.cases.outerjoin(last, last.c.case == _C.id))
        .where(_C.state != CaseState.CLOSED.value, _C.review_due.is_not(None))
        .order_by(_C.review_due, _C.reference)
    )  # fmt: skip
    return tuple(
        ReviewDate(
            case=CaseId(UUID(row.id)),
            reference=row.reference,
            title=row.title,
            risk=RiskLevel(row.risk) if row.risk else None,
            due=date.fromisoformat(row.review_due),
            since=date.fromisoformat(row.since),
            every=row.review_every,
        )
        for row in reading.connection.execute(wanted)
    )
