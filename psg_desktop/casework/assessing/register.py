"""The register of interventions read as lists: of a case, of a target, due, and counted."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.intervention_facts import InterventionState
from psg_desktop.domain.intervention_lists import (
    ClockLine,
    HeldIntervention,
    InterventionRow,
    KindCount,
    RegisterFilter,
    RegisterOrder,
    RegisterView,
)
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.lists import Page
from psg_desktop.store.queries import register

_ALL = slice(0, None)


def listed(
    office: Office, asked: RegisterFilter, order: RegisterOrder, part: slice
) -> Page[InterventionRow]:
    """Read one page of the register."""
    with office.reading() as unit:
        return register.page(unit.reading, asked, order, office.today(), part)


def of_case(office: Office, id_: CaseId) -> tuple[HeldIntervention, ...]:
    """Read the interventions of a case, those that run first, then the latest."""
    with office.reading() as unit:
        found = register.of_case(unit.reading, id_)
    today = office.today()

    def place(held: HeldIntervention) -> tuple[bool, bool]:
        one = held.intervention
        return (not one.live(today), one.state is not InterventionState.PLANNED)

    latest_first = found[::-1]
    return tuple(sorted(latest_first, key=place))


def of_target(office: Office, target: UUID) -> tuple[InterventionRow, ...]:
    """Read the interventions made for a person or place, in any case, the latest first."""
    asked = RegisterFilter(view=RegisterView.ALL, target=target)
    with office.reading() as unit:
        order = RegisterOrder()
        rows = register.page(unit.reading, asked, order, office.today(), _ALL).rows
    return tuple(sorted(rows, key=lambda row: (row.served_on or date.max, row.id), reverse=True))


def clock_lines(office: Office, cases: Iterable[CaseId] | None = None) -> tuple[ClockLine, ...]:
    """Read what is due about interventions, or about those of these cases, the earliest first.

    Of a closed case only what goes on by law counts: a notice, an order or a power over an area.
    Breaches without an answer, reviews due within 7 days, last days within 28 days, and appeals
    that can be lodged or wait for a decision.
    """
    with office.reading() as unit:
        return register.clock_lines(unit.reading, office.today(), cases, lasting=True)


def areas(office: Office) -> tuple[str, ...]:
    """Read the areas interventions were made for: codes of wards, and described areas."""
    with office.reading() as unit:
        return register.areas(unit.reading)


def kinds(office: Office) -> tuple[tuple[str, str], ...]:
    """Read code and short name of every kind that was registered."""
    with office.reading() as unit:
        return register.kinds(unit.reading)


def counted(office: Office, since: date, until: date) -> tuple[KindCount, ...]:
    """Count interventions by kind from one day to another, both included, by name.

    These are whole counts for the coordinator's own desk: what leaves it goes through the
    display rule of `privacy.tables`.
    """
    with office.reading() as unit:
        known = unit.interventions.all()
    grouped: dict[str, list[Intervention]] = defaultdict(list)
    for one in known:
        grouped[one.kind].append(one)
    counts = (_count(code, ones, since, until) for code, ones in grouped.items())
    return tuple(sorted(counts, key=lambda count: count.name))


def _count(code: str, ones: list[Intervention], since: date, until: date) -> KindCount:
    def within(day: date | None) -> bool:
        return day is not None and since <= day <= until

    latest = ones[-1].facts
    ran_out = (
        one.expires
        for one in ones
        if one.state is InterventionState.IN_FORCE and not one.facts.one_off
    )
    return KindCount(
        code=code,
        name=latest.name,
        family=latest.family,
        issued=sum(within(one.served_on) for one in ones),
        live=sum(_ran_on(one, until) for one in ones),
        breached=sum(any(within(breach.on) for breach in one.breaches) for one in ones),
        expired=sum(within(day) for day in ran_out),
    )


def _ran_on(one: Intervention, day: date) -> bool:
    if one.starts is None or one.facts.one_off or one.starts > day:
        return False
    return one.last_day is None or day <= one.last_day
