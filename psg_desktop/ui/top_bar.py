"""The bar at the top of the window: find anything, make something new, and the worker's menu."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton

from psg_desktop.ui import appearance
from psg_desktop.ui.search_box import SearchBox
from psg_desktop.ui.widgets.buttons import primary, quiet


class TopBar(QFrame):
    """`new_asked(key)` names what to make: the keys are those given to `offer_new`."""

    new_asked = Signal(str)

    def __init__(self, worker: str) -> None:
        super().__init__()
        self.setObjectName("top")
        self.search = SearchBox("Find a case, person, place, action…  (Ctrl+K)")
        self._new_menu = QMenu(self)
        self._new_menu.setAccessibleName("New")
        self.new = _with_menu(primary("New", "plus"), self._new_menu)
        self.new.setToolTip("Ctrl+N")
        self.worker_menu = QMenu(self)
        self.worker_menu.setAccessibleName("Menu")
        self.worker = _with_menu(quiet(worker, "person"), self.worker_menu)
        self.new.hide()
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 8, 16, 8)
        across.setSpacing(12)
        across.addWidget(self.search, 1)
        across.addStretch()
        across.addWidget(self.new)
        across.addWidget(self.worker)
        self.wear()

    def wear(self) -> None:
        """Take the width of the search from the current look."""
        self.search.setMinimumWidth(appearance.current().px(200))
        self.search.setMaximumWidth(appearance.current().px(520))

    def offer_new(self, key: str, words: str, keys: str = "") -> QAction:
        """Add a line to the menu of new things, and give its action."""
        action = QAction(words, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: self.new_asked.emit(key))
        self._new_menu.addAction(action)
        self.new.show()
        return action

    def open_new(self) -> None:
        """Drop down the menu of new things, the first of them chosen for Enter."""
        self._new_menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))
        self._new_menu.setActiveAction(self._new_menu.actions()[0])

    def show_worker(self, name: str) -> None:
        """Show whose desk this is."""
        self.worker.setText(name)
        self.worker.setAccessibleName(f"{name}, menu")


def _with_menu(button: QPushButton, menu: QMenu) -> QPushButton:
    button.setProperty("menu", "true")
    button.setMenu(menu)
    return button
