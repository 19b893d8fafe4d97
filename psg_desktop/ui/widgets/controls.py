"""Controls of a form: each gives and takes a value, and says when a person has edited it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QElapsedTimer, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from psg_desktop.ui import appearance


class Control(QWidget):
    """What a field holds; the parts a person can reach are named after the label of the field."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ""

    def parts(self) -> tuple[QWidget, ...]:
        """Give the widgets that take the focus, in their order."""
        raise NotImplementedError

    def value(self) -> Any:
        """Give what was entered."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without saying it was edited."""
        raise NotImplementedError

    def typed(self) -> Any:
        """Give what stands there now, readable or not, to tell whether anything would be lost."""
        return self.value()

    def problem(self) -> str:
        """Say what cannot be read of what was typed, or nothing."""
        return ""

    def name(self, label: str) -> None:
        """Name the parts for assistive technology."""
        self.label = label
        for part in self.parts():
            part.setAccessibleName(label)

    def describe(self, words: str) -> None:
        """Give the parts the hint and the sentence of what is wrong."""
        for part in self.parts():
            part.setAccessibleDescription(words)

    def mark(self, *, wrong: bool) -> None:
        """Draw the borders of the parts as wrong or as usual."""
        for part in self.parts():
            part.setProperty("problem", "true" if wrong else "false")
            part.style().unpolish(part)
            part.style().polish(part)

    def fill(self, *widgets: QWidget) -> None:
        """Put *widgets* below one another, with no margin of their own."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in widgets:
            layout.addWidget(widget)
        self.setFocusProxy(self.parts()[0])  # Tab skips every part that stands before a proxy


class Line(Control):
    """One line of text; `width` in characters tells what length is expected."""

    def __init__(self, *, width: int = 0, longest: int = 500) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(longest)
        if width:
            self.line.setMaximumWidth(self.fontMetrics().averageCharWidth() * (width + 4))
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.fill(self.line)

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return (self.line,)

    @override
    def value(self) -> str:
        return self.line.text().strip()

    @override
    def set_value(self, value: str | None) -> None:
        self.line.setText(value or "")


class Prose(QPlainTextEdit):
    """Several lines of plain text; Tab goes on to the next control."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._lines = lines

    @override
    def sizeHint(self) -> QSize:
        height = self.fontMetrics().lineSpacing() * self._lines + appearance.current().px(20)
        return QSize(appearance.current().px(240), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(appearance.current().px(120), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()  # Ctrl+Enter saves the sheet
            return
        super().keyPressEvent(event)


class LongText(Control):
    """Several lines of text with a count of what is left once it matters."""

    def __init__(self, *, lines: int = 5, longest: int = 20_000) -> None:
        super().__init__()
        self._longest = longest
        self.text = Prose(lines)
        self._count = QLabel()
        self._count.setProperty("role", "hint")
        self._count.hide()
        self.text.textChanged.connect(self._changed)
        self.fill(self.text, self._count)
        self._silent = False

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return (self.text,)

    @override
    def value(self) -> str:
        return self.text.toPlainText().strip()

    @override
    def set_value(self, value: str | None) -> None:
        self._silent = True
        self.text.setPlainText(value or "")
        self._silent = False

    @override
    def problem(self) -> str:
        over = len(self.value()) - self._longest
        if over <= 0:
            return ""
        return f"Shorten this by {over:,} character{'s' if over > 1 else ''}."

    def _changed(self) -> None:
        left = self._longest - len(self.value())
        self._count.setVisible(left < self._longest // 5)
        few = f"{left:,} characters left" if left >= 0 else f"{-left:,} characters too many"
        self._count.setText(few)
        if not self._silent:
            self.edited.emit()


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its key, its words, and a second line that tells it from others."""

    key: Any
    words: str
    detail: str = ""


class QuietCombo(QComboBox):
    """A drop-down list that the mouse wheel does not change while the page is scrolled.

    A space typed among letters belongs to the name looked for; only by itself it opens the list.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._last_letter = QElapsedTimer()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed == " " and self._typing():
            self._search(typed)
        else:
            super().keyPressEvent(event)
        if typed.isprintable() and (typed.strip() or self._typing()):
            self._last_letter.start()

    def _typing(self) -> bool:
        pause = QApplication.keyboardInputInterval()
        return self._last_letter.isValid() and self._last_letter.elapsed() < pause

    def _search(self, typed: str) -> None:
        """Go on with what is looked for, as Qt does for every other sign."""
        view, before = self.view(), self.currentIndex()
        view.setCurrentIndex(self.model().index(before, self.modelColumn()))
        view.keyboardSearch(typed)
        found = view.currentIndex().row()
        if found != before:
            self.setCurrentIndex(found)
            self.activated.emit(found)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Qt gives it the focus at the first notch, so that having it proves no intention.
        event.ignore()


class Choice(Control):
    """One of a short list; the value is the key of the option, None while none is chosen."""

    def __init__(self, options: Sequence[Option], *, nothing: str = "Choose one") -> None:
        super().__init__()
        self.combo = QuietCombo()
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._nothing = nothing
        self.set_options(options)
        self.combo.activated.connect(lambda _place: self.edited.emit())
        self.fill(self.combo)

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return (self.combo,)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other options; the chosen one stays chosen if it is among them."""
        before = self.value() if self.combo.count() else None
        self._keys = [None, *(option.key for option in options)]
        self.combo.clear()
        self.combo.addItem(self._nothing)
        for option in options:
            self.combo.addItem(option.words)
            if option.detail:
                place = self.combo.count() - 1
                self.combo.setItemData(place, option.detail, Qt.ItemDataRole.ToolTipRole)
        self.set_value(before)

    @override
    def value(self) -> Any:
        return self._keys[max(self.combo.currentIndex(), 0)]

    @override
    def set_value(self, value: Any) -> None:
        self.combo.setCurrentIndex(self._keys.index(value) if value in self._keys else 0)
