"""What the vault already holds, as far as an import has to ask."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from psg_desktop.casework.importing.import_facts import (
    Held,
    case_facts,
    cases_named,
    counts,
    measure_spellings,
)
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.cases import Case
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.referrals import Referral
from psg_desktop.domain.text import fold
from psg_desktop.exchange.known import Existing, Known, person_key, place_key, reference_key
from psg_desktop.store import desk
from psg_desktop.store.units import Unit


class _Listed(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def code(self) -> str: ...


def known_to(unit: Unit) -> Known:
    """Gather what an import compares its rows with."""
    rows = desk.imported_rows(unit.reading)
    held = Held.of(unit)
    areas = unit.focus_areas.all()
    referrals = unit.referrals.all()
    return Known(
        fingerprints={row.fingerprint: Existing(id=row.record, label=row.label) for row in rows},
        row_keys={
            row.row_key: Existing(id=row.record, label=row.label) for row in rows if row.row_key
        },
        people=dict(_people(held.people)),
        places=dict(_places(held.places)),
        projects={
            fold(one.name): Existing(id=str(one.id), label=one.name) for one in held.projects
        },
        cases={reference_key(one.reference): _referenced(one) for one in held.cases},
        agencies=dict(_agencies(held.agencies)),
        focus_areas=_spellings(areas),
        closing_reasons=_spellings(unit.closure_reasons.all()),
        measures=measure_spellings(unit.demand_measures.all()),
        case_facts=case_facts(held, {one.code: one.name for one in areas}),
        cases_named=cases_named(held),
        counts=counts(unit, held),
        referrals={reference_key(one.reference): _referenced(one) for one in referrals},
        waiting=frozenset(str(one.id) for one in referrals if not one.decided),
    )


def _referenced(one: Case | Referral) -> Existing:
    return Existing(id=str(one.id), label=one.reference)


def _people(people: Iterable[Person]) -> Iterator[tuple[str, Existing]]:
    for one in people:
        existing = Existing(id=str(one.id), label=one.full_name)
        for spelling in (one.full_name, *one.aliases):
            yield person_key(spelling, one.born), existing
            if one.born is not None:
                yield person_key(spelling, None), existing


def _places(places: Iterable[Place]) -> Iterator[tuple[str, Existing]]:
    for one in places:
        existing = Existing(id=str(one.id), label=one.name)
        for spelling in (one.name, *one.aliases):
            yield place_key(spelling, one.postcode), existing
        if one.address:
            yield place_key(one.address, one.postcode), existing


def _agencies(agencies: Iterable[Agency]) -> Iterator[tuple[str, str]]:
    for one in agencies:
        yield one.name, one.name
        if one.short_name:
            yield one.short_name, one.name


def _spellings(rows: Iterable[_Listed]) -> dict[str, str]:
    return {spelling: one.name for one in rows for spelling in (one.name, one.code)}
