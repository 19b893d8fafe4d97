"""Comments of an OpenDocument spreadsheet: annotations that stand inside their cell.

OpenDocument 1.3 part 3, section 14.1: who wrote it and when, then paragraphs of text.
"""

from psg_desktop.domain import text
from psg_desktop.exchange.limits import CELL_LENGTH
from psg_desktop.faults import Unreadable


class Annotations:
    """Listens to one annotation after the other, and says when there are too many."""

    def __init__(self, most: int) -> None:
        """Begin; at most *most* annotations are taken."""
        self._most = most
        self._met = 0
        self._inside = ""
        self._words: list[str] = []
        self._creator: list[str] = []
        self._length = 0
        self.open = False

    @property
    def author(self) -> str:
        """Who wrote the last annotation, or ""."""
        return text.line("".join(self._creator))

    def begin(self) -> None:
        """Take the opening tag of an annotation.

        Raises:
            Unreadable: There are more annotations than any caseload has.
        """
        self._met += 1
        if self._met > self._most:
            raise _too_much()
        self.open, self._inside = True, ""
        self._words, self._creator, self._length = [], [], 0

    def opened(self, name: str) -> None:
        """Take an opening tag inside an annotation."""
        if name == "p" and self._words:
            self._words.append("\n")
        if name in {"p", "creator", "date", "date-string"}:
            self._inside = name

    def said(self, words: str) -> None:
        """Take text inside an annotation.

        Raises:
            Unreadable: The annotation is longer than any comment.
        """
        self._length += len(words)
        if self._length > CELL_LENGTH:
            raise _too_much()
        if self._inside == "p":
            self._words.append(words)
        elif self._inside == "creator":
            self._creator.append(words)

    def closed(self, name: str) -> str:
        """Take a closing tag; give the whole text when it ends the annotation."""
        if name == "annotation":
            self.open = False
            return text.prose("".join(self._words))
        if name == self._inside:
            self._inside = ""
        return ""


def _too_much() -> Unreadable:
    return Unreadable(
        "The workbook holds more or longer comments on cells than any caseload needs. Copy the "
        "rows you need to a new workbook."
    )
