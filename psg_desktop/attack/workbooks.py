"""Reading our own published files from outside: the CSV files and the JSON that describes them."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from psg_desktop.attack.published import Cell, Link, Publication, State, Table, Where

RELEASE: Final = "urn:psg-desktop:release"
_PROTECTION: Final = "urn:psg-desktop:protection"
_FORMAT: Final = "psg-statistics-1"
_WITHHELD: Final = "[c]"
_EVERYTHING: Final = "*"


class WrongFiles(Exception):
    """The files are not as published; the text is the end of the sentence."""


def read_release(given: Mapping[str, Any], file: Path) -> Publication:
    """Read a release from its description and the CSV files beside it.

    Raises:
        WrongFiles: A file is missing or not as it was written.
    """
    try:
        return _Release(given[RELEASE], file).read(given["tables"])
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
        found = tuple(self._table(one) for one in tables if one[_PROTECTION]["people"])
        return Publication(
            variables=self._variables,
            tables=found,
            links=tuple(self._links(found)),
            standing=frozenset(self._release["stocks"]),
        )

    def _table(self, described: Mapping[str, Any]) -> Table:
        name = str(described["url"])
        if Path(name).name != name:
            raise WrongFiles("it names a file outside its folder.")
        text = (self._file.parent / name).read_bytes().decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        mixed = bool(described[_PROTECTION]["mixed"])
        try:
            cells = tuple(self._cell(row, mixed=mixed) for row in rows)
        except (KeyError, TypeError, ValueError, AttributeError, csv.Error):
            raise WrongFiles(f"{name} is not as it was written.") from None
        return Table(name=str(described["dc:title"]), file=name, cells=cells)

    def _cell(self, row: Mapping[str, str], *, mixed: bool) -> Cell:
        states = tuple(
            State(measure=row["measure"], period=period) for period in row["period"].split("|")
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

    def _links(self, tables: tuple[Table, ...]) -> Iterator[Link]:
        """Give what flows into what: the state before, with and without what happened since."""
        told = {state for table in tables for cell in table.cells for state in cell.states}
        for identity in self._release["identities"]:
            measure = str(identity["measure"])
            periods = sorted(state.period for state in told if state.measure == measure)
            for before, now in pairwise(periods):
                if now == _next(before):
                    signed = [(1, State(measure=measure, period=before))]
                    signed += [(1, State(measure=one, period=now)) for one in identity["plus"]]
                    signed += [(-1, State(measure=one, period=now)) for one in identity["minus"]]
                    signed.append((-1, State(measure=measure, period=now)))
                    yield Link(
                        name=f"flow of {measure} in {now}", terms=tuple(signed), assumed=True
                    )


def _next(period: str) -> str:
    """Give the quarter after one, 2027Q1 after 2026Q4."""
    year, quarter = period.split("Q")
    return f"{int(year) + 1}Q1" if quarter == "4" else f"{year}Q{int(quarter) + 1}"
