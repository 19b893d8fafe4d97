"""Two texts beside each other with their marked passages: what was written, what will be shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.marked_text import MarkedText, Span


class TextCompare(QWidget):
    """F8 and Shift+F8 walk through the passages of the left text.

    `walked(span)` when a passage of the left is gone to; `answered(span, action)` when a button
    of `actions` was pressed for it; `edited(text)` when the right text was typed into.
    """

    walked = Signal(object)
    answered = Signal(object, str)
    edited = Signal(str)

    def __init__(
        self, left: str, right: str, actions: Sequence[str], *, editable: bool = False
    ) -> None:
        super().__init__()
        self.left = MarkedText(left)
        self.right = MarkedText(right, editable=editable)
        self._said = label(role="secondary", wrap=True)
        self._said.setMinimumHeight(self._said.fontMetrics().lineSpacing() * 2)
        self._buttons = [self._action(words) for words in actions]
        panes = QHBoxLayout()
        panes.setSpacing(12)
        for name, pane in ((left, self.left), (right, self.right)):
            panes.addLayout(_titled(name, pane), 1)
        across = QHBoxLayout()
        across.setSpacing(8)
        for words, by in (("Previous passage", -1), ("Next passage", 1)):
            across.addWidget(self._mover(words, by))
        across.addStretch()
        for each in self._buttons:
            across.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(panes, 1)
        layout.addWidget(self._said)
        layout.addLayout(across)
        self.left.walked.connect(self._walk)
        self.right.textChanged.connect(lambda: self.edited.emit(self.right.toPlainText()))
        self._shortcuts = (self._key("F8", 1), self._key("Shift+F8", -1))

    def leave_keys(self) -> None:
        """Leave F8 and Shift+F8 to a page that offers them wherever the focus is.

        A key that two of them answer to is ambiguous, and then does nothing at all.
        """
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)

    def show_texts(
        self, left: tuple[str, Sequence[Span]], right: tuple[str, Sequence[Span]]
    ) -> None:
        """Show two other texts, each with its passages."""
        self.right.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.left.show_text(*left)
        self.right.show_text(*right)
        self.right.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._said.setText(_counted(len(self.left.spans)))
        for each in self._buttons:
            each.setEnabled(False)

    def answer_keys_in(self, page: QWidget) -> None:
        """Let the keys work wherever in *page* the focus is, as in a list beside the texts."""
        for shortcut in self._shortcuts:
            shortcut.setParent(page)

    def _walk(self, span: Span) -> None:
        place = self.left.spans.index(span) + 1
        words = f"{place} of {len(self.left.spans)}: {span.words}"
        self._said.setText(words)
        announce(self, words)
        for each in self._buttons:
            each.setEnabled(True)
        self.walked.emit(span)

    def _action(self, words: str) -> QPushButton:
        made = button(words)
        made.setEnabled(False)
        made.clicked.connect(lambda: self._answer(words))
        return made

    def _answer(self, words: str) -> None:
        if self.left.current is not None:
            self.answered.emit(self.left.current, words)

    def _mover(self, words: str, by: int) -> QPushButton:
        icon = "chevron-right" if by > 0 else "chevron-left"
        made = button(words, icon)
        made.setToolTip("F8" if by > 0 else "Shift+F8")
        made.clicked.connect(lambda: self.left.step(by))
        return made

    def _key(self, keys: str, by: int) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.left.step(by))
        return shortcut


def _counted(count: int) -> str:
    if not count:
        return "No passage is marked."
    return "1 passage is marked." if count == 1 else f"{count} passages are marked."


def _titled(words: str, pane: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label(words, "label"))
    column.addWidget(pane, 1)
    return column
