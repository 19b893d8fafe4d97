"""The made-up people and places of the sample, and the words each story fills in with them."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from psg_desktop.casework.sample import people_and_places as made_up
from psg_desktop.casework.sample import ward_stories
from psg_desktop.casework.sample.story import Story
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.agencies import Agency, AgencyKind, Contact, Standing
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import AgencyId, PersonId, PlaceId, ProjectId
from psg_desktop.domain.intervention_kinds import InterventionKind
from psg_desktop.domain.involvements import PartyKind, RoleKind
from psg_desktop.domain.people import HouseholdMember, Identifier, IdentifierKind, Person
from psg_desktop.domain.places import Place, PlaceKind
from psg_desktop.domain.projects import BudgetLine, Milestone, Project

Subject = Person | Place | Project
Party = tuple[PartyKind, UUID, RoleKind]
_TRIES = 200
_DRAWN = 12  # from as many as ever, so that the rest of the sample stays as it was


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One case's own names, for its story's braces.

    Attributes:
        subject: Records that are new with the case: its subject, and somebody beside a place.
        subject_id: Identifier of what the case is about.
        title: Of the case where it is not its story's: a project gives its own name.
    """

    subject: tuple[Subject, ...] = field(repr=False)
    subject_id: UUID
    person: Person = field(repr=False)
    place: Place = field(repr=False)
    officer: str
    relative: str = field(repr=False)
    nick: str = field(repr=False)
    phone: str = field(repr=False)
    title: str = ""

    def say(self, text: str) -> str:
        """Fill in a text's braces."""
        stay = self.person.addresses[0]
        return text.format(
            full=self.person.full_name,
            first=self.person.full_name.split()[0],
            nick=self.nick,
            address=stay.lines,
            street=stay.lines.split(" ", maxsplit=1)[1],
            place=self.place.name,
            officer=self.officer,
            relative=self.relative,
            phone=self.phone,
        )

    def parties(self, kind: CaseKind) -> Iterator[Party]:
        """Give who and what is around a case of this kind."""
        if kind is CaseKind.PERSON:
            yield PartyKind.PERSON, self.person.id, RoleKind.SUBJECT
        elif kind is CaseKind.PLACE:
            yield PartyKind.PLACE, self.place.id, RoleKind.SUBJECT
            yield PartyKind.PERSON, self.person.id, RoleKind.COMPLAINANT


class Cast:
    """Makes the people, places and agencies of a sample, the same for the same seed."""

    def __init__(self, new_id: Callable[[], UUID], today: date) -> None:
        self.new_id = new_id
        self._today = today
        self.agencies = tuple(map(self._agency, made_up.AGENCIES))
        self._by_short_name = {one.short_name: one.id for one in self.agencies}
        self.places = tuple(self._place(*one) for one in enumerate(made_up.PLACES))
        self._names: set[tuple[str, str]] = set()
        self._told = Counter[str]()
        self.kinds: tuple[InterventionKind, ...] = ()

    def agency(self, short_name: str) -> AgencyId:
        """Give the agency of a short name."""
        return self._by_short_name[short_name]

    def officer(self, rng: Random, agency: str) -> str:
        """Give the name of an officer of the agency of a short name."""
        theirs = made_up.OFFICERS[agency]
        return theirs[rng.randrange(_DRAWN) % len(theirs)]

    def contact(self, agency: str) -> str:
        """Give the name of the officer whom others ring at the agency of a short name."""
        return made_up.OFFICERS[agency][0]

    def moment(self, day: date) -> datetime:
        """Give half past nine on a day, in UTC."""
        return datetime.combine(day, time(9, 30), tzinfo=UTC)

    def words(self, story: Story, rng: Random) -> Words:
        """Make the names of one case."""
        person = self._person(rng, story.ages)
        place = rng.choice(self.places)
        subject: tuple[Subject, ...] = (person,)
        subject_id: UUID = person.id
        title = ""
        if story.kind is CaseKind.PLACE:
            subject_id = place.id
        elif story.kind is CaseKind.PROJECT:
            project = self._project(story, rng)
            subject, subject_id, title = (person, project), project.id, project.name
        return Words(
            subject=subject,
            subject_id=subject_id,
            person=person,
            place=place,
            officer=self.officer(rng, story.lead),
            relative=person.household[0].name,
            nick=person.aliases[0],
            phone=person.phones[0],
            title=title,
        )

    def _person(self, rng: Random, ages: tuple[int, int]) -> Person:
        youngest, oldest = (365 * years for years in ages)
        first, last = self._free_name(rng)
        nick = made_up.NICKNAMES[first]
        number, street = rng.randint(1, 98), rng.choice(made_up.STREETS)
        relative = f"{rng.choice(made_up.FIRST_NAMES)} {last}"
        return Person(
            id=PersonId(self.new_id()),
            full_name=f"{first} {last}",
            aliases=(nick,),
            born=self._today - timedelta(days=rng.randint(youngest, oldest)),
            addresses=(
                AddressStay(
                    lines=f"{number} {street}",
                    postcode=rng.choice(made_up.POSTCODES),
                    ward=ward_stories.ward_of(street),
                ),
            ),
            identifiers=(
                Identifier(
                    kind=IdentifierKind.HOUSING_REFERENCE, value=f"WVH{rng.randint(10000, 99999)}"
                ),
            ),
            # Ofcom keeps 07700 900000 to 900999 for drama: nobody can be rung there.
            phones=(f"07700 900{rng.randint(0, 999):03}",),
            emails=(),
            household=(HouseholdMember(name=relative, relation="Family"),),
        )

    def _free_name(self, rng: Random) -> tuple[str, str]:
        """Give a name nobody in the sample has yet, as far as there are any left."""
        name = rng.choice(made_up.FIRST_NAMES), rng.choice(made_up.SURNAMES)
        for _ in range(_TRIES):
            if name not in self._names:
                break
            name = rng.choice(made_up.FIRST_NAMES), rng.choice(made_up.SURNAMES)
        self._names.add(name)
        return name

    def _project(self, story: Story, rng: Random) -> Project:
        starts = self._today - timedelta(days=rng.randint(40, 900))
        pounds = rng.randint(2, 30) * 500
        return Project(
            id=ProjectId(self.new_id()),
            name=self._project_name(story),
            objective=story.problem.split(".")[0].replace("{", "").replace("}", "") + ".",
            commissioner=made_up.PARTNERSHIP,
            starts=starts,
            ends=starts + timedelta(days=365),
            budget=(
                BudgetLine(source="Community safety fund", pence=pounds * 100),
                BudgetLine(source="Parish council", pence=pounds * 20, in_kind=True),
            ),
            milestones=(
                Milestone(what="Start", due=starts, reached=starts),
                Milestone(what="Half-year report", due=starts + timedelta(days=182)),
                Milestone(what="Final report", due=starts + timedelta(days=365)),
            ),
        )

    def _project_name(self, story: Story) -> str:
        """Give each project a name of its own: the names of its story in turn, then by round."""
        told = self._told[story.title]
        self._told[story.title] += 1
        names = (story.title, *story.also_called)
        round_, place = divmod(told, len(names))
        return f"{names[place]}, round {round_ + 1}" if round_ else names[place]

    def _agency(self, one: tuple[str, str, AgencyKind, Standing]) -> Agency:
        name, short, kind, standing = one
        contact = Contact(name=self.contact(short), post="Single point of contact")
        return Agency(
            id=AgencyId(self.new_id()),
            name=name,
            short_name=short,
            kind=kind,
            standing=standing,
            contacts=(contact,),
        )

    def _place(self, number: int, one: tuple[str, PlaceKind, str]) -> Place:
        name, kind, street = one
        return Place(
            id=PlaceId(self.new_id()),
            name=name,
            kind=kind,
            address=street,
            postcode=made_up.POSTCODES[number % len(made_up.POSTCODES)],
            ward=ward_stories.ward_of(street),
        )
