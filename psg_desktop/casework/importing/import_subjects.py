"""Whom and what the rows of an import are about: found where they are known, made where not."""

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import local_wards
from psg_desktop.casework.parties.places import with_ward
from psg_desktop.domain.addresses import AddressKind, AddressStay, tidy_postcode
from psg_desktop.domain.ids import PersonId, PlaceId, ProjectId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.people import Identifier, IdentifierKind, Person
from psg_desktop.domain.places import Place, PlaceKind
from psg_desktop.domain.projects import Project
from psg_desktop.domain.text import fold
from psg_desktop.exchange.drafts import NoteDraft, PersonDraft, PlaceDraft, ProjectDraft, RowDraft
from psg_desktop.exchange.known import person_key, place_key
from psg_desktop.reference import wards
from psg_desktop.store.units import Unit
from psg_desktop.words.dates import prose

_SUBJECT_KINDS = frozenset({"person", "place", "project"})


class Subjects:
    """The people, places and projects of one import; `put` writes those that are new or changed."""

    def __init__(self, office: Office, unit: Unit) -> None:
        self._office = office
        self._unit = unit
        self._people: dict[UUID, Person] = {}
        self._places: dict[UUID, Place] = {}
        self._projects: dict[UUID, Project] = {}
        self._of_row: dict[str, UUID] = {}

    def of(self, draft: RowDraft) -> UUID:
        """Give the identifier of the subject of a draft."""
        subject = self._known(draft)
        if subject is None:
            subject = self._made(draft)
        else:
            self._enrich(subject, draft)
        if draft.case is None and draft.notes:
            self._remark(subject, draft.notes)
        for number in draft.rows:
            self._of_row[str(number)] = subject
        return subject

    def tell_more(self, subject: UUID, draft: RowDraft) -> None:
        """Add what a later row says of the person a case is about, if it names that person."""
        person = self._people.get(subject) or self._unit.people.find(subject)
        if person is None or draft.person is None:
            return
        if fold(draft.person.full_name) in {fold(person.full_name), *map(fold, person.aliases)}:
            self._enrich(subject, draft)

    def others(self, draft: RowDraft, subject: UUID) -> Iterator[tuple[PartyKind, UUID]]:
        """Give the further people, and the place where the subject is a person, of a draft."""
        for one in draft.others:
            yield PartyKind.PERSON, self._person(one)
        if draft.place is not None and (draft.person is not None or draft.project is not None):
            place = self._place(draft.place)
            if place != subject:
                yield PartyKind.PLACE, place

    def person_named(self, row: PersonDraft) -> UUID:
        """Give the person of this name and date of birth, made where there is none."""
        held = {person_key(one.full_name, one.born): one.id for one in self._unit.people.all()}
        held |= {person_key(one.full_name, one.born): one.id for one in self._people.values()}
        return held.get(person_key(row.full_name, row.born)) or self._person(row)

    def place_named(self, row: PlaceDraft) -> UUID:
        """Give the place of this name or address and postcode, made where there is none."""
        every = (*self._unit.places.all(), *self._places.values())
        held = {
            place_key(where, one.postcode): one.id
            for one in every
            for where in (one.name, one.address)
            if where
        }
        sought = (place_key(where, row.postcode) for where in (row.address, row.name) if where)
        return next((held[key] for key in sought if key in held), None) or self._place(row)

    def put(self) -> None:
        """Write every subject that is new or was added to."""
        self._unit.people.put_all(self._people.values())
        self._unit.places.put_all(self._places.values())
        self._unit.projects.put_all(self._projects.values())

    def _known(self, draft: RowDraft) -> UUID | None:
        if draft.joins_kind == "row":
            return self._of_row.get(draft.joins)
        return UUID(draft.joins) if draft.joins_kind in _SUBJECT_KINDS else None

    def _made(self, draft: RowDraft) -> UUID:
        if draft.project is not None:
            return self._project(draft.project)
        if draft.person is not None:
            return self._person(draft.person)
        if draft.place is not None:
            return self._place(draft.place)
        raise ValueError("A draft without a person, place or project reached the import.")

    def _person(self, row: PersonDraft) -> UUID:
        id_ = PersonId(self._office.new_id())
        self._people[id_] = Person(
            id=id_,
            full_name=row.full_name,
            aliases=row.known_as,
            born=row.born,
            addresses=_stays(row),
            identifiers=_identifiers(row),
            phones=row.phones,
            emails=row.emails,
            remarks=row.remarks,
        )
        return id_

    def _place(self, row: PlaceDraft) -> UUID:
        id_ = PlaceId(self._office.new_id())
        ward = self._ward(row.ward)
        place = Place(
            id=id_,
            name=row.name,
            kind=row.kind,
            address=row.address,
            postcode=tidy_postcode(row.postcode) or "",
            uprn=row.uprn,
            ward=ward,
            remarks=_joined(row.remarks, f"Ward: {row.ward}" if row.ward and not ward else ""),
        )
        self._places[id_] = with_ward(self._unit, place)
        return id_

    def _project(self, row: ProjectDraft) -> UUID:
        id_ = ProjectId(self._office.new_id())
        self._projects[id_] = Project(id=id_, name=row.name, objective=row.objective)
        return id_

    def _ward(self, written: str) -> str:
        """Give the code of a ward written as code or as name, "" where it is not known."""
        if not written:
            return ""
        local = local_wards.of_unit(self._unit)
        named = {fold(name): code for code, name in local.names.items()}
        code = named.get(fold(written))
        if code:
            return code
        return written if written in local.names or wards.ward(written) else ""

    def _enrich(self, id_: UUID, draft: RowDraft) -> None:
        """Add to what is known what the row says newly; nothing known is replaced."""
        person = self._people.get(id_) or self._unit.people.find(id_)
        place = self._places.get(id_) or self._unit.places.find(id_)
        project = self._projects.get(id_) or self._unit.projects.find(id_)
        if person is not None and draft.person is not None:
            self._enrich_person(person, draft.person)
        elif place is not None and draft.place is not None:
            self._enrich_place(place, draft.place)
        elif project is not None and draft.project is not None:
            told = _joined(project.objective, draft.project.objective)
            self._projects[id_] = replace(project, objective=told)

    def _enrich_place(self, place: Place, row: PlaceDraft) -> None:
        names = {fold(one) for one in (place.name, place.address, row.address, *place.aliases)}
        postcode = tidy_postcode(row.postcode) or ""
        ward = "" if place.ward else self._ward(row.ward)
        told = [row.remarks, _said_otherwise(place, row, postcode)]
        if row.ward and not (place.ward or ward):
            told.append(f"Ward: {row.ward}")
        self._places[place.id] = with_ward(
            self._unit,
            replace(
                place,
                kind=row.kind if place.kind is PlaceKind.OTHER else place.kind,
                address=place.address or row.address,
                postcode=place.postcode or postcode,
                uprn=place.uprn or row.uprn,
                ward=place.ward or ward,
                aliases=(*place.aliases, *_other(row.name, names)),
                remarks=reduce(_joined, told, place.remarks),
            ),
        )

    def _enrich_person(self, person: Person, row: PersonDraft) -> None:
        names = {fold(person.full_name), *map(fold, person.aliases)}
        known = {(fold(one.lines), one.postcode) for one in person.addresses}
        stays = tuple(one for one in _stays(row) if (fold(one.lines), one.postcode) not in known)
        spellings = (row.full_name, *row.known_as)
        self._people[person.id] = replace(
            person,
            aliases=(*person.aliases, *(one for one in spellings if fold(one) not in names)),
            born=person.born or row.born,
            addresses=(*person.addresses, *stays),
            phones=tuple(dict.fromkeys((*person.phones, *row.phones))),
            emails=tuple(dict.fromkeys((*person.emails, *row.emails))),
            identifiers=tuple(dict.fromkeys((*person.identifiers, *_identifiers(row)))),
            remarks=_joined(person.remarks, row.remarks),
        )

    def _remark(self, id_: UUID, notes: tuple[NoteDraft, ...]) -> None:
        """Keep the notes of a row without a case as remarks of what it is about."""
        lines = [
            f"{prose(one.happened_on)}: {one.text}" if one.happened_on else one.text
            for one in notes
        ]
        place = self._places.get(id_) or self._unit.places.find(id_)
        person = self._people.get(id_) or self._unit.people.find(id_)
        project = self._projects.get(id_) or self._unit.projects.find(id_)
        added = "\n".join(lines)
        if place is not None:
            self._places[id_] = replace(place, remarks=_joined(place.remarks, added))
        elif person is not None:
            self._people[id_] = replace(person, remarks=_joined(person.remarks, added))
        elif project is not None:
            self._projects[id_] = replace(project, remarks=_joined(project.remarks, added))


def _joined(kept: str, added: str) -> str:
    if not added or added in kept:
        return kept
    return f"{kept}\n{added}" if kept else added


def _said_otherwise(place: Place, row: PlaceDraft, postcode: str) -> str:
    """Give what a row says otherwise than is known of a place; it is lost nowhere else."""
    pairs = ((place.address, row.address), (place.postcode, postcode), (place.uprn, row.uprn))
    told = [new for known, new in pairs if known and new and fold(known) != fold(new)]
    return f"In an imported file: {', '.join(told)}" if told else ""


def _other(name: str, names: set[str]) -> tuple[str, ...]:
    """Give a name that is not among those known already."""
    return (name,) if name and fold(name) not in names else ()


def _stays(row: PersonDraft) -> tuple[AddressStay, ...]:
    postcode = tidy_postcode(row.postcode) or ""
    if not row.address and not postcode:
        return ()
    if fold(row.address) in {"no fixed address", "no fixed abode", "nfa"}:
        return (AddressStay(kind=AddressKind.NO_FIXED_ADDRESS),)
    return (AddressStay(lines=row.address, postcode=postcode),)


def _identifiers(row: PersonDraft) -> tuple[Identifier, ...]:
    if not row.nhs_number:
        return ()
    return (Identifier(kind=IdentifierKind.NHS_NUMBER, value=row.nhs_number),)
