"""What the cases of a vault say, as far as a row may say otherwise or count in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.cases import Case
from psg_desktop.domain.demand import DemandMeasure
from psg_desktop.domain.involvements import Involvement
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.projects import Project
from psg_desktop.domain.text import fold
from psg_desktop.exchange.known import CaseFacts, CountKey, person_key
from psg_desktop.exchange.measure_words import MEASURE_WORDS
from psg_desktop.store.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The records of a vault an import is compared with, read once."""

    people: tuple[Person, ...] = field(repr=False)
    places: tuple[Place, ...] = field(repr=False)
    projects: tuple[Project, ...] = field(repr=False)
    cases: tuple[Case, ...] = field(repr=False)
    agencies: tuple[Agency, ...] = field(repr=False)
    involvements: tuple[Involvement, ...] = field(repr=False)

    @classmethod
    def of(cls, unit: Unit) -> "Held":
        """Read the records."""
        return cls(
            people=unit.people.all(),
            places=unit.places.all(),
            projects=unit.projects.all(),
            cases=unit.cases.all(),
            agencies=unit.agencies.all(),
            involvements=unit.involvements.all(),
        )


def case_facts(held: Held, focus_areas: Mapping[str, str]) -> dict[str, CaseFacts]:
    """Give what each case says, by its identifier; the focus areas are names by code."""
    people: dict[UUID, Person] = {one.id: one for one in held.people}
    places: dict[UUID, Place] = {one.id: one for one in held.places}
    agencies = {one.id: one.name for one in held.agencies}
    parties: dict[UUID, list[UUID]] = defaultdict(list)
    for one in held.involvements:
        parties[one.case].append(one.party)
    made = {}
    for case in held.cases:
        around = dict.fromkeys((case.subject, *parties[case.id]))
        those = [people[party] for party in around if party in people]
        there = [places[party] for party in around if party in places]
        made[str(case.id)] = CaseFacts(
            id=str(case.id),
            label=case.reference,
            state=case.state,
            title=case.title,
            focus_areas=tuple(focus_areas.get(code, code) for code in case.focus_areas),
            risk=case.risk,
            review=case.review_due,
            lead_agency=agencies.get(case.lead_agency, "") if case.lead_agency else "",
            lead_practitioner=case.lead_practitioner,
            people=frozenset(fold(name) for one in those for name in (one.full_name, *one.aliases)),
            person=those[0].full_name if those else "",
            places=frozenset(_place_words(there)),
            place=there[0].name if there else "",
        )
    return made


def _place_words(places: Iterable[Place]) -> Iterator[str]:
    for one in places:
        yield from map(fold, (one.name, *one.aliases))
        if one.address:
            yield fold(one.address)


def cases_named(held: Held) -> dict[str, tuple[str, ...]]:
    """Give the open cases about somebody or somewhere, by each folded name of theirs."""
    names: dict[UUID, set[str]] = {}
    for person in held.people:
        spellings = (person.full_name, *person.aliases)
        names[person.id] = {fold(name) for name in spellings}
        if person.born is not None:
            names[person.id] |= {person_key(name, person.born) for name in spellings}
    names |= {place.id: set(_place_words([place])) for place in held.places}
    names |= {project.id: {fold(project.name)} for project in held.projects}
    found: dict[str, list[str]] = defaultdict(list)
    for case in held.cases:
        if not case.closed:
            for name in names.get(case.subject, ()):
                found[name].append(str(case.id))
    return {name: tuple(cases) for name, cases in found.items()}


def measure_spellings(measures: Iterable[DemandMeasure]) -> dict[str, str]:
    """Give every spelling of the measures of demand; their own names come before other words."""
    every = tuple(measures)
    spelled = {word: one.name for one in every for word in MEASURE_WORDS.get(one.code, ())}
    spelled |= {one.code.replace("_", " "): one.name for one in every}
    return spelled | {one.name: one.name for one in every}


def counts(unit: Unit, held: Held) -> dict[CountKey, int]:
    """Give every count of demand, by case, measure, agency and month."""
    measures = {one.code: fold(one.name) for one in unit.demand_measures.all()}
    agencies = {one.id: fold(one.name) for one in held.agencies}
    return {
        (
            str(one.case),
            measures.get(one.measure, fold(one.measure)),
            agencies.get(one.agency, "") if one.agency else "",
            one.month,
        ): one.count
        for one in unit.demand_counts.all()
    }
