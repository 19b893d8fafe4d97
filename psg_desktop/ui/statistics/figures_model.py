"""The model behind the grid of a table: its numbers, with why each that is withheld is."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from psg_desktop.domain.statistics.laying_out import ALL
from psg_desktop.domain.statistics.tables import Heading
from psg_desktop.ui import appearance
from psg_desktop.ui.statistics.figures import Figures
from psg_desktop.ui.statistics.reasons import Reason
from psg_desktop.ui.widgets.number_cells import Index, heading
from psg_desktop.words import statistics_choices
from psg_desktop.words import statistics_page as words

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
        self._figures: Figures | None = None

    def show_figures(self, figures: Figures) -> None:
        """Show another table."""
        self.beginResetModel()
        self._figures = figures
        self.endResetModel()

    def reason(self, row: int, column: int) -> Reason | None:
        """Give why a number is withheld; None where it is not."""
        return self._figures.reasons[row][column] if self._figures else None

    def words(self, row: int, column: int) -> str:
        """Give what stands in a cell."""
        return self._figures.cells[row][column] if self._figures else ""

    def headings(self, orientation: Qt.Orientation) -> tuple[Heading, ...]:
        """Give the headings of the columns, or of the rows."""
        if self._figures is None:
            return ()
        across = orientation is Qt.Orientation.Horizontal
        return self._figures.columns if across else self._figures.rows

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
        return heading([one.label for one in self.headings(orientation)], section, role)

    def _spoken(self, row: int, column: int) -> str:
        down = self.headings(Qt.Orientation.Vertical)[row].label
        across = self.headings(Qt.Orientation.Horizontal)[column].label
        reason = self.reason(row, column)
        return f"{down}, {across}: {_SAID[reason] if reason else self.words(row, column)}"

    def _look(self, row: int, column: int, role: int) -> Any:
        down = self.headings(Qt.Orientation.Vertical)[row]
        across = self.headings(Qt.Orientation.Horizontal)[column]
        if ALL not in {down.code, across.code}:
            return None
        if role == Qt.ItemDataRole.BackgroundRole:
            return appearance.current().colour("sunken")
        font = QFont()
        font.setBold(True)
        return font
