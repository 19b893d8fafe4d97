"""How long an item has taken beside the minutes it was given: words only, nothing blinks."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import AgendaItem
from psg_desktop.domain.ids import AgendaItemId

_EVERY = 1_000  # milliseconds
_MINUTE = 60


class ItemTimer(QLabel):
    """Counts the time each item is shown; going back to an item goes on counting."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._spent: dict[AgendaItemId, float] = {}
        self._item: AgendaItem | None = None
        self._since: datetime | None = None
        self.setProperty("role", "room_fact")
        self._ticking = QTimer(self, interval=_EVERY)
        self._ticking.timeout.connect(self.tick)

    def start(self, item: AgendaItem) -> None:
        """Count for another item."""
        self.stop()
        self._item, self._since = item, self._office.now()
        self._ticking.start()
        self.tick()

    def stop(self) -> None:
        """Keep what the item has taken and stop counting."""
        if self._item is not None:
            self._spent[self._item.id] = self.seconds
        self._item, self._since = None, None
        self._ticking.stop()

    @property
    def seconds(self) -> float:
        """How many seconds the item shown has taken."""
        if self._item is None or self._since is None:
            return 0.0
        before = self._spent.get(self._item.id, 0.0)
        return before + (self._office.now() - self._since).total_seconds()

    def tick(self) -> None:
        """Say how long it has taken."""
        if self._item is None:
            return
        taken, allotted = int(self.seconds), self._item.minutes * _MINUTE
        over = taken - allotted
        words = f"{taken // _MINUTE}:{taken % _MINUTE:02} of {self._item.minutes} min"
        if over >= _MINUTE:
            words += f", {over // _MINUTE} over"
        self.setText(words)
        late = "true" if over >= 0 else "false"
        if self.property("late") != late:
            self.setProperty("late", late)
            self.style().unpolish(self)
            self.style().polish(self)
