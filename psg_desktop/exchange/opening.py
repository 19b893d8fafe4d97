"""From a file to a proposed import in one step: the likeliest sheet, its header, its columns."""

from dataclasses import dataclass

from psg_desktop.exchange.headers import HeaderGuess, guess_header
from psg_desktop.exchange.mapping import Mapping
from psg_desktop.exchange.sheets import Sheet, Workbook
from psg_desktop.exchange.suggest import suggest
from psg_desktop.exchange.tables import Table, table

EXAMPLES_SHEET = "Examples"
GUIDE_SHEET = "How to fill this in"
LISTS_SHEET = "Lists"
_BESIDE = frozenset({GUIDE_SHEET, LISTS_SHEET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A sheet with what was guessed about it."""

    sheet: Sheet
    header: HeaderGuess
    table: Table
    mapping: Mapping


def open_sheet(sheet: Sheet) -> Opened:
    """Guess the header row and the columns of a sheet."""
    header = guess_header(sheet)
    cut = table(sheet, header.row, header.upper_row)
    return Opened(sheet=sheet, header=header, table=cut, mapping=suggest(cut))


def likeliest_sheet(book: Workbook) -> Opened:
    """Open the sheet most worth importing: one that can be, in sight, with the most rows."""
    ours = any(sheet.name == GUIDE_SHEET for sheet in book.sheets)
    beside = _BESIDE if ours else frozenset()
    opened = [open_sheet(sheet) for sheet in book.sheets if sheet.name not in beside]
    return max(opened or map(open_sheet, book.sheets), key=_worth)


def _worth(opened: Opened) -> tuple[bool, bool, bool, int]:
    rows = len(opened.table.rows)
    usable = bool(rows) and not opened.mapping.refusal
    sheet = opened.sheet
    return usable, not sheet.hidden, sheet.name != EXAMPLES_SHEET, rows
