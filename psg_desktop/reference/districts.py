"""The districts of England and the bodies that serve them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from psg_desktop.reference import tables


class DistrictKind(StrEnum):
    """What tier the council is."""

    DISTRICT = "district"
    UNITARY = "unitary"
    METROPOLITAN = "metropolitan"
    LONDON = "london"


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    """A Community Safety Partnership by its ONS code and name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A district, borough or unitary council's area in 2025; an empty text means none or unknown.

    Attributes:
        code: GSS code, such as "E07000009".
        council: The council's official name.
        county_council: Official name of the upper tier, "" where there is none.
        partnerships: Its Community Safety Partnerships; several where districts were merged.
    """

    code: str
    name: str
    council: str
    kind: DistrictKind
    region: str
    county_code: str
    county: str
    county_council: str
    partnerships: tuple[Partnership, ...]
    police_code: str
    police: str
    fire_code: str
    fire: str
    probation: str
    care_board: str
    mental_health_trust: str
    ambulance_service: str


def districts() -> tuple[District, ...]:
    """Give every district of England, by name."""
    return tuple(_districts().values())


def district(code: str) -> District | None:
    """Give the district with this GSS code, or None."""
    return _districts().get(code)


@cache
def _districts() -> dict[str, District]:
    found = sorted((_district(row) for row in tables.rows("districts.csv")), key=lambda d: d.name)
    return {known.code: known for known in found}


def _district(row: dict[str, str]) -> District:
    codes, names = row["csp_codes"].split("; "), row["csps"].split("; ")
    return District(
        code=row["code"],
        name=row["name"],
        council=row["council"],
        kind=DistrictKind(row["kind"]),
        region=row["region"],
        county_code=row["county_code"],
        county=row["county"],
        county_council=row["county_council"],
        partnerships=tuple(
            Partnership(code=code, name=name) for code, name in zip(codes, names, strict=True)
        ),
        police_code=row["police_code"],
        police=row["police"],
        fire_code=row["fire_code"],
        fire=row["fire"],
        probation=row["probation"],
        care_board=row["icb"],
        mental_health_trust=row["mental_health"],
        ambulance_service=row["ambulance"],
    )
