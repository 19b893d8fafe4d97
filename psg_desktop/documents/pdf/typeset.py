"""The only maker of paragraphs: words become a paragraph without ever meeting a markup reader.

ReportLab reads a string as mini-markup, in which `<img>` embeds a file of this machine and `<a>`
makes a link. Here the fragments its reader would produce are made directly, one for each line,
so that whatever stands in the words is only words.
"""

from copy import copy
from typing import Any, Final, TypeVar

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag

from psg_desktop.documents.pdf.printable import printable
from psg_desktop.documents.pdf.style import TEXT_WIDTH, styles
from psg_desktop.tagging.flowables import Prose

Kind = TypeVar("Kind", bound=Prose)


_LONGEST: Final = 120  # lines; ReportLab splits a much longer paragraph in quadratic time


def running(words: str, style: str) -> list[Prose]:
    """Set words of any length, as one paragraph or, when very long, as pieces that follow on."""
    look = styles()[style]
    letters = int((TEXT_WIDTH - look.rightIndent) / (look.fontSize * 0.6))
    pieces = parts_of(printable(words).strip(), letters, _LONGEST)
    made = [paragraph(piece, style) for piece in pieces]
    for piece in made[:-1]:
        piece.spaceAfter = 0
    for piece in made[1:]:
        piece.continue_from(made[0])
    return made


def paragraph(words: str, style: str) -> Prose:
    """Set words in the style of this name."""
    return paragraph_of(Prose, words, style)


def paragraph_of(kind: type[Kind], words: str, style: str) -> Kind:
    """Set words as this kind of paragraph in the style of this name."""
    look = styles()[style]
    shown = printable(words).strip()
    return kind(shown, look, frags=_fragments(shown, look))


def resumed(first: Kind, words: str) -> Kind:
    """Give a copy of a paragraph, its mark or link included, that holds these words only."""
    again = copy(first)
    again.continue_from(first)
    again.text = words
    again.frags = _fragments(words, first.style)
    return again


def parts_of(shown: str, letters: int, lines: int) -> list[str]:
    """Part printable text into pieces of at most so many lines of so many letters.

    Pieces end at a line's end or a space if there is one; nothing but that space is left out.
    """
    parts: list[str] = []
    held: list[str] = []
    free = lines
    for line in shown.split("\n"):
        rest = line
        while len(rest) // letters + 1 > free:
            cut = _cut(rest, free * letters - 1)
            parts.append("\n".join([*held, rest[:cut]]).strip())
            rest, held, free = rest[cut:].lstrip(" "), [], lines
        held.append(rest)
        free -= len(rest) // letters + 1
    return [part for part in [*parts, "\n".join(held).strip()] if part]


def _cut(line: str, limit: int) -> int:
    space = line.rfind(" ", 0, max(limit, 0) + 1)
    return space if space > 0 else max(limit, 0)


def _fragments(shown: str, look: ParagraphStyle) -> list[Any]:
    fragments: list[Any] = []
    for line in shown.split("\n") if shown else ():
        if fragments:
            fragments.append(_fragment("", look, lineBreak=True))
        fragments.append(_fragment(line, look))
    return fragments


def _fragment(text: str, look: ParagraphStyle, **more: object) -> Any:
    return ParaFrag(
        text=text,
        fontName=look.fontName,
        fontSize=look.fontSize,
        textColor=look.textColor,
        rise=0,
        greek=0,
        bold=0,
        italic=0,
        link=[],
        us_lines=[],
        **more,
    )
