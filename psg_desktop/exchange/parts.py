"""Walks the XML parts of a zipped workbook as a stream, to know their shape beforehand.

A five-kilobyte sheet may claim a cell in the last column of the last row; a reader that builds a
full grid would ask for terabytes. Expat walks each part without building anything, refuses every
document type declaration (so no entity can be declared), and hands the opening tags to a walk that
knows the format.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.parsers import expat

from psg_desktop.exchange.archives import DAMAGED
from psg_desktop.faults import Unreadable

ENTITIES = (
    "The file declares XML entities, which no spreadsheet program writes and which files made to "
    "exhaust a computer do, so it was not opened. Save it anew in a spreadsheet program."
)


class Walk(Protocol):
    """Follows one part tag by tag; names come without their prefix."""

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""

    def closed(self, name: str) -> None:
        """Take a closing tag."""

    def said(self, words: str) -> None:
        """Take text between tags, in pieces."""


def walk(blocks: Iterable[bytes], steps: Walk) -> None:
    """Lead *steps* through one XML part.

    Raises:
        Unreadable: The part is no well-formed XML, or declares a document type.
    """

    def opening(name: str, attributes: dict[str, str]) -> None:
        steps.opened(name.rpartition(":")[2], attributes)

    def closing(name: str) -> None:
        steps.closed(name.rpartition(":")[2])

    parser = expat.ParserCreate()
    parser.StartElementHandler = opening
    parser.EndElementHandler = closing
    parser.CharacterDataHandler = steps.said
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        for block in blocks:
            parser.Parse(block, False)  # noqa: FBT003 - expat takes it by position only
        parser.Parse(b"", True)  # noqa: FBT003 - as above
    except (expat.ExpatError, LookupError, ValueError) as damage:
        # The last two: an encoding Python does not have, or expat cannot take.
        raise Unreadable(DAMAGED) from damage


def _refuse_document_type(*_declared: object) -> None:
    raise Unreadable(ENTITIES)
