"""Choices whose words may be long: they wrap, which Qt's own buttons do not."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QWidget,
)
from typing_extensions import override

from psg_desktop.ui.widgets.controls import Control, Option
from psg_desktop.ui.widgets.labels import label


class _Line(QWidget):
    """A button without words, its words beside it, and a detail at the right."""

    def __init__(self, button: QAbstractButton, option: Option, lead: str = "") -> None:
        super().__init__()
        self.button = button
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 1, 0, 1)
        across.setSpacing(8)
        across.addWidget(button)
        if lead:
            across.addWidget(label(lead, "secondary"))
        across.addWidget(label(option.words, wrap=True), 1)
        if option.detail:
            across.addWidget(label(option.detail, "secondary"))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by a click on the words, as on a button that has them."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()


class NumberedChoice(Control):
    """One of a few answers, chosen by its number, the arrow keys or a click.

    The value is the key of the answer, None while none is chosen; *open_words* adds a last line
    that leaves it open. `numbered` follows an answer chosen by its number.
    """

    numbered = Signal()

    def __init__(self, options: Sequence[Option], *, open_words: str = "") -> None:
        super().__init__()
        spare = (Option(None, open_words),) if open_words else ()
        self._options = (*options, *spare)
        self._group = QButtonGroup(self)
        self._buttons = [QRadioButton() for _ in self._options]
        lines = []
        for place, (button, option) in enumerate(zip(self._buttons, self._options, strict=True)):
            self._group.addButton(button, place)
            lines.append(_Line(button, option, str(place + 1)))
        self.fill(*lines)
        if open_words:
            self._buttons[-1].setChecked(True)
        self._group.idClicked.connect(lambda _place: self.edited.emit())

    @override
    def parts(self) -> tuple[QWidget, ...]:
        chosen = self._group.checkedButton()
        others = (one for one in self._buttons if one is not chosen)
        return (chosen, *others) if chosen else tuple(self._buttons)

    @override
    def name(self, label: str) -> None:
        self.label = label
        for button, option in zip(self._buttons, self._options, strict=True):
            detail = f", {option.detail}" if option.detail else ""
            button.setAccessibleName(f"{option.words}{detail}, {label}")

    @override
    def value(self) -> Any:
        place = self._group.checkedId()
        return self._options[place].key if place >= 0 else None

    @override
    def set_value(self, value: Any) -> None:
        keys = [option.key for option in self._options]
        if value in keys:
            self._buttons[keys.index(value)].setChecked(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed.isdecimal() and 1 <= int(typed) <= len(self._buttons):
            self._buttons[int(typed) - 1].click()
            self.numbered.emit()
        else:
            super().keyPressEvent(event)


class WrappedTicks(Control):
    """Any number of a few options; the value is a tuple of their keys."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self._options = tuple(options)
        self._boxes = [QCheckBox() for _ in options]
        for box in self._boxes:
            box.toggled.connect(lambda _on: self.edited.emit())
        lines = (_Line(box, option) for box, option in zip(self._boxes, self._options, strict=True))
        self.fill(*lines)

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return tuple(self._boxes)

    @override
    def name(self, label: str) -> None:
        self.label = label
        for box, option in zip(self._boxes, self._options, strict=True):
            detail = f", {option.detail}" if option.detail else ""
            box.setAccessibleName(f"{option.words}{detail}, {label}")

    @override
    def value(self) -> tuple[Any, ...]:
        ticked = zip(self._options, self._boxes, strict=True)
        return tuple(option.key for option, box in ticked if box.isChecked())

    @override
    def set_value(self, value: Collection[Any] | None) -> None:
        for option, box in zip(self._options, self._boxes, strict=True):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.setChecked(option.key in (value or ()))
            box.blockSignals(False)  # noqa: FBT003 - Qt's own signature
