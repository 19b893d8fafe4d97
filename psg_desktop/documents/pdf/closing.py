"""The last sections: actions by agency, the decision sheet, and the return or destroy statement."""

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from psg_desktop.documents.pdf.case_page import due, status
from psg_desktop.documents.pdf.dates import long_date
from psg_desktop.documents.pdf.flow import Blank, gap, new_page, rule, under, words
from psg_desktop.documents.pdf.fonts import REGULAR
from psg_desktop.documents.pdf.furniture import DEPERSONALISED
from psg_desktop.documents.pdf.grid import Column, cell, ruled
from psg_desktop.documents.pdf.headings import heading, reference
from psg_desktop.documents.pdf.places import ACTIONS, BACK, DECISIONS, agency_key
from psg_desktop.documents.pdf.style import HAIR, INK, RULE, TEXT_WIDTH, THIN
from psg_desktop.domain.packs import AgencyActions, Pack, PackContents
from psg_desktop.tagging.tables import Grid, Heads, TaggedTable, Tags

_BY_AGENCY: Final = (
    Column("Case", 22 * mm, heads=True),
    Column("Action", TEXT_WIDTH - 87 * mm),
    Column("Due", 31 * mm),
    Column("Status", 34 * mm),
)
_SHEET: Final = (
    Column("Case or item", 32 * mm),
    Column("Decision", TEXT_WIDTH - 97 * mm),
    Column("Who", 37 * mm),
    Column("By when", 28 * mm),
)
_SHEET_ROWS: Final = 17


def actions_by_agency(contents: PackContents, keys: dict[str, str]) -> list[Flowable]:
    """Lay out each agency's open actions, overdue first; `keys` leads from reference to page."""
    opening: list[Flowable] = [
        new_page(),
        heading("Actions by agency", 1, key=ACTIONS, depth=0),
        rule(),
        *words(
            f"Actions as at {long_date(contents.as_at)}. Overdue means that the day an action was "
            "due had passed by then."
        ),
    ]
    if not any(agency.actions for agency in contents.actions):
        return [*opening, *words("No actions are open in the cases of this pack.")]
    blocks = (_agency(at, agency, keys) for at, agency in enumerate(contents.actions))
    return [*opening, *(flowable for block in blocks for flowable in block)]


def _agency(position: int, agency: AgencyActions, keys: dict[str, str]) -> list[Flowable]:
    title = heading(agency.agency or "Agency not stated", 2, key=agency_key(position), depth=1)
    if not agency.actions:
        return under(title, words("None open."))
    rows = [
        (reference(it.entry, keys.get(it.entry, "")), it.what, due(it), status(it))
        for it in sorted(agency.actions, key=lambda action: not action.overdue)
    ]
    return under(title, ruled(_BY_AGENCY, rows))


def decision_sheet(cases: int) -> list[Flowable]:
    """Lay out rows for handwriting: one page, or two when there are many cases."""
    pages = 1 if cases <= _SHEET_ROWS else 2
    return [
        new_page(),
        heading("Decision sheet", 1, key=DECISIONS, depth=0),
        rule(),
        _sheet(_SHEET_ROWS),
        *([new_page(), _sheet(_SHEET_ROWS + 1)] if pages > 1 else []),
    ]


def _sheet(rows: int) -> Flowable:
    header = [cell(column.title, "header cell") for column in _SHEET]
    blank: list[list[list[Flowable]]] = [[[] for _ in _SHEET] for _ in range(rows)]
    return TaggedTable(
        [header, *blank],
        renderCB=Tags(Grid(Heads(rows=1))),
        colWidths=[column.width for column in _SHEET],
        rowHeights=[20, *[13 * mm] * rows],
        hAlign="LEFT",
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("LINEBELOW", (0, 0), (-1, 0), RULE, INK),
            ("LINEBELOW", (0, 1), (-1, -1), 2 * THIN, HAIR),
        ],
    )


def back_page(pack: Pack) -> list[Flowable]:
    """Lay out the return or destroy statement with room for a signature."""
    return [
        new_page(),
        heading("Returning or destroying this pack", 1, key=BACK, depth=0),
        rule(),
        gap(2),
        *words(
            "Hand this copy to the coordinator when the meeting ends. If you cannot, destroy it "
            "in a cross-cut shredder or a confidential waste bin within five working days, sign "
            "below and send this page back.",
            "statement",
        ),
        *words(DEPERSONALISED, "statement"),
        *words("Do not keep notes from it apart from the actions of your own agency.", "statement"),
        gap(8),
        Blank(("Returned",)),
        gap(2),
        Blank(("Destroyed on", "by")),
        gap(2),
        Blank(("Name", "Agency")),
        gap(2),
        Blank(("Signature", "Date")),
        gap(10),
        *words(
            f"This is version {pack.version}. Two readers whose copies show the same version hold "
            "the same words.",
            "small",
        ),
    ]
