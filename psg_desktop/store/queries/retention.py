"""What a time of keeping is counted from: closings, decisions, and those in no case any more."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Table, func, select

from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.retention import DueKind, Event, RetentionTrigger
from psg_desktop.store import schema
from psg_desktop.store.pointers import KEEPERS
from psg_desktop.store.units import Reading

_C, _R, _A = schema.cases.c, schema.referrals.c, schema.audit.c
_V = schema.case_reviews.c


def events(reading: Reading) -> Iterator[Event]:
    """Give every event a time of keeping is counted from."""
    yield from _closings(reading)
    yield from _decisions(reading)
    yield from _case_reviews(reading)
    yield from _left_alone(reading, DueKind.PERSON, schema.people, "full_name")
    yield from _left_alone(reading, DueKind.PLACE, schema.places, "name")


def _closings(reading: Reading) -> Iterator[Event]:
    wanted = select(_C.id, _C.reference, _C.title, _C.kind, _C.closed_on)
    for row in reading.connection.execute(wanted.where(_C.closed_on.is_not(None))):
        yield Event(
            about=DueKind.CASE,
            record=UUID(row.id),
            label=f"{row.reference} {row.title}",
            confirm=row.reference,
            case_kind=CaseKind(row.kind),
            trigger=RetentionTrigger.CASE_CLOSED,
            on=date.fromisoformat(row.closed_on),
        )


def _decisions(reading: Reading) -> Iterator[Event]:
    wanted = select(_R.id, _R.reference, _R.name, _R.address, _R.kind, _R.decided_on)
    for row in reading.connection.execute(
        wanted.where(_R.decided_on.is_not(None), _R.case.is_(None))
    ):
        yield Event(
            about=DueKind.REFERRAL,
            record=UUID(row.id),
            label=f"{row.reference} {row.name or row.address}",
            confirm=row.reference,
            case_kind=CaseKind(row.kind),
            trigger=RetentionTrigger.REFERRAL_NOT_ACCEPTED,
            on=date.fromisoformat(row.decided_on),
        )


def _case_reviews(reading: Reading) -> Iterator[Event]:
    wanted = select(_V.id, _V.reference, _V.behaviour, _V.closed_on)
    for row in reading.connection.execute(wanted.where(_V.closed_on.is_not(None))):
        yield Event(
            about=DueKind.CASE_REVIEW,
            record=UUID(row.id),
            label=f"{row.reference} {' '.join(row.behaviour.split())[:80]}",
            confirm=row.reference,
            case_kind=None,
            trigger=RetentionTrigger.CASE_REVIEW_CLOSED,
            on=date.fromisoformat(row.closed_on),
        )


def _left_alone(reading: Reading, about: DueKind, table: Table, named: str) -> Iterator[Event]:
    """Give the people or places no other record points to, by the day of their last change."""
    touched = select(func.max(_A.at)).where(_A.record == table.c.id).scalar_subquery()
    wanted: Any = select(table.c.id, table.c[named].label("label"), touched.label("touched"))
    for keeper, field in KEEPERS:
        held = keeper.table.alias().c[field]  # a place may be part of another
        wanted = wanted.where(~select(held).where(held == table.c.id).exists())
    for row in reading.connection.execute(wanted):
        if row.touched is None:  # nothing says since when
            continue
        yield Event(
            about=about,
            record=UUID(row.id),
            label=row.label,
            confirm=row.label,
            case_kind=None,
            trigger=RetentionTrigger.LAST_INVOLVED,
            on=datetime.fromisoformat(row.touched).date(),
        )
