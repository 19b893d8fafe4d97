"""A column that scrolls where the letters are so large that its parts do not fit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

_GAP = 8


def scrolling(name: str, *parts: QWidget) -> QScrollArea:
    """Put parts below one another; the last takes what room is left."""
    inside = QWidget()
    down = QVBoxLayout(inside)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(_GAP)
    for one in parts:
        down.addWidget(one, 1 if one is parts[-1] else 0)
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
