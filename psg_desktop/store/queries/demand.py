"""What the demand of the whole caseload is reckoned by."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from psg_desktop.domain.ids import CaseId
from psg_desktop.store import schema
from psg_desktop.store.units import Reading


def opened(reading: Reading) -> dict[CaseId, date]:
    """Read the day each case was opened on."""
    cases = schema.cases
    rows = reading.connection.execute(select(cases.c.id, cases.c.opened).order_by(cases.c.id))
    return {CaseId(UUID(row.id)): date.fromisoformat(row.opened) for row in rows}
