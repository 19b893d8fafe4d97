"""A table cut out of a sheet: named columns, numbered rows, totals and blanks set aside."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from psg_desktop.exchange.action_sets import numbered
from psg_desktop.exchange.comments import COMMENTS_HEADER, row_comments
from psg_desktop.exchange.dates import prose_date, prose_month
from psg_desktop.exchange.headings import match_header
from psg_desktop.exchange.month_headings import is_month_of_year
from psg_desktop.exchange.sheets import (
    Cell,
    Finding,
    Oddity,
    Row,
    Sheet,
    column_letter,
    counted,
    is_blank,
    listed,
)

_TOTAL = re.compile(
    r"\W*(?:(?:grand|overall|sub|column|row)[\s-]*)?totals?\b|.*\btotals?\W*\Z", re.IGNORECASE
)
_LONGEST_TOTAL = 40
_DITTO = frozenset(
    {"ditto", "do.", '"', "''", "\u3003", "\u201d", '-"-', "as above", "same as above", "same"}
)
_CELLS_LOOKED_AT = 3
_MAYBE_SPACES = 3
"""A row with more cells than this is not blank, even if some hold only spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row with the number a spreadsheet shows beside it."""

    number: int
    cells: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns with unique names, and the rows below them.

    Attributes:
        sheet: The name of the sheet it was cut from.
        rows: Rows that hold data, all as wide as `headers`.
        totals_rows: Numbers of rows that only add up others.
        blank_rows: Numbers of rows with nothing in them.
        notes: What is odd about the sheet and the table.
    """

    sheet: str
    headers: tuple[str, ...]
    rows: tuple[TableRow, ...]
    totals_rows: tuple[int, ...] = ()
    blank_rows: tuple[int, ...] = ()
    notes: tuple[Finding, ...] = ()

    def column(self, header: str) -> tuple[Cell, ...]:
        """Give the cells under a header, from top to bottom."""
        at = self.headers.index(header)
        return tuple(row.cells[at] for row in self.rows)


def table(sheet: Sheet, header_row: int | None, upper_row: int | None = None) -> Table:
    """Cut the table out of a sheet whose header stands in `sheet.rows[header_row]`.

    Without a header row the columns are called by their letters. With an upper row, names that
    would repeat are told apart by the group they stand under.
    """
    width = len(sheet.rows[0]) if sheet.rows else 0
    start = 0 if header_row is None else header_row + 1
    kept = [at for at in range(width) if any(not is_blank(row[at]) for row in sheet.rows[start:])]
    named = _named(sheet, header_row, upper_row)
    columns = [at for at in range(width) if at in set(kept) or named[at]]
    headers, notes = _unique([named[at] for at in columns], columns)
    data, totals, blanks = _sorted_rows(sheet.rows, start, columns)
    data, repeated = _said_again(data)
    told = row_comments(
        sheet.comments, {row.number for row in data}, dict(zip(columns, headers, strict=True))
    )
    if told.texts:
        headers, data = _with_comments(headers, data, told.texts)
    above = _above(sheet, header_row, upper_row)
    found = _findings(tuple(totals), tuple(blanks))
    return Table(
        sheet=sheet.name,
        headers=headers,
        rows=tuple(data),
        totals_rows=tuple(totals),
        blank_rows=tuple(blanks),
        notes=(*sheet.notes, *above, *notes, *found, *repeated, *told.notes),
    )


def _with_comments(
    headers: tuple[str, ...], rows: list[TableRow], texts: Mapping[int, str]
) -> tuple[tuple[str, ...], list[TableRow]]:
    """Add the comments on the cells of each row as a last column."""
    name = COMMENTS_HEADER
    while name in headers:
        name += " (2)"
    return (*headers, name), [
        TableRow(number=row.number, cells=(*row.cells, texts.get(row.number))) for row in rows
    ]


def _named(sheet: Sheet, header_row: int | None, upper_row: int | None) -> list[str]:
    if header_row is None:
        return [""] * (len(sheet.rows[0]) if sheet.rows else 0)
    names = [_text(cell) for cell in sheet.rows[header_row]]
    if upper_row is None:
        return names
    repeated = {name for name, times in Counter(names).items() if times > 1 or not name}
    group = ""
    result = []
    for name, above in zip(names, sheet.rows[upper_row], strict=True):
        group = _text(above) or group
        told = name in repeated or _tells_more(group, name)
        result.append(f"{group}: {name}".strip(": ") if group and told else name)
    return result


def _tells_more(group: str, name: str) -> bool:
    """Say whether a name means something else under its group: Status, under Action."""
    if numbered(group)[1] or is_month_of_year(group, name):
        return True
    match = match_header(f"{group} {name}") if group and name != group else None
    if match is None or match.certainty < 1.0:
        return False
    alone = match_header(name)
    return alone is None or alone.field is not match.field


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return prose_month(cell) if cell.day == 1 else prose_date(cell)
    return "" if cell is None else " ".join(str(cell).split())


def _unique(names: list[str], columns: list[int]) -> tuple[tuple[str, ...], list[Finding]]:
    taken: Counter[str] = Counter()
    headers: list[str] = []
    unnamed, repeated = [], []
    for name, at in zip(names, columns, strict=True):
        plain = name or f"Column {column_letter(at)}"
        if not name:
            unnamed.append(column_letter(at))
        while taken[plain.casefold()]:
            repeated.append(plain)
            taken[plain.casefold()] += 1
            plain = f"{plain} ({taken[plain.casefold()]})"
        taken[plain.casefold()] += 1
        headers.append(plain)
    return tuple(headers), _name_findings(unnamed, repeated)


def _name_findings(unnamed: list[str], repeated: list[str]) -> list[Finding]:
    notes = []
    if unnamed:
        sentence = f"Columns without a name are called by their letter: {listed(unnamed)}."
        notes.append(Finding(oddity=Oddity.UNNAMED_COLUMNS, sentence=sentence))
    if repeated:
        names = listed([f"\u201c{name}\u201d" for name in dict.fromkeys(repeated)])
        sentence = f"Several columns have the same name, so they were numbered: {names}."
        notes.append(Finding(oddity=Oddity.REPEATED_HEADERS, sentence=sentence))
    return notes


def _sorted_rows(
    rows: tuple[Row, ...], start: int, columns: list[int]
) -> tuple[list[TableRow], list[int], list[int]]:
    data: list[TableRow] = []
    totals: list[int] = []
    blanks: list[int] = []
    every = not rows or len(columns) == len(rows[0])
    for number, row in enumerate(rows[start:], start=start + 1):
        cells = row if every else tuple([row[at] for at in columns])
        filled = [cell for cell in cells if cell is not None and cell != ""]
        if filled and len(filled) <= _MAYBE_SPACES:
            filled = [cell for cell in filled if not is_blank(cell)]
        if not filled:
            blanks.append(number)
        elif _is_total(filled):
            totals.append(number)
        else:
            data.append(TableRow(number=number, cells=cells))
    return data, totals, blanks


def _said_again(rows: list[TableRow]) -> tuple[list[TableRow], list[Finding]]:
    """Put what stands above where a cell says "ditto"."""
    said: list[TableRow] = []
    again: list[int] = []
    for row in rows:
        places = [at for at, cell in enumerate(row.cells) if _is_ditto(cell)]
        if not places or not said:
            said.append(row)
            continue
        cells = list(row.cells)
        for at in places:
            cells[at] = said[-1].cells[at]
        said.append(TableRow(number=row.number, cells=tuple(cells)))
        again.append(row.number)
    if not again:
        return rows, []
    sentence = f"\u201cDitto\u201d was read as what the row above says (row {listed(again)})."
    return said, [Finding(oddity=Oddity.DITTO, sentence=sentence, rows=tuple(again))]


def _is_ditto(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.strip().casefold() in _DITTO


def _is_total(filled: Sequence[Cell]) -> bool:
    """Say whether a row adds up others: one of its first texts says so and numbers stand by it."""
    said = any(
        isinstance(cell, str) and len(cell) <= _LONGEST_TOTAL and _TOTAL.match(cell.strip())
        for cell in filled[:_CELLS_LOOKED_AT]
    )
    return said and (len(filled) == 1 or any(_is_number(cell) for cell in filled))


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return cell.strip().replace(",", "").replace(".", "", 1).isdecimal()
    return isinstance(cell, int | float)


def _above(sheet: Sheet, header_row: int | None, upper_row: int | None) -> list[Finding]:
    if header_row is None:
        sentence = "No row names the columns, so they are called by their letters."
        return [Finding(oddity=Oddity.NO_HEADER, sentence=sentence)]
    notes = []
    titles = [n for n in range(header_row) if n != upper_row and any(map(_text, sheet.rows[n]))]
    if titles:
        numbers = tuple(n + 1 for n in titles)
        one = len(titles) == 1
        sentence = (
            f"{counted(len(titles), 'row')} of titles above the header "
            f"({'row' if one else 'rows'} {listed(numbers)}) {'was' if one else 'were'} passed "
            "over."
        )
        notes.append(Finding(oddity=Oddity.TITLE_ROWS, sentence=sentence, rows=numbers))
    if upper_row is not None:
        sentence = f"The header has two rows, {upper_row + 1} and {header_row + 1}."
        notes.append(Finding(oddity=Oddity.TWO_ROW_HEADER, sentence=sentence))
    return notes


def _findings(totals: tuple[int, ...], blanks: tuple[int, ...]) -> list[Finding]:
    notes = []
    if totals:
        sentence = (
            f"{counted(len(totals), 'row adds', 'rows add')} up other rows and will be left out "
            f"(row {listed(totals)})."
        )
        notes.append(Finding(oddity=Oddity.TOTALS_ROWS, sentence=sentence, rows=totals))
    if blanks:
        count = counted(len(blanks), "blank row was", "blank rows were")
        sentence = f"{count} passed over (row {listed(blanks)})."
        notes.append(Finding(oddity=Oddity.BLANK_ROWS, sentence=sentence, rows=blanks))
    return notes
