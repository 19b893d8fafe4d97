"""Tables with thin rules between rows, none between columns, and a header on each page.

A row is never split over two pages, so a cell too tall for that goes on in rows of its own
below. A long table is drawn in chunks: ReportLab takes twice as long over one of thousands of rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from psg_desktop.documents.pdf.fonts import REGULAR
from psg_desktop.documents.pdf.style import HAIR, INK, RULE, THIN
from psg_desktop.documents.pdf.typeset import paragraph, parts_of, resumed
from psg_desktop.tagging.flowables import Prose
from psg_desktop.tagging.tables import Grid, Heads, TaggedTable, Tags

CHUNK: Final = 200
TALLEST: Final[float] = 300
_PADDING: Final[float] = 3
_GUTTER: Final[float] = 8

Cell = Prose | str
Placed = Prose | list[Prose]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        title: Its heading, "" for none.
        width: In points.
        heads: Whether its cells are the headers of their rows.
    """

    title: str
    width: float
    heads: bool = False


def cell(text: str, style: str = "cell") -> Prose:
    """Make a table cell of plain words in the style of that name."""
    return paragraph(text, style)


def ruled(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> list["Ruled"]:
    """Lay rows out as one or more tables.

    Args:
        columns: What each is; the header row is left out if no column has a heading, and then
            some column must head its rows.
        rows: One cell for each column; plain words become cells of plain words.
    """
    titled = any(column.title for column in columns)
    header: list[list[Placed]] = (
        [[cell(column.title, "header cell") for column in columns]] if titled else []
    )
    widths = [column.width for column in columns]
    body: list[list[Placed]] = []
    continuing: set[int] = set()
    for row in rows:
        pieces = list(_pieces([_made(it) for it in row], widths))
        continuing.update(range(len(body) + 1, len(body) + len(pieces)))
        body += pieces
    heading = frozenset(at for at, column in enumerate(columns) if column.heads)
    cells = Grid(Heads(rows=len(header), columns=heading), frozenset(continuing))
    chunks = (header + body[start : start + CHUNK] for start in range(0, len(body), CHUNK))
    return [_table(chunk, len(header), widths, Tags(cells)) for chunk in chunks]


def _table(rows: list[list[Placed]], headers: int, widths: list[float], tags: Tags) -> "Ruled":
    table = Ruled(
        rows,
        renderCB=tags,
        colWidths=widths,
        repeatRows=headers,
        style=_rules(headers),
        hAlign="LEFT",
    )
    table.opening, table.widths = rows[: headers + 1], widths
    return table


class Ruled(TaggedTable):
    """A table that knows how much room its header and first row take together."""

    opening: Sequence[Sequence[Placed]] = ()
    widths: Sequence[float] = ()

    def least_height(self) -> float:
        """Guess the height of the header and the first row, in points."""
        return sum(_row_height(row, self.widths) for row in self.opening)


def _row_height(row: Sequence[Placed], widths: Sequence[float]) -> float:
    heights = [
        min(_guessed(it, width - _GUTTER), TALLEST)
        for it, width in zip(row, widths, strict=True)
        if isinstance(it, Prose)
    ]
    return max(heights, default=0.0) + 2 * _PADDING + 1


def _made(words: Cell) -> Prose:
    return cell(words) if isinstance(words, str) else words


def _pieces(row: list[Prose], widths: Sequence[float]) -> Iterator[list[Placed]]:
    """Part a row that is too tall to stay whole into rows that are not."""
    rooms = [width - _GUTTER for width in widths]
    if not any(_may_be_tall(it, room) for it, room in zip(row, rooms, strict=True)):
        yield list(row)
        return
    parted = [_parted(it, room) for it, room in zip(row, rooms, strict=True)]
    for at in range(max(map(len, parted))):
        yield [parts[at] if at < len(parts) else [] for parts in parted]


def _may_be_tall(it: Prose, room: float) -> bool:
    return _guessed(it, room) > TALLEST


def _guessed(it: Prose, room: float) -> float:
    """Guess the height of a cell on the generous side: measuring is dear, most cells are short."""
    across = _letters_across(it, room)
    lines = sum(len(line) // across + 1 for line in it.text.split("\n"))
    return lines * float(it.style.leading)


def _letters_across(it: Prose, room: float) -> int:
    line = max(room - it.style.leftIndent, it.style.fontSize)
    return max(int(line / (it.style.fontSize * 0.6)), 1)


def _parted(it: Prose, room: float) -> list[Prose]:
    """Part a tall cell by its words; only the first part keeps a mark or a link."""
    if not _may_be_tall(it, room):
        return [it]
    lines = int(TALLEST // it.style.leading)
    first, *rest = parts_of(it.text, _letters_across(it, room), lines)
    pieces = [paragraph(part, it.style.name) for part in rest]
    for piece in pieces:
        piece.continue_from(it)
    return [resumed(it, first), *pieces]


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
