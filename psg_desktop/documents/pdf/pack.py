"""The Delivery Group pack as a PDF; it knows the `Pack` and nothing else of the domain."""

from io import BytesIO
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFName, PDFString
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.flowables import Flowable
from typing_extensions import override

from psg_desktop.documents.pdf import fonts
from psg_desktop.documents.pdf.case_page import case_page, open_actions
from psg_desktop.documents.pdf.closing import actions_by_agency, back_page, decision_sheet
from psg_desktop.documents.pdf.cover import about, cover
from psg_desktop.documents.pdf.dates import long_date
from psg_desktop.documents.pdf.flow import new_page, rule, words
from psg_desktop.documents.pdf.furniture import furniture_of
from psg_desktop.documents.pdf.glance import glance
from psg_desktop.documents.pdf.headings import Anchor, heading
from psg_desktop.documents.pdf.places import CASES, keys_by_reference, places
from psg_desktop.documents.pdf.printable import one_line
from psg_desktop.documents.pdf.style import (
    BOTTOM,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_HEIGHT,
    TEXT_WIDTH,
)
from psg_desktop.domain.packs import Pack, PackContents
from psg_desktop.tagging.numbering import NumberedCanvas, PageFinish

PROGRAM: Final = "PSG Desktop"

# Nothing a pack says may make ReportLab open an address or a file: no scheme and no host is
# trusted. An empty list of hosts would mean "any", so it holds a name that cannot exist.
rl_config.trustedSchemes = []
rl_config.trustedHosts = ["nowhere.invalid"]

# Pages are kept as bytes: spelt out in letters, for ways of sending that no longer exist, they take
# a quarter more room and a tenth of the drawing.
rl_config.useA85 = 0


class _Information(PDFInfo):
    """The document information without an author, and with no word ReportLab puts in by itself."""

    @override
    def format(self, document: Any) -> Any:
        held = {
            "Title": PDFString(self.title),
            "Creator": PDFString(PROGRAM),
            "Producer": PDFString(PROGRAM),
            "Trapped": PDFName("False"),
        }
        return PDFDictionary(held).format(document)


def render_pack(pack: Pack) -> bytes:
    """Draw an approved pack as a PDF file; the same pack gives the same bytes.

    Any words are drawable: those the font lacks are named by their number, and words too long
    for a page run on to the next.
    """
    fonts.drawable()
    target = BytesIO()
    document = _document(target, _title(pack.contents))
    document.build(story(pack), canvasmaker=_canvas_maker(pack))
    return target.getvalue()


def story(pack: Pack) -> list[Flowable]:
    """Give everything that is drawn, in order, page furniture apart."""
    fonts.drawable()
    contents = pack.contents
    return [
        *cover(pack),
        *about(pack, places(contents)),
        *glance(contents),
        *_cases(contents),
        *actions_by_agency(contents, keys_by_reference(contents)),
        *decision_sheet(len(contents.entries)),
        *back_page(pack),
    ]


def _cases(contents: PackContents) -> list[Flowable]:
    if not contents.entries:
        return [
            new_page(),
            heading("Cases", 1, key=CASES, depth=0),
            rule(),
            *words("No cases were chosen for this pack."),
        ]
    actions = open_actions(contents)
    pages = (case_page(at, entry, actions) for at, entry in enumerate(contents.entries))
    flowables = [flowable for page in pages for flowable in page]
    # The anchor follows the page break, so that it stands on the first case's page.
    return [flowables[0], Anchor(CASES, "Cases", 0), *flowables[1:]]


def _document(target: BytesIO, title: str) -> BaseDocTemplate:
    frame = Frame(
        LEFT,
        BOTTOM,
        TEXT_WIDTH,
        TEXT_HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return BaseDocTemplate(
        target,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageTemplates=[PageTemplate(frames=[frame])],
        title=title,
        invariant=1,
        initialFontName=fonts.REGULAR,
        initialFontSize=11,
        pageCompression=1,
    )


def _canvas_maker(pack: Pack) -> Any:
    finish: PageFinish = furniture_of(pack).finish

    def made(target: BytesIO, **settings: Any) -> NumberedCanvas:
        canvas = NumberedCanvas(target, finish, **settings)
        canvas.describe_with(_Information())
        canvas.showOutline()
        return canvas

    return made


def _title(contents: PackContents) -> str:
    parts = (contents.title, contents.partnership, long_date(contents.meeting_on))
    return ", ".join(filter(None, (one_line(part)[:200] for part in parts)))
