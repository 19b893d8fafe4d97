"""The numbers of one published table, with why each that is withheld is."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from psg_desktop.domain.statistics.laying_out import ALL
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Heading
from psg_desktop.ui import appearance
from psg_desktop.ui.statistics.reasons import Reason, Reasons
from psg_desktop.words import statistics, statistics_choices
from psg_desktop.words import statistics_page as words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SAID = {
    Reason.UNDER: statistics_choices.UNDER,
    Reason.HELD: statistics_choices.HELD,
    Reason.EITHER: words.EITHER,
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiguresModel(QAbstractTableModel):
    """Shows a table as readers would have it; totals stand out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._published: PublishedTable | None = None
        self._reasons = Reasons()

    def show_table(self, published: PublishedTable, reasons: Reasons) -> None:
        """Show another table."""
        self.beginResetModel()
        self._published, self._reasons = published, reasons
        self.endResetModel()

    def reason(self, row: int, column: int) -> Reason | None:
        """Give why a number is withheld; None where it is not."""
        if self._published is None:
            return None
        cell = self._published.table.cells[row][column]
        return self._reasons.reason(cell, self._published.shown[row][column])

    def words(self, row: int, column: int) -> str:
        """Give what stands in a cell."""
        if self._published is None:
            return ""
        number = self._published.shown[row][column].number
        if number is not None:
            return f"{number:,}"
        held = self.reason(row, column) is Reason.HELD
        return words.MARKED if held else statistics.WITHHELD

    def headings(self, orientation: Qt.Orientation) -> tuple[Heading, ...]:
        """Give the headings of the columns, or of the rows."""
        if self._published is None:
            return ()
        table = self._published.table
        return table.columns if orientation is Qt.Orientation.Horizontal else table.rows

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headings(Qt.Orientation.Vertical))

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headings(Qt.Orientation.Horizontal))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT
            case Qt.ItemDataRole.ToolTipRole:
                reason = self.reason(row, column)
                return _SAID[reason] if reason else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.FontRole | Qt.ItemDataRole.BackgroundRole:
                return self._look(row, column, role)
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        heads = self.headings(orientation)
        return heads[section].label if 0 <= section < len(heads) else None

    def _spoken(self, row: int, column: int) -> str:
        down, across = (
            self.headings(Qt.Orientation.Vertical)[row].label,
            self.headings(Qt.Orientation.Horizontal)[column].label,
        )
        reason = self.reason(row, column)
        return f"{down}, {across}: {_SAID[reason] if reason else self.words(row, column)}"

    def _look(self, row: int, column: int, role: int) -> Any:
        heads = (
            self.headings(Qt.Orientation.Vertical)[row],
            self.headings(Qt.Orientation.Horizontal)[column],
        )
        if all(one.code != ALL for one in heads):
            return None
        if role == Qt.ItemDataRole.BackgroundRole:
            return appearance.current().colour("sunken")
        font = QFont()
        font.setBold(True)
        return font
