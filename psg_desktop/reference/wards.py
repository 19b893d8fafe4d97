"""Wards by their 2025 codes, and the ward a postcode lies in."""

from dataclasses import dataclass
from functools import cache

from psg_desktop.reference import tables
from psg_desktop.reference.postcodes import normalise_postcode

# Cambridgeshire and Peterborough. Of the neighbouring districts only some wards are known.
DISTRICTS_WITH_WARDS = frozenset(
    {"E06000031", "E07000008", "E07000009", "E07000010", "E07000011", "E07000012"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """An electoral ward of England: its GSS code, name, and district code where known, or ""."""

    code: str
    name: str
    district: str


def ward(code: str) -> Ward | None:
    """Give the ward with this GSS code, or None."""
    return _wards().get(code)


def wards_of(district: str) -> tuple[Ward, ...]:
    """Give the wards of a district by name; none where its wards are not shipped."""
    if district not in DISTRICTS_WITH_WARDS:
        return ()
    return tuple(sorted((w for w in _wards().values() if w.district == district), key=_by_name))


def ward_of(postcode: str) -> Ward | None:
    """Give the ward a postcode lies in, None where it is not one or is not in the shipped table.

    A postcode that straddles a boundary lies where most of its addresses are (Code-Point Open).
    """
    tidy = normalise_postcode(postcode)
    code = _ward_codes().get(tidy) if tidy else None
    return _wards().get(code) if code else None


def _by_name(known: Ward) -> str:
    return known.name


@cache
def _wards() -> dict[str, Ward]:
    return {
        row["code"]: Ward(code=row["code"], name=row["name"], district=row["district"])
        for row in tables.rows("wards.csv.gz")
    }


@cache
def _ward_codes() -> dict[str, str]:
    # Cut by hand: the first look-up happens while somebody types, and csv takes twice as long.
    lines = tables.text("postcodes.csv.gz").splitlines()
    return dict(line.split(",", 1) for line in lines[1:])
