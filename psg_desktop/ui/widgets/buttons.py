"""Buttons in the few roles that the style sheet knows."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.labels import label

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


class LinkLine(Push):
    """A link whose words may be long: they wrap, which Qt's own buttons do not."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("role", "link line")
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self._words = label(words, "link line", wrap=True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4, 3, 4, 3)
        inside.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """Give the words that are seen."""
        return self._words.text()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        inside = self.layout()
        return inside.heightForWidth(width) if inside is not None else -1

    @override
    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        inside = self.layout()
        return inside.minimumSize() if inside is not None else super().minimumSizeHint()


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
