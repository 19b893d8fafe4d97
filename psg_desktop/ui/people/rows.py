"""The lists inside the form of a person: addresses, identifiers and the household."""

from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.domain.addresses import AddressKind, AddressStay
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.people import HouseholdMember, Identifier, IdentifierKind
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.address_lines import PostcodeLine, UprnLine
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.parts.usual_choice import UsualChoice
from psg_desktop.ui.people.name_on_file import NameOnFile
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.dates import BirthDate
from psg_desktop.ui.widgets.row_editor import Cells

_STAY = ("kind", "lines", "postcode", "uprn", "since", "until")


def address_rows(office: Office) -> RecordRows:
    """Give the editor of the addresses somebody has and had."""

    def cells() -> Cells:
        return {
            "kind": ("Kind", UsualChoice(AddressKind.ADDRESS)),
            "lines": ("Address or place", Line(longest=LINE_LIMIT)),
            "postcode": ("Postcode (optional)", PostcodeLine()),
            "since": ("Since (optional)", date_back(office)),
            "until": ("Until (optional)", date_back(office)),
            "uprn": ("UPRN (optional)", UprnLine()),
        }

    return RecordRows(
        "address",
        cells,
        lambda given: AddressStay(**given),
        lambda stay: {name: getattr(stay, name) for name in _STAY},
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
