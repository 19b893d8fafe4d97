"""Places: dwellings, streets, parks, premises and town centres that are worked on."""

from dataclasses import dataclass, field
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.addresses import bad_postcode
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.refusals import Findings, Problem


class PlaceKind(StrEnum):
    """What kind of place it is."""

    DWELLING = "dwelling"
    BLOCK = "block"
    STREET = "street"
    ESTATE = "estate"
    PARK = "park"
    PREMISES = "premises"
    LICENSED_PREMISES = "licensed_premises"
    SHOP = "shop"
    CAR_PARK = "car_park"
    STATION = "station"
    SCHOOL = "school"
    TOWN_CENTRE = "town_centre"
    RURAL = "rural"
    WATERSIDE = "waterside"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the caseload or around a case.

    Attributes:
        address: In one line, without its postcode.
        postcode: In its usual form, or "".
        uprn: Unique property reference number as digits, or "".
        ward: GSS code of the ward, or "" where it is not known.
        aliases: What else it is called.
        part_of: The place it lies within, as premises lie in a shopping parade.

    Raises:
        Refused: The name is missing, a text is too long, or the postcode has no such shape.
    """

    id: PlaceId
    name: str = field(repr=False)
    kind: PlaceKind = PlaceKind.OTHER
    address: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    uprn: str = field(default="", repr=False)
    ward: str = ""
    aliases: tuple[str, ...] = field(default=(), repr=False)
    part_of: PlaceId | None = None
    remarks: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a place nobody could find."""
        found = Findings()
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(len(self.name) > text.LINE_LIMIT, "name", Problem.LINE_TOO_LONG)
        long = any(len(one) > text.LINE_LIMIT for one in self.aliases)
        found.when(long, "aliases", Problem.LINE_TOO_LONG)
        found.when(self.part_of == self.id, "part_of", Problem.SAME_RECORD)
        found.when(len(self.address) > text.LINE_LIMIT, "address", Problem.LINE_TOO_LONG)
        found.when(bad_postcode(self.postcode), "postcode", Problem.POSTCODE_UNKNOWN_SHAPE)
        found.when(len(self.remarks) > text.TEXT_LIMIT, "remarks", Problem.TEXT_TOO_LONG)
        found.settle()
