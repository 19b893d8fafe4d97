"""Reads the monthly files of data.police.uk: whole folders or single files, row by row.

Columns of the street files: Crime ID, Month, Reported by, Falls within, Longitude, Latitude,
Location, LSOA code, LSOA name, Crime type, Last outcome category, Context. Outcomes have "Outcome
type" in place of the last three. Only month, force, area and category are looked at, and only how
often they occur together is kept: the points are moved by the publisher to the middle of a street
or the like, and say nothing about an address.
"""

import csv
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO, Protocol

from psg_desktop.domain.police_counts import PoliceFigure
from psg_desktop.exchange import limits
from psg_desktop.faults import Unreadable
from psg_desktop.words import police as words

Tell = Callable[[int, int], object]
Key = tuple[str, str, str, str]
"""Month, force, area and category, as written."""

FILES = 2_000
_KINDS = {"crime type": PoliceFigure.RECORDED, "outcome type": PoliceFigure.OUTCOMES}
_NEEDED = ("month", "lsoa code")
_SEARCHES = frozenset({"object of search", "self-defined ethnicity"})
_AT_ONCE = 20_000
# A force has some 2,000 areas and 14 categories; a year of them is far below this.
_MOST_KEYS = 1_000_000
_WIDE = (b"\xff\xfe", b"\xfe\xff")


class _StopAndSearch(Unreadable):
    """A file of stop and search, which is published beside the others and names no area."""


class _Rows(Protocol):
    """Rows that know how many lines they were read from."""

    @property
    def line_num(self) -> int:
        """How many lines were read."""

    def __iter__(self) -> Iterator[list[str]]:
        """Give the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedFile:
    """One file, counted.

    Attributes:
        digest: SHA-256 of the file, as hexadecimal digits.
        area_names: Names of areas by their codes, as written.
        short: Rows that end before their last needed cell.
    """

    name: str
    digest: str
    kind: PoliceFigure
    counts: Mapping[Key, int]
    area_names: Mapping[str, str]
    short: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedFiles:
    """The files that could be counted, in order, and what is to be said of the others."""

    files: tuple[CountedFile, ...]
    notices: tuple[str, ...]


def count_files(places: Sequence[Path], tell: Tell) -> CountedFiles:
    """Count every published file among *places*, and in the folders among them.

    Files of other things are left out with a notice, and so is a file that is there twice.

    Raises:
        Unreadable: None of them can be read as such a file; says why for the first.
    """
    found, doubles, searches, refused = dict[str, CountedFile](), list[str](), 0, list[str]()
    every = list(_files(places))
    for place, path in enumerate(every):
        tell(place, len(every))
        try:
            one = count_file(path)
        except _StopAndSearch:
            searches += 1
        except Unreadable as problem:
            refused.append(str(problem))
        else:
            if one.digest in found:
                doubles.append(one.name)
            found.setdefault(one.digest, one)
    tell(len(every), len(every))
    if not found:
        raise Unreadable(refused[0] if refused else words.ONLY_SEARCHES)
    notices = words.left_out(refused=refused, doubles=doubles, searches=searches)
    return CountedFiles(files=tuple(found.values()), notices=notices)


def count_file(path: Path) -> CountedFile:
    """Count one file.

    Raises:
        Unreadable: It is no published file of crimes or outcomes, or is damaged.
    """
    try:
        with path.open("rb") as stream:
            if path.stat().st_size > limits.FILE_BYTES:
                raise Unreadable(words.too_large(path.name, limits.FILE_BYTES))
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            return _counted(path.name, digest, stream)
    except OSError as problem:
        raise Unreadable(words.cannot_open(path.name)) from problem
    except csv.Error as problem:
        raise Unreadable(words.damaged(path.name)) from problem


def _files(places: Sequence[Path]) -> Iterator[Path]:
    found = dict[Path, None]()
    for place in places:
        if place.is_dir():
            inside = [one for one in place.rglob("*") if one.suffix.casefold() == ".csv"]
            if not inside:
                raise Unreadable(words.nothing_in_folder(place.name))
            found |= dict.fromkeys(sorted(one for one in inside if one.is_file()))
        else:
            found[place] = None
    if len(found) > FILES:
        raise Unreadable(words.too_many_files(len(found), FILES))
    return iter(found)


def _counted(name: str, digest: str, stream: BinaryIO) -> CountedFile:
    start = stream.read(4)
    stream.seek(0)
    if not start:
        raise Unreadable(words.empty(name))
    if start.startswith(b"PK"):
        raise Unreadable(words.archive(name))
    encoding = "utf-16" if start.startswith(_WIDE) else "utf-8-sig"
    text = TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    try:
        first = text.readline()
        reader = csv.reader(text, delimiter="\t" if first.count("\t") > first.count(",") else ",")
        header = next(csv.reader([first], delimiter=reader.dialect.delimiter), [])
        columns = {_plain(cell): at for at, cell in reversed(list(enumerate(header)))}
        kind, places = _columns(name, columns)
        counts, names, short = _count_rows(name, reader, places)
    finally:
        text.detach()
    return CountedFile(
        name=name, digest=digest, kind=kind, counts=counts, area_names=names, short=short
    )


def _plain(cell: str) -> str:
    return " ".join(cell.replace("_", " ").split()).casefold()


def _columns(name: str, columns: Mapping[str, int]) -> tuple[PoliceFigure, tuple[int, ...]]:
    """Find the columns of month, force, area, category and name of the area; -1 for none."""
    if columns.keys() >= _SEARCHES:
        raise _StopAndSearch(words.ONLY_SEARCHES)
    category = next((one for one in _KINDS if one in columns), "")
    missing = [one for one in _NEEDED if one not in columns]
    if not category or missing:
        lacking = [*missing, *([] if category else ["crime type"])]
        raise Unreadable(words.columns_missing(name, lacking))
    wanted = ("month", "reported by", "lsoa code", category, "lsoa name")
    return _KINDS[category], tuple(columns.get(one, -1) for one in wanted)


def _count_rows(
    name: str, reader: _Rows, places: tuple[int, ...]
) -> tuple[Counter[Key], dict[str, str], int]:
    needed = itemgetter(*(place for place in places if place >= 0))
    whole = all(place >= 0 for place in places)
    counts, names = Counter[Key](), dict[str, str]()
    rows = short = 0
    while some := list(islice(reader, _AT_ONCE)):
        rows += len(some)
        for row in some:
            try:
                cells = needed(row)
            except IndexError:
                short += bool(row)
                continue
            month, force, area, category, area_name = (
                cells if whole else tuple(row[at] if at >= 0 else "" for at in places)
            )
            counts[month, force, area, category] += 1
            names[area] = area_name
        if len(counts) > _MOST_KEYS:
            raise Unreadable(words.damaged(name))
    if reader.line_num != rows:
        # A cell of these files never holds a line break: a quotation mark was left open.
        raise Unreadable(words.damaged(name))
    return counts, names, short
