"""The keys of the review, which the list of keys (Ctrl+/) shows as well."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def offer(widget: QWidget, words: str, keys: str, done: Callable[[], object]) -> QAction:
    """Let *widget*, and what is in it, answer to keys."""
    action = QAction(words, widget)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _on: done())
    widget.addAction(action)
    return action


def hint(widget: QWidget, words: str, keys: str) -> None:
    """Say in a tool tip what a button does and by which keys."""
    widget.setToolTip(f"{words} ({keys})" if words else keys)
