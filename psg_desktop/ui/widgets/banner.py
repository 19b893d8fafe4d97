"""A message in the page itself: it says what happened and what to do, and is read out."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button, icon_button
from psg_desktop.ui.widgets.labels import label


class Tone(Enum):
    """What kind of news a message is."""

    NEWS = "news"
    CARE = "care"
    PROBLEM = "problem"
    SUCCESS = "success"


_ICONS = {
    Tone.NEWS: ("information", "accent"),
    Tone.CARE: ("warning", "amber_ink"),
    Tone.PROBLEM: ("warning", "red_ink"),
    Tone.SUCCESS: ("tick", "green_ink"),
}


class Banner(QFrame):
    """One sentence with an optional step; hidden until `say` is called."""

    stepped = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._icon = QLabel()
        self._words = label(wrap=True)
        self._step = button("")
        self._step.clicked.connect(self.stepped)
        self._close = icon_button("close", "Close this message")
        self._close.clicked.connect(self._dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._step)
        layout.addWidget(self._close)
        self.hide()

    @property
    def words(self) -> str:
        """Give the sentence shown."""
        return self._words.text()

    @property
    def step(self) -> QPushButton:
        """Give the button of the step, hidden while there is none."""
        return self._step

    def say(self, words: str, tone: Tone = Tone.NEWS, *, step: str = "") -> None:
        """Show a sentence and have it read out; *step* is the words of its button."""
        self._words.setText(words)
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw(tone)
        self._step.setText(step)
        self._step.setAccessibleName(step)
        self._step.setVisible(bool(step))
        if self.parentWidget() is None:
            # Shown together with what will hold it; `show` would make it a window of its own.
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
        else:
            self.show()
        announce(self, words, urgent=tone is Tone.PROBLEM)

    def keep(self) -> None:
        """Take away the button that closes it: the sentence holds as long as it is shown."""
        self._close.hide()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.property("tone"):
            self._draw(Tone(self.property("tone")))

    def _draw(self, tone: Tone) -> None:
        name, ink = _ICONS[tone]
        self._icon.setPixmap(appearance.pixmap(name, ink, appearance.current().px(20)))

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
