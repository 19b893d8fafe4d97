"""A page that shows something as it stood on a day that has passed, to be read only."""

from datetime import date
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.as_at.day_bar import DayBar
from psg_desktop.ui.pages import Page
from psg_desktop.words import refusals

T = TypeVar("T")


class PastPage(Page, Generic[T]):
    """The day above, and below it what was true at the end of that day.

    A page of its own kind says how it is read (`read`) and how it is shown (`show_found`); what
    stands below the day is put there with `put_below`.
    """

    def __init__(self, heading: str, office: Office, day: date) -> None:
        super().__init__(heading)
        self.office, self.day = office, day
        self.bar = DayBar(office, day)
        self.bar.day_chosen.connect(self.show_day)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.bar)

    def read(self, day: date) -> T:
        """Read what stood at the end of a day.

        Raises:
            Refused: There is nothing of that day to be shown.
        """
        raise NotImplementedError

    def show_found(self, found: T, day: date) -> None:
        """Show what was read."""
        raise NotImplementedError

    @override
    def refresh(self) -> None:
        self.show_day(self.day)

    @override
    def focus_start(self) -> None:
        self.bar.box.line.setFocus()
        self.bar.box.line.selectAll()  # a day typed now takes the place of the one that is shown

    def show_day(self, day: date) -> None:
        """Show what stood at the end of a day, or say why it cannot be shown."""
        try:
            found = self.read(day)
        except Refused as refused:
            self.bar.say_problem(" ".join(refusals.sentences(refused.problems)))
            return
        self.show_found(found, day)
        self.day = day
        self.bar.say_day(day)

    def put_below(self, widget: QWidget, instead: QWidget | None = None) -> None:
        """Put what is shown below the day, in place of what was shown before."""
        if instead is None:
            self._layout.addWidget(widget, 1)
            return
        self._layout.replaceWidget(instead, widget)
        widget.show()
        instead.hide()
        instead.deleteLater()
