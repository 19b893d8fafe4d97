"""Steps that scroll where the letters are large."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrolling(body: QWidget) -> QScrollArea:
    """Give a step that scrolls where the letters are too large for all of it to fit."""
    area = QScrollArea()
    area.setAccessibleName("This step")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area
