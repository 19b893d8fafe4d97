"""What an empty place says: why it is empty, and the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from psg_desktop.ui import appearance


class EmptyState(QWidget):
    """A sentence, a hint and a first step; `stepped` says that the step was pressed."""

    stepped = Signal()

    def __init__(
        self, sentence: str, hint: str = "", step: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch()
        for words, role in ((sentence, "section"), (hint, "secondary")):
            if words:
                layout.addWidget(self._line(words, role))
        if step:
            self.button = QPushButton(step)
            self.button.setProperty("role", "primary")
            self.button.clicked.connect(self.stepped)
            layout.addSpacing(4)
            layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    def _line(self, words: str, role: str) -> QLabel:
        line = QLabel(words)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setProperty("role", role)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line.setWordWrap(True)
        line.setMinimumWidth(appearance.current().px(200))
        return line
