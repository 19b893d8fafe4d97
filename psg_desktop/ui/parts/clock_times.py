"""A time of day in one line, where it is known."""

import re
from datetime import time

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.controls import Control

_TIME = re.compile(r"(\d{1,2})[:.]?(\d{2})?\s*(am|pm)?", re.IGNORECASE)
_NOON = 12
_WIDTH = 120
_SENTENCE = "Enter a time such as 14:30 or 2.30pm."


def read_time(typed: str) -> time | None:
    """Give the time a text such as "14:30", "1430", "2.30pm" or "9am" means, else None."""
    text = typed.strip()
    found = _TIME.fullmatch(text)
    if found is None or not (found[2] or found[3]):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


class TimeLine(Control):
    """One short line for a time of day; the value is a `time`, or None where it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(10)
        self.line.setMaximumWidth(appearance.current().px(_WIDTH))
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.fill(self.line)

    @override
    def parts(self) -> tuple[QWidget, ...]:
        return (self.line,)

    @override
    def value(self) -> time | None:
        return read_time(self.line.text())

    @override
    def set_value(self, value: time | None) -> None:
        self.line.setText(f"{value:%H:%M}" if value else "")

    @override
    def typed(self) -> str:
        return self.line.text().strip()

    @override
    def problem(self) -> str:
        return _SENTENCE if self.typed() and self.value() is None else ""
