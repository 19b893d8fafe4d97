"""What a record says, field by field, as the two columns of a merge show it."""

from psg_desktop.casework.parties.local_wards import LocalWards
from psg_desktop.domain.addresses import AddressKind, AddressStay
from psg_desktop.domain.merges import PERSON_CHOICES, PLACE_CHOICES
from psg_desktop.domain.people import HouseholdMember, Person
from psg_desktop.domain.places import Place
from psg_desktop.ui.parts.statuses import span
from psg_desktop.words import dates, names
from psg_desktop.words.fields import field_name

CHOICES = frozenset((*PERSON_CHOICES, *PLACE_CHOICES))


def facts_of(
    record: Person | Place, local: LocalWards, within: str = ""
) -> dict[str, tuple[str, str]]:
    """Give what each field is called and says, "" where it says nothing.

    Args:
        record: The person or place.
        local: The wards of the partnership, for their names.
        within: The name of the place that a place is part of.
    """
    if isinstance(record, Person):
        return _named(_person(record, local))
    return _named(_place(record, local, within))


def _named(said: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {name: (field_name(name), words) for name, words in said.items()}


def _person(person: Person, local: LocalWards) -> dict[str, str]:
    return {
        "full_name": person.full_name,
        "born": dates.prose(person.born) if person.born else "",
        "aliases": "\n".join(person.aliases),
        "addresses": "\n".join(_stay(one, local) for one in person.addresses),
        "phones": "\n".join(person.phones),
        "emails": "\n".join(person.emails),
        "identifiers": "\n".join(
            f"{names.name(one.kind)}: {one.value}" for one in person.identifiers
        ),
        "household": "\n".join(map(_member, person.household)),
        "remarks": person.remarks,
    }


def _place(place: Place, local: LocalWards, within: str) -> dict[str, str]:
    return {
        "name": place.name,
        "kind": names.name(place.kind),
        "address": place.address,
        "postcode": place.postcode,
        "uprn": place.uprn,
        "ward": local.name(place.ward),
        "part_of": within,
        "aliases": "\n".join(place.aliases),
        "remarks": place.remarks,
    }


def _stay(stay: AddressStay, local: LocalWards) -> str:
    where = ", ".join(part for part in (stay.lines, stay.postcode) if part)
    kind = names.name(stay.kind) if stay.kind is not AddressKind.ADDRESS else ""
    facts = (kind, where, local.name(stay.ward), span(stay.since, stay.until))
    return " · ".join(part for part in facts if part)


def _member(member: HouseholdMember) -> str:
    return ", ".join(part for part in (member.name, member.relation) if part)
