"""What every page carries: marking, handling, whose pack, which version, page x of y."""

from dataclasses import dataclass

from reportlab.lib.units import mm

from psg_desktop.documents.pdf import fonts
from psg_desktop.documents.pdf.dates import long_date
from psg_desktop.documents.pdf.printable import one_line
from psg_desktop.documents.pdf.style import (
    INK,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PAPER,
    QUIET,
    RIGHT,
    RULE,
    TEXT_WIDTH,
)
from psg_desktop.domain.packs import Pack
from psg_desktop.tagging.numbering import NumberedCanvas
from psg_desktop.tagging.structure import Artefact

DEPERSONALISED = (
    "Depersonalised, not anonymous: inference remains possible, "
    "so this stays a controlled document."
)
SAMPLE = "SAMPLE: every person and place in this pack is made up"
_CENTRE = LEFT + TEXT_WIDTH / 2
_END = PAGE_WIDTH - RIGHT
_BAND_FOOT = 60 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The words around the page, already shortened to the room they have."""

    marking: str
    handling: str
    partnership: str
    meeting: str
    title: str
    version: str
    sample: bool
    room: float

    def finish(self, canvas: NumberedCanvas, number: int, total: int) -> None:
        """Draw header and footer of page `number` of `total`."""
        canvas.saveState()
        with canvas.artefact(Artefact.HEADER):
            self._header(canvas)
        with canvas.artefact(Artefact.FOOTER):
            self._footer(canvas, f"Page {number} of {total}")
        if self.sample:
            with canvas.artefact(Artefact.REPEATED):
                _sample_band(canvas)
        canvas.restoreState()

    def _header(self, canvas: NumberedCanvas) -> None:
        line = PAGE_HEIGHT - 11 * mm
        canvas.setFillColor(INK)
        canvas.setFont(fonts.BOLD, 11)
        canvas.drawCentredString(_CENTRE, line, self.marking)
        canvas.setFillColor(QUIET)
        canvas.setFont(fonts.REGULAR, 9)
        canvas.drawString(LEFT, line, self.partnership)
        canvas.drawRightString(_END, line, self.meeting)
        canvas.setFont(fonts.REGULAR, 8.5)
        canvas.drawCentredString(_CENTRE, line - 11, self.handling)

    def _footer(self, canvas: NumberedCanvas, page: str) -> None:
        line = 12.5 * mm
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(RULE)
        canvas.line(LEFT, line + 12, _END, line + 12)
        canvas.setFillColor(INK)
        canvas.setFont(fonts.BOLD, 9)
        canvas.drawCentredString(_CENTRE, line, self.marking)
        canvas.drawRightString(_END, line, page)
        canvas.setFont(fonts.REGULAR, 9)
        canvas.drawString(LEFT, line, self._what(canvas.running))
        canvas.setFillColor(QUIET)
        canvas.setFont(fonts.REGULAR, 8.5)
        canvas.drawString(LEFT, line - 11, DEPERSONALISED)
        canvas.drawRightString(_END, line - 11, self.version)

    def _what(self, running: str) -> str:
        if not running:
            return fonts.fitted(self.title, fonts.REGULAR, 9, self.room)
        whole = f"{self.title} · {running}"
        # Where both do not fit, the section tells more than a title cut short; the cover has both.
        fits = fonts.width(whole, fonts.REGULAR, 9) <= self.room
        return whole if fits else fonts.fitted(running, fonts.REGULAR, 9, self.room)


def furniture_of(pack: Pack) -> Furniture:
    """Gather what the pages of this pack carry."""
    contents = pack.contents
    marking = fonts.fitted(one_line(contents.marking).upper(), fonts.BOLD, 11, TEXT_WIDTH * 0.4)
    room = (TEXT_WIDTH - fonts.width(marking, fonts.BOLD, 11)) / 2 - 8
    return Furniture(
        marking=marking,
        handling=fonts.fitted(one_line(contents.handling), fonts.REGULAR, 8.5, TEXT_WIDTH),
        partnership=fonts.fitted(one_line(contents.partnership), fonts.REGULAR, 9, room),
        meeting=f"Meeting of {long_date(contents.meeting_on)}",
        title=one_line(contents.title),
        version=f"Version {pack.version}",
        sample=contents.sample,
        room=room,
    )


def _sample_band(canvas: NumberedCanvas) -> None:
    """Draw a dark band in the outer margin, clear of the text, readable on any copy."""
    width = 6 * mm
    left = PAGE_WIDTH - 12 * mm
    canvas.setFillColor(INK)
    canvas.rect(left, _BAND_FOOT, width, PAGE_HEIGHT - 2 * _BAND_FOOT, stroke=0, fill=1)
    canvas.setFillColor(PAPER)
    canvas.setFont(fonts.BOLD, 9)
    canvas.translate(left + width / 2 - 3, PAGE_HEIGHT / 2)
    canvas.rotate(90)
    canvas.drawCentredString(0, -6.2, SAMPLE)
