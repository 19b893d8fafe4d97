"""The only maker of paragraphs: words become a paragraph without ever meeting a markup reader.

ReportLab reads a string as mini-markup, in which `<img>` embeds a file of this machine and `<a>`
makes a link. Here the fragments its reader would produce are made directly, one for each line,
so that whatever stands in the words is only words.
"""

from typing import Any, TypeVar

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from psg_desktop.documents.pdf.printable import printable
from psg_desktop.documents.pdf.style import styles

Kind = TypeVar("Kind", bound=Paragraph)


def paragraph(words: str, style: str) -> Paragraph:
    """Set words in the style of this name."""
    return paragraph_of(Paragraph, words, style)


def paragraph_of(kind: type[Kind], words: str, style: str) -> Kind:
    """Set words as this kind of paragraph in the style of this name."""
    look = styles()[style]
    shown = printable(words).strip()
    return kind(shown, look, frags=_fragments(shown, look))


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
