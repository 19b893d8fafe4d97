"""What the first page shows: what is due, overdue, missing and quiet."""

from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy import ColumnElement, exists, func, not_, select

from psg_desktop.domain.actions import OPEN_STATES, ActionState
from psg_desktop.domain.cases import CaseKind, CaseState
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.lists import ActionFilter, ActionRow, ActionView, CaseRow
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.today import AgencyOverdue, Draft, Gap, GapLine, Today
from psg_desktop.store import schema
from psg_desktop.store.queries import actions_list, caseload, meetings, register, risk
from psg_desktop.store.queries.caseload import Horizon
from psg_desktop.store.units import Reading

SHOWN = 50
_C, _A = schema.cases.c, schema.actions.c
_STILL_OPEN = _C.state != CaseState.CLOSED.value


def today(reading: Reading, partnership: Partnership, day: date) -> Today:
    """Read what the first page shows on a day; lists are cut at 50 rows, totals are whole."""
    coming = meetings.next_day(reading, MeetingGroup.PSG, day)
    horizon = Horizon(day=day, quiet_after=partnership.quiet_after_days)
    reviews, reviews_total = _some(
        reading, (_STILL_OPEN, _C.review_due <= day.isoformat()), _C.review_due, day
    )
    quiet, quiet_total = _some(
        reading,
        (_STILL_OPEN, caseload.quiet_since(day - timedelta(days=horizon.quiet_after))),
        _C.reference,
        day,
    )
    overdue = actions_list.page(reading, ActionFilter(view=ActionView.OVERDUE), day, slice(0, None))
    assessments, assessments_total = risk.due(reading, day, SHOWN)
    return Today(
        day=day,
        reviews=reviews,
        reviews_total=reviews_total,
        overdue=_by_agency(overdue.rows),
        overdue_total=overdue.total,
        drafts=drafts(reading),
        gaps=_gaps(reading, coming, day),
        quiet=quiet,
        quiet_total=quiet_total,
        next_meeting=coming,
        clocks=register.clock_lines(reading, day, lasting=True),
        open_cases=_count(reading, (_STILL_OPEN,)),
        assessments=assessments,
        assessments_total=assessments_total,
    )


def drafts(reading: Reading) -> tuple[Draft, ...]:
    """Read every draft, the latest first."""
    d = schema.drafts.c
    rows = reading.connection.execute(select(schema.drafts).order_by(d.saved_at.desc()))
    return tuple(
        Draft(key=row.key, text=row.text, saved_at=datetime.fromisoformat(row.saved_at))
        for row in rows
    )


def _by_agency(actions: tuple[ActionRow, ...]) -> tuple[AgencyOverdue, ...]:
    def owner(row: ActionRow) -> str:
        return str(row.owner_id)

    grouped = [tuple(rows) for _, rows in groupby(sorted(actions, key=owner), key=owner)]
    grouped.sort(key=lambda rows: (-len(rows), rows[0].owner))
    return tuple(
        AgencyOverdue(
            agency=AgencyId(rows[0].owner_id),
            name=rows[0].owner,
            actions=tuple(sorted(rows, key=lambda row: row.due or date.max)),
        )
        for rows in grouped
        if rows[0].owner_id is not None
    )


def _gaps(reading: Reading, coming: date | None, day: date) -> tuple[GapLine, ...]:
    open_states = [state.value for state in OPEN_STATES]
    acted = exists().where(_A.case == _C.id, _A.state.in_(open_states))
    proposed = exists().where(_A.case == _C.id, _A.state == ActionState.PROPOSED.value)
    planned = _C.state == CaseState.ACTIVE_PLAN.value
    missing: tuple[tuple[Gap, tuple[ColumnElement[bool], ...]], ...] = (
        (Gap.NO_REVIEW_DATE, (_STILL_OPEN, _C.review_due.is_(None))),
        (Gap.NO_LEAD, (_STILL_OPEN, _C.lead_agency.is_(None))),
        (
            Gap.NO_RISK,
            (_STILL_OPEN, _C.risk.is_(None), _C.kind != CaseKind.PROJECT.value),
        ),
        (Gap.NO_FOCUS_AREA, (_STILL_OPEN, _C.focus_areas == "[]")),
        (Gap.NO_OPEN_ACTION, (planned, not_(acted))),
        (Gap.PROPOSED_ACTIONS, (_STILL_OPEN, proposed)),
    )
    found = []
    for gap, conditions in missing:
        rows, total = _some(reading, conditions, _C.reference, day)
        if total:
            found.append(GapLine(gap=gap, cases=rows, total=total))
    if coming is None:
        found.insert(0, GapLine(gap=Gap.NO_MEETING_PLANNED, cases=(), total=1))
    return tuple(found)


def _some(
    reading: Reading,
    conditions: tuple[ColumnElement[bool], ...],
    order: ColumnElement[str],
    day: date,
) -> tuple[tuple[CaseRow, ...], int]:
    wanted = select(_C.id).where(*conditions).order_by(order, _C.reference).limit(SHOWN)
    ids = list(reading.connection.execute(wanted).scalars())
    return caseload.rows(reading, ids, day), _count(reading, conditions)


def _count(reading: Reading, conditions: tuple[ColumnElement[bool], ...]) -> int:
    counted = select(func.count()).select_from(schema.cases).where(*conditions)
    return reading.connection.execute(counted).scalar_one()
