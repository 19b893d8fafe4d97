"""The grid: sorting and filtering are asked for, rows are shown, the chosen row stays chosen."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets import copied, table_filter
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column, Filter, ValueCount
from psg_desktop.ui.widgets.table_cells import StatusDelegate
from psg_desktop.ui.widgets.table_header import TableHeader
from psg_desktop.ui.widgets.table_model import TableModel

Row = TypeVar("Row")


class TableView(QTableView, Generic[Row]):
    """Shows rows of one kind.

    Signals: `sort_asked(key, descending)`, `filter_asked(key, Filter | None)`, `opened(row)` on
    Enter or a double click, `previewed(row)` on Space, `chosen(row | None)` when the current row
    changes.
    """

    sort_asked = Signal(str, bool)
    filter_asked = Signal(str, object)
    opened = Signal(object)
    previewed = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        values: Callable[[str], Sequence[ValueCount]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._built = False
        super().__init__(parent)
        self.table_model = TableModel[Row](columns, key, self)
        self._values = values or (lambda _key: ())
        self._filters: dict[str, Filter] = {}
        self._sorting: tuple[str, bool] | None = None
        self._remembered: Hashable | None = None
        self._empty: EmptyState | None = None
        self.setAccessibleName(name)
        self.setModel(self.table_model)
        self._dress()
        self._build_header()
        self._built = True
        self.selectionModel().currentRowChanged.connect(self._remember)
        self.doubleClicked.connect(lambda index: self._emit(self.opened, index))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the chosen row stays chosen if it is still there."""
        wanted, place = self._remembered, self.currentIndex().row()
        self.table_model.show(rows)
        found = self.table_model.place(wanted) if wanted is not None else None
        if found is None and wanted is not None and rows:
            found = min(max(place, 0), len(rows) - 1)
        if found is not None:
            self.setCurrentIndex(self.table_model.index(found, 0))
        if self._empty is not None:
            self._empty.setVisible(not rows)

    def show_sorting(self, key: str, *, descending: bool = False) -> None:
        """Mark by which column the rows given are sorted."""
        self._sorting = (key, descending)
        self.table_model.show_sorting(key, descending=descending)
        self._header.show_sorting(self._section(key), descending=descending)

    def show_filters(self, filters: dict[str, Filter]) -> None:
        """Mark which columns hold rows back, by key."""
        self._filters = dict(filters)
        sections = (self._section(key) for key in filters)
        self._header.show_sifting(place for place in sections if place is not None)

    def set_values(self, values: Callable[[str], Sequence[ValueCount]]) -> None:
        """Take what gives the values to tick in the filter of a column, by its key."""
        self._values = values

    def set_empty(self, empty: EmptyState) -> None:
        """Say this in the middle while there is no row."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = empty
        empty.setParent(self)
        empty.setVisible(not self.table_model.rows)
        self._place_empty()

    @property
    def current(self) -> Row | None:
        """Give the chosen row."""
        return self.table_model.row(self.currentIndex().row())

    def selected(self) -> tuple[Row, ...]:
        """Give the selected rows from the top down."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = (self.table_model.row(place) for place in places)
        return tuple(row for row in rows if row is not None)

    def choose(self, key: Hashable) -> None:
        """Choose the row with *key*, if it is shown."""
        self._remembered = key
        place = self.table_model.place(key)
        if place is not None:
            # Rows just shown have no height yet, and one far down could not be scrolled to.
            self.executeDelayedItemsLayout()
            self.setCurrentIndex(self.table_model.index(place, 0))

    def copy(self) -> None:
        """Put the selected rows and the headings on the clipboard."""
        columns = self.table_model.columns
        rows = [[column.text(row) for column in columns] for row in self.selected()]
        if rows:
            headings = [column.heading for column in columns]
            QGuiApplication.clipboard().setMimeData(copied.table(headings, rows))

    def open_filter(self, section: int) -> None:
        """Drop down the filter of a column."""
        column = self.table_model.columns[section]
        if column.sift is None:
            return
        values = self._values(column.key)
        now = self._filters.get(column.key)
        body = table_filter.body(column.sift, column.heading, values, now)
        popup = table_filter.TableFilter(column.heading, body, self)
        popup.asked.connect(lambda found: self.filter_asked.emit(column.key, found))
        corner = QPoint(self._header.sectionViewportPosition(section), self._header.height())
        popup.move(self._header.mapToGlobal(corner))
        popup.show()
        body.setFocus()

    @override
    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        if event is None:
            # The program chooses, not a hand: Qt would ask which keys are held, and with the Ctrl
            # of Ctrl+S still down the row would become current and stay unselected.
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            return chosen | QItemSelectionModel.SelectionFlag.Rows
        return super().selectionCommand(index, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._emit(self.opened, self.currentIndex())
        elif key == Qt.Key.Key_Space and not event.modifiers():
            self._emit(self.previewed, self.currentIndex())
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_filter(max(self.currentIndex().column(), 0))
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self._header.enter(max(self.currentIndex().column(), 0))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stretch()
        self._place_empty()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._built:
            self._measure()

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(StatusDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _build_header(self) -> None:
        columns = self.table_model.columns
        sifted = [place for place, column in enumerate(columns) if column.sift]
        sortable = [place for place, column in enumerate(columns) if column.key]
        self._header = TableHeader(sifted, sortable, self)
        self.setHorizontalHeader(self._header)
        self._measure()
        self._header.sort_asked.connect(self._ask_sorting)
        self._header.sift_asked.connect(self.open_filter)
        self._header.left.connect(self.setFocus)
        self._header.moved_to.connect(self.horizontalScrollBar().setValue)

    def _measure(self) -> None:
        """Take heights and widths from the current look."""
        look = appearance.current()
        self.verticalHeader().setMinimumSectionSize(look.row_height)
        self.verticalHeader().setDefaultSectionSize(look.row_height)
        self._header.setFixedHeight(look.row_height + 2)
        for place, column in enumerate(self.table_model.columns):
            self._header.resizeSection(place, look.px(column.width))
        self.stretch()

    def stretch(self) -> None:
        """Give what is left of the width to the column that stretches; it never gets too narrow."""
        columns = self.table_model.columns
        place = next((n for n, column in enumerate(columns) if column.stretch), None)
        if place is None:
            return
        others = self._header.length() - self._header.sectionSize(place)
        least = appearance.current().px(columns[place].width)
        self._header.resizeSection(place, max(least, self.viewport().width() - others))

    def _ask_sorting(self, section: int) -> None:
        key = self.table_model.columns[section].key
        self.sort_asked.emit(key, self._sorting == (key, False))
        self._header.say(section)

    def _section(self, key: str) -> int | None:
        columns = enumerate(self.table_model.columns)
        return next((place for place, column in columns if column.key == key), None)

    def _remember(self, now: QModelIndex) -> None:
        row = self.table_model.row(now.row()) if now.isValid() else None
        if row is not None:
            self._remembered = self.table_model.key(row)
        self.chosen.emit(row)

    def _emit(self, signal: SignalInstance, index: QModelIndex) -> None:
        row = self.table_model.row(index.row())
        if row is not None:
            signal.emit(row)

    def _place_empty(self) -> None:
        if self._empty is not None:
            top = self._header.height()
            self._empty.setGeometry(1, top, self.width() - 2, self.height() - top - 1)
