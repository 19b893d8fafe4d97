"""What a record says, field by field, as the two columns of a merge show it."""

from psg_desktop.domain.addresses import AddressKind, AddressStay
from psg_desktop.domain.merges import PERSON_CHOICES, PLACE_CHOICES
from psg_desktop.domain.people import HouseholdMember, Person
from psg_desktop.domain.places import Place
from psg_desktop.reference import wards
from psg_desktop.ui.parts.statuses import span
from psg_desktop.words import dates, names
from psg_desktop.words.fields import field_name

CHOICES = frozenset((*PERSON_CHOICES, *PLACE_CHOICES))


def facts_of(record: Person | Place, within: str = "") -> dict[str, tuple[str, str]]:
    """Give what each field is called and says, "" where it says nothing.

    Args:
        record: The person or place.
        within: The name of the place that a place is part of.
    """
    said = _person(record) if isinstance(record, Person) else _place(record, within)
    return {name: (field_name(name), words) for name, words in said.items()}


def _person(person: Person) -> dict[str, str]:
    return {
        "full_name": person.full_name,
        "born": dates.prose(person.born) if person.born else "",
        "aliases": "\n".join(person.aliases),
        "addresses": "\n".join(map(_stay, person.addresses)),
        "phones": "\n".join(person.phones),
        "emails": "\n".join(person.emails),
        "identifiers": "\n".join(
            f"{names.name(one.kind)}: {one.value}" for one in person.identifiers
        ),
        "household": "\n".join(map(_member, person.household)),
        "remarks": person.remarks,
    }


def _place(place: Place, within: str) -> dict[str, str]:
    ward = wards.ward(place.ward) if place.ward else None
    return {
        "name": place.name,
        "kind": names.name(place.kind),
        "address": place.address,
        "postcode": place.postcode,
        "uprn": place.uprn,
        "ward": ward.name if ward else place.ward,
        "part_of": within,
        "aliases": "\n".join(place.aliases),
        "remarks": place.remarks,
    }


def _stay(stay: AddressStay) -> str:
    where = ", ".join(part for part in (stay.lines, stay.postcode) if part)
    kind = names.name(stay.kind) if stay.kind is not AddressKind.ADDRESS else ""
    return " · ".join(part for part in (kind, where, span(stay.since, stay.until)) if part)


def _member(member: HouseholdMember) -> str:
    return ", ".join(part for part in (member.name, member.relation) if part)
