"""What leaves and comes back with the list of actions: sheets, replies, the calendar file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from psg_desktop.casework.meeting import action_sheets, replies
from psg_desktop.casework.office import Office
from psg_desktop.ui.actions import choosers
from psg_desktop.ui.parts.calendar_saving import save_calendar
from psg_desktop.ui.parts.sheet_making import make_sheets


class PaperSteps(QObject):
    """Emits `said` when something is made, `warned` when it cannot be, and `reply_read(Reply)`."""

    said = Signal(str)
    warned = Signal(str)
    reply_read = Signal(object)

    def __init__(self, office: Office, page: QWidget) -> None:
        super().__init__(page)
        self._office, self._page = office, page
        self.sheets = self._action("Action sheets for all agencies", self.make_sheets)
        self.reply = self._action("Take in a reply", self.choose_reply)
        self.calendar = self._action("Calendar file", self.save_calendar)

    @property
    def actions(self) -> Sequence[QAction]:
        """The steps as lines of a menu."""
        return self.sheets, self.reply, self.calendar

    def make_sheets(self) -> None:
        """Make the sheet and the mail draft of every agency with an open action."""
        owing = action_sheets.owing(self._office)
        if owing:
            self._say(make_sheets(self._page, self._office, owing))
        else:
            self.warned.emit("No agency owns an open action, so there is no sheet to make.")

    def choose_reply(self) -> None:
        """Ask for a filled sheet and read it."""
        place = choosers.reply_file(self._page)
        if place is not None:
            self.read_reply(place)

    def read_reply(self, place: Path) -> None:
        """Read a filled sheet.

        Raises:
            Unreadable: It is not one, or cannot be read.
        """
        self.reply_read.emit(replies.read(self._office, place))

    def save_calendar(self) -> None:
        """Ask where, and write the calendar file there."""
        self._say(save_calendar(self._page, self._office))

    def _say(self, sentence: str) -> None:
        if sentence:
            self.said.emit(sentence)

    def _action(self, words: str, done: Callable[[], None]) -> QAction:
        made = QAction(words, self)
        made.triggered.connect(lambda *_: done())
        return made
