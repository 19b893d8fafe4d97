"""Reading a description of published tables: a small JSON file (docs/statistics-files.md)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from psg_desktop.attack.published import Cell, Link, Publication, Source, State, Table
from psg_desktop.attack.workbooks import RELEASE, WrongFiles, read_release
from psg_desktop.faults import Unreadable

FORMAT: Final = "psg-tables-1"
_KINDS: Final[dict[type, str]] = {
    dict: "an object",
    list: "a list",
    str: "a text",
    int: "a whole number",
    bool: "true or false",
}
_T = TypeVar("_T")


class _Wrong(Exception):
    """Something in the description is not as it must be; the text is the end of the sentence."""


def read_published(file: Path, *, only_tables: bool = False) -> Source | None:
    """Read a description of tables, or that of our own CSV files with them.

    Args:
        file: A JSON file.
        only_tables: Read past JSON that is about something else, and give None.

    Raises:
        Unreadable: It is no such description; the sentence says where.
    """
    try:
        given = json.loads(file.read_text(encoding="utf-8-sig"))
        if isinstance(given, dict) and RELEASE in given:
            return read_release(given, file)
        if only_tables and not (isinstance(given, dict) and "format" in given):
            return None
        return Source(publication=_publication(given, file.name))
    except (_Wrong, WrongFiles) as wrong:
        raise Unreadable(f"{file.name} cannot be audited: {wrong}") from None
    except (OSError, ValueError, RecursionError):
        raise Unreadable(
            f"{file.name} cannot be read as JSON. Check that it is a description of tables."
        ) from None


def _publication(given: Any, file: str) -> Publication:
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise _Wrong(f'it does not say "format": "{FORMAT}".')
    variables = {
        name: _categories(name, of) for name, of in _of(given, "variables", dict, {}).items()
    }
    markers = _of(given, "markers", dict, {})
    tables = tuple(
        _table(table, variables, markers, file) for table in _of(given, "tables", list, [])
    )
    if not tables:
        raise _Wrong("it holds no tables.")
    links = tuple(_link(link, variables) for link in _of(given, "links", list, []))
    standing = frozenset(str(one) for one in _of(given, "standing", list, []))
    return Publication(variables=variables, tables=tables, links=links, standing=standing)


def _categories(name: str, given: Any) -> tuple[str, ...]:
    if not isinstance(given, list) or not given:
        raise _Wrong(f"the variable {name} has no list of categories.")
    found = tuple(str(one) for one in given)
    if len(set(found)) != len(found):
        raise _Wrong(f"the variable {name} has the same category twice.")
    return found


def _table(
    given: Any, variables: Mapping[str, tuple[str, ...]], markers: dict[str, Any], file: str
) -> Table:
    if not isinstance(given, dict):
        raise _Wrong("a table must be an object.")
    name = _text(given, "name", "a table")
    shows = _Display(name, markers, given)
    place = _Place(name, _states(given, name), variables)
    cells = tuple(place.cell(one, shows) for one in _of(given, "cells", list, []))
    if not cells:
        raise _Wrong(f"the table “{name}” has no cells.")
    people = _of(given, "people", bool, default=True)
    return Table(name=name, file=file, cells=cells, people=people)


def _states(given: dict[str, Any], name: str) -> tuple[State, ...]:
    """Read the states of a table; several periods are counted together."""
    periods = given.get("period")
    if not isinstance(periods, list):
        return (_state(given, name),)
    if not periods:
        raise _Wrong(f"{name} has no period.")
    return tuple(_state({**given, "period": one}, name) for one in periods)


def _state(given: dict[str, Any], name: str) -> State:
    return State(
        measure=_text(given, "measure", name),
        period=_text(given, "period", name),
        version=_of(given, "version", str, ""),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the cells of a table stand."""

    table: str
    states: tuple[State, ...]
    variables: Mapping[str, tuple[str, ...]]

    def cell(self, given: Any, shows: "_Display") -> Cell:
        if not isinstance(given, dict) or "shown" not in given:
            raise _Wrong(f"a cell of “{self.table}” does not say what is shown.")
        where = {name: self._chosen(name, one) for name, one in given.items() if name != "shown"}
        printed, low, high = shows.read(given["shown"])
        return Cell(states=self.states, where=where, printed=printed, low=low, high=high)

    def _chosen(self, name: str, given: Any) -> frozenset[str]:
        if name not in self.variables:
            raise _Wrong(f"a cell of “{self.table}” names the variable {name}, not declared.")
        chosen = frozenset(str(one) for one in (given if isinstance(given, list) else [given]))
        if not chosen or not chosen <= set(self.variables[name]):
            raise _Wrong(f"a cell of “{self.table}” names a category of {name}, not declared.")
        return chosen


class _Display:
    """How a table shows its numbers: its markers, to what it rounds, the least number it shows."""

    def __init__(self, table: str, markers: dict[str, Any], given: dict[str, Any]) -> None:
        self._table = table
        self._markers = {**markers, **_of(given, "markers", dict, {})}
        self._base = max(1, _of(given, "rounded_to", int, 1))
        self._least = _of(given, "least_shown", int, 0)

    def read(self, shown: Any) -> tuple[str, int, int | None]:
        """Give what is printed, and the least and greatest number that it may stand for."""
        if isinstance(shown, list):
            return (self._range_words(shown), *self._range(shown))
        if isinstance(shown, int) and not isinstance(shown, bool):
            return (str(shown), *self._number(shown))
        if isinstance(shown, str) and shown in self._markers:
            return (shown, *self._range(self._markers[shown]))
        raise _Wrong(
            f"“{self._table}” shows something that is no whole number, no range and no "
            "marker the file explains."
        )

    def _number(self, shown: int) -> tuple[int, int]:
        if shown < 0:
            raise _Wrong(f"“{self._table}” shows a number below 0.")
        # Half of an even base may have been rounded up or down.
        away = self._base // 2
        return max(0, self._least if shown else 0, shown - away), shown + away

    def _range(self, given: Any) -> tuple[int, int | None]:
        match given:
            case [int(low), int() | None as high] if low >= 0 and (high is None or low <= high):
                return low, high
        raise _Wrong(f"a range in “{self._table}” is not [least, greatest].")

    def _range_words(self, given: list[Any]) -> str:
        low, high = self._range(given)
        return f"{low} or more" if high is None else f"{low} to {high}"


def _link(given: Any, variables: Mapping[str, tuple[str, ...]]) -> Link:
    if not isinstance(given, dict):
        raise _Wrong("a link must be an object.")
    name = _text(given, "name", "a link")
    over = tuple(str(one) for one in _of(given, "over", list, []))
    if not set(over) <= set(variables):
        raise _Wrong(f"the link “{name}” is over a variable that is not declared.")
    terms = _of(given, "terms", list, [])
    if not terms or not all(isinstance(term, dict) for term in terms):
        raise _Wrong(f"the link “{name}” has no terms.")
    return Link(
        name=name,
        over=over,
        terms=tuple((_of(term, "times", int, 1), _state(term, name)) for term in terms),
    )


def _text(given: dict[str, Any], key: str, whose: str) -> str:
    found = given.get(key)
    if not isinstance(found, str) or not found.strip():
        raise _Wrong(f"{whose} has no {key}.")
    return found


def _of(given: dict[str, Any], key: str, kind: type[_T], default: _T) -> _T:
    """Get what stands under a key, if it is of its kind; a truth value is no number."""
    found = given.get(key, default)
    if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        raise _Wrong(f"“{key}” is not {_KINDS[kind]}.")
    return found
