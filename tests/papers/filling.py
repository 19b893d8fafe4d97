"""Any paper with a text of its own in every place that takes one, or with as little as it can."""

from dataclasses import fields, is_dataclass
from datetime import date
from itertools import count
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from psg_desktop.domain.text import LINE_LIMIT, TEXT_LIMIT

DAY = date(2026, 12, 3)
Paper = TypeVar("Paper")


class Texts:
    """Gives texts of full length, no two alike, and keeps what it gave by the name of its place."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.given: dict[str, str] = {}

    def text(self, place: str, length: int) -> str:
        """Give one more text: ordinary words and odd signs, an own first and an own last word."""
        number = next(self._numbers)
        first, last = f"Start{number} łamp ", f" End{number}"
        middle = "word & <b>sign</b> 'quoted' = " * (length // 20)
        made = (first + middle)[: length - len(last)].rstrip()
        whole = made + "." * (length - len(last) - len(made)) + last
        self.given[f"{place} {number}"] = whole
        return whole


def full(kind: type[Paper], texts: Texts, lines: frozenset[str]) -> Paper:
    """Make a paper whose texts are as long as they can be; those of the fields *lines*, a line."""
    hints = get_type_hints(kind)
    given = {}
    for one in fields(kind):  # type: ignore[arg-type]  # papers are dataclasses
        length = LINE_LIMIT if one.name in lines else TEXT_LIMIT
        given[one.name] = _filled(hints[one.name], (texts, one.name, length), lines)
    return kind(**given)


def bare(kind: type[Paper]) -> Paper:
    """Make a paper in which every text is empty, and every list, and no day is known."""
    hints = get_type_hints(kind)
    return kind(**{one.name: _emptied(hints[one.name]) for one in fields(kind)})  # type: ignore[arg-type]  # as above


def _filled(hint: Any, text: tuple[Texts, str, int], lines: frozenset[str]) -> Any:
    if hint is str:
        texts, name, length = text
        return texts.text(name, length)
    if isinstance(hint, type) and is_dataclass(hint):
        return full(hint, text[0], lines)
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        wanted = inner[:1] if inner[-1] is Ellipsis else inner
        return tuple(_filled(one, text, lines) for one in wanted)
    if get_origin(hint) is UnionType:
        return _filled(get_args(hint)[0], text, lines)
    return _plain(hint)


def _plain(hint: Any) -> Any:
    return {date: DAY, bool: True, int: 12, bytes: b"PK"}[hint]


def _emptied(hint: Any) -> Any:
    if get_origin(hint) is tuple:
        return ()
    if get_origin(hint) is UnionType and type(None) in get_args(hint):
        return None
    return {str: "", bool: False}[hint] if hint in {str, bool} else _plain(hint)
