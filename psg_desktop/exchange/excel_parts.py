"""What the parts of an Excel workbook say about its sheets, before the grid is built.

Element names follow ECMA-376 part 1, chapter 18 (SpreadsheetML).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from psg_desktop.exchange.cell_places import cell_place
from psg_desktop.exchange.shapes import ERRORS_KEPT, Shape


def part_key(path: str) -> str:
    """Give what a part is known by: its file name, since targets may be relative or absolute."""
    return PurePosixPath(path.replace("\\", "/")).name.casefold()


@dataclass(slots=True)
class ExcelContents:
    """The shapes found, and what leads from the name of a sheet to the part that holds it."""

    shapes: dict[str, Shape] = field(default_factory=dict)
    sheet_links: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)

    def shape_of(self, sheet: str) -> Shape | None:
        """Find the shape of the sheet of this name."""
        return self.shapes.get(self.targets.get(self.sheet_links.get(sheet, ""), ""))


class ExcelWalk:
    """Follows one part of an Excel workbook."""

    def __init__(self, contents: ExcelContents, part: str) -> None:
        self._contents = contents
        self._shape = contents.shapes.setdefault(part_key(part), Shape())
        self._row = 0
        self._column = 0
        self._reference = ""
        self._formula_waits = False
        self._is_text = False
        self._in_value = False
        self._steps: dict[str, Callable[[Mapping[str, str]], None]] = {
            "c": self._cell,
            "v": self._value,
            "is": self._inline,
            "f": self._formula,
            "row": self._start_row,
            "col": self._columns,
            "mergeCell": self._merge,
            "sheet": self._sheet,
            "Relationship": self._relationship,
        }

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        step = self._steps.get(name)
        if step is not None:
            step(attributes)

    def closed(self, name: str) -> None:
        """Take a closing tag."""
        if name == "v":
            self._in_value = False
        if name == "c" and self._formula_waits:
            self._formula_waits = False
            self._note(self._shape.stale)

    def said(self, words: str) -> None:
        """Take text; a formula whose value is empty has no saved result, unless it is a text."""
        if self._in_value and words:
            self._formula_waits = False

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) if number.isdecimal() else self._row + 1
        self._column = 0
        if attributes.get("hidden") in {"1", "true"}:
            self._shape.hidden_rows.append(self._row)

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self._reference = attributes.get("r", "")
        place = cell_place(self._reference)
        if place is None:
            self._column += 1
        else:
            self._row, self._column = place
        self._formula_waits = False
        self._is_text = attributes.get("t") == "str"
        if attributes.get("t") == "e":
            self._note(self._shape.errors)

    def _value(self, _attributes: Mapping[str, str]) -> None:
        self._in_value = True
        if self._is_text:
            self._formula_waits = False
        self._shape.reach(self._row, self._column)

    def _inline(self, _attributes: Mapping[str, str]) -> None:
        self._formula_waits = False
        self._shape.reach(self._row, self._column)

    def _formula(self, _attributes: Mapping[str, str]) -> None:
        self._formula_waits = True
        self._shape.reach(self._row, self._column)

    def _note(self, cells: list[str]) -> None:
        if len(cells) < ERRORS_KEPT:
            cells.append(self._reference)

    def _columns(self, attributes: Mapping[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in {"1", "true"} and first.isdecimal() and last.isdecimal():
            self._shape.hidden_columns += max(0, int(last) - int(first) + 1)

    def _merge(self, _attributes: Mapping[str, str]) -> None:
        self._shape.merged += 1

    def _sheet(self, attributes: Mapping[str, str]) -> None:
        link = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        self._contents.sheet_links[attributes.get("name", "")] = link

    def _relationship(self, attributes: Mapping[str, str]) -> None:
        target = part_key(attributes.get("Target", ""))
        self._contents.targets[attributes.get("Id", "")] = target
