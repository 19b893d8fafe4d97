"""A space at the end of each line but the last, so that no two words run together when heard.

ISO 32000-1, 14.8.2.5: words are told apart by what is in the text, not by where it stands. The
space is beyond the line's end and seen by nobody. A word too long for a line has none within it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfgen.textobject import PDFTextObject


class SpacedText(PDFTextObject):
    """A text object that ends some of its lines with a space."""

    def __init__(self, canvas: Any, x: float, y: float, spaced: Sequence[bool]) -> None:
        super().__init__(canvas, x, y)
        self._spaced = iter(spaced)

    def _textOut(  # noqa: N802 ReportLab's name, under which it sets every line of a paragraph
        self,
        text: str,
        TStar: Any = 0,  # noqa: N803 ReportLab's name: whether the line ends
    ) -> None:
        if TStar and next(self._spaced, False):
            text += " "
        super()._textOut(text, TStar)  # type: ignore[misc] # left out of its stubs


def ends_of_words(
    fragments: Sequence[Any], lines: Sequence[Any], *, continued: bool
) -> Sequence[bool]:
    """Say for each line of ReportLab's whether a word ends with it and another follows.

    Args:
        fragments: The words before they were broken into lines.
        lines: Pairs of room left and words, or lines of fragments.
        continued: Whether the paragraph goes on after its last line.
    """
    if len(lines) == 1:
        return (continued,)
    source = "".join(_text(fragment) for fragment in fragments)
    whole = set(_lengths(source.split()))
    ends = [reached in whole for reached in _lengths(map(_solid, lines))]
    ends[-1] = continued
    return ends


def _text(fragment: Any) -> str:
    if getattr(fragment, "lineBreak", False):
        return "\n"
    return getattr(fragment, "text", None) or " ".join(getattr(fragment, "words", ()))


def _solid(line: Any) -> str:
    if isinstance(line, tuple):
        return "".join("".join(line[1]).split())
    return "".join("".join(getattr(one, "text", "") for one in line.words).split())


def _lengths(words: Any) -> Iterator[int]:
    """Count the letters up to the end of each of these, one after the other."""
    reached = 0
    for word in words:
        reached += len(word)
        yield reached
