"""A space at the end of each line but the last, so that no two words run together when heard.

ISO 32000-1, 14.8.2.5: words are told apart by what is in the text, not by where it stands. The
space is beyond the line's end and seen by nobody. A word too long for a line has none within it.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus.paragraph import (  # type: ignore[attr-defined] # left out of its stubs
    _SplitFrag,
    _SplitWord,
    _SplitWordEnd,
)


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
        fragments: The words, as broken for the lines; those of plain lines are in the lines.
        lines: Pairs of room left and words, or lines that say with which fragment they begin.
        continued: Whether the paragraph goes on after its last line.
    """
    ends = [
        not _is_broken(line[1][-1] if isinstance(line, tuple) else fragments[following.sFW - 1])
        for line, following in pairwise(lines)
    ]
    return [*ends, continued]


def _is_broken(last: Any) -> bool:
    """Tell whether the last thing of a line is the beginning of a word too long for it."""
    if isinstance(last, str):
        return isinstance(last, _SplitWord) and not isinstance(last, _SplitWordEnd)
    return type(last) is _SplitFrag
