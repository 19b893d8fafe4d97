"""Reading our own published files from outside: the CSV files and the JSON that describes them."""

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from psg_desktop.attack.published import Cell, Flow, Publication, Source, State, Table, Where

RELEASE: Final = "urn:psg-desktop:release"
_PROTECTION: Final = "urn:psg-desktop:protection"
_FORMAT: Final = "psg-statistics-1"
_WITHHELD: Final = "[c]"
_EVERYTHING: Final = "*"
_QUARTER: Final = re.compile(r"\d{4}Q[1-4]")


class WrongFiles(Exception):
    """The files are not as published; the text is the end of the sentence."""


def read_release(given: Mapping[str, Any], file: Path) -> Source:
    """Read a release from its description and the CSV files beside it.

    Raises:
        WrongFiles: A file is missing or not as it was written.
    """
    try:
        return Source(
            publication=_Release(given[RELEASE], file).read(given["tables"]),
            publisher=str(given.get("dc:publisher", "")),
            withdrawn=given[RELEASE]["withdrawn_on"] is not None,
            files=frozenset(str(one["url"]) for one in given["tables"]),
            flows=tuple(map(_flow, given[RELEASE]["identities"])),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise WrongFiles(f"a part of it is missing or altered ({type(wrong).__name__}).") from None
    except OSError:
        raise WrongFiles("one of the CSV files beside it cannot be read.") from None


class _Release:
    """One release: how its numbers are displayed, and its tables one by one."""

    def __init__(self, release: Mapping[str, Any], file: Path) -> None:
        if release["format"] != _FORMAT:
            raise WrongFiles(f"its format is not {_FORMAT}.")
        self._file = file
        self._release = release
        self._floor = int(release["floor"])
        self._steps = {str(name): int(step) for name, step in release["steps"].items()}
        self._variables = {str(name): tuple(codes) for name, codes in release["variables"].items()}

    def read(self, tables: list[Mapping[str, Any]]) -> Publication:
        found = tuple(self._table(one) for one in tables if _counts(one[_PROTECTION]))
        return Publication(
            variables=self._variables,
            tables=found,
            standing=frozenset(self._release["stocks"]),
        )

    def _table(self, described: Mapping[str, Any]) -> Table:
        name = str(described["url"])
        if Path(name).name != name:
            raise WrongFiles("it names a file outside its folder.")
        text = (self._file.parent / name).read_bytes().decode("utf-8-sig")
        protection = described[_PROTECTION]
        try:
            rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
            _whole(rows, int(protection["withheld"]))
            mixed = bool(protection["mixed"])
            cells = tuple(self._cell(row, mixed=mixed) for row in rows)
        except (KeyError, TypeError, ValueError, AttributeError, csv.Error):
            raise WrongFiles(f"{name} is not as it was written.") from None
        return Table(name=str(described["dc:title"]), file=name, cells=cells)

    def _cell(self, row: Mapping[str, str], *, mixed: bool) -> Cell:
        states = tuple(
            State(measure=row["measure"], period=_quarter(period))
            for period in row["period"].split("|")
        )
        low, high = self._band(row["value"], row["status"], mixed=mixed)
        where = self._where(row)
        return Cell(states=states, where=where, printed=row["value"], low=low, high=high)

    def _band(self, value: str, status: str, *, mixed: bool) -> tuple[int, int | None]:
        if value == _WITHHELD:
            return 0, None if mixed else self._floor - 1
        away = self._steps[status] // 2
        return max(self._floor, int(value) - away), int(value) + away

    def _where(self, row: Mapping[str, str]) -> Where:
        return {
            name: self._codes(name, row[name])
            for name in self._variables
            if row.get(name, _EVERYTHING) != _EVERYTHING
        }

    def _codes(self, name: str, told: str) -> frozenset[str]:
        codes = frozenset(told.split("|"))
        if not codes <= set(self._variables[name]):
            raise ValueError(name)
        return codes


def _flow(identity: Mapping[str, Any]) -> Flow:
    return Flow(
        stock=str(identity["measure"]),
        plus=tuple(map(str, identity["plus"])),
        minus=tuple(map(str, identity["minus"])),
    )


def _counts(told: Mapping[str, Any]) -> bool:
    """Say whether a table counts people; sums have no cells to solve, nor has what is repeated."""
    return bool(told["people"]) and told.get("kind") not in ("sums", "repeated")


def _whole(rows: list[dict[str, str]], withheld: int) -> None:
    """Check that no row of a table is missing: each heading has each column once.

    Raises:
        ValueError: One is, or there is one too many.
    """
    places = {(one["row"], one["column"]) for one in rows}
    grid = {one["row"] for one in rows}, {one["column"] for one in rows}
    if not len(rows) == len(places) == len(grid[0]) * len(grid[1]):
        raise ValueError(len(rows))
    if withheld != sum(one["value"] == _WITHHELD for one in rows):
        raise ValueError(withheld)


def _quarter(period: str) -> str:
    if not _QUARTER.fullmatch(period):
        raise ValueError(period)
    return period
