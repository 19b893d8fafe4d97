"""The settings page: what the partnership decides, its lists, and this machine."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.settings import Settings
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.settings_page.list_cards import (
    ClosureReasonsCard,
    FocusAreasCard,
    IntervalsCard,
)
from psg_desktop.ui.settings_page.machine_card import MachineCard
from psg_desktop.ui.settings_page.meeting_sheets import Group
from psg_desktop.ui.settings_page.partnership_cards import MeetingsCard, PackCard, PartnershipCard
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.sections import ReadingColumn


class SettingsPage(Page):
    """Emits `sheet_asked(SideSheet)`, and `settings_changed(Settings)` for this machine's own.

    *settings* gives what this machine keeps now.
    """

    sheet_asked = Signal(object)
    settings_changed = Signal(object)

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        appearance: Appearance,
        settings: Callable[[], Settings],
    ) -> None:
        super().__init__("Settings")
        self.partnership = PartnershipCard(office)
        self.meetings = MeetingsCard(office, Group.PSG)
        self.pack_meetings = MeetingsCard(office, Group.DELIVERY_GROUP)
        self.pack = PackCard(office)
        self.intervals = IntervalsCard(office)
        self.focus_areas = FocusAreasCard(office)
        self.closure_reasons = ClosureReasonsCard(office)
        self.machine = MachineCard(appearance, settings)
        self.machine.settings_changed.connect(self.settings_changed)
        self.column = ReadingColumn("Settings")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        for key, card in self._cards().items():
            card.sheet_asked.connect(self.sheet_asked)
            self.column.add(key, card)
        self.column.add("machine", self.machine)
        notifier.changed.connect(self._hear)

    @override
    def refresh(self) -> None:
        for card in self._cards().values():
            card.show_now()
        self.machine.show_now()

    @override
    def show_view(self, view: str) -> None:
        """Go to a part of the settings: partnership, meetings, pack, machine ..."""
        if view:
            self.refresh()
            self.column.go(view)

    @override
    def focus_start(self) -> None:
        self.column.setFocus()

    def _cards(self) -> dict[str, SettingsCard]:
        return {
            "partnership": self.partnership,
            "meetings": self.meetings,
            "pack_meetings": self.pack_meetings,
            "pack": self.pack,
            "intervals": self.intervals,
            "focus_areas": self.focus_areas,
            "closure_reasons": self.closure_reasons,
        }

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()
