"""The help beside a list of its pages; links lead to pages of the help and nowhere else."""

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
)
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.help.topics import FIRST, KEYS, Topic, found, topic
from psg_desktop.ui.pages import Page
from psg_desktop.ui.widgets.empty import EmptyState

_KEY = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 240
_MARGIN = 20
_MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


# Tab leaves the text instead of going through its links: each page has its line in the list.
_FLAGS = (
    Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class _Reader(QTextBrowser):
    """Shows Markdown; it loads nothing from anywhere."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        return None


class HelpPage(Page):
    """Shows one page of the help; `show_view(key)` says which, as the frame does for a section."""

    def __init__(self) -> None:
        super().__init__("Help")
        self._wanted = FIRST
        self.topic: Topic | None = None
        self.words = QLineEdit()
        self.words.setAccessibleName("Find in the help")
        self.words.setPlaceholderText("Find in the help")
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName("Pages of the help")
        self.list.currentItemChanged.connect(self._choose)
        self._empty = EmptyState("No page holds these words.")
        self.reader = _Reader()
        self.reader.setAccessibleName("Help")
        self.reader.setTextInteractionFlags(_FLAGS)
        self.reader.setTabChangesFocus(True)
        self.reader.setOpenLinks(False)
        self.reader.setOpenExternalLinks(False)
        self.reader.anchorClicked.connect(self._follow)
        self.reader.document().setDocumentMargin(appearance.current().px(_MARGIN))
        self._lay_out()
        self._narrow("")

    @override
    def show_view(self, view: str) -> None:
        self._wanted = view or self._wanted

    @override
    def refresh(self) -> None:
        self.words.clear()
        self.show_topic(self._wanted)

    @override
    def focus_search(self) -> None:
        self.words.setFocus()

    @override
    def focus_start(self) -> None:
        self.list.setFocus()

    def show_topic(self, key: str) -> None:
        """Show a page of the help from its top, and mark the first word looked for."""
        shown = topic(key)
        self._wanted = shown.key
        self._mark(shown.key)
        if self.topic != shown:
            self.topic = shown
            self.reader.document().setMarkdown(shown.text, _MARKDOWN)
            self.reader.moveCursor(QTextCursor.MoveOperation.Start)
        self.retitle(summary=shown.title)
        words = self.words.text().split()
        if words:
            self.reader.moveCursor(QTextCursor.MoveOperation.Start)
            self.reader.find(words[0])

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.words)
        left.addWidget(self.list, 1)
        left.addWidget(self._empty, 1)
        self._empty.hide()
        for part in (self.words, self.list, self._empty):
            part.setFixedWidth(appearance.current().px(_LIST_WIDTH))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addLayout(left)
        across.addWidget(self.reader, 1)

    def _narrow(self, words: str) -> None:
        holding = found(words)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for one in holding:
            item = QListWidgetItem(one.title)
            item.setData(_KEY, one.key)
            self.list.addItem(item)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.list.setVisible(bool(holding))
        self._empty.setVisible(not holding)
        if holding:
            kept = any(one.key == self._wanted for one in holding)
            self.show_topic(self._wanted if kept and not words else holding[0].key)

    def _mark(self, key: str) -> None:
        """Mark a page in the list without choosing it again."""
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        for place in range(self.list.count()):
            if self.list.item(place).data(_KEY) == key:
                self.list.setCurrentRow(place)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_topic(item.data(_KEY))

    def _follow(self, url: QUrl) -> None:
        key = url.toString().removesuffix(".md")
        if key in KEYS:
            self.words.clear()
            self.show_topic(key)
