"""Finds the row of a sheet that names its columns, past titles, banners and blank rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from psg_desktop.exchange.date_shapes import date_parts
from psg_desktop.exchange.headings import match_header
from psg_desktop.exchange.month_headings import months_across
from psg_desktop.exchange.sheets import Cell, Row, Sheet, is_blank

_ROWS_LOOKED_AT = 30
_ROWS_COMPARED = 25
_LONGEST_HEADER = 80
_ENOUGH = 0.45
_SAME_KIND = 0.8
_SPARSE = 0.5
_MOSTLY = 0.6
_YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderGuess:
    """Which row names the columns.

    Attributes:
        row: Its place in `Sheet.rows`, counted from 0, or None when the data starts at once.
        confidence: From 0 to 1.
        upper_row: The row above it, when the names are spread over two rows.
    """

    row: int | None
    confidence: float
    upper_row: int | None = None


def guess_header(sheet: Sheet) -> HeaderGuess:
    """Guess the header row of a sheet: the fullest early row of short texts above unlike rows."""
    rows = sheet.rows[:_ROWS_LOOKED_AT]
    if not rows:
        return HeaderGuess(row=None, confidence=0.0)
    width = _usual_width(sheet.rows[: _ROWS_LOOKED_AT + _ROWS_COMPARED])
    scores = [_score(sheet.rows, at, width) for at in range(len(rows))]
    best = max(range(len(scores)), key=lambda at: (scores[at], -at))
    if scores[best] < _ENOUGH:
        return HeaderGuess(row=None, confidence=1.0 - scores[best])
    confidence = min(1.0, scores[best])
    if _goes_on_below(rows, best):
        return HeaderGuess(row=best + 1, confidence=confidence, upper_row=best)
    return HeaderGuess(row=best, confidence=confidence, upper_row=_upper_row(rows, best))


def _goes_on_below(rows: Sequence[Row], header: int) -> bool:
    """Say whether the row below the header names columns too, under groups: What, under Action.

    Such a row holds names alone, some of them where the header is empty, and most are known.
    """
    if header + 1 >= len(rows):
        return False
    groups, names = rows[header], rows[header + 1]
    places = [at for at, cell in enumerate(names) if not is_blank(cell)]
    if not any(is_blank(groups[at]) for at in places):
        return False
    group, known = "", 0
    for at, (above, name) in enumerate(zip(groups, names, strict=True)):
        group = group if is_blank(above) else str(above).strip()
        if at in places and isinstance(name, str) and _name_like(name):
            known += _known_under(group, name)
    return known > _MOSTLY * len(places)


def _known_under(group: str, name: str) -> bool:
    return any(
        match is not None and match.certainty == 1.0
        for match in (match_header(f"{group} {name}"), match_header(name))
    )


def _usual_width(rows: Sequence[Row]) -> int:
    widths = sorted(width for width in map(_filled, rows) if width)
    return widths[len(widths) * 3 // 4] if widths else 0


def _filled(row: Row) -> int:
    return sum(not is_blank(cell) for cell in row)


def _score(rows: Sequence[Row], at: int, width: int) -> float:
    """Rate a row: how full, how wordy, how unlike what follows, how many words it is known by."""
    cells = [cell for cell in rows[at] if not is_blank(cell)]
    if not cells or len(cells) < _SPARSE * width:
        return 0.0
    names = [cell.strip() for cell in cells if isinstance(cell, str) and _name_like(cell)]
    months = months_across(cells) if names else 0
    wordy = (len(names) + months) / len(cells)
    different = (len({name.casefold() for name in names}) + months) / len(cells)
    known = (sum(match_header(name) is not None for name in names) + months) / len(cells)
    full = min(1.0, len(cells) / max(width, 1))
    if wordy < _SPARSE:
        return 0.0
    unlike = _unlike(rows, at)
    early = 0.05 / (at + 1)
    shape = 0.2 * wordy + 0.15 * different + 0.15 * full
    return shape + 0.3 * unlike + 0.35 * min(1.0, 2 * known) + early - (0.25 if not known else 0)


def _name_like(cell: str) -> bool:
    text = cell.strip()
    return (
        0 < len(text) <= _LONGEST_HEADER
        and any(sign.isalpha() for sign in text)
        and date_parts(text) is None
    )


def _unlike(rows: Sequence[Row], at: int) -> float:
    """Say in what share of the columns the cells below are of another kind than the header."""
    below = [row for row in rows[at + 1 : at + 1 + _ROWS_COMPARED] if _filled(row)]
    if not below:
        return 1.0
    columns = [at_column for at_column, cell in enumerate(rows[at]) if not is_blank(cell)]
    unlike = sum(
        _column_unlike(rows[at][column], [row[column] for row in below]) for column in columns
    )
    return unlike / len(columns)


def _column_unlike(header: Cell, below: Sequence[Cell]) -> float:
    cells = [cell for cell in below if not is_blank(cell)]
    if not cells:
        return 0.5
    plain = sum(_kind(cell) == "words" for cell in cells) / len(cells)
    if plain < 1 - _SAME_KIND:
        return 1.0
    repeats = 1.0 - len({str(cell) for cell in cells}) / len(cells)
    return repeats if str(header) not in {str(cell) for cell in cells} else -0.5


def _kind(cell: Cell) -> str:
    if isinstance(cell, int | float | date | time):
        return "value"
    text = str(cell).strip()
    if date_parts(text) is not None or not any(sign.isalpha() for sign in text):
        return "value"
    return "code" if any(sign.isdigit() for sign in text) else "words"


def _upper_row(rows: Sequence[Row], header: int) -> int | None:
    """Find a row of group names above the header: a few texts, or years of months, spread out."""
    if header == 0:
        return None
    above = rows[header - 1]
    months = months_across(rows[header])
    texts = [
        at
        for at, cell in enumerate(above)
        if (isinstance(cell, str) and cell.strip()) or (months and _is_year(cell))
    ]
    spread = len(texts) > 1 and texts[-1] > 1
    return header - 1 if spread and len(texts) < _filled(rows[header]) else None


def _is_year(cell: Cell) -> bool:
    return isinstance(cell, int) and not isinstance(cell, bool) and cell in _YEARS
