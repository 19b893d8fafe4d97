"""The lists inside the form of a person: addresses, identifiers and the household."""

from collections.abc import Sequence
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties.local_wards import local_wards
from psg_desktop.domain.addresses import AddressKind, AddressStay
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.people import HouseholdMember, Identifier, IdentifierKind
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.address_lines import PostcodeLine, UprnLine
from psg_desktop.ui.parts.choosing import give_way
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.usual_choice import UsualChoice
from psg_desktop.ui.parts.ward_options import ward_options
from psg_desktop.ui.people.name_on_file import NameOnFile
from psg_desktop.ui.widgets.controls import Choice, Line
from psg_desktop.ui.widgets.dates import BirthDate
from psg_desktop.ui.widgets.row_editor import Cells

_STAY = ("kind", "lines", "postcode", "ward", "uprn", "since", "until")


def address_rows(office: Office, before: Sequence[AddressStay] = ()) -> RecordRows:
    """Give the editor of the addresses somebody has and had.

    A ward is asked for where wards were brought in: the postcodes of others tell it.
    """
    local, had = local_wards(office), [stay.ward for stay in before if stay.ward]
    offered = ward_options(local, *had) if local.own or had else ()

    def cells() -> Cells:
        ward = give_way(Choice(offered, nothing="Not known")) if offered else None
        return {
            "kind": ("Kind", UsualChoice(AddressKind.ADDRESS)),
            "lines": ("Address or place", Line(longest=LINE_LIMIT)),
            "postcode": ("Postcode (optional)", PostcodeLine()),
            **({"ward": ("Ward (optional)", ward)} if ward else {}),
            "since": ("Since (optional)", date_back(office)),
            "until": ("Until (optional)", date_back(office)),
            "uprn": ("UPRN (optional)", UprnLine()),
        }

    return RecordRows(
        "address",
        cells,
        lambda given: AddressStay(**{**given, "ward": given.get("ward") or ""}),
        lambda stay: {name: getattr(stay, name) for name in _STAY if offered or name != "ward"},
    )


def identifier_rows() -> RecordRows:
    """Give the editor of the numbers by which other bodies know somebody."""
    return RecordRows(
        "identifier",
        lambda: {
            "kind": ("Scheme", UsualChoice(IdentifierKind.OTHER)),
            "value": ("Number", Line(longest=LINE_LIMIT)),
        },
        lambda given: Identifier(**given),
        lambda one: {"kind": one.kind, "value": one.value},
    )


def household_rows(office: Office, person: PersonId) -> RecordRows:
    """Give the editor of those who live with a person; who is on file stays linked."""

    def cells() -> Cells:
        return {
            "name": ("Name", NameOnFile(office, person)),
            "relation": ("Relation (optional)", Line(longest=LINE_LIMIT)),
            "born": ("Date of birth (optional)", BirthDate()),
        }

    def make(given: dict[str, Any]) -> HouseholdMember:
        name, linked = given["name"]
        return HouseholdMember(
            name=name, person=linked, relation=given["relation"], born=given["born"]
        )

    return RecordRows(
        "household member",
        cells,
        make,
        lambda one: {"name": (one.name, one.person), "relation": one.relation, "born": one.born},
    )
