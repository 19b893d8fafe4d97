"""One line with a button beside it that has to do with what is typed there."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Control


class LineWithButton(Control):
    """The line and the button are named and marked together; a subclass says what they do."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.beside = button(words)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.line, 1)
        across.addWidget(self.beside)
        self.fill(row)

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return (self.line, self.beside)

    @override
    def name(self, label: str) -> None:
        self.label = label
        self.line.setAccessibleName(label)
        self.name_button()

    def name_button(self) -> None:
        """Name the button by its words and the line it belongs to."""
        self.beside.setAccessibleName(f"{self.beside.text()} {self.label.lower()}".strip())

    @override
    def mark(self, *, wrong: bool) -> None:
        self.line.setProperty("problem", "true" if wrong else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
