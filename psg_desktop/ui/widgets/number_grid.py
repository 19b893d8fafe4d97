"""A grid to type numbers in, as in a spreadsheet: arrows, Tab, Enter, blocks in and out."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets import copied
from psg_desktop.ui.widgets.number_cells import CellModel, Index, Place

_LONGEST = 12
_WIDTH = 104
_ROW = 27  # lower than a row of a list, so that a year of months stands in a small window
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_EMPTYING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class _CellDelegate(QStyledItemDelegate):
    """Edits a cell in one line; Enter goes down, Tab goes right."""

    def __init__(self, grid: "NumberGrid") -> None:
        super().__init__(grid)
        self._grid = grid

    @override
    def createEditor(self, parent: QWidget, option: object, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setMaxLength(_LONGEST)
        line.setFrame(False)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setAccessibleName(f"Cell {index.data(Qt.ItemDataRole.AccessibleTextRole)}")
        return line

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        enter = isinstance(event, QKeyEvent) and event.key() in _ENTER
        plain = isinstance(event, QKeyEvent) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        )
        if event.type() is QEvent.Type.KeyPress and enter and plain and isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self._grid.go_down()
            return True
        return super().eventFilter(editor, event)


class NumberGrid(QTableView):
    """Cells to type in; emits `edited`, and `refused(sentence)` for a block that does not fit.

    Typing begins in the cell that is chosen. Tab leaves the grid unless a cell is being typed in,
    so that nobody is caught in it.
    """

    edited = Signal()
    refused = Signal(str)

    def __init__(self, name: str, rows: Sequence[str]) -> None:
        self.cells: CellModel | None = None
        super().__init__()
        self.cells = CellModel(rows, self)
        self.setModel(self.cells)
        self.setObjectName("numbers")
        self.setAccessibleName(name)
        self.setItemDelegate(_CellDelegate(self))
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        self.cells.typed.connect(self.edited)
        self._measure()

    @property
    def model_of_cells(self) -> CellModel:
        """Give what the cells hold."""
        if self.cells is None:
            raise RuntimeError("The grid was asked before it was made.")
        return self.cells

    def choose(self, place: Place) -> None:
        """Go to a cell."""
        index = self.model_of_cells.index(*place)
        # Qt would join it to the cells chosen before while Ctrl of Ctrl+Enter is held.
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, only)
        self.scrollTo(index)

    def go_down(self) -> None:
        """Go to the cell below, if there is one."""
        now = self.currentIndex()
        if now.row() + 1 < self.model_of_cells.rowCount():
            self.choose((now.row() + 1, now.column()))
        self.setFocus()

    def copy(self) -> None:
        """Put the chosen block on the clipboard, without the headings, as a spreadsheet does."""
        rows, columns = self._block()
        words = self.model_of_cells.words
        block = [[words.get((row, column), "") for column in columns] for row in rows]
        if block:
            QGuiApplication.clipboard().setMimeData(copied.block(block))

    def paste(self) -> None:
        """Put a block from the clipboard in, from the chosen cell on; all of it or nothing."""
        text = QGuiApplication.clipboard().text().replace("\r\n", "\n").removesuffix("\n")
        start, model = self.currentIndex(), self.model_of_cells
        if not text or not start.isValid():
            return
        block = [line.split("\t") for line in text.split("\n")]
        high, wide = len(block), max(map(len, block))
        if start.row() + high > model.rowCount() or start.column() + wide > model.columnCount():
            self.refused.emit(
                f"The block has {high:,} rows and {wide:,} columns and does not fit from here on. "
                "Nothing was pasted. Choose a cell further up or left."
            )
            return
        model.put(
            {
                (start.row() + down, start.column() + right): words
                for down, line in enumerate(block)
                for right, words in enumerate(line)
            }
        )
        self._choose_block(start, high, wide)

    def empty(self) -> None:
        """Take out what the chosen cells hold."""
        rows, columns = self._block()
        self.model_of_cells.put({(row, column): "" for row in rows for column in columns})

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        standard = QKeySequence.StandardKey
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(standard.Copy):
            self.copy()
        elif event.matches(standard.Cut):
            self.copy()
            self.empty()
        elif event.matches(standard.Paste):
            self.paste()
        elif event.key() in _EMPTYING:
            self.empty()
        elif event.key() in _ENTER and not control:
            self.go_down()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the form around it closes
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The cell that is chosen, the newest month at first, stays in sight.
        self.scrollTo(self.currentIndex())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.cells is not None:
            self._measure()

    def _block(self) -> tuple[list[int], list[int]]:
        """Give the rows and columns of the smallest block around what is chosen."""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({one.row() for one in chosen})
        columns = sorted({one.column() for one in chosen})
        return (
            list(range(rows[0], rows[-1] + 1)) if rows else [],
            list(range(columns[0], columns[-1] + 1)) if columns else [],
        )

    def _choose_block(self, start: QModelIndex, high: int, wide: int) -> None:
        model, selection = self.model_of_cells, self.selectionModel()
        selection.clearSelection()
        for row in range(start.row(), start.row() + high):
            for column in range(start.column(), start.column() + wide):
                selection.select(model.index(row, column), QItemSelectionModel.SelectionFlag.Select)

    def _measure(self) -> None:
        look = appearance.current()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionsClickable(False)
        self.verticalHeader().setMinimumSectionSize(look.px(_ROW))
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        self.horizontalHeader().setDefaultSectionSize(look.px(_WIDTH))
        self.horizontalHeader().setFixedHeight(3 * self.fontMetrics().height() + look.px(6))
