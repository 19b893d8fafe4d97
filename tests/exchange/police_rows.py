"""Police files as tests write them."""

from pathlib import Path

STREET = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context"
)
FORCE = "Cambridgeshire Constabulary"
# Of today; of 2011 and still within one ward; of 2011 and since parted; in another district.
ELY_NORTH = ("E01033426", "East Cambridgeshire 003F")
MERGED = ("E01018046", "East Cambridgeshire 001E")
PARTED = ("E01018029", "East Cambridgeshire 003C")
ELSEWHERE = ("E01015589", "Peterborough 004A")
ASB = "Anti-social behaviour"


def row(
    area: tuple[str, str] = ELY_NORTH,
    category: str = ASB,
    month: str = "2024-06",
    force: str = FORCE,
) -> str:
    """Give one row of a street file."""
    place = "0.1,52.1,On or near Teasel Close"
    return f",{month},{force},{force},{place},{area[0]},{area[1]},{category},,"


def write(path: Path, *rows: str, header: str = STREET) -> Path:
    """Write a file of these rows."""
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path
