"""The line above a page of the past: which day it shows."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.office import Office
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates


class DayBar(QWidget):
    """Asks for a day; emits `day_chosen(date)` once one can be read."""

    day_chosen = Signal(object)

    def __init__(self, office: Office, day: date) -> None:
        super().__init__()
        words = label("As it stood at the end of")
        self.box = date_back(office)
        self.box.name("As it stood at the end of")
        self.box.set_value(day)
        self.look = button("Show that day", "calendar")
        self.look.clicked.connect(self._ask)
        self.box.line.returnPressed.connect(self._ask)
        self.banner = Banner()
        self.banner.keep()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(FlowRow(words, self.box, self.look))
        down.addWidget(self.banner)

    def say_day(self, day: date) -> None:
        """Say which day is shown, and that it cannot be changed."""
        self.banner.say(
            f"What was on file at the end of {dates.prose(day)}. It cannot be changed here.",
            Tone.NEWS,
        )

    def say_problem(self, sentence: str) -> None:
        """Say why a day cannot be shown."""
        self.banner.say(sentence, Tone.PROBLEM)

    def _ask(self) -> None:
        day = self.box.value()
        if day is None:
            self.say_problem(self.box.problem() or "Enter a day, such as 3 dec or 31/3/2026.")
        else:
            self.day_chosen.emit(day)
