"""A first look at a worksheet part with patterns alone, some ten times faster than parsing it.

It may think a sheet larger than it is (a far cell that is only coloured counts here), never
smaller: what it does not understand, or finds too large, is walked tag by tag afterwards.
"""

import re
from collections.abc import Iterable

from psg_desktop.exchange import limits
from psg_desktop.exchange.cell_places import column_number
from psg_desktop.exchange.parts import ENTITIES
from psg_desktop.exchange.shapes import ERRORS_KEPT, Shape, vastness
from psg_desktop.faults import Unreadable

# Cells and rows written in any other way than Excel writes them: with a prefix, without a place.
_STRANGE = re.compile(rb"<(?:c|row)[^ a-zA-Z]|:(?:c|row)[\s>/]")
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
_ROW = re.compile(rb'<row (?:[^>]*? )?r="([0-9]{1,7})"([^>]*)')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_ERROR = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"[^>]*? t="e"')
# A text may be empty in truth, so an empty value of type "str" is a saved result.
_STALE = re.compile(
    rb'<c r="([A-Z]{1,3}[0-9]{1,7})"(?![^>]* t="str")[^>]*><f(?:[^>]*/>|[^>]*>[^<]*</f>)'
    rb"(?:<v ?/>|<v></v>)?</c>"
)
_ENDS_STALE = (b"</f></c>", b"/></c>", b"<v></v></c>")
_HIDDEN_COLUMNS = re.compile(rb'<col [^>]*\bhidden="(?:1|true)"')
_FOREIGN_ENCODING = re.compile(
    rb'\A(?:\xff\xfe|\xfe\xff|<\x00|\x00<|.{0,60}encoding="(?!utf-8))', re.IGNORECASE
)
# Longer than any tag of a worksheet; carrying more from block to block would take quadratic time.
_LONGEST_CARRY = 4 * limits.CELL_LENGTH


class QuickScan:
    """Gathers the shape of one part, and whether it was understood."""

    def __init__(self) -> None:
        self.shape = Shape()
        self.understood = True
        self._letters: set[bytes] = set()

    def read(self, blocks: Iterable[bytes]) -> None:
        """Scan all blocks of a part.

        Raises:
            Unreadable: The part declares a document type.
        """
        carried = b""
        for number, block in enumerate(blocks):
            text = carried + block
            if number == 0 and _FOREIGN_ENCODING.match(text):
                self.understood = False
            cut = text.rfind(b">") + 1
            if len(text) - cut > _LONGEST_CARRY:
                cut = len(text)
            self._scan(text[:cut])
            carried = text[cut:]
        self._scan(carried)
        self.shape.last_column = max(map(column_number, self._texts()), default=0)

    @property
    def trustworthy(self) -> bool:
        """Whether every cell was understood and the sheet, taken at its largest, is modest."""
        return self.understood and not vastness(self.shape.last_row, self.shape.last_column)

    def _texts(self) -> Iterable[str]:
        return (letters.decode("ascii") for letters in self._letters)

    def _scan(self, text: bytes) -> None:
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise Unreadable(ENTITIES)
        shape = self.shape
        cells = _CELL.findall(text)
        rows = _ROW.findall(text)
        starts = text.count(b"<c "), text.count(b"<row ")
        if (len(cells), len(rows)) != starts or _STRANGE.search(text):
            self.understood = False
        self._letters.update({letters for letters, _ in cells})
        last = max((int(digits) for digits in {digits for _, digits in cells}), default=0)
        shape.last_row = max(shape.last_row, last)
        shape.merged += text.count(b"<mergeCell ")
        shape.hidden_columns += len(_HIDDEN_COLUMNS.findall(text))
        if b"hidden=" in text:
            shape.hidden_rows.extend(int(row) for row, rest in rows if _HIDDEN.search(rest))
        if b't="e"' in text:
            self._note(shape.errors, _ERROR, text)
        if b"<f" in text and any(end in text for end in _ENDS_STALE):
            self._note(shape.stale, _STALE, text)

    @staticmethod
    def _note(noted: list[str], pattern: re.Pattern[bytes], text: bytes) -> None:
        if len(noted) < ERRORS_KEPT:
            noted.extend(found.decode("ascii") for found in pattern.findall(text))
