"""The pack at a glance: its figures, open actions by agency, each case in a line."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from psg_desktop.documents.pdf.action_bars import ActionBars, finding
from psg_desktop.documents.pdf.dates import long_date
from psg_desktop.documents.pdf.flow import gap, new_page, rule, titled, words
from psg_desktop.documents.pdf.fonts import REGULAR
from psg_desktop.documents.pdf.grid import Column, cell, ruled
from psg_desktop.documents.pdf.headings import heading, reference
from psg_desktop.documents.pdf.marks import marked, risk_mark
from psg_desktop.documents.pdf.places import GLANCE, case_key, case_line
from psg_desktop.documents.pdf.style import INK, MEASURE, RULE, TEXT_WIDTH
from psg_desktop.domain.packs import GlanceLine, PackContents, PackEntry
from psg_desktop.tagging.flowables import Prose
from psg_desktop.tagging.tables import TaggedTable, Tags, Tiles

_ACROSS: Final = 3
_TILES: Final = 9
_LABEL: Final = 70
_FIGURE: Final = 12
_CASES: Final = (
    Column("Case", 22 * mm, heads=True),
    Column("What it is about", 54 * mm),
    Column("Area", 32 * mm),
    Column("Risk", 27 * mm),
    Column("Next review", 32 * mm),
)


def glance(contents: PackContents) -> list[Flowable]:
    """Lay out the section; figures are printed as they were given, never recounted."""
    return [
        new_page(),
        heading("This pack at a glance", 1, key=GLANCE, depth=0),
        rule(),
        *words(
            f"Counted from the cases printed in this pack, as at {long_date(contents.as_at)}.",
            "small",
        ),
        *_figures(contents.glance),
        *_bars(contents),
        *_cases(contents.entries),
    ]


def _figures(lines: Sequence[GlanceLine]) -> Sequence[Flowable]:
    if not lines:
        return words("No figures were chosen for this pack.")
    short = all(len(it.label) <= _LABEL and len(it.figure) <= _FIGURE for it in lines)
    if short and len(lines) <= _TILES:
        return [_tiles(lines)]
    columns = (Column("Measure", MEASURE - 40 * mm, heads=True), Column("Figure", 40 * mm))
    return list(ruled(columns, [(it.label, cell(it.figure, "strong cell")) for it in lines]))


def _tiles(lines: Sequence[GlanceLine]) -> Flowable:
    tiles: list[list[Prose]] = [
        [cell(it.figure, "tile figure"), cell(it.label, "tile label")] for it in lines
    ]
    rows = list(zip_longest(*[iter(tiles)] * _ACROSS, fillvalue=[]))
    rules = [
        (
            "LINEABOVE",
            (place % _ACROSS, place // _ACROSS),
            (place % _ACROSS, place // _ACROSS),
            RULE,
            INK,
        )
        for place in range(_ACROSS, len(tiles))
    ]
    return TaggedTable(
        [list(row) for row in rows],
        renderCB=Tags(Tiles()),
        colWidths=[TEXT_WIDTH / _ACROSS] * _ACROSS,
        hAlign="LEFT",
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 14),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 12),
            *rules,
        ],
    )


def _bars(contents: PackContents) -> list[Flowable]:
    busy = [agency for agency in contents.actions if agency.actions]
    if len(busy) < 2:  # noqa: PLR2004 one bar has nothing to be compared with
        return []
    return titled(finding(busy), [ActionBars(busy), gap(3)])


def _cases(entries: Sequence[PackEntry]) -> Sequence[Flowable]:
    if not entries:
        return words("No cases were chosen for this pack.")
    rows = [
        (
            reference(entry.reference, case_key(position)),
            case_line(entry),
            entry.area or "Not stated",
            marked(entry.risk or "Not stated", risk_mark(entry.risk)),
            entry.next_review or "Not set",
        )
        for position, entry in enumerate(entries)
    ]
    return titled("The cases in this pack", ruled(_CASES, rows))
