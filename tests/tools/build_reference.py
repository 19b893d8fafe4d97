"""Builds `resources/reference/` from the open data set beside the repository.

Run `python -m tests.tools.build_reference [DATA]`; DATA is `../shared/data` unless said otherwise.
The same data give the same bytes. The lists in `resources/reference/lists/` are written by hand.
"""

import csv
import gzip
import io
import json
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests.tools.usual_holidays import usual_holidays

ROOT = Path(__file__).resolve().parent.parent.parent
OUT = ROOT / "resources" / "reference"

LAST_EXPECTED_YEAR = 2040

DISTRICT_KINDS = {
    "NMD": "district",
    "UA": "unitary",
    "MD": "metropolitan",
    "LBO": "london",
    "CC": "london",
    "SRA": "unitary",
}
# Police areas whose name differs from the force's.
SLUGS = {"metropolitan-police": "metropolitan", "london,-city-of": "city-of-london"}
FIRE_NAMES = {
    "London Fire and Emergency Planning Authority": "London Fire Brigade",
}
# The boards' names give their areas, except where part of a county belongs to a neighbour.
SPLIT_BETWEEN_BOARDS = {
    "East Suffolk",
    "Hart",
    "North Yorkshire",
    "Rushmoor",
    "Surrey Heath",
}
# No open list joins districts to mental-health trusts; this one is named after its area.
MENTAL_HEALTH = {"Cambridgeshire": "RT1", "Peterborough": "RT1"}
AMBULANCE_BY_REGION = {
    "East Midlands": "RX9",
    "East of England": "RYC",
    "London": "RRU",
    "North East": "RX6",
    "North West": "RX7",
    "South West": "RYF",
    "West Midlands": "RYA",
    "Yorkshire and The Humber": "RX8",
}
# The South East has two services, divided along police areas.
AMBULANCE_BY_POLICE = {
    "Kent": "RYD",
    "Surrey": "RYD",
    "Sussex": "RYD",
    "Hampshire": "RYE",
    "Thames Valley": "RYE",
}
AMBULANCE_BY_DISTRICT = {
    "North Lincolnshire": "RX9",
    "North East Lincolnshire": "RX9",
    "Isle of Wight": "",
}
DISTRICT_COLUMNS = (
    "code", "name", "council", "kind", "region", "county_code", "county", "county_council",
    "csp_codes", "csps", "police_code", "police", "fire_code", "fire", "probation", "icb",
    "mental_health", "ambulance",
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Write every generated file and say how large each is."""
    data = Path(arguments[0]) if arguments else ROOT.parent / "shared" / "data"
    if not data.is_dir():
        sys.stderr.write(f"The open data is not at {data}. Give its folder as the argument.\n")
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    for name, content in sorted(build(data).items()):
        (OUT / name).write_bytes(content)
        sys.stdout.write(f"{name}: {len(content):,} bytes\n")
    return 0


def build(data: Path) -> dict[str, bytes]:
    """Give every generated file by its name."""
    postcodes = read(data / "geography/postcodes_cambridgeshire_codepoint_open_2025-11.csv")
    return {
        "districts.csv": table(DISTRICT_COLUMNS, districts(data)),
        "wards.csv.gz": packed(table(("code", "name", "district"), wards(data, postcodes))),
        "lsoas.csv.gz": packed(table(("code", "name", "ward", "boundaries"), lsoas(data))),
        "postcodes.csv.gz": packed(
            table(("postcode", "ward"), sorted((r["postcode"], r["ward_code"]) for r in postcodes))
        ),
        "east_cambridgeshire_wards.geojson": boundaries(data),
        "bank_holidays.csv": table(("date", "name", "published"), holidays(data)),
    }


def read(path: Path) -> list[dict[str, str]]:
    """Read a comma-separated file whose first line names its columns."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows as comma-separated UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()


def packed(content: bytes) -> bytes:
    """Compress without a time stamp, so that the same content gives the same bytes."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def districts(data: Path) -> list[list[str]]:
    """Join each English district with the bodies that serve it, one row each."""
    councils = [
        row
        for row in read(data / "agencies/uk_local_authorities.csv")
        if row["nation"] == "England" and row["current-authority"] == "True"
    ]
    counties = {row["local-authority-code"]: row for row in councils}
    partnerships: dict[str, list[dict[str, str]]] = {}
    for row in read(data / "agencies/community_safety_partnerships_2024.csv"):
        partnerships.setdefault(row["ltla24_code"], []).append(row)
    fire = {
        row["ltla24_code"]: row for row in read(data / "agencies/fire_rescue_authorities_2024.csv")
    }
    bodies = _Bodies(data)
    rows = []
    for council in councils:
        code = council["gss-code"]
        if council["lower-or-unitary"] != "True":
            continue
        csps = partnerships[code]
        county = counties.get(council["county-la"], {})
        police = csps[0]["pfa24_name"]
        names = (council["nice-name"], county.get("nice-name", ""))
        rows.append([
            code, council["nice-name"], council["official-name"],
            DISTRICT_KINDS[council["local-authority-type"]], council["region"],
            county.get("gss-code", ""), county.get("nice-name", ""),
            county.get("official-name", ""),
            "; ".join(csp["csp24_code"] for csp in csps),
            "; ".join(csp["csp24_name"] for csp in csps),
            csps[0]["pfa24_code"], bodies.police(police),
            fire[code]["fra24_code"], _fire(fire[code]["fra24_name"]), bodies.probation(police),
            bodies.care_board(*names), bodies.mental_health(*names),
            bodies.ambulance(names[0], police, council["region"]),
        ])  # fmt: skip
    return sorted(rows)


def _fire(authority: str) -> str:
    return FIRE_NAMES.get(authority, f"{authority} Fire and Rescue Service")


class _Bodies:
    """The bodies found by the name of an area rather than by a published look-up."""

    def __init__(self, data: Path) -> None:
        agencies = data / "agencies"
        self._police = {
            row["id"]: row["Label"] for row in read(agencies / "police_forces_data_police_uk.csv")
        }
        self._probation = {
            row["pcc_area_id"]: row["probation_region_name"]
            for row in read(agencies / "probation_regions_and_pcc_areas.csv")
        }
        self._boards = [
            row["icb24_name"] for row in read(agencies / "nhs_integrated_care_boards_2024.csv")
        ]
        self._trusts = {
            row["nhs_trust22_code"]: _sentence(row["nhs_trust22_name"])
            for row in read(agencies / "nhs_trusts_england_2022.csv")
        }

    def police(self, area: str) -> str:
        return self._police[_slug(area)]

    def probation(self, area: str) -> str:
        # The City has its own police and shares London's probation region.
        slug = _slug(area).replace("city-of-london", "metropolitan")
        return self._probation[slug]

    def care_board(self, district: str, county: str) -> str:
        if district in SPLIT_BETWEEN_BOARDS:
            return ""
        for name in filter(None, (district, county)):
            exact = f"NHS {name} Integrated Care Board"
            found = [board for board in self._boards if re.search(rf"\b{name}\b", board)]
            if exact in found or len(found) == 1:
                return exact if exact in found else found[0]
        return ""

    def mental_health(self, district: str, county: str) -> str:
        code = MENTAL_HEALTH.get(county) or MENTAL_HEALTH.get(district)
        return self._trusts[code] if code else ""

    def ambulance(self, district: str, police: str, region: str) -> str:
        code = AMBULANCE_BY_DISTRICT.get(
            district, AMBULANCE_BY_POLICE.get(police) or AMBULANCE_BY_REGION[region]
        )
        return self._trusts[code] if code else ""


def _slug(area: str) -> str:
    slug = area.lower().replace("&", "and").replace(" ", "-")
    return SLUGS.get(slug, slug)


def _sentence(name: str) -> str:
    return re.sub(r"\b(And|Of|The)\b", lambda word: word.group().lower(), name)


def wards(data: Path, postcodes: list[dict[str, str]]) -> list[list[str]]:
    """Give English wards with their district where the postcodes tell it."""
    district = {row["ward_code"]: row["district_code"] for row in postcodes}
    return sorted(
        [row["code"], row["name"], district.get(row["code"], "")]
        for row in read(data / "gazetteer/uk_ward_names_2025.csv")
        if row["code"].startswith("E05")
    )


def lsoas(data: Path) -> list[list[str]]:
    """Give small areas with their ward: those of 2021, and those of 2011 that are no more.

    One of 2011 has the ward in which all of its parts lie, or none where they lie in several.
    """
    now = read(data / "geography/cambridgeshire_lsoa21_ward24_district.csv")
    ward = {row["lsoa21_code"]: row["ward24_code"] for row in now}
    parts: dict[tuple[str, str], set[str]] = {}
    for row in read(data / "geography/cambridgeshire_lsoa11_lsoa21_changes.csv"):
        if row["lsoa11_code"] not in ward:
            key = (row["lsoa11_code"], row["lsoa11_name"])
            parts.setdefault(key, set()).add(ward[row["lsoa21_code"]])
    return sorted(
        [[row["lsoa21_code"], row["lsoa21_name"], row["ward24_code"], "2021"] for row in now]
        + [
            [code, name, *wards, "2011"] if len(wards) == 1 else [code, name, "", "2011"]
            for (code, name), wards in parts.items()
        ]
    )


def boundaries(data: Path) -> bytes:
    """Give the ward boundaries with code and name only, longitude and latitude to about a metre."""
    path = data / "geography/east_cambridgeshire_wards_2025.geojson"
    source = json.loads(path.read_text(encoding="utf-8"))
    features = [
        {
            "type": "Feature",
            "properties": {
                "code": feature["properties"]["WD25CD"],
                "name": feature["properties"]["WD25NM"],
            },
            "geometry": {
                "type": feature["geometry"]["type"],
                "coordinates": _rounded(feature["geometry"]["coordinates"]),
            },
        }
        for feature in source["features"]
    ]
    features.sort(key=lambda feature: str(feature["properties"]))
    shapes = {"type": "FeatureCollection", "features": features}
    return (json.dumps(shapes, separators=(",", ":")) + "\n").encode()


Coordinates = Any


def _rounded(coordinates: Coordinates) -> Coordinates:
    if isinstance(coordinates, list):
        return [_rounded(part) for part in coordinates]
    return round(coordinates, 5)


def holidays(data: Path) -> list[list[str]]:
    """Give bank holidays: as published while they are, then as the usual rules foretell."""
    path = data / "reference/uk_bank_holidays_gov_uk.json"
    events = json.loads(path.read_text(encoding="utf-8"))["england-and-wales"]["events"]
    published = [[event["date"], event["title"], "yes"] for event in events]
    last = date.fromisoformat(max(row[0] for row in published)).year
    expected = [
        [day.isoformat(), name, "no"]
        for year in range(last + 1, LAST_EXPECTED_YEAR + 1)
        for day, name in usual_holidays(year)
    ]
    return sorted(published) + expected


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
