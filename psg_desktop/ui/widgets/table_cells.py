"""How a cell of a grid is painted: the words, or mark and word, and the bar of the chosen row."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from psg_desktop.reference import tokens
from psg_desktop.ui import appearance
from psg_desktop.ui.widgets import chips
from psg_desktop.ui.widgets.table_model import STATUS, Index

_MARGIN = 10


class StatusDelegate(QStyledItemDelegate):
    """Paints what the status role says; every other cell is painted as Qt does."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        status = index.data(STATUS)
        super().paint(painter, option, index)
        if status is not None:
            painter.save()
            painter.setFont(option.font)
            margin = appearance.current().px(_MARGIN)
            chips.paint(painter, option.rect.adjusted(margin, 0, -4, -2), status)
            painter.restore()
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            bar = tokens.measures().selection_bar
            area = QRect(option.rect.left(), option.rect.top(), bar, option.rect.height() - 1)
            painter.fillRect(area, appearance.current().colour("accent"))

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(STATUS) is not None:
            option.text = ""
