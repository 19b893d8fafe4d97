"""A column looked at: its values as texts, what it seems to hold, and what becomes of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from psg_desktop.exchange.dates import Order, is_swapped
from psg_desktop.exchange.fields import FACTS, Field, Shape
from psg_desktop.exchange.guesses import MOST, NO_GUESS, WEAK, Guess
from psg_desktop.exchange.mapping import OWN_HEADERS, ColumnUse, Use
from psg_desktop.exchange.missing import says_nothing
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.tables import Table

_SAMPLE = 400
_SAMPLES_SHOWN = 3
_LONGEST_SAMPLE = 60
_DATE_SHAPES = frozenset({Shape.DATE, Shape.BIRTH_DATE, Shape.MONTH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A column looked at: its values as texts, and what its header or content suggests."""

    header: str
    texts: tuple[str, ...]
    variety: int
    filled: float
    guess: Guess = NO_GUESS

    @property
    def field(self) -> Field | None:
        """The field it seems to fill."""
        return self.guess.field

    @property
    def telling(self) -> bool:
        """Whether it says what the table is about: it holds something, and is no mere number."""
        return bool(self.texts) and self.guess.certainty != WEAK

    def filling(self, field: Field | None) -> "Seen":
        """Give the column with another field in mind."""
        return replace(self, guess=replace(self.guess, field=field))

    def guessed(self, guess: Guess) -> "Seen":
        """Give the column with what it seems to hold."""
        return replace(self, guess=guess)


def looked_at(table: Table, at: int) -> Seen:
    """Look at a column without guessing what it holds."""
    cells: Sequence[Cell] = [row.cells[at] for row in table.rows]
    held = [cell for cell in cells if cell is not None and cell != ""]
    telling = (cell for cell in held if not says_nothing(cell))
    texts = tuple(str(cell).strip() for cell in islice(telling, _SAMPLE))
    return Seen(
        header=table.headers[at],
        texts=texts,
        variety=len(set(texts)),
        filled=len(held) / len(cells) if cells else 0.0,
    )


def used(seen: Sequence[Seen], without_field: ColumnUse | None = None) -> tuple[ColumnUse, ...]:
    """Say what becomes of every column; *without_field* is how one without a field is told.

    A field of one column goes to the one that holds it most surely.
    """
    winners = _winners(seen)
    return tuple(_use(column, winners, without_field) for column in seen)


def _winners(seen: Sequence[Seen]) -> dict[tuple[Field, int], str]:
    """Choose the column for each field that only one may fill: surest, then most varied."""
    best: dict[tuple[Field, int], Seen] = {}
    for column in seen:
        if column.field is None:
            continue
        key = (column.field, column.guess.part)
        rival = best.get(key)
        if rival is None or _rank(column) > _rank(rival):
            best[key] = column
    return {key: column.header for key, column in best.items()}


def _rank(column: Seen) -> tuple[bool, float, bool, bool, int, int]:
    guess = column.guess
    filled = column.filled > 1 - MOST
    held = bool(column.texts)
    return held, guess.certainty, filled, column.variety > 1, -guess.rank, column.variety


def _use(
    column: Seen, winners: dict[tuple[Field, int], str], without_field: ColumnUse | None
) -> ColumnUse:
    samples = tuple(
        text if len(text) <= _LONGEST_SAMPLE else text[: _LONGEST_SAMPLE - 1] + "\u2026"
        for text in list(dict.fromkeys(column.texts))[:_SAMPLES_SHOWN]
    )
    plain = ColumnUse(
        header=column.header, use=Use.NOTES, samples=samples, filled=round(column.filled, 4)
    )
    if column.header in OWN_HEADERS:
        return replace(plain, use=Use.LEAVE_OUT, why="this program wrote it")
    field = column.field
    part = column.guess.part
    if field is not None and (FACTS[field].joins or winners[field, part] == column.header):
        told = replace(plain, use=Use.FIELD, field=field, part=part, why=column.guess.why)
        return replace(told, order=_order(column))
    if without_field is not None:
        return replace(plain, use=without_field.use, why=without_field.why)
    why = "no field of this program holds it" if column.texts else "the column is empty so far"
    return replace(plain, why=why)


def _order(column: Seen) -> Order:
    """Take a column as month first only when nothing in it can be day first."""
    if column.field is None or FACTS[column.field].shape not in _DATE_SHAPES:
        return Order.DAY_FIRST
    swapped = sum(map(is_swapped, column.texts))
    return (
        Order.MONTH_FIRST if swapped and not any(map(_day_first, column.texts)) else Order.DAY_FIRST
    )


def _day_first(text: str) -> bool:
    parts = re.match(r"([0-9]{1,2})[-/. ]", text)
    return parts is not None and int(parts[1]) > 12  # noqa: PLR2004 - there are twelve months
