"""Which open cases are to be assessed again, and which instruments were ever used."""

from datetime import date
from uuid import UUID

from sqlalchemy import and_, exists, func, not_, or_, select

from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.ids import CaseId, RiskInstrumentId
from psg_desktop.domain.today import AssessmentDue
from psg_desktop.store import schema
from psg_desktop.store.queries import caseload
from psg_desktop.store.units import Reading

_R, _C = schema.risk_assessments.c, schema.cases.c


def due(reading: Reading, day: date, most: int) -> tuple[tuple[AssessmentDue, ...], int]:
    """Read the open cases whose latest assessment is due again by a day, the longest due first.

    Gives at most so many rows, and how many there are in all.
    """
    later = schema.risk_assessments.alias("later")
    replaced = exists().where(
        later.c.case == _R.case,
        or_(
            later.c.made_on > _R.made_on,
            and_(later.c.made_on == _R.made_on, later.c.id > _R.id),
        ),
    )
    wanted = (
        select(_R.case, _R.due_again)
        .join(schema.cases, _C.id == _R.case)
        .where(
            _C.state != CaseState.CLOSED.value,
            _R.due_again <= day.isoformat(),
            not_(replaced),
        )
    )
    total = reading.connection.execute(
        select(func.count()).select_from(wanted.subquery())
    ).scalar_one()
    shown = wanted.order_by(_R.due_again, _C.reference).limit(most)
    found = {CaseId(UUID(row.case)): row.due_again for row in reading.connection.execute(shown)}
    rows = {row.id: row for row in caseload.rows(reading, [str(id_) for id_ in found], day)}
    return (
        tuple(
            AssessmentDue(case=rows[id_], due=date.fromisoformat(again))
            for id_, again in found.items()
        ),
        total,
    )


def used_instruments(reading: Reading) -> frozenset[RiskInstrumentId]:
    """Read which versions of instruments any case was assessed with."""
    found = reading.connection.execute(select(_R.instrument).distinct()).scalars()
    return frozenset(RiskInstrumentId(UUID(one)) for one in found)
