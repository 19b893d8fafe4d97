"""The one model behind every grid: a sequence of immutable rows and a tuple of columns."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from psg_desktop.ui.widgets.rows import Column, PagedRows

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
STATUS = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_MOST_ROWS = 2_000_000_000  # Qt counts rows in a C int


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows rows as they are; sorting and filtering happened in the store.

    `key(row)` is what stays the same about a row when everything else is edited.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._rows: Sequence[Row] = ()
        self._sorting: tuple[str, bool] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """Give the rows shown."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows; a `PagedRows` is read only where it is looked at."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def show_sorting(self, key: str, *, descending: bool) -> None:
        """Say of the heading of this column, to assistive technology, how the rows are sorted."""
        self._sorting = (key, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def row(self, place: int) -> Row | None:
        """Give the row at *place*, or None when it went away since the rows were counted."""
        if not 0 <= place < len(self._rows):
            return None
        try:
            return self._rows[place]
        except IndexError:
            return None

    def place(self, key: Hashable) -> int | None:
        """Tell at which place the row with *key* is shown."""
        if isinstance(self._rows, PagedRows):
            if self._rows.locate is not None:
                return self._rows.locate(key)
            self.row(0)  # the first page at least is looked through
            known = self._rows.loaded().items()
        else:
            known = dict(enumerate(self._rows)).items()
        return next((place for place, row in known if self.key(row) == key), None)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else min(len(self._rows), _MOST_ROWS)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED or not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return None
        return _answer(self.columns[index.column()], row, role)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken_heading(self.columns[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def _spoken_heading(self, column: Column[Row]) -> str:
        if self._sorting is None or not column.key or self._sorting[0] != column.key:
            return column.heading
        return f"{column.heading}, sorted {'descending' if self._sorting[1] else 'ascending'}"


_ANSWERED = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.TextAlignmentRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(STATUS),
    }
)


def _answer(column: Column[Row], row: Row, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return column.text(row)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _alignment(column)
    if role == Qt.ItemDataRole.ToolTipRole:
        return column.tooltip(row) if column.tooltip else None
    status = column.status(row) if column.status else None
    if role == STATUS:
        return status
    return spoken(column, row)


def spoken(column: Column[Row], row: Row) -> str:
    """Give what assistive technology reads for one cell: the heading, then the words."""
    if column.spoken is not None:
        return column.spoken(row)
    status = column.status(row) if column.status else None
    words = status.spoken if status is not None else column.text(row)
    return f"{column.heading}: {words or 'empty'}"


def _alignment(column: Column[Row]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
