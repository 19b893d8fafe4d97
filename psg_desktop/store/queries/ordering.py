"""How lists are ordered: what a column sorts by, and rows without a value last either way.

Words are compared folded, so that Ł stands by L and é by e, as they do in a telephone book; kinds
are compared by their names as they are read, not by their codes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, case, func

from psg_desktop.domain.orders import Order
from psg_desktop.domain.text import fold
from psg_desktop.words import names

Column = TypeVar("Column", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Sorting:
    """What a column is sorted by; rows that have nothing of it stand last either way."""

    by: ColumnElement[Any]
    gaps: bool = False


def words(text: ColumnElement[str]) -> Sorting:
    """Sort by words as they are read; nothing, or no words, stands last."""
    return Sorting(func.nullif(func.fold(func.coalesce(text, "")), ""), gaps=True)


def named(code: ColumnElement[str], kind: type[StrEnum]) -> Sorting:
    """Sort the codes of a kind by the names that are shown of them."""
    shown = sorted(kind, key=lambda one: fold(names.name(one)))
    return Sorting(case({one.value: place for place, one in enumerate(shown)}, value=code))


def in_order(
    order: Order[Column], sortings: Mapping[Column, Sorting], *ties: ColumnElement[Any]
) -> tuple[ColumnElement[Any], ...]:
    """Give what to order by; the *ties* decide between rows that are alike, always upwards."""
    sorting = sortings[order.column]
    turned = sorting.by.desc() if order.descending else sorting.by.asc()
    return (*((sorting.by.is_(None),) if sorting.gaps else ()), turned, *ties)
