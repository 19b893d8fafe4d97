"""Which police figures there are, without reading what they count."""

from datetime import date

from sqlalchemy import select

from psg_desktop.domain.police_counts import PoliceFigure, PoliceMonth
from psg_desktop.store import schema
from psg_desktop.store.shelves import POLICE_MONTHS
from psg_desktop.store.units import Reading


def months(reading: Reading, kind: PoliceFigure) -> tuple[date, ...]:
    """Read the months of which figures of one kind are known, the oldest first."""
    table = schema.police_months
    asked = select(table.c.month).where(table.c.kind == kind.value).distinct()
    rows = reading.connection.execute(asked.order_by(table.c.month))
    return tuple(date.fromisoformat(row.month) for row in rows)


def between(
    reading: Reading, kind: PoliceFigure, first: date, last: date
) -> tuple[PoliceMonth, ...]:
    """Read the figures of the months from *first* to *last*, both included."""
    table = schema.police_months
    span = table.c.month.between(first.isoformat(), last.isoformat())
    asked = select(table).where(table.c.kind == kind.value, span).order_by(table.c.month)
    return POLICE_MONTHS.values(reading.connection.execute(asked))
