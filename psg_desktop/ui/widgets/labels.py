"""Labels in the few roles that the style sheet knows; data in them is always plain text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel


def label(words: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Give a label; role is page, section, label, strong, hint, secondary, overline or problem."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def readable(words: str, role: str = "") -> QLabel:
    """Give a wrapped label whose words can be selected and copied with the mouse or the keys."""
    made = label(words, role, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def rule() -> QFrame:
    """Give a hairline across."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made
