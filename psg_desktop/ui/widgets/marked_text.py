"""A text with marked passages that can be walked through with the keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from psg_desktop.ui import appearance


@dataclass(frozen=True, slots=True)
class Span:
    """A passage from `start` up to `end`, in characters, and what is said about it.

    `kind` is doubtful, masked, removed, kept or found: each is drawn in its own
    way, and never by colour alone.
    """

    start: int
    end: int
    kind: str
    words: str = ""


_WASHES = {
    "doubtful": "mark",
    "masked": "sunken",
    "removed": "red_wash",
    "kept": "green_wash",
    "found": "mark",
}
_LINE = QTextCharFormat.UnderlineStyle
_LINES = {
    "doubtful": _LINE.DashUnderline,
    "masked": _LINE.SingleUnderline,
    "removed": _LINE.NoUnderline,
    "kept": _LINE.DotLine,
    "found": _LINE.SingleUnderline,
}
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class MarkedText(QTextEdit):
    """Plain text, read only unless told otherwise; `walked(span)` when a passage is gone to."""

    walked = Signal(object)
    selected = Signal(int, int)

    def __init__(self, name: str, *, editable: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setReadOnly(not editable)
        if not editable:
            self.setTextInteractionFlags(_SELECTABLE)
        self._spans: tuple[Span, ...] = ()
        self._current: Span | None = None
        self.selectionChanged.connect(self._tell)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Give the marked passages in their order."""
        return self._spans

    @property
    def current(self) -> Span | None:
        """Give the passage gone to last."""
        return self._current

    def show_text(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Show another text with its passages."""
        self.setPlainText(text)
        self.show_spans(spans)

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Mark other passages of the same text."""
        self._spans = tuple(sorted(spans, key=lambda span: span.start))
        if self._current not in self._spans:
            self._current = None
        self._paint()

    def go(self, span: Span) -> None:
        """Show a passage and tell about it."""
        self._current = span
        cursor = self.textCursor()
        cursor.setPosition(_place(self, span.start))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._paint()
        self.setAccessibleDescription(span.words)
        self.walked.emit(span)

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) passage, and round."""
        if not self._spans:
            return
        if self._current is None:
            self.go(self._spans[0 if by > 0 else -1])
        else:
            place = self._spans.index(self._current)
            self.go(self._spans[(place + by) % len(self._spans)])

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_spans"):
            self._paint()

    def _paint(self) -> None:
        selections = []
        for span in self._spans:
            cursor = QTextCursor(self.document())
            cursor.setPosition(_place(self, span.start))
            cursor.setPosition(_place(self, span.end), QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            # The stubs do not list the two public fields of this structure.
            drawn: Any = selection
            drawn.cursor = cursor
            drawn.format = _drawn(span, chosen=span == self._current)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _tell(self) -> None:
        cursor = self.textCursor()
        text = self.toPlainText()
        start = _characters(text, cursor.selectionStart())
        self.selected.emit(start, _characters(text, cursor.selectionEnd()))


def _drawn(span: Span, *, chosen: bool) -> QTextCharFormat:
    look = appearance.current()
    drawn = QTextCharFormat()
    drawn.setBackground(look.colour("selection" if chosen else _WASHES[span.kind]))
    drawn.setForeground(look.colour("ink"))
    drawn.setUnderlineColor(look.colour("focus" if chosen else "ink"))
    drawn.setUnderlineStyle(_LINES[span.kind])
    drawn.setFontStrikeOut(span.kind == "removed")
    if chosen:
        drawn.setFontWeight(600)
    return drawn


def _place(editor: QTextEdit, character: int) -> int:
    """Turn a count of characters into Qt's count of UTF-16 units."""
    return len(editor.toPlainText()[:character].encode("utf-16-le")) // 2


def _characters(text: str, unit: int) -> int:
    """Turn Qt's count of UTF-16 units into a count of characters."""
    return len(text.encode("utf-16-le")[: unit * 2].decode("utf-16-le", "ignore"))
