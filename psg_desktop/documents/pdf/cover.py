"""The cover, and the page that says what the pack is, how to handle it and where things are."""

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from psg_desktop.documents.pdf import fonts, marks
from psg_desktop.documents.pdf.dates import full_date, long_date
from psg_desktop.documents.pdf.flow import Blank, ToFoot, gap, new_page, rule, words
from psg_desktop.documents.pdf.furniture import DEPERSONALISED, SAMPLE
from psg_desktop.documents.pdf.headings import contents_lines, heading
from psg_desktop.documents.pdf.places import Place
from psg_desktop.documents.pdf.style import INK, PAPER, RULE, TEXT_WIDTH
from psg_desktop.documents.pdf.typeset import paragraph
from psg_desktop.domain.packs import Pack, PackContents
from psg_desktop.tagging.flowables import Drawing, Prose
from psg_desktop.tagging.structure import Element, Role
from psg_desktop.tagging.tables import Layout, TaggedTable, Tags

_STATEMENT: Final = (
    "This pack is for the meeting named on its cover. Do not copy it, photograph it or pass it "
    "on. Do not try to work out who is meant, and do not say so if you think you know. "
    "Return it at the end of the meeting, or destroy it as the back page says."
)


class _Band(Drawing):
    """White capitals on black, for the sample banner of the cover."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.width, self.height = TEXT_WIDTH, 9 * mm

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(INK)
        canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        canvas.setFillColor(PAPER)
        canvas.setFont(fonts.BOLD, 11)
        with canvas.tagged(Element(role=Role.PARAGRAPH)):
            canvas.drawCentredString(self.width / 2, 8.5, self._text)


class _Legend(Drawing):
    """The marks and what they mean, in one row."""

    def __init__(self) -> None:
        super().__init__()
        self._items = (
            (marks.risk_mark("high"), "High risk"),
            (marks.risk_mark("medium"), "Medium risk"),
            (marks.risk_mark("standard"), "Standard risk"),
            (marks.OVERDUE, "Overdue"),
            (marks.NO_DATE, "No date set"),
        )
        self.width, self.height = TEXT_WIDTH, 20

    def draw(self) -> None:
        canvas, x = self.canv, 0.0
        legend = Element(role=Role.LIST)
        for mark, word in self._items:
            item = Element(role=Role.ITEM, parent=legend)
            with canvas.tagged(Element(role=Role.LABEL, parent=item)):
                marks.draw_mark(canvas, mark, x, 2)
            canvas.setFont(fonts.REGULAR, 10)
            canvas.setFillColor(INK)
            with canvas.tagged(Element(role=Role.BODY, parent=item)):
                canvas.drawString(x + marks.SIZE + 5, 5, word)
            x += marks.SIZE + 5 + fonts.width(word, fonts.REGULAR, 10) + 22


def cover(pack: Pack) -> list[Flowable]:
    """Lay out the cover."""
    contents = pack.contents
    foot = _cover_foot(contents)
    top: list[Flowable] = [gap(4), _Band(SAMPLE)] if contents.sample else []
    return [
        *top,
        gap(34 if contents.sample else 47),
        *words(contents.partnership, "cover partnership"),
        *words(contents.title, "cover title"),
        gap(3),
        *words(f"Meeting of {full_date(contents.meeting_on)}", "cover line"),
        *words(_counted(contents), "cover line"),
        gap(14),
        *_marking_block(contents),
        ToFoot(foot),
        *foot,
        new_page(),
    ]


def _counted(contents: PackContents) -> str:
    cases = len(contents.entries)
    actions = sum(len(agency.actions) for agency in contents.actions)
    return f"{_number(cases, 'case')}, {_number(actions, 'open action')}"


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _marking_block(contents: PackContents) -> list[Flowable]:
    lines: list[Prose] = [
        *words(contents.marking.upper(), "cover marking"),
        *words(contents.handling, "box"),
        paragraph(DEPERSONALISED, "box"),
    ]
    if len(lines) > _BOXED_PARTS or sum(len(it.text) for it in lines) > _BOXED:
        return list(lines)
    box = TaggedTable([[lines]], renderCB=Tags(Layout()), colWidths=[TEXT_WIDTH], hAlign="LEFT")
    box.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
            ("BOX", (0, 0), (-1, -1), 2 * RULE, INK),
            ("LEFTPADDING", (0, 0), (-1, -1), 14),
            ("RIGHTPADDING", (0, 0), (-1, -1), 14),
            ("TOPPADDING", (0, 0), (-1, -1), 10),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ]
    )
    return [box]


# Longer words must be free to run on to another page, which a box cannot.
_BOXED: Final = 800
_BOXED_PARTS: Final = 6


def _cover_foot(contents: PackContents) -> list[Flowable]:
    return [
        Blank(("Copy number", "Held by")),
        gap(6),
        *words("If found, return to the coordinator of:", "small"),
        *words(contents.partnership[:_BOXED], "cell"),
    ]


def about(pack: Pack, places: list[Place]) -> list[Flowable]:
    """Lay out the handling statement and, after it, the contents with links and page numbers."""
    contents = pack.contents
    meeting = long_date(contents.meeting_on)
    return [
        new_page(),
        heading("About this pack", 1, key="about", depth=0),
        rule(),
        *words(
            f"It tells the meeting of {meeting} what is being done in the partnership’s cases, "
            "and names nobody. " + DEPERSONALISED
        ),
        *words(_STATEMENT),
        *words(
            "References such as those in the contents were given for this pack alone. Ages are "
            "bands, places are areas and days are months. Where something is not known, the pack "
            "says so."
        ),
        _Legend(),
        gap(2),
        heading("Contents", 1, key="contents", depth=0),
        rule(),
        *contents_lines(places),
    ]
