"""Lower layer super output areas (LSOAs, some 1,500 residents each) and the ward of each."""

from dataclasses import dataclass
from functools import cache

from psg_desktop.reference import tables, wards

LATEST = "2021"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallArea:
    """A small area of the census.

    Attributes:
        code: GSS code.
        name: Such as "East Cambridgeshire 003G".
        ward: GSS code of the ward most of its people live in; "" where an area of older boundaries
            has since been parted between wards.
        boundaries: The census whose boundaries it has.
    """

    code: str
    name: str
    ward: str
    boundaries: str


def small_area(code: str) -> SmallArea | None:
    """Give the small area with this code, None where it is not in the shipped table."""
    return _areas().get(code)


def district_of(area: SmallArea) -> str:
    """Give the code of the district a small area lies in, "" where its ward is not known."""
    known = wards.ward(area.ward) if area.ward else None
    return known.district if known else ""


@cache
def _areas() -> dict[str, SmallArea]:
    return {row["code"]: SmallArea(**row) for row in tables.rows("lsoas.csv.gz")}
