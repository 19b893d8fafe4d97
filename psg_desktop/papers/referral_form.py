"""The blank referral form on A4: printed or sent out, filled in by hand, typed in or imported."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from psg_desktop.paths import resource
from psg_desktop.tagging.canvas import TaggedCanvas
from psg_desktop.tagging.structure import Artefact, Element, Role

_REGULAR, _BOLD = "Form-Regular", "Form-SemiBold"
_FACES = {
    _REGULAR: "fonts/IBMPlexSans-Regular.ttf",
    _BOLD: "fonts/IBMPlexSans-SemiBold.ttf",
}
_WIDE, _HIGH = A4
_EDGE = 16 * mm
_LEFT, _RIGHT, _TOP, _FOOT = _EDGE, _WIDE - _EDGE, _HIGH - _EDGE, 14 * mm
_LINE, _BOX = 8.5 * mm, 3 * mm
_GAP = 4 * mm
_TICKS = 60 * mm  # kept beside a label for its boxes
_INK, _QUIET, _RULE = 0.1, 0.35, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankForm:
    """What stands on an empty form.

    Attributes:
        partnership: Name of the partnership; `area` its district, "" where none is set.
        agency: Where the form goes back to, "" where it is written in.
        limbs: The parts of the threshold test, each with what is asked.
        marking: Printed on each page.
    """

    partnership: str
    area: str = ""
    agency: str = ""
    limbs: tuple[tuple[str, str], ...] = ()
    marking: str = "OFFICIAL-SENSITIVE when filled in"


def blank_form(form: BlankForm) -> bytes:
    """Draw the form: two pages of PDF, more where the test is long; the same for the same form."""
    for name, file in _FACES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resource(file))))
    counted, _ = _drawn(form, pages=0)
    return _drawn(form, pages=counted)[1]


def _drawn(form: BlankForm, pages: int) -> tuple[int, bytes]:
    """Draw the form with a number of pages at its foot; give how many it took, and the file."""
    buffer = BytesIO()
    canvas = TaggedCanvas(buffer, pagesize=A4, invariant=1, initialFontName=_REGULAR)
    canvas.setTitle("Referral to the Problem-Solving Group")
    canvas.setAuthor(form.partnership)
    pen = _Pen(canvas, form.marking, pages)
    _first_page(pen, form)
    pen.turn()
    _second_page(pen, form)
    pen.end()
    canvas.save()
    return pen.page, buffer.getvalue()


def _first_page(pen: "_Pen", form: BlankForm) -> None:
    pen.title("Referral to the Problem-Solving Group")
    where = ", ".join(part for part in (form.partnership, form.area) if part)
    pen.quiet(where)
    pen.quiet(
        "Only who or where, and what the problem is, must be filled in. "
        f"Send it to: {form.agency or '_' * 40}"
    )
    pen.heading("Who or what is referred")
    pen.ticks("This is about", ("a person", "a place", "a project"))
    pen.line("Name")
    pen.lines(("Also known as", 0.6), ("Date of birth", 0.4))
    pen.lines(("Address", 0.7), ("Postcode", 0.3))
    pen.line("Phones")
    pen.line("Known references (police, council, housing)")
    pen.area("Children at the address (name, age)", 2)
    pen.ticks("Does the person know?", ("told, agrees", "told, does not agree", "not told"))
    pen.line("If not told, why")
    pen.heading("The problem")
    pen.area("What the problem is: who or what is harmed, where, when, how often", 5)
    pen.ticks("How long can it wait?", ("today", "before the meeting", "the next meeting"))
    pen.area("Risk or urgency, and why", 2)


def _second_page(pen: "_Pen", form: BlankForm) -> None:
    pen.heading("What was done")
    pen.area("What was tried first: initial enquiries and early intervention", 4)
    pen.area("What the group is asked for", 2)
    pen.heading("Who refers")
    pen.lines(("Agency", 0.5), ("Name", 0.5))
    pen.lines(("Telephone or e-mail", 0.6), ("Date", 0.4))
    pen.quiet("The referrer is expected to come to the meeting at which this is discussed.")
    pen.heading("For the group")
    pen.ticks("It came by", ("telephone", "e-mail", "form", "meeting"))
    pen.lines(("Received on", 0.5), ("Reference", 0.5))
    for name, prompt in form.limbs:
        pen.ticks(name, ("met", "not met"))
        pen.quiet(prompt)
    pen.area("Decision and reason", 2)
    pen.lines(("Decided by", 0.6), ("On", 0.4))
    pen.lines(("Referrer told on", 0.5), ("by", 0.5))


class _Pen:
    """Draws from the top of the page down."""

    def __init__(self, canvas: TaggedCanvas, marking: str, pages: int) -> None:
        self._canvas, self._marking, self._pages = canvas, marking, pages
        self.page = 1
        self._start()

    def title(self, words: str) -> None:
        self._down(7 * mm)
        with self._canvas.tagged(Element(role=Role.HEADING, level=0)):
            self._text(words, _BOLD, 17)
        self._y -= 2 * mm

    def heading(self, words: str) -> None:
        self._down(9 * mm, 2 * _LINE)
        with self._canvas.tagged(Element(role=Role.HEADING, level=1)):
            self._text(words, _BOLD, 12)
        self._y -= 1.5 * mm
        self._canvas.setStrokeGray(_INK)
        self._canvas.line(_LEFT, self._y, _RIGHT, self._y)

    def quiet(self, words: str) -> None:
        room = _RIGHT - _LEFT
        with self._canvas.tagged(Element(role=Role.PARAGRAPH)):
            for line in _heard(_wrapped(words, room, 9)):
                self._down(4.6 * mm)
                self._text(line, _REGULAR, 9, _QUIET)

    def line(self, words: str) -> None:
        self.lines((words, 1.0))

    def lines(self, *parts: tuple[str, float]) -> None:
        """Draw labels with rules to write on, side by side, each with its share of the width."""
        self._down(_LINE)
        left = _LEFT
        for words, share in parts:
            end = left + (_RIGHT - _LEFT) * share
            self._label(words, at=left)
            start = left + pdfmetrics.stringWidth(words, _REGULAR, 9.5) + 2 * mm
            self._rule(start, end - (_GAP if end < _RIGHT - 1 else 0), self._y - 0.8 * mm)
            left = end

    def area(self, words: str, lines: int) -> None:
        """Draw a label with so many rules to write on below it."""
        self._down(7 * mm, _LINE)
        self._label(words)
        for _ in range(lines):
            self._down(_LINE)
            self._rule(_LEFT, _RIGHT, self._y)

    def ticks(self, words: str, options: tuple[str, ...]) -> None:
        """Draw a label with boxes to tick beside it, on its last line where it has several."""
        with self._canvas.tagged(Element(role=Role.PARAGRAPH)):
            for line in _heard(_wrapped(words, _RIGHT - _LEFT - _TICKS, 9.5)):
                self._down(_LINE)
                words = line
                self._text(words, _REGULAR, 9.5)
        choices = Element(role=Role.LIST)
        left = max(_LEFT + 52 * mm, _LEFT + pdfmetrics.stringWidth(words, _REGULAR, 9.5) + 5 * mm)
        self._canvas.setStrokeGray(_INK)
        for option in options:
            self._canvas.rect(left, self._y - 0.4 * mm, _BOX, _BOX)
            item = Element(role=Role.ITEM, parent=choices)
            with self._canvas.tagged(Element(role=Role.BODY, parent=item)):
                self._text(option, _REGULAR, 9.5, at=left + _BOX + 1.5 * mm)
            left += _BOX + pdfmetrics.stringWidth(option, _REGULAR, 9.5) + 8 * mm

    def turn(self) -> None:
        """Go on with the next page."""
        self.end()
        self.page += 1
        self._start()

    def end(self) -> None:
        """Finish the page."""
        self._canvas.showPage()

    def _down(self, step: float, with_it: float = 0) -> None:
        """Go down, or on to the next page where what comes does not fit above the foot."""
        if self._y - step - with_it < _FOOT + 2 * mm:
            self.turn()
        self._y -= step

    def _start(self) -> None:
        self._y = _TOP
        self._canvas.setFillGray(_QUIET)
        self._canvas.setFont(_REGULAR, 8)
        page = f"Page {self.page} of {self._pages}"
        with self._canvas.artefact(Artefact.FOOTER):
            self._canvas.drawString(_LEFT, _FOOT - 4 * mm, self._marking)
            self._canvas.drawRightString(_RIGHT, _FOOT - 4 * mm, page)

    def _label(self, words: str, *, at: float = _LEFT) -> None:
        with self._canvas.tagged(Element(role=Role.PARAGRAPH)):
            self._text(words, _REGULAR, 9.5, at=at)

    def _text(
        self, words: str, face: str, size: float, ink: float = _INK, *, at: float = _LEFT
    ) -> None:
        self._canvas.setFillGray(ink)
        self._canvas.setFont(face, size)
        self._canvas.drawString(at, self._y, words)

    def _rule(self, start: float, end: float, y: float) -> None:
        self._canvas.setStrokeGray(_RULE)
        self._canvas.setLineWidth(0.6)
        self._canvas.line(start, y, end, y)


def _heard(lines: list[str]) -> list[str]:
    """End each line but the last with a space, so that words do not run together when heard."""
    return [*(f"{line} " for line in lines[:-1]), lines[-1]]


def _wrapped(words: str, room: float, size: float) -> list[str]:
    lines: list[str] = [""]
    for word in _pieces(words, room, size):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and pdfmetrics.stringWidth(longer, _REGULAR, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _pieces(words: str, room: float, size: float) -> Iterator[str]:
    """Give the words of a text; one that is wider than a line comes in several pieces."""
    for word in words.split():
        piece = ""
        for sign in word:
            if piece and pdfmetrics.stringWidth(piece + sign, _REGULAR, size) > room:
                yield piece
                piece = ""
            piece += sign
        yield piece
