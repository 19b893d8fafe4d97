"""Gathering everything published in some folders into one publication."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from psg_desktop.attack.described import read_published
from psg_desktop.attack.published import Publication
from psg_desktop.faults import Unreadable


def gather(places: Iterable[Path]) -> Publication:
    """Read every published table in some folders and files, earlier ones first by name.

    Raises:
        Unreadable: A file is not what it must be, or there is nothing to audit.
    """
    files = list(dict.fromkeys(file for place in places for file in _files(place)))
    if not files:
        raise Unreadable(
            "There is nothing to audit there: no workbook's CSV files with their metadata, and no "
            "JSON description of tables."
        )
    return _together([read_published(file) for file in files])


def _files(place: Path) -> list[Path]:
    if place.is_dir():
        return sorted(place.rglob("*.json"))
    if place.is_file():
        return [place]
    raise Unreadable(f"There is no file or folder {place}. Check its name.")


def _together(parts: list[Publication]) -> Publication:
    return Publication(
        variables=_all_categories([part.variables for part in parts]),
        tables=tuple(table for part in parts for table in part.tables),
        links=tuple(dict.fromkeys(link for part in parts for link in part.links)),
        standing=frozenset().union(*(part.standing for part in parts)),
    )


def _all_categories(
    parts: Iterable[Mapping[str, tuple[str, ...]]],
) -> dict[str, tuple[str, ...]]:
    """Put together the categories of each variable that any of the files declares."""
    found: dict[str, dict[str, None]] = {}
    for part in parts:
        for name, categories in part.items():
            found.setdefault(name, {}).update(dict.fromkeys(categories))
    return {name: tuple(categories) for name, categories in found.items()}
