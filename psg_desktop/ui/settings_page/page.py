"""The settings, a part at a time: what the partnership decides, its lists, and this machine."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.settings import Settings
from psg_desktop.ui import appearance as looks
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.contents import Contents
from psg_desktop.ui.parts.tab_order import go_down
from psg_desktop.ui.settings_page.demand_cards import DemandMeasuresCard, DemandTriggersCard
from psg_desktop.ui.settings_page.document_kinds_card import DocumentKindsCard
from psg_desktop.ui.settings_page.list_cards import (
    ClosureReasonsCard,
    FocusAreasCard,
    IntervalsCard,
)
from psg_desktop.ui.settings_page.machine_card import MachineCard
from psg_desktop.ui.settings_page.partnership_cards import (
    PackCard,
    PartnershipCard,
    StatementCard,
)
from psg_desktop.ui.settings_page.powers_card import PowersCard
from psg_desktop.ui.settings_page.retention_card import RetentionCard
from psg_desktop.ui.settings_page.review_rules_card import ReviewRulesCard
from psg_desktop.ui.settings_page.risk_card import RiskInstrumentsCard
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.settings_page.support_codes_card import SupportCodesCard
from psg_desktop.ui.settings_page.template_cards import ActionTemplatesCard
from psg_desktop.ui.settings_page.threshold_card import ThresholdCard
from psg_desktop.ui.settings_page.wards_card import WardsCard
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.sections import ReadingColumn

_NARROW = 760
_CONTENTS = (
    ("partnership", "Partnership"),
    ("statement", "Confidentiality"),
    ("pack", "Packs"),
    ("wards", "Wards"),
    ("intervals", "Reviews"),
    ("focus_areas", "Focus areas"),
    ("closure_reasons", "Closure reasons"),
    ("threshold", "Threshold test"),
    ("case_reviews", "ASB case reviews"),
    ("support", "Support"),
    ("action_templates", "Action templates"),
    ("powers", "Powers"),
    ("risk_instruments", "Risk instruments"),
    ("demand_measures", "Measures of demand"),
    ("demand_triggers", "High demand"),
    ("document_kinds", "Kinds of document"),
    ("retention", "Retention"),
    ("machine", "This machine"),
)


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
        self.statement = StatementCard(office)
        self.pack, self.wards = PackCard(office), WardsCard(office)
        self.intervals = IntervalsCard(office)
        self.risk_instruments = RiskInstrumentsCard(office)
        self.focus_areas = FocusAreasCard(office)
        self.closure_reasons = ClosureReasonsCard(office)
        self.threshold = ThresholdCard(office)
        self.case_reviews, self.support = ReviewRulesCard(office), SupportCodesCard(office)
        self.action_templates = ActionTemplatesCard(office)
        self.powers = PowersCard(office)
        self.demand_measures, self.demand_triggers = (
            DemandMeasuresCard(office),
            DemandTriggersCard(office),
        )
        self.document_kinds = DocumentKindsCard(office)
        self.retention = RetentionCard(office)
        self.machine = MachineCard(appearance, settings)
        self.machine.settings_changed.connect(self.settings_changed)
        self.column = ReadingColumn("Settings")
        self.contents = Contents("Parts of the settings", _CONTENTS)
        self.choice = Choice([Option(key, words) for key, words in _CONTENTS])
        self.choice.name("Part of the settings")
        self._parts: dict[str, QWidget] = {**self._cards(), "machine": self.machine}
        self._shown = _CONTENTS[0][0]
        for card in self._cards().values():
            card.sheet_asked.connect(self.sheet_asked)
        self._lay_out()
        self.contents.section_chosen.connect(self._show_part)
        self.choice.edited.connect(lambda: self._show_part(self.choice.value() or self._shown))
        notifier.changed.connect(self._hear)

    def _lay_out(self) -> None:
        self.column.add("choice", self.choice)
        for key, _words in _CONTENTS:
            self.column.add(key, self._parts[key])
            self._parts[key].setVisible(key == self._shown)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.contents, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.column, 1)

    @override
    def refresh(self) -> None:
        # The other parts are drawn when they are chosen: all of them are hundreds of buttons.
        shown = self._cards().get(self._shown, self.machine)
        shown.show_now()
        go_down((self.contents, self.choice, shown))

    @override
    def show_view(self, view: str) -> None:
        """Go to a part of the settings: partnership, statement, pack, machine ..."""
        if view:
            self._show_part(view)

    @override
    def focus_start(self) -> None:
        (self.choice if self.contents.isHidden() else self.contents).setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < looks.current().px(_NARROW)
        self.contents.setVisible(not narrow)
        self.choice.setVisible(narrow)

    def _show_part(self, key: str) -> None:
        self._shown = key
        for each, part in self._parts.items():
            part.setVisible(each == key)
        self.refresh()
        self.contents.show_section(key)
        self.choice.set_value(key)
        self.column.verticalScrollBar().setValue(0)

    def _cards(self) -> dict[str, SettingsCard]:
        return {
            "partnership": self.partnership,
            "statement": self.statement,
            "pack": self.pack,
            "wards": self.wards,
            "intervals": self.intervals,
            "focus_areas": self.focus_areas,
            "closure_reasons": self.closure_reasons,
            "threshold": self.threshold,
            "case_reviews": self.case_reviews,
            "support": self.support,
            "risk_instruments": self.risk_instruments,
            "powers": self.powers,
            "action_templates": self.action_templates,
            "document_kinds": self.document_kinds,
            "retention": self.retention,
            "demand_measures": self.demand_measures,
            "demand_triggers": self.demand_triggers,
        }

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()
