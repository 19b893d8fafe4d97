"""What statistics are counted from, read as columns: never whole records, and no names.

Identifiers stay the text they are in the store: a hundred thousand of them are only compared.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select, union

from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.case_facts import Closure
from psg_desktop.domain.intervention_facts import InterventionState
from psg_desktop.domain.plain import from_plain
from psg_desktop.store import schema
from psg_desktop.store.units import Reading

_A, _C, _R, _F = schema.actions.c, schema.cases.c, schema.reviews.c, schema.referrals.c
_H, _I, _P, _L = schema.hold_checks.c, schema.interventions.c, schema.people.c, schema.places.c
# One decoder for all: `json.loads` looks for one at each call.
_read = json.JSONDecoder().decode


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseColumns:
    """What is counted of a case; texts are codes, "" where nothing is recorded.

    Attributes:
        first_due: The day its first review was due, as set when the case was entered.
    """

    id: str
    kind: str
    subject: str
    opened: date
    focus_area: str
    referred_by: str
    lead_agency: str
    risk: str
    closures: tuple[Closure, ...]
    first_due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralColumns:
    """What is counted of a referral; texts are codes, "" where nothing is recorded."""

    id: str
    received_on: date
    kind: str
    subject: str
    postcode: str = field(repr=False)
    referred_by: str
    earlier: str
    outcome: str
    decided_on: date | None
    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionColumns:
    """What is counted of an intervention."""

    id: str
    kind: str
    agency: str
    state: InterventionState
    served: date | None
    starts: date | None
    expires: date | None
    ended: date | None
    one_off: bool
    breaches: tuple[date, ...]


class ReviewColumns(NamedTuple):
    """What is counted of a review."""

    id: str
    case: str
    held_on: date
    next_due: date | None


class ActionColumns(NamedTuple):
    """What is counted of an action; `owner` is "" where nothing is recorded."""

    id: str
    case: str
    state: ActionState
    owner: str
    due: date | None
    ended: date | None


def cases(reading: Reading) -> Iterator[CaseColumns]:
    """Read what is counted of every case."""
    first_dues = _first_dues(reading)
    wanted = select(
        _C.id, _C.kind, _C.subject, _C.opened, func.json_extract(_C.focus_areas, "$[0]"),
        _C.referred_by, _C.lead_agency, _C.risk, _C.closures,
    )  # fmt: skip
    for row in reading.connection.execute(wanted).all():
        id_, kind, subject, opened, area, referred_by, lead, risk, closures = row
        yield CaseColumns(
            id=id_,
            kind=kind,
            subject=subject,
            opened=date.fromisoformat(opened),
            focus_area=area or "",
            referred_by=referred_by or "",
            lead_agency=lead or "",
            risk=risk or "",
            closures=_closures(closures),
            first_due=first_dues.get(id_),
        )


def referrals(reading: Reading) -> Iterator[ReferralColumns]:
    """Read what is counted of every referral."""
    wanted = select(
        _F.id, _F.received_on, _F.kind, _F.subject, _F.postcode, _F.referred_by, _F.earlier,
        _F.outcome, _F.decided_on, _F.case,
    )  # fmt: skip
    for row in reading.connection.execute(wanted).all():
        yield ReferralColumns(
            id=row.id,
            received_on=date.fromisoformat(row.received_on),
            kind=row.kind,
            subject=row.subject or "",
            postcode=row.postcode,
            referred_by=row.referred_by or "",
            earlier=row.earlier or "",
            outcome=row.outcome or "",
            decided_on=_day(row.decided_on),
            case=row.case or "",
        )


def hold_answers(reading: Reading) -> dict[tuple[str, date], tuple[date, str]]:
    """Read when and how it was answered whether each closing held, by case and closing day."""
    wanted = select(_H.case, _H.closed_on, _H.answered_on, _H.result).order_by(_H.answered_on)
    return {
        (row.case, date.fromisoformat(row.closed_on)): (
            date.fromisoformat(row.answered_on),
            row.result,
        )
        for row in reading.connection.execute(wanted)
    }


def reviews(reading: Reading) -> Iterator[ReviewColumns]:
    """Read what is counted of every review, those of one case in the order they were held."""
    wanted = select(_R.id, _R.case, _R.held_on, _R.next_due).order_by(_R.case, _R.held_on, _R.id)
    for row in reading.connection.execute(wanted).all():
        id_, case, held_on, next_due = row
        yield ReviewColumns(id_, case, date.fromisoformat(held_on), _day(next_due))


def actions(reading: Reading) -> Iterator[ActionColumns]:
    """Read what is counted of every action."""
    wanted = select(_A.id, _A.case, _A.state, _A.owner, _A.due, _A.ended)
    for row in reading.connection.execute(wanted).all():
        id_, case, state, owner, due, ended = row
        yield ActionColumns(id_, case, ActionState(state), owner or "", _day(due), _day(ended))


def interventions(reading: Reading) -> Iterator[InterventionColumns]:
    """Read what is counted of every intervention."""
    wanted = select(
        _I.id, _I.kind, _I.agency, _I.state, _I.served_on, _I.starts, _I.expires, _I.ended,
        _I.one_off, _I.breaches,
    )  # fmt: skip
    for row in reading.connection.execute(wanted).all():
        yield InterventionColumns(
            id=row.id,
            kind=row.kind,
            agency=row.agency or "",
            state=InterventionState(row.state),
            served=_day(row.served_on),
            starts=_day(row.starts),
            expires=_day(row.expires),
            ended=_day(row.ended),
            one_off=bool(row.one_off),
            breaches=tuple(date.fromisoformat(one["on"]) for one in _read(row.breaches)),
        )


def place_wards(reading: Reading) -> Iterator[tuple[str, str, str]]:
    """Read the identifier, ward and postcode of every place a case or referral is about."""
    wanted = select(_L.id, _L.ward, _L.postcode).where(_L.id.in_(_subjects()))
    for row in reading.connection.execute(wanted).all():
        yield row.id, row.ward, row.postcode


def home_wards(reading: Reading, day: date) -> Iterator[tuple[str, str, str]]:
    """Read of every person a case or referral is about the identifier, and of a day the ward.

    After the identifier come the ward that was chosen by hand and the postcode. They are those of
    the latest address that covers the day, "" where none does.
    """
    wanted = select(_P.id, _P.addresses).where(_P.id.in_(_subjects()), _P.addresses != "[]")
    for id_, addresses in reading.connection.execute(wanted).all():
        held = [one for one in _read(addresses) if _covers(one, day.isoformat())]
        latest = max(held, key=lambda one: one["since"] or "", default=None)
        if latest is None:
            yield id_, "", ""
        else:
            yield id_, latest.get("ward") or "", latest["postcode"] or ""


def _covers(stay: Mapping[str, str | None], day: str) -> bool:
    # Written dates are compared as they are: they sort, and there may be many addresses.
    since, until = stay["since"], stay["until"]
    return (since is None or since <= day) and (until is None or day <= until)


def _subjects() -> Select[Any]:
    both = union(select(_C.subject), select(_F.subject).where(_F.subject.is_not(None))).subquery()
    return select(both.c.subject)


def _first_dues(reading: Reading) -> dict[str, date]:
    """Read the day the first review was due, from the entry in which each case was made."""
    a = schema.audit.c
    wanted = (
        select(_C.id, func.json_extract(a.changes, "$.review_due[1]").label("due"))
        .join(schema.audit, a.record == _C.id)
        .where(a.created)
        # A case that was taken out and brought back was made twice; what was said first stays.
        .order_by(a.sequence.desc())
    )
    found = reading.connection.execute(wanted)
    return {row.id: date.fromisoformat(row.due) for row in found if row.due}


def _closures(told: str) -> tuple[Closure, ...]:
    return () if told == "[]" else tuple(from_plain(Closure, one) for one in _read(told))


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
