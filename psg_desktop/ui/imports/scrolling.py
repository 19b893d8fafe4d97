"""Steps that scroll where the letters are large, and lists that give way before they do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from psg_desktop.ui import appearance

_LEAST = 104


def scrolling(body: QWidget) -> QScrollArea:
    """Give a step that scrolls where the letters are too large for all of it to fit."""
    area = QScrollArea()
    area.setAccessibleName("This step")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area


def yielding(part: QWidget) -> None:
    """Let a list take what is left of a step, and no more, so that the buttons stay in view."""
    part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    part.setMinimumHeight(appearance.current().px(_LEAST))
