"""Items of agendas with what each is about: the case, the referral, the intervention."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Select, func, select

from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.ids import CaseId, MeetingId, ReferralId
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.referral_facts import ReferralState
from psg_desktop.store import schema
from psg_desktop.store.queries import caseload, meetings
from psg_desktop.store.units import Reading

_C, _R, _V = schema.cases.c, schema.referrals.c, schema.interventions.c
_A = schema.actions.c


def of_meeting(reading: Reading, meeting: MeetingId, day: date) -> tuple[AgendaLine, ...]:
    """Read the agenda of a meeting in its order; what is overdue is reckoned on *day*."""
    items = meetings.items(reading, meeting)
    cases = caseload.rows(reading, sorted({str(one.case) for one in items if one.case}), day)
    rows = {row.id: row for row in cases}
    about = {one.about for one in items if one.about}
    referrals = _named(reading, select(_R.id, _R.reference, _R.name), _R.id, about)
    orders = _named(reading, select(_V.id, _V.short_name, _V.name), _V.id, about)
    proposed = _proposed(reading, set(rows))
    return tuple(
        AgendaLine(
            item=one,
            case=rows.get(one.case) if one.case else None,
            proposed=proposed.get(one.case, 0) if one.case else 0,
            reference=referrals.get(one.about, ("", ""))[0],
            about=referrals.get(one.about, ("", ""))[1] or orders.get(one.about, ("", ""))[1],
        )
        for one in items
    )


def risks(reading: Reading, cases: set[CaseId]) -> dict[UUID, RiskLevel]:
    """Read the risk level of some cases, where it was assessed."""
    wanted = select(_C.id, _C.risk).where(
        _C.id.in_(sorted(map(str, cases))), _C.risk.is_not(None)
    )  # fmt: skip
    return {UUID(row.id): RiskLevel(row.risk) for row in reading.connection.execute(wanted)}


def undecided_referrals(reading: Reading) -> tuple[ReferralId, ...]:
    """Read the referrals without a decision, the longest waiting first."""
    wanted = (
        select(_R.id)
        .where(_R.state != ReferralState.DECIDED.value)
        .order_by(_R.received_on, _R.reference)
    )
    return tuple(ReferralId(UUID(key)) for key in reading.connection.execute(wanted).scalars())


def _proposed(reading: Reading, cases: set[CaseId]) -> dict[UUID, int]:
    """Count the actions of some cases that are proposed and wait to be agreed."""
    wanted = (
        select(_A.case, func.count())
        .where(_A.state == ActionState.PROPOSED.value, _A.case.in_(sorted(map(str, cases))))
        .group_by(_A.case)
    )
    return {UUID(row[0]): row[1] for row in reading.connection.execute(wanted)}


def _named(
    reading: Reading, wanted: Select[Any], key: Column[Any], ids: set[UUID]
) -> dict[UUID | None, tuple[str, str]]:
    if not ids:
        return {}
    found = reading.connection.execute(wanted.where(key.in_(sorted(map(str, ids)))))
    return {UUID(row[0]): (row[1], row[2]) for row in found}
