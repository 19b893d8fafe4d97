"""The list of every key the window answers to, searchable, on Ctrl+/."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from psg_desktop.ui.widgets.buttons import button, row
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView


def keys_of(window: QWidget) -> tuple[tuple[str, str], ...]:
    """Give what each action of a window is called and its keys, in order of the words."""
    found = {
        (_plain(action.text()), _keys(action))
        for action in (*window.actions(), *window.findChildren(QAction))
        if not action.shortcut().isEmpty() and action.text()
    }
    return tuple(sorted(found))


class ShortcutList(QDialog):
    """Shows what can be done from the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keys = keys_of(window)
        self.words = QLineEdit()
        self.words.setAccessibleName("Find a shortcut")
        self.words.setPlaceholderText("Find a shortcut")
        self.table = TableView[tuple[str, str]](
            "Shortcuts",
            (
                Column("What", lambda entry: entry[0], stretch=True),
                Column("Keys", lambda entry: entry[1], width=160),
            ),
            key=lambda entry: entry[0],
        )
        self.table.set_empty(EmptyState("No shortcut is called that."))
        self.words.textChanged.connect(self._narrow)
        close = button("Close")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(label("Keyboard shortcuts", "section"))
        layout.addWidget(self.words)
        layout.addWidget(self.table)
        layout.addLayout(row(close))
        self.resize(520, 480)
        self._narrow("")

    def _narrow(self, words: str) -> None:
        wanted = words.casefold()
        self.table.show_rows([entry for entry in self._keys if wanted in entry[0].casefold()])


def _plain(words: str) -> str:
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
