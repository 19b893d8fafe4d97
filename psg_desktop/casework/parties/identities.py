"""Everyone and everywhere a vault knows, gathered so that no text can name them unseen."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import local_wards
from psg_desktop.casework.parties.officials import OFFICIALS
from psg_desktop.casework.parties.review_identities import of_case_review, of_offer
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.attachments import Attachment
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.information import Disclosure, LegalBasis
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.merges import Merge
from psg_desktop.domain.partnership import PARTNERSHIP_ID
from psg_desktop.domain.people import HouseholdMember, IdentifierKind, Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.plain import from_plain
from psg_desktop.domain.referrals import Referral
from psg_desktop.domain.subject_access import AccessRequest
from psg_desktop.privacy.identities import Finder, IdentityKind, KnownIdentity
from psg_desktop.privacy.identities.folding import fold_word
from psg_desktop.privacy.local_agencies import tells_where
from psg_desktop.privacy.wordlists import shipped_lexicon
from psg_desktop.store import shelves
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.units import Unit

_IDENTIFIERS = {
    IdentifierKind.NHS_NUMBER: IdentityKind.NHS_NUMBER,
    IdentifierKind.NATIONAL_INSURANCE: IdentityKind.NI_NUMBER,
    IdentifierKind.VEHICLE: IdentityKind.VEHICLE,
    IdentifierKind.POLICE_REFERENCE: IdentityKind.CRIME_REFERENCE,
}


def finder(office: Office) -> Finder:
    """Build the finder of every identity in the vault."""
    with office.reading() as unit:
        partnership = unit.partnership.find(PARTNERSHIP_ID)
        home = partnership.district if partnership else ""
        agencies, own = unit.agencies.all(), local_wards.own_names(unit)
        local = [one for one in agencies if tells_where(one, home, own)]
        known = (*everyone(unit), *(known for one in local for known in of_local_agency(one)))
        allowed = [name for one in agencies if one not in local for name in _names(one)]
    return Finder(known, shipped_lexicon().allowing(allowed))


def stranger_finder() -> Finder:
    """Build a finder that knows nobody: patterns and doubtful words only."""
    return Finder((), shipped_lexicon())


def everyone(unit: Unit) -> Iterator[KnownIdentity]:
    """Give every name, address, number and reference in the vault."""
    return everyone_in(lambda shelf: unit.shelf(shelf).all())


def everyone_in(all_of: Callable[[Shelf[Any]], Iterable[Any]]) -> Iterator[KnownIdentity]:
    """Give the same of records that were read already; *all_of* gives those of a shelf."""
    for shelf, named in _NAMED.items():
        for record in all_of(shelf):
            yield from named(record)
    for shelf, names in OFFICIALS.items():
        for record in all_of(shelf):
            for name in names(record):
                yield from of_official(name)


def of_person(person: Person) -> Iterator[KnownIdentity]:
    """Give everything that points to one person and their household."""
    key = str(person.id)
    plain = (
        (IdentityKind.PERSON, (person.full_name, *person.aliases)),
        (IdentityKind.PHONE, person.phones),
        (IdentityKind.EMAIL, person.emails),
    )
    for kind, texts in plain:
        for text in texts:
            yield KnownIdentity(kind=kind, text=text, key=key)
    for one in person.identifiers:
        known_as = _IDENTIFIERS.get(one.kind, IdentityKind.IDENTIFIER)
        yield KnownIdentity(kind=known_as, text=one.value, key=key)
    yield from _of_birth(person.born, key)
    for stay in person.addresses:
        yield from _of_stay(stay, key)
    for number, member in enumerate(person.household):
        yield from _of_member(member, f"{key}/{number}")


def of_place(place: Place) -> Iterator[KnownIdentity]:
    """Give everything that points to one place."""
    key = str(place.id)
    yield KnownIdentity(kind=IdentityKind.PLACE, text=place.name, key=key)
    for alias in place.aliases:
        yield KnownIdentity(kind=IdentityKind.PLACE, text=alias, key=key)
    if place.address:
        yield KnownIdentity(kind=IdentityKind.ADDRESS, text=place.address, key=key)
    if place.postcode:
        yield KnownIdentity(kind=IdentityKind.POSTCODE, text=place.postcode, key=key)
    if place.uprn:
        yield KnownIdentity(kind=IdentityKind.IDENTIFIER, text=place.uprn, key=key)


def of_merge(merge: Merge) -> Iterator[KnownIdentity]:
    """Give everything that pointed to a record that was merged into another."""
    was = json.loads(merge.was)
    if merge.kind is PartyKind.PERSON:
        return of_person(from_plain(Person, was))
    return of_place(from_plain(Place, was))


def of_contacts(agency: Agency) -> Iterator[KnownIdentity]:
    """Give the people to reach at an agency."""
    for number, contact in enumerate(agency.contacts):
        key = f"{agency.id}/{number}"
        parts = (
            (IdentityKind.OFFICER, contact.name),
            (IdentityKind.EMAIL, contact.email),
            (IdentityKind.PHONE, contact.phone),
        )
        for kind, text in parts:
            if text:
                yield KnownIdentity(kind=kind, text=text, key=key)


def of_local_agency(agency: Agency) -> Iterator[KnownIdentity]:
    """Give the names of an agency that tell where a case is; all such agencies are one to a reader.

    A name of ordinary words alone, such as "Town Council", is left out: it tells nothing.
    """
    lexicon = shipped_lexicon()
    for text in _names(agency):
        if not all(lexicon.is_word(fold_word(word)) for word in text.replace("-", " ").split()):
            yield KnownIdentity(kind=IdentityKind.LOCAL_AGENCY, text=text, key="local agency")


def _names(agency: Agency) -> tuple[str, ...]:
    return tuple(filter(None, (agency.name, agency.short_name)))


def of_case(case: Case) -> Iterator[KnownIdentity]:
    """Give the references and professionals of a case."""
    yield KnownIdentity(kind=IdentityKind.REFERENCE, text=case.reference, key=str(case.id))
    if case.lead_practitioner:
        yield KnownIdentity(kind=IdentityKind.OFFICER, text=case.lead_practitioner)
    for lead in case.external_leads:
        if lead.reference:
            yield KnownIdentity(kind=IdentityKind.REFERENCE, text=lead.reference)
        if lead.lead_professional:
            yield KnownIdentity(kind=IdentityKind.OFFICER, text=lead.lead_professional)


def of_referral(referral: Referral) -> Iterator[KnownIdentity]:
    """Give who and where a referral names, those who made it, and its reference."""
    key = str(referral.subject or referral.id)
    about = {CaseKind.PERSON: IdentityKind.PERSON}.get(referral.kind, IdentityKind.PLACE)
    told = (
        (about, (referral.name, *referral.aliases)),
        (IdentityKind.ADDRESS, (referral.address,)),
        (IdentityKind.POSTCODE, (referral.postcode,)),
        (IdentityKind.PHONE, referral.phones),
    )
    for kind, texts in told:
        for text in filter(None, texts):
            yield KnownIdentity(kind=kind, text=text, key=key)
    yield from _of_birth(referral.born, key)
    yield KnownIdentity(kind=IdentityKind.REFERENCE, text=referral.reference, key=str(referral.id))
    deciders = (referral.decision.decided_by,) if referral.decision else ()
    for officer in filter(None, (referral.referrer, *deciders)):
        yield KnownIdentity(kind=IdentityKind.OFFICER, text=officer)


def of_official(name: str) -> Iterator[KnownIdentity]:
    """Give somebody who takes part in the group's work, by name."""
    if name.strip():
        yield KnownIdentity(kind=IdentityKind.OFFICER, text=name)


def of_intervention(one: Intervention) -> Iterator[KnownIdentity]:
    """Give the officer, the number and the area of an intervention."""
    key = str(one.id)
    if one.officer:
        yield KnownIdentity(kind=IdentityKind.OFFICER, text=one.officer)
    if one.reference:
        yield KnownIdentity(kind=IdentityKind.REFERENCE, text=one.reference, key=key)
    if one.area:
        yield KnownIdentity(kind=IdentityKind.PLACE, text=one.area, key=key)


def _of_stay(stay: AddressStay, key: str) -> Iterator[KnownIdentity]:
    if stay.lines:
        yield KnownIdentity(kind=IdentityKind.ADDRESS, text=stay.lines, key=key)
    if stay.postcode:
        yield KnownIdentity(kind=IdentityKind.POSTCODE, text=stay.postcode, key=key)
    if stay.uprn:
        yield KnownIdentity(kind=IdentityKind.IDENTIFIER, text=stay.uprn, key=key)


def _of_member(member: HouseholdMember, key: str) -> Iterator[KnownIdentity]:
    if member.name:
        yield KnownIdentity(kind=IdentityKind.HOUSEHOLD, text=member.name, key=key)
    yield from _of_birth(member.born, key)


def _of_birth(born: date | None, key: str) -> Iterator[KnownIdentity]:
    if born is not None:
        yield KnownIdentity(kind=IdentityKind.DATE_OF_BIRTH, text=born.isoformat(), key=key)


def _of_basis(basis: LegalBasis) -> Iterator[KnownIdentity]:
    if basis.consent_by:
        yield KnownIdentity(kind=IdentityKind.PERSON, text=basis.consent_by)


def _of_request(request: AccessRequest) -> Iterator[KnownIdentity]:
    """Give who asked: the person themselves, or somebody with their authority."""
    key = "" if request.authority.strip() else str(request.person)
    yield KnownIdentity(kind=IdentityKind.PERSON, text=request.asked_by, key=key)


def _of_disclosure(told: Disclosure) -> Iterator[KnownIdentity]:
    for name in filter(None, (told.recipient, told.told_by)):
        yield KnownIdentity(kind=IdentityKind.OFFICER, text=name)


def _of_attachment(document: Attachment) -> Iterator[KnownIdentity]:
    for copy in document.copies:
        if copy.for_whom:
            yield KnownIdentity(kind=IdentityKind.OFFICER, text=copy.for_whom)


# What each kind of record names.
_NAMED: dict[Shelf[Any], Callable[[Any], Iterator[KnownIdentity]]] = {
    shelves.PEOPLE: of_person,
    shelves.PLACES: of_place,
    shelves.MERGES: of_merge,
    shelves.AGENCIES: of_contacts,
    shelves.CASES: of_case,
    shelves.INTERVENTIONS: of_intervention,
    shelves.REFERRALS: of_referral,
    shelves.LEGAL_BASES: _of_basis,
    shelves.DISCLOSURES: _of_disclosure,
    shelves.ATTACHMENTS: _of_attachment,
    shelves.ACCESS_REQUESTS: _of_request,
    shelves.SUPPORT_OFFERS: of_offer,
    shelves.CASE_REVIEWS: of_case_review,
}
