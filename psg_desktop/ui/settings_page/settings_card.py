"""What every card of the settings is: it reads what it shows, and asks for forms."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from psg_desktop.casework.office import Office
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine
from psg_desktop.ui.parts.record_cards import LiveCard
from psg_desktop.ui.widgets.labels import label, rule
from psg_desktop.ui.widgets.side_sheet import SideSheet


class SettingsCard(LiveCard):
    """Emits `sheet_asked(SideSheet)`; draws itself again only when what it shows has changed."""

    sheet_asked = Signal(object)

    def __init__(self, office: Office, title: str, *tools: QPushButton) -> None:
        super().__init__(title, *tools)
        self.office = office
        self._seen: object = None

    def concern(self) -> object:
        """Read what the card shows."""
        raise NotImplementedError

    def draw(self) -> None:
        """Fill the body."""
        raise NotImplementedError

    def show_now(self) -> None:
        """Show what stands in the vault now."""
        seen = (self.office.today(), self.concern())
        if seen != self._seen:
            self._seen = seen
            self.clear()
            self.draw()

    def show_at(self, key: object) -> None:
        """Show what stands there now, and go to the entry of this key: its old buttons are gone."""
        self.show_now()
        lines = (one for one in self.findChildren(EntryLine) if one.key == key)
        line = next((one for one in lines if not one.isHidden()), None)
        if line is not None and line.buttons:
            line.buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, sheet: SideSheet) -> None:
        """Have a form shown beside the page."""
        self.sheet_asked.emit(sheet)

    def say(self, words: str) -> None:
        """Say something in a sentence."""
        self.add(label(words, "secondary", wrap=True))

    def add_entries(self, entries: Sequence[Entry], whose: str = "") -> None:
        """Put entries below one another, with hairlines between them.

        *whose* is added to the names of their buttons, where two cards may hold the same entry.
        """
        for place, entry in enumerate(entries):
            if place:
                self.add(rule())
            line = EntryLine(entry)
            for each in line.buttons:
                each.setAccessibleName(f"{each.accessibleName()}, {whose}".rstrip(", "))
            self.add(line)
