"""The box for a passphrase: hidden unless asked for, open to paste and to password managers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from psg_desktop.ui.vault.line_with_button import LineWithButton

LONGEST = 500


class PassphraseLine(LineWithButton):
    """One line with a button that shows what was typed; `entered` on Enter."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__("Show")
        self.line.setMaxLength(LONGEST)
        self.line.returnPressed.connect(self.entered)
        self.beside.setCheckable(True)
        self.beside.toggled.connect(lambda on: self._hide_or_show(shown=on))
        self._hide_or_show(shown=False)

    @override
    def describe(self, words: str) -> None:
        self.line.setAccessibleDescription(words)

    @override
    def value(self) -> str:
        return self.line.text()

    @override
    def set_value(self, value: str | None) -> None:
        self.line.setText(value or "")

    def forget(self) -> None:
        """Empty the line and hide what comes next."""
        self.line.clear()
        self.beside.setChecked(False)

    def _hide_or_show(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.line.setEchoMode(mode.Normal if shown else mode.Password)
        self.beside.setText("Hide" if shown else "Show")
        self.name_button()
