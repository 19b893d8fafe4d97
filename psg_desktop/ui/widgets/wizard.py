"""Steps one after the other in the page, each a screen: where one is, Back, and what comes next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button, link, primary, row
from psg_desktop.ui.widgets.labels import label


def _ready() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its heading, its widget, the words of its onward button.

    `missing()` gives the sentence that says what must be done first, or nothing. A step that `ends`
    tells what was done: nothing is left to cancel or to go back on.
    """

    heading: str
    body: QWidget
    onward: str = "Continue"
    missing: Callable[[], str] = _ready
    ends: bool = False


class Wizard(QWidget):
    """`entered(number)` when a step from 0 on comes into view; `finished` after the last."""

    entered = Signal(int)
    finished = Signal()
    cancelled = Signal()

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self.steps = tuple(steps)
        self._where = label(role="overline")
        self._heading = label(role="section")
        self.banner = Banner()
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step.body)
        self._back = button("Back", "chevron-left")
        self._back.setAccessibleName("Back one step")
        self.onward = primary("Continue")
        self._cancel = link("Cancel")
        self._back.clicked.connect(self.go_back)
        self.onward.clicked.connect(self.go_on)
        self._cancel.clicked.connect(self.cancelled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._where, self._heading, self.banner):
            layout.addWidget(part)
        layout.addWidget(self._stack, 1)
        layout.addLayout(row(self._back, self.onward, self._cancel))
        self._enter(0)

    @property
    def place(self) -> int:
        """Give the number of the step shown, from 0 on."""
        return self._stack.currentIndex()

    def go_on(self) -> None:
        """Go to the next step, or say what is missing in this one."""
        missing = self.steps[self.place].missing()
        if missing:
            self.banner.say(missing, Tone.PROBLEM)
        elif self.place + 1 < len(self.steps):
            self._enter(self.place + 1)
        else:
            self.finished.emit()

    def go_back(self) -> None:
        """Go to the step before."""
        if self.place:
            self._enter(self.place - 1)

    def _enter(self, place: int) -> None:
        step = self.steps[place]
        self.banner.hide()
        self._stack.setCurrentIndex(place)
        self._where.setText(f"STEP {place + 1} OF {len(self.steps)}")
        self._where.setAccessibleName(f"Step {place + 1} of {len(self.steps)}")
        self._heading.setText(step.heading)
        self._back.setEnabled(place > 0)
        self._back.setHidden(step.ends)
        self._cancel.setHidden(step.ends)
        self.onward.setText(step.onward)
        self.onward.setAccessibleName(step.onward)
        announce(self, f"Step {place + 1} of {len(self.steps)}: {step.heading}")
        self.entered.emit(place)
