"""Reads how often something happened in a month: a whole number from nought, and nothing else."""

import math
import re

from psg_desktop.domain.demand import LARGEST_COUNT, countable
from psg_desktop.exchange.cells import CellReader, Reading, as_text, shown
from psg_desktop.exchange.missing import says_nothing
from psg_desktop.exchange.sheets import Cell
from psg_desktop.exchange.troubles import Remark, Trouble

_NOUGHT = frozenset({"nil", "none", "zero", "nought"})
_LONGEST = 24
_NUMBER = re.compile(r"[-\u2212(]?\s*[0-9][0-9,\s]*(?:\.[0-9]+)?\s*\)?\Z")
_HIDDEN = re.compile(r"[<\u2264*\[(]|fewer|less|under|below|suppressed", re.IGNORECASE)


def count_reader() -> CellReader:
    """Give the reader of a column of counts; “nil” is a count of nought there."""
    return CellReader(_count, _passed_over)


def _passed_over(cell: Cell) -> bool:
    return says_nothing(cell) and not _is_nought(cell)


def _is_nought(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.strip().casefold() in _NOUGHT


def _count(cell: Cell) -> Reading:
    if _is_nought(cell):
        return Reading(value="0")
    number = _number(cell)
    if number is None:
        return _refused(cell)
    if number < 0:
        return _told(f"\u201c{shown(cell)}\u201d is less than nought.", "Write how many there were")
    if not number.is_integer():
        return _told(
            f"\u201c{shown(cell)}\u201d is not a whole number.", "Write how many there were"
        )
    if not countable(int(number)):
        said = f"\u201c{shown(cell)}\u201d is more than {LARGEST_COUNT:,} in one month."
        return _told(said, "Correct the number")
    return Reading(value=str(int(number)))


def _number(cell: Cell) -> float | None:
    """Give the number a cell holds; None where it holds something else."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        # A whole number can be too large for a float, and is no count long before.
        number = float(_capped(cell))
        return None if math.isnan(number) else number
    if not isinstance(cell, str) or len(cell) > _LONGEST or not _NUMBER.match(cell.strip()):
        return None
    written = re.sub(r"[,\s]", "", cell).replace("\u2212", "-")
    if written.startswith("(") != written.endswith(")"):
        return None
    return -float(written[1:-1]) if written.startswith("(") else float(written)


def _capped(number: float) -> float:
    """Give a number small enough to be a float, and too large for a count where it was."""
    return max(min(number, LARGEST_COUNT + 1), -LARGEST_COUNT - 1)


def _refused(cell: Cell) -> Reading:
    written = as_text(cell).strip()
    if _HIDDEN.match(written):
        said = f"\u201c{shown(cell)}\u201d does not say how many there were."
        return _told(said, "Ask the agency for the number")
    return _told(f"\u201c{shown(cell)}\u201d is not a number.", "Write how many there were")


def _told(sentence: str, advice: str) -> Reading:
    remark = Remark(
        trouble=Trouble.NOT_A_COUNT,
        sentence=sentence,
        advice=f"{advice}, or leave it empty where that is not known.",
    )
    return Reading(remarks=(remark,))
