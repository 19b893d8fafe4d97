"""Tables with thin rules between rows, none between columns, and a header on each page.

A row is never split over two pages, so a cell too tall for that goes on in rows of its own
below. A long table is drawn in chunks: ReportLab takes twice as long over one of thousands of rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reportlab.platypus import LongTable, Paragraph

from psg_desktop.documents.pdf.fonts import REGULAR
from psg_desktop.documents.pdf.style import HAIR, INK, RULE, THIN
from psg_desktop.documents.pdf.typeset import paragraph, parts_of, resumed

CHUNK: Final = 200
TALLEST: Final[float] = 300
_PADDING: Final[float] = 3
_GUTTER: Final[float] = 8

Cell = Paragraph | str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading ("" for none) and width in points."""

    title: str
    width: float


def cell(text: str, style: str = "cell") -> Paragraph:
    """Make a table cell of plain words in the style of that name."""
    return paragraph(text, style)


def ruled(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> list["Ruled"]:
    """Lay rows out as one or more tables.

    Args:
        columns: Heading and width of each; the header row is left out if no column has a heading.
        rows: One cell for each column; plain words become cells of plain words.
    """
    titled = any(column.title for column in columns)
    header: list[list[Cell]] = (
        [[cell(column.title, "header cell") for column in columns]] if titled else []
    )
    widths = [column.width for column in columns]
    body = [piece for row in rows for piece in _pieces([_made(it) for it in row], widths)]
    chunks = (body[start : start + CHUNK] for start in range(0, len(body), CHUNK))
    return [_table(header, chunk, widths) for chunk in chunks]


def _table(header: list[list[Cell]], rows: list[list[Cell]], widths: list[float]) -> "Ruled":
    table = Ruled(
        header + rows,
        colWidths=widths,
        repeatRows=len(header),
        style=_rules(len(header)),
        hAlign="LEFT",
    )
    table.opening, table.widths = header + rows[:1], widths
    return table


class Ruled(LongTable):
    """A table that knows how much room its header and first row take together."""

    opening: Sequence[Sequence[Cell]] = ()
    widths: Sequence[float] = ()

    def least_height(self) -> float:
        """Guess the height of the header and the first row, in points."""
        return sum(_row_height(row, self.widths) for row in self.opening)


def _row_height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    heights = [
        min(_guessed(it, width - _GUTTER), TALLEST)
        for it, width in zip(row, widths, strict=True)
        if isinstance(it, Paragraph)
    ]
    return max(heights, default=0.0) + 2 * _PADDING + 1


def _made(words: Cell) -> Paragraph:
    return cell(words) if isinstance(words, str) else words


def _pieces(row: list[Paragraph], widths: Sequence[float]) -> Iterator[list[Cell]]:
    """Part a row that is too tall to stay whole into rows that are not."""
    rooms = [width - _GUTTER for width in widths]
    if not any(_may_be_tall(it, room) for it, room in zip(row, rooms, strict=True)):
        yield list(row)
        return
    parted = [_parted(it, room) for it, room in zip(row, rooms, strict=True)]
    for at in range(max(map(len, parted))):
        yield [parts[at] if at < len(parts) else "" for parts in parted]


def _may_be_tall(it: Paragraph, room: float) -> bool:
    return _guessed(it, room) > TALLEST


def _guessed(it: Paragraph, room: float) -> float:
    """Guess the height of a cell on the generous side: measuring is dear, most cells are short."""
    across = _letters_across(it, room)
    lines = sum(len(line) // across + 1 for line in it.text.split("\n"))
    return lines * float(it.style.leading)


def _letters_across(it: Paragraph, room: float) -> int:
    line = max(room - it.style.leftIndent, it.style.fontSize)
    return max(int(line / (it.style.fontSize * 0.6)), 1)


def _parted(it: Paragraph, room: float) -> list[Paragraph]:
    """Part a tall cell by its words; only the first part keeps a mark or a link."""
    if not _may_be_tall(it, room):
        return [it]
    lines = int(TALLEST // it.style.leading)
    first, *rest = parts_of(it.text, _letters_across(it, room), lines)
    return [resumed(it, first), *(paragraph(part, it.style.name) for part in rest)]


def _rules(header_rows: int) -> list[Any]:
    rules: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        # Empty cells set a font too, and ReportLab's own is not embedded.
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), _GUTTER),
        ("TOPPADDING", (0, 0), (-1, -1), _PADDING),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _PADDING + 1),
        ("LINEBELOW", (0, header_rows), (-1, -1), THIN, HAIR),
    ]
    if header_rows:
        rules.append(("LINEBELOW", (0, 0), (-1, 0), RULE, INK))
    return rules
