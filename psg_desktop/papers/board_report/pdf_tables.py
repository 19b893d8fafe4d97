"""Tables of the report as tagged tables of a PDF."""

from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

from psg_desktop.papers.board_report import typeface
from psg_desktop.papers.board_report.columns import GUTTER, SIZE, widths
from psg_desktop.papers.board_report.looks import HAIR, INK, looks
from psg_desktop.papers.board_report.parts import Matter
from psg_desktop.papers.board_report.printing import of_numbers, said
from psg_desktop.papers.board_report.typeface import REGULAR
from psg_desktop.tagging.flowables import Prose
from psg_desktop.tagging.tables import Grid, Heads, TaggedTable, Tags

_TALL: Final[float] = 2.0


def prose(words: str, look: str) -> Prose:
    """Set words, whatever signs they hold, in the look of this name."""
    return Prose(escape(typeface.drawable(words)), looks()[look])


def ruled(matter: Matter, room: float) -> TaggedTable:
    """Lay a table out: its first row and its first column are headers."""
    numbers = of_numbers(matter)
    cells = [[said(value) for value in row] for row in matter.rows]
    head = [
        prose(one, "number head" if number else "head")
        for one, number in zip(matter.headers, numbers, strict=True)
    ]
    # Numbers are handed over as they are: as paragraphs they take most of the time of drawing.
    rows = [
        [one if number else prose(one, "cell") for one, number in zip(row, numbers, strict=True)]
        for row in cells
    ]
    made = _table([head, *rows], widths(matter.headers, cells, room), heads=1)
    made.setStyle(
        [("ALIGN", (place, 1), (place, -1), "RIGHT") for place, one in enumerate(numbers) if one]
    )
    return made


def pairs(given: Sequence[tuple[str, str]], room: float) -> TaggedTable:
    """Lay out terms with what is said of each: the terms are headers of their rows."""
    rows = [[prose(term, "head"), prose(words, "cell")] for term, words in given]
    return _table(rows, [room * 0.22, room * 0.78], heads=0)


def _table(rows: list[list[Any]], columns: list[float], *, heads: int) -> TaggedTable:
    table = TaggedTable(
        rows,
        renderCB=Tags(Grid(Heads(rows=heads, columns=frozenset({0})))),
        colWidths=columns,
        repeatRows=heads,
        hAlign="LEFT",
        spaceAfter=10,
    )
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            # Cells set a font of their own too, and ReportLab's is not embedded.
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("FONTSIZE", (0, 0), (-1, -1), SIZE),
            ("LEADING", (0, 0), (-1, -1), 13),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), GUTTER),
            ("TOPPADDING", (0, 0), (-1, -1), _TALL),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _TALL),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIR),
            *([("LINEBELOW", (0, 0), (-1, 0), 0.9, INK)] if heads else []),
        ]
    )
    return table
