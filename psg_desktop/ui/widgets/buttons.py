"""Buttons in the few roles that the style sheet knows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget
from typing_extensions import override

from psg_desktop.ui import appearance

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Push(QPushButton):
    """A button that Enter presses as well as the space bar, in a page as in a dialog."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain == Qt.KeyboardModifier.NoModifier:
            self.click()
            return
        super().keyPressEvent(event)


def button(words: str, icon: str = "") -> QPushButton:
    """Give an ordinary button."""
    return _made(words, "", icon, "ink")


def primary(words: str, icon: str = "") -> QPushButton:
    """Give the one button of a place that takes the work on."""
    return _made(words, "primary", icon, "on_accent")


def link(words: str) -> QPushButton:
    """Give a button that looks like a link, for small steps aside."""
    return _made(words, "link", "", "accent")


def quiet(words: str, icon: str = "") -> QPushButton:
    """Give a button without a border, for bars with many."""
    return _made(words, "quiet", icon, "ink")


def icon_button(icon: str, name: str) -> QToolButton:
    """Give a button that is only an icon; *name* is its tool tip and what is read out."""
    made = QToolButton()
    made.setProperty("role", "icon")
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    appearance.dress(made, icon)
    return made


def menu_button(words: str, actions: Sequence[QAction], icon: str = "") -> QPushButton:
    """Give a button that drops down a menu of actions."""
    made = button(words, icon)
    made.setProperty("menu", "true")
    menu = QMenu(made)
    menu.setAccessibleName(words)
    for action in actions:
        menu.addAction(action)
    made.setMenu(menu)
    return made


def row(*buttons: QWidget, stretch_before: bool = False) -> QHBoxLayout:
    """Give a line of buttons, to the left unless told otherwise."""
    across = QHBoxLayout()
    across.setSpacing(8)
    if stretch_before:
        across.addStretch()
    for each in buttons:
        across.addWidget(each)
    if not stretch_before:
        across.addStretch()
    return across


def _made(words: str, role: str, icon: str, ink: str) -> QPushButton:
    made = Push(words)
    made.setAutoDefault(False)
    made.setAccessibleName(words.replace("&&", "\0").replace("&", "").replace("\0", "&"))
    if role:
        made.setProperty("role", role)
    if icon:
        appearance.dress(made, icon, ink)
    return made
