"""Gathering everything published in some folders into one publication."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from psg_desktop.attack.described import read_published
from psg_desktop.attack.flows import flow_links
from psg_desktop.attack.published import Publication, Source
from psg_desktop.faults import Unreadable

_DESCRIPTION: Final = "-csv-metadata.json"
_OURS: Final = "psg-statistics-"
_BOOKS: Final = (".xlsx", ".ods")
_TABLES: Final = (*_BOOKS, ".csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What was found.

    Attributes:
        withdrawn: How many of the releases were withdrawn; readers may still have them.
        unread: Names of files that may hold tables, and that no description speaks of.
    """

    publication: Publication
    withdrawn: int
    unread: tuple[str, ...]


def gather(places: Iterable[Path]) -> Publication:
    """Read every published table in some folders and files.

    Raises:
        Unreadable: A file is not what it must be, or there is nothing to audit.
    """
    return gathered(places).publication


def gathered(places: Iterable[Path]) -> Gathered:
    """Read every published table in some folders and files, earlier ones first by name.

    Raises:
        Unreadable: A file is not what it must be, or there is nothing to audit.
    """
    found: dict[Path, Source] = {}
    beside: list[Path] = []
    for place in places:
        beside += _read(place, found)
    unread = [file for file in dict.fromkeys(beside) if not _described(file, found)]
    for file in unread:
        if file.name.startswith(_OURS):
            raise Unreadable(_alone(file))
    if not found:
        raise Unreadable(
            "There is nothing to audit there: no workbook's CSV files with their metadata, and no "
            "JSON description of tables."
        )
    _of_one_publisher(found.values())
    return Gathered(
        publication=_together(list(found.values())),
        withdrawn=sum(one.withdrawn for one in found.values()),
        unread=tuple(file.name for file in unread),
    )


def _read(place: Path, found: dict[Path, Source]) -> list[Path]:
    """Read the descriptions in a place, and give the other files in it that may hold tables."""
    if place.is_dir():
        files = _inside(place)
        for file in files:
            if file.suffix.lower() == ".json" and file not in found:
                source = read_published(file, only_tables=True)
                if source is not None:
                    found[file] = source
        return [file for file in files if file.suffix.lower() in _TABLES]
    if not place.is_file():
        raise Unreadable(f"There is no file or folder {place}. Check its name.")
    file = _description_of(place)
    source = read_published(file)
    if source is not None:
        found.setdefault(file, source)
    return []


def _inside(folder: Path) -> list[Path]:
    try:
        files = sorted(one for one in folder.rglob("*") if one.is_file())
    except OSError:
        raise Unreadable(
            f"The folder {folder} cannot be read. Check that you may open it and all in it."
        ) from None
    return [one for one in files if not one.name.startswith(".")]


def _description_of(file: Path) -> Path:
    """Find the description that a file of a release belongs to; a description is its own."""
    suffix = file.suffix.lower()
    if suffix == ".json":
        return file
    if suffix not in _TABLES:
        raise Unreadable(
            f"{file.name} holds no tables that can be audited. Give the folder of a release, or a "
            "JSON description of tables."
        )
    for other in sorted(file.parent.glob(f"*{_DESCRIPTION}")):
        source = read_published(other)
        if source is not None and _describes(other, source, file):
            return other
    raise Unreadable(_alone(file))


def _described(file: Path, found: Mapping[Path, Source]) -> bool:
    return any(_describes(other, source, file) for other, source in found.items())


def _describes(description: Path, source: Source, file: Path) -> bool:
    if description.parent != file.parent:
        return False
    book = f"{file.stem}{_DESCRIPTION}" == description.name and file.suffix.lower() in _BOOKS
    return book or file.name in source.files


def _alone(file: Path) -> str:
    return (
        f"{file.name} cannot be audited by itself: put the CSV files of its release and their "
        f"…{_DESCRIPTION} beside it, as they were published."
    )


def _of_one_publisher(sources: Iterable[Source]) -> None:
    """Make sure that numbers of the same name are the same numbers.

    Raises:
        Unreadable: The releases are of several partnerships.
    """
    names = sorted({one.publisher for one in sources if one.publisher})
    if len(names) > 1:
        raise Unreadable(
            f"These are releases of several partnerships: {', '.join(names[:-1])} and {names[-1]}. "
            "Audit those of each by themselves."
        )


def _together(sources: list[Source]) -> Publication:
    parts = [one.publication for one in sources]
    tables = tuple(table for part in parts for table in part.tables)
    told = [link for part in parts for link in part.links]
    flows = flow_links((flow for one in sources for flow in one.flows), tables)
    return Publication(
        variables=_all_categories([part.variables for part in parts]),
        tables=tables,
        links=tuple(dict.fromkeys((*told, *flows))),
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
