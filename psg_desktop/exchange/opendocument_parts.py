"""What an OpenDocument spreadsheet says about its sheets, before the grid is built.

Rows and cells may be written once and repeated by number (OpenDocument 1.3 part 3, sections 19.675
and 19.677), so three lines of XML can stand for a billion cells. Empty repetitions at the end of a
row or sheet are harmless and common; repetitions of a cell that holds something are counted.
"""

from collections.abc import Callable, Mapping

from psg_desktop.exchange import limits
from psg_desktop.exchange.annotations import Annotations
from psg_desktop.exchange.archives import PROTECTED
from psg_desktop.exchange.shapes import ERRORS_KEPT, Shape
from psg_desktop.exchange.sheets import Comment, column_letter
from psg_desktop.faults import Unreadable

_PREFIX = "table:"


class OpenDocumentWalk:
    """Follows `content.xml` of a spreadsheet, gathering the shape of each sheet by name."""

    def __init__(self) -> None:
        self.shapes: dict[str, Shape] = {}
        self._shape = Shape()
        self._next_row = 1
        self._rows_repeated = 1
        self._next_column = 1
        self._last_full_column = 0
        self._notes = Annotations(limits.COMMENTS)
        self._steps: dict[str, Callable[[Mapping[str, str]], None]] = {
            "table": self._table,
            "table-row": self._row,
            "table-column": self._columns,
            "table-cell": self._cell,
            "covered-table-cell": self._cell,
            "p": self._text,
            "encryption-data": self._encrypted,
            "annotation": lambda _attributes: self._notes.begin(),
            "frame": self._object,
        }

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        if self._notes.open:
            self._notes.opened(name)
            return
        step = self._steps.get(name)
        if step is not None:
            step(attributes)

    def closed(self, name: str) -> None:
        """Take a closing tag; a row that held something reaches as far as it is repeated."""
        if self._notes.open:
            words = self._notes.closed(name)
            if words:
                self._shape.comments.append(self._comment(words))
            return
        if name != "table-row":
            return
        last_row = self._next_row + self._rows_repeated - 1
        if self._last_full_column:
            self._shape.reach(last_row, self._last_full_column)
        self._next_row = last_row + 1

    def said(self, words: str) -> None:
        """Take text."""
        if self._notes.open:
            self._notes.said(words)

    def _comment(self, words: str) -> Comment:
        # The cell has been counted already, so the next column is one too far.
        return Comment(
            row=self._next_row,
            column=max(1, self._next_column - 1),
            text=words,
            author=self._notes.author,
        )

    def _object(self, _attributes: Mapping[str, str]) -> None:
        self._shape.objects += 1

    def _table(self, attributes: Mapping[str, str]) -> None:
        self._shape = self.shapes.setdefault(attributes.get(_PREFIX + "name", ""), Shape())
        self._next_row = 1

    def _row(self, attributes: Mapping[str, str]) -> None:
        self._rows_repeated = _number(attributes, "number-rows-repeated")
        self._next_column = 1
        self._last_full_column = 0
        hidden = attributes.get(_PREFIX + "visibility") in {"collapse", "filter"}
        if hidden and self._rows_repeated == 1:
            self._shape.hidden_rows.append(self._next_row)

    def _columns(self, attributes: Mapping[str, str]) -> None:
        if attributes.get(_PREFIX + "visibility") == "collapse":
            self._shape.hidden_columns += _number(attributes, "number-columns-repeated")

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self._next_column += _number(attributes, "number-columns-repeated")
        if any(key.endswith(":value-type") for key in attributes):
            self._text(attributes)
        elif _PREFIX + "formula" in attributes:
            self._note(self._shape.stale)
        if _PREFIX + "number-columns-spanned" in attributes:
            self._shape.merged += 1
        if attributes.get("calcext:value-type") == "error":
            self._note(self._shape.errors)

    def _note(self, cells: list[str]) -> None:
        if len(cells) < ERRORS_KEPT:
            cells.append(f"{column_letter(self._next_column - 2)}{self._next_row}")

    def _text(self, _attributes: Mapping[str, str]) -> None:
        self._last_full_column = self._next_column - 1

    def _encrypted(self, _attributes: Mapping[str, str]) -> None:
        raise Unreadable(PROTECTED)


def _number(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(_PREFIX + name, "1")
    return int(text) if text.isdecimal() else 1
