"""The box for a passphrase: hidden unless asked for, open to paste and to password managers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Control

LONGEST = 500


class PassphraseLine(Control):
    """One line with a button that shows what was typed; `entered` on Enter."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.line.returnPressed.connect(self.entered)
        self._show: QPushButton = button("Show")
        self._show.setCheckable(True)
        self._show.toggled.connect(lambda on: self._hide_or_show(shown=on))
        self._hide_or_show(shown=False)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.line, 1)
        across.addWidget(self._show)
        self.fill(row)

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return (self.line, self._show)

    @override
    def name(self, label: str) -> None:
        self.label = label
        self.line.setAccessibleName(label)
        self._show.setAccessibleName(f"{self._show.text()} {label.lower()}")

    @override
    def describe(self, words: str) -> None:
        self.line.setAccessibleDescription(words)

    @override
    def mark(self, *, wrong: bool) -> None:
        self.line.setProperty("problem", "true" if wrong else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    @override
    def value(self) -> str:
        return self.line.text()

    @override
    def set_value(self, value: str | None) -> None:
        self.line.setText(value or "")

    def forget(self) -> None:
        """Empty the line and hide what comes next."""
        self.line.clear()
        self._show.setChecked(False)

    def _hide_or_show(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.line.setEchoMode(mode.Normal if shown else mode.Password)
        self._show.setText("Hide" if shown else "Show")
        self._show.setAccessibleName(f"{self._show.text()} {self.label.lower()}".strip())
