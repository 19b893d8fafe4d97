"""Reads the cells of one column as what its field holds; equal cells are read once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeAlias

from psg_desktop.domain import text
from psg_desktop.exchange.dates import prose_date
from psg_desktop.exchange.missing import says_nothing
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.troubles import Remark

Value: TypeAlias = str | date | None
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a cell says to its field.

    Attributes:
        value: The value read, or None.
        also: Further values of a cell that holds several, such as two phone numbers.
        spare: Text that found no place in the field and belongs in the notes.
    """

    value: Value = None
    also: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    spare: str = ""
    month_only: bool = False


EMPTY = Reading()


def as_text(cell: Cell) -> str:
    """Write a cell as a person would read it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, datetime):
        clock = "" if cell.time() == time() else f" {cell:%H:%M}"
        return prose_date(cell.date()) + clock
    if isinstance(cell, date):
        return prose_date(cell)
    # Fifteen digits are what a spreadsheet keeps of a number, and shows of it.
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)


def shown(cell: Cell) -> str:
    """Write a cell short enough for a sentence."""
    written = text.line(as_text(cell))
    return written if len(written) <= _SHOWN else written[: _SHOWN - 1] + "\u2026"


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one column, remembering what it has read.

    What it is said to pass over is read as empty.
    """

    _read: Callable[[Cell], Reading]
    _passes_over: Callable[[Cell], bool] = says_nothing
    _memory: dict[tuple[type, Cell], Reading] = field(default_factory=dict)

    def read_all(self, cells: Sequence[Cell]) -> list[Reading]:
        """Read a column from top to bottom, equal cells once."""
        memory = self._memory
        readings: list[Reading] = []
        for cell in cells:
            if cell is None:
                readings.append(EMPTY)
                continue
            # 1, 1.0 and True are equal and not the same.
            key = (cell.__class__, cell)
            reading = memory.get(key)
            if reading is None:
                reading = EMPTY if self._passes_over(cell) else self._read(cell)
                memory[key] = reading
            readings.append(reading)
        return readings
