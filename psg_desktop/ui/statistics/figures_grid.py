"""The grid of a published table: headings of rows and columns that stay, one mark for withheld."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.statistics.figures import Figures
from psg_desktop.ui.statistics.figures_model import FiguresModel
from psg_desktop.ui.widgets.labels import ShortLabel
from psg_desktop.ui.widgets.number_cells import Index

_WIDTH, _WIDEST_ROW, _NARROWEST_ROW = 112, 300, 120
_MOST_LINES = 6
_PADDING = 24
_LEAST = 120


class _FigureDelegate(QStyledItemDelegate):
    """Paints what lies behind totals: the style sheet of the program lets no model do that."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        behind = index.data(Qt.ItemDataRole.BackgroundRole)
        if behind is not None and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, behind)
        super().paint(painter, option, index)


class FiguresGrid(QTableView):
    """Shows one table at a time; nothing in it can be changed."""

    def __init__(self) -> None:
        self._built = False
        super().__init__()
        self.figures = FiguresModel(self)
        self.setModel(self.figures)
        self.setObjectName("numbers")
        self.setItemDelegate(_FigureDelegate(self))
        self.setAccessibleName("Numbers of the table")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        )
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.verticalHeader().setDefaultAlignment(left)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.corner = ShortLabel("strong")
        self.corner.setParent(self)
        self.corner.setContentsMargins(appearance.current().px(_PADDING // 3), 0, 0, 0)
        self._built = True

    def show_figures(self, figures: Figures) -> None:
        """Show another table from its first number."""
        self.figures.show_figures(figures)
        self.corner.setText(figures.corner)
        self.setAccessibleName(f"Numbers of {figures.title}")
        self._measure()
        if self.figures.rowCount() and self.figures.columnCount():
            self.setCurrentIndex(self.figures.index(0, 0))

    @override
    def minimumSizeHint(self) -> QSize:
        look = appearance.current()
        return QSize(look.px(2 * _LEAST), look.px(_LEAST))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What is not published yet does not leave by the clipboard either.
        if event.matches(QKeySequence.StandardKey.Copy) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corner()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._built:
            self._measure()

    def _measure(self) -> None:
        """Take heights and widths from the current look and the words of the headings."""
        look, metrics = appearance.current(), self.fontMetrics()
        rows = self.figures.headings(Qt.Orientation.Vertical)
        columns = self.figures.headings(Qt.Orientation.Horizontal)
        said = [self.corner.text(), *(one.label for one in rows)]
        wide = max(map(metrics.horizontalAdvance, said)) + look.px(_PADDING)
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setFixedWidth(min(max(wide, look.px(_NARROWEST_ROW)), look.px(_WIDEST_ROW)))
        down.setMinimumSectionSize(look.row_height)
        down.setDefaultSectionSize(look.row_height)
        across.setDefaultSectionSize(look.px(_WIDTH))
        room = QRect(0, 0, look.px(_WIDTH - _PADDING), 10_000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        high = [metrics.boundingRect(room, wrap, one.label).height() for one in columns]
        most = _MOST_LINES * metrics.lineSpacing()
        across.setFixedHeight(min(max(high, default=0), most) + look.px(_PADDING // 2))
        self.updateGeometries()
        self._place_corner()

    def _place_corner(self) -> None:
        border = self.frameWidth()
        wide, high = self.verticalHeader().width(), self.horizontalHeader().height()
        low = self.corner.sizeHint().height() + border
        self.corner.setGeometry(border, max(border, high - low), wide, low)
