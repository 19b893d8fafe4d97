"""Which closures are proposed, and which closings are to be asked about."""

from datetime import date
from uuid import UUID

from sqlalchemy import exists, func, not_, select

from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.closing import LIVE_PROPOSALS
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.today import ClosedAsking
from psg_desktop.store import schema
from psg_desktop.store.queries import caseload
from psg_desktop.store.units import Reading

_C, _P, _H = schema.cases.c, schema.closure_proposals.c, schema.hold_checks.c
LIVE = tuple(sorted(state.value for state in LIVE_PROPOSALS))


def proposed_cases(reading: Reading) -> tuple[CaseId, ...]:
    """Read the open cases with a proposal that waits."""
    wanted = (
        select(_P.case)
        .join(schema.cases, _C.id == _P.case)
        .where(_P.state.in_(LIVE), _C.state != CaseState.CLOSED.value)
        .distinct()
    )
    return tuple(CaseId(UUID(key)) for key in reading.connection.execute(wanted).scalars())


def hold_questions(reading: Reading, day: date) -> tuple[ClosedAsking, ...]:
    """Read the closings in force whose day to ask has come and that nobody answered.

    The longest waiting come first.
    """
    # The closing in force is the last of the list; its day is a column of its own.
    since = func.json_extract(_C.closures, "$[#-1].review_after")
    answered = exists().where(_H.case == _C.id, _H.closed_on == _C.closed_on)
    wanted = (
        select(_C.id, _C.closed_on, since.label("since"))
        .where(
            _C.state == CaseState.CLOSED.value,
            _C.closed_on <= day.isoformat(),
            since <= day.isoformat(),
            not_(answered),
        )
        .order_by(since, _C.reference)
    )
    found = reading.connection.execute(wanted).all()
    rows = {row.id: row for row in caseload.rows(reading, [one.id for one in found], day)}
    return tuple(
        ClosedAsking(
            case=rows[CaseId(UUID(one.id))],
            closed_on=date.fromisoformat(one.closed_on),
            since=date.fromisoformat(one.since),
        )
        for one in found
    )


def closed_in(reading: Reading, year: int) -> tuple[CaseId, ...]:
    """Read the cases whose closings mention a year, to be looked at one by one."""
    mentioned = _C.closures.like(f"%{year}-%")
    wanted = select(_C.id).where(mentioned).order_by(_C.reference)
    return tuple(CaseId(UUID(key)) for key in reading.connection.execute(wanted).scalars())


def years(reading: Reading) -> tuple[int, ...]:
    """Read the years in which cases that are closed now were closed."""
    year = func.substr(_C.closed_on, 1, 4)
    wanted = select(year).where(_C.closed_on.is_not(None)).distinct()
    return tuple(int(one) for one in reading.connection.execute(wanted).scalars())
