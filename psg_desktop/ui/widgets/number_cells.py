"""What the cells of a grid of numbers hold, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from typing_extensions import override

from psg_desktop.ui import appearance

Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int]
_ROOT = QModelIndex()


def heading(heads: Sequence[str], section: int, role: int) -> str | None:
    """Give what a heading says, and says again under the pointer where it does not fit."""
    if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
        return None
    return heads[section] if 0 <= section < len(heads) else None


class CellModel(QAbstractTableModel):
    """What was typed into each cell, by row and column, and what is wrong with it."""

    typed = Signal()

    def __init__(self, rows: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        self.columns: tuple[str, ...] = ()
        self.words: dict[Place, str] = {}
        self.problems: dict[Place, str] = {}

    def add_column(self, heading: str, words: Mapping[int, str]) -> None:
        """Add a column at the right, with what its cells hold by row."""
        place = len(self.columns)
        self.beginInsertColumns(_ROOT, place, place)
        self.columns = (*self.columns, heading)
        self.words |= {(row, place): said for row, said in words.items()}
        self.endInsertColumns()

    def put(self, words: Mapping[Place, str]) -> None:
        """Put words into cells, and take back what was said to be wrong with them."""
        for place, said in words.items():
            self.words[place] = said.strip()
            self.problems.pop(place, None)
        self._repaint()
        self.typed.emit()

    def show_problems(self, problems: Mapping[Place, str]) -> None:
        """Mark the cells that cannot be taken as they are."""
        self.problems = dict(problems)
        self._repaint()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = (index.row(), index.column())
        if str(value).strip() != self.words.get(place, ""):
            self.put({place: str(value)})
        return True

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = (index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.words.get(place, "")
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.BackgroundRole | Qt.ItemDataRole.ForegroundRole:
                return self._ink(place, role)
            case Qt.ItemDataRole.ToolTipRole:
                return self.problems.get(place)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(place)
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        return heading(self.columns if across else self.rows, section, role)

    def _ink(self, place: Place, role: int) -> QColor | None:
        if place not in self.problems:
            return None
        behind = role == Qt.ItemDataRole.BackgroundRole
        return appearance.current().colour("red_wash" if behind else "red_ink")

    def _spoken(self, place: Place) -> str:
        said = (
            f"{self.columns[place[1]]}, {self.rows[place[0]]}: {self.words.get(place) or 'empty'}"
        )
        problem = self.problems.get(place)
        return f"{said}. {problem}" if problem else said

    def _repaint(self) -> None:
        last = self.index(len(self.rows) - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
