"""What the grid of cases shows of each."""

from datetime import date

from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.lists import CaseRow
from psg_desktop.domain.orders import CaseColumn
from psg_desktop.ui.parts.statuses import risk_status
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.rows import Column, Sift
from psg_desktop.words import dates, names


def columns(today: date) -> tuple[Column[CaseRow], ...]:
    """Give the columns of the caseload as read on a day."""
    return (*_WHAT, _review_column(today), *_ACTIONS)


def _review_column(today: date) -> Column[CaseRow]:
    return Column(
        "Next review",
        lambda row: _review(row, today),
        CaseColumn.REVIEW,
        width=144,
        status=lambda row: _due(row, today),
        tooltip=lambda row: _distance(row, today),
        sift=Sift.RANGE,
    )


def _review(row: CaseRow, today: date) -> str:
    if row.state is CaseState.CLOSED:
        return f"closed {dates.grid(row.closed_on)}" if row.closed_on else "closed"
    if row.review_due is None:
        return "not set"
    return "today" if row.review_due == today else dates.grid(row.review_due)


def _due(row: CaseRow, today: date) -> Status | None:
    """Mark a review that is due today or before; the words stay the date."""
    if row.review_due is None or row.review_due > today:
        return None
    return Status("red" if row.review_due < today else "amber", _review(row, today))


def _distance(row: CaseRow, today: date) -> str:
    if row.review_due is None:
        return ""
    return f"{dates.full(row.review_due)}, {dates.distance(row.review_due, today)}"


def _overdue(row: CaseRow) -> Status | None:
    return Status("red", str(row.overdue_actions)) if row.overdue_actions else None


_ALIKE = Sift.VALUES
_WHAT: tuple[Column[CaseRow], ...] = (
    Column("Reference", lambda row: row.reference, CaseColumn.REFERENCE, width=126),
    Column("Kind", lambda row: names.name(row.kind), CaseColumn.KIND, width=84, sift=_ALIKE),
    Column("Title", lambda row: row.title, CaseColumn.TITLE, width=168, stretch=True),
    Column("State", lambda row: names.name(row.state), CaseColumn.STATE, width=112, sift=_ALIKE),
    Column(
        "Risk",
        lambda row: names.risk(row.risk),
        CaseColumn.RISK,
        width=120,
        status=lambda row: risk_status(row.risk),
        sift=_ALIKE,
    ),
    Column(
        "Lead agency",
        lambda row: row.lead_agency or "none yet",
        CaseColumn.LEAD,
        width=128,
        sift=_ALIKE,
    ),
)
_ACTIONS: tuple[Column[CaseRow], ...] = (
    Column(
        "Open",
        lambda row: str(row.open_actions or ""),
        CaseColumn.OPEN_ACTIONS,
        width=60,
        number=True,
        spoken=lambda row: f"Open actions: {row.open_actions}",
    ),
    Column(
        "Overdue",
        lambda row: str(row.overdue_actions or ""),
        CaseColumn.OVERDUE_ACTIONS,
        width=92,
        status=_overdue,
        spoken=lambda row: f"Overdue actions: {row.overdue_actions}",
    ),
)
