"""What is said while ward boundaries are brought in, and of the wards a partnership works with."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from psg_desktop.words import dates

WHERE_FROM = (
    "The Office for National Statistics publishes the wards of the United Kingdom as GeoJSON on "
    "its Open Geography portal. Any of the generalised files will do; only the wards of the "
    "district are kept."
)
NOT_SHIPPED = (
    "The wards of this district do not come with the program. Bring in their boundaries, and "
    "places, packs and statistics can name them."
)
NO_OUTLINES = (
    "Their outlines do not, so no map of them can be drawn until boundaries are brought in."
)
POSTCODES = (
    "In which of them a postcode lies is known only where the program's own table has it. "
    "Elsewhere the ward of a place or an address is chosen by hand; where it is not, statistics "
    "count it as not recorded."
)
REMOVED = (
    "Places and addresses keep the ward they were given. Where the program does not know it, "
    "statistics count it under other."
)
NOT_GEOJSON = (
    "This file is not GeoJSON. Download the ward boundaries as GeoJSON, and choose that file; a "
    "shapefile or a packed file cannot be read."
)
NO_SHAPES = "There is no ward in this file. Download it again, or choose another."
CANNOT_OPEN = "This file cannot be opened. Look whether it is still there and may be read."
NOT_IN_DEGREES = (
    "The coordinates of this file are not longitude and latitude in degrees. Download it in "
    "WGS84, also called EPSG:4326."
)
NATIONAL_GRID = (
    "The coordinates of this file are those of the British National Grid, in metres. Download the "
    "file in WGS84 (longitude and latitude), also called EPSG:4326: as GeoJSON it usually is."
)
ELSEWHERE = (
    "The wards of this file do not lie in the United Kingdom. In GeoJSON the longitude comes "
    "before the latitude; in this file they may be the other way round."
)
_NAMED = 3
_LONGEST = 80


def too_large(most: int) -> str:
    """Refuse a file larger than *most* bytes."""
    return (
        f"This file is larger than {most // 1024**2} MB. Download the more generalised boundaries "
        "(BGC or BSC in the name), or those of the district alone."
    )


def no_names(found: Sequence[str]) -> str:
    """Say that no property is known as code and name, and which there are."""
    has = f" It has {_listed(found)}." if found else " It has none."
    return (
        "This file does not say which ward is which: it needs a code and a name for each, such as "
        f"WD25CD and WD25NM, or code and name.{has}"
    )


def bad_codes(count: int, of: int) -> str:
    """Say that wards have no usable code or no name."""
    return (
        f"{count:,} of {of:,} wards in this file have no name, or no code of letters and figures. "
        "Put that right in the file, or download it again."
    )


def twice(codes: Sequence[str]) -> str:
    """Say that codes stand there more than once."""
    verb = "stands" if len(codes) == 1 else "stand"
    return (
        f"{_listed(codes)} {verb} in this file more than once. Each ward is one entry; choose a "
        "file of wards alone."
    )


def broken(named: Sequence[str]) -> str:
    """Say that outlines are no closed areas."""
    outlines = "The outline" if len(named) == 1 else "The outlines"
    verb = "is no area that closes" if len(named) == 1 else "are no areas that close"
    return f"{outlines} of {_listed(named)} {verb}. Download the file again."


def other_district(home: str, count: int) -> str:
    """Say that no ward of the file lies in the district."""
    lies = "1 ward, and it lies" if count == 1 else f"{count:,} wards, and all lie"
    return (
        f"This file has {lies} in other districts than {home}. Choose the file of the own "
        "district, or of the whole country."
    )


def several_districts(count: int) -> str:
    """Say that it is not known which of several districts is meant."""
    return (
        f"This file has the wards of {count:,} districts, and this partnership has no district "
        "yet. Choose it under Partnership first."
    )


def too_many(count: int, most: int) -> str:
    """Say that there are more wards than any district has."""
    return (
        f"This file has {count:,} wards and does not say in which district each lies. No district "
        f"has more than {most}. Choose the file of the own district, or one with a property such "
        "as LAD25CD."
    )


def would_keep(count: int, name: str) -> str:
    """Say what bringing in would keep."""
    return f"{_wards(count)} would be brought in from {_short(name)}."


def replaces(count: int) -> str:
    """Say that wards brought in before go."""
    return f"They replace the {_wards(count)} brought in before."


def left_out(count: int) -> str:
    """Say how many wards of other districts were left out."""
    return f"{_wards(count)} of other districts left out."


def made_coarser(read: int, kept: int) -> str:
    """Say that outlines were made coarser, and by how much."""
    return (
        f"Their outlines have {read:,} corners. That is finer than any map here can show; "
        f"{kept:,} are kept."
    )


def not_in_file(wards: Sequence[str], where: Sequence[str]) -> str:
    """Say that wards in use are not among those of the file, and where they are used.

    Args:
        wards: The wards by name or code.
        where: What uses them, such as "3 places".
    """
    has = "1 ward" if len(wards) == 1 else f"{len(wards):,} wards"
    verb = "is" if len(wards) == 1 else "are"
    return (
        f"{has} in use {verb} not in this file: {_listed(wards)}. Used by {_and(where)}. "
        "Statistics count them under other, until they are given a ward of this file."
    )


def postcodes_elsewhere(wards: Sequence[str]) -> str:
    """Say that the program's own table of postcodes names wards the file has not."""
    has = "1 ward" if len(wards) == 1 else f"{len(wards):,} wards"
    return (
        f"The program's own table puts postcodes of the district into {has} that this file does "
        f"not have: {_listed(wards)}. Of those postcodes the ward is then chosen by hand."
    )


def from_file(count: int, source: str, day: date) -> str:
    """Say how many wards are used, from which file, and since when."""
    return f"{_wards(count)} from {_short(source)}, brought in on {dates.prose(day)}."


def shipped(count: int) -> str:
    """Say how many wards come with the program."""
    return f"{_wards(count)} that come with the program."


def not_of_the_district() -> str:
    """Say that the wards were brought in for another district."""
    return (
        "They were brought in for another district than the one chosen under Partnership. Bring "
        "in the boundaries of this one, or remove them."
    )


def counted(count: int, one: str, many: str) -> str:
    """Give "1 place" or "3 places"."""
    return f"{count:,} {one if count == 1 else many}"


def _wards(count: int) -> str:
    return counted(count, "ward", "wards")


def _and(parts: Sequence[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _short(name: str) -> str:
    stem = PurePath(name).name
    return stem if len(stem) <= _LONGEST else f"{stem[: _LONGEST - 1]}…"


def _listed(named: Sequence[str]) -> str:
    shown = ", ".join(_short(one) for one in named[:_NAMED])
    more = len(named) - _NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown
