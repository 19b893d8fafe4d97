"""The records of an old workbook that say what is odd on its sheets ([MS-XLS] 2.4)."""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from psg_desktop.exchange.shapes import ERRORS_KEPT, Shape
from psg_desktop.exchange.sheets import column_letter

_PLACE = struct.Struct("<HH")
_SHEET = struct.Struct("<I2xBB")
_COLUMNS = struct.Struct("<HH4xH")
_ROW = struct.Struct("<H10xH")
_COUNT = struct.Struct("<H")
_OBJECT = struct.Struct("<4xH")
_ERROR_VALUE = struct.Struct("<HH2xB5xH")
_HIDDEN_COLUMN = 0x0001
_HIDDEN_ROW = 0x0020
_WIDE_LETTERS = 0x01
_IS_ERROR = 2
_NO_NUMBER = 0xFFFF
_BODIES_OF_COMMENTS_AND_LISTS = frozenset({0x14, 0x19})
RECORD_BYTES = 80
"""As much of a record as is looked at; the name of a sheet has at most 31 letters."""


@dataclass(slots=True)
class BinarySheets:
    """What is odd on each sheet, by where the sheet starts, and the names of the sheets."""

    _names: dict[int, str] = field(default_factory=dict)
    _shapes: dict[int, Shape] = field(default_factory=dict)
    _shape: Shape = field(default_factory=Shape)

    @property
    def by_name(self) -> dict[str, Shape]:
        """The shapes by the name of their sheet."""
        return {
            name: self._shapes[start]
            for start, name in self._names.items()
            if start in self._shapes
        }

    @property
    def shapes(self) -> list[Shape]:
        """The shapes of all sheets, named or not."""
        return [self._shape, *self._shapes.values()]

    def start(self, at: int) -> None:
        """Begin a sheet whose first record stands at this place of the stream."""
        self._shape = self._shapes.setdefault(at, Shape())

    def take_cell(self, kind: int, body: bytes) -> None:
        """Take a record that places a cell."""
        row, column = _PLACE.unpack_from(body)
        self._shape.reach(row + 1, column + 1)
        if kind in _ERRORS and len(body) >= _ERROR_VALUE.size and _ERRORS[kind](body):
            _note(self._shape.errors, row, column)

    def take(self, kind: int, body: bytes) -> None:
        """Take any other record."""
        step = _STEPS.get(kind)
        if step is not None:
            step(self, body)

    def _name(self, body: bytes) -> None:
        if len(body) < _SHEET.size:
            return
        start, length, flags = _SHEET.unpack_from(body)
        wide = flags & _WIDE_LETTERS
        letters = body[_SHEET.size : _SHEET.size + (2 * length if wide else length)]
        self._names[start] = letters.decode("utf-16-le" if wide else "latin-1", "replace")

    def _columns(self, body: bytes) -> None:
        if len(body) >= _COLUMNS.size:
            first, last, flags = _COLUMNS.unpack_from(body)
            if flags & _HIDDEN_COLUMN:
                self._shape.hidden_columns += max(0, last - first + 1)

    def _row(self, body: bytes) -> None:
        if len(body) >= _ROW.size:
            row, flags = _ROW.unpack_from(body)
            if flags & _HIDDEN_ROW and len(self._shape.hidden_rows) < ERRORS_KEPT:
                self._shape.hidden_rows.append(row + 1)

    def _merged(self, body: bytes) -> None:
        if len(body) >= _COUNT.size:
            self._shape.merged += _COUNT.unpack_from(body)[0]

    def _comment(self, body: bytes) -> None:
        if len(body) >= _PLACE.size:
            _note(self._shape.comments_left, *_PLACE.unpack_from(body))

    def _object(self, body: bytes) -> None:
        """Count a picture, a chart or a shape, and not what comments and drop-downs are made of."""
        if len(body) >= _OBJECT.size:
            self._shape.objects += _OBJECT.unpack_from(body)[0] not in _BODIES_OF_COMMENTS_AND_LISTS


def _note(cells: list[str], row: int, column: int) -> None:
    if len(cells) < ERRORS_KEPT:
        cells.append(f"{column_letter(column)}{row + 1}")


def _formula_error(body: bytes) -> bool:
    _row, _column, kind, mark = _ERROR_VALUE.unpack_from(body)
    return bool(kind == _IS_ERROR and mark == _NO_NUMBER)


_ERRORS: dict[int, Callable[[bytes], bool]] = {0x0006: _formula_error}
_STEPS: dict[int, Callable[[BinarySheets, bytes], None]] = {
    0x0085: BinarySheets._name,  # noqa: SLF001 - the steps of this very class
    0x007D: BinarySheets._columns,  # noqa: SLF001 - as above
    0x0208: BinarySheets._row,  # noqa: SLF001 - as above
    0x00E5: BinarySheets._merged,  # noqa: SLF001 - as above
    0x001C: BinarySheets._comment,  # noqa: SLF001 - as above
    0x005D: BinarySheets._object,  # noqa: SLF001 - as above
}
