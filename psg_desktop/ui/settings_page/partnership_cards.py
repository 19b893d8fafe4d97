"""Cards about the partnership, what is read out at its meetings, and what its packs may name."""

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties.local_wards import local_wards
from psg_desktop.domain.partnership import AreaLevel
from psg_desktop.reference import districts
from psg_desktop.ui.parts.passages import Passage, breakable
from psg_desktop.ui.parts.statement_sheet import statement_sheet
from psg_desktop.ui.settings_page.partnership_sheets import (
    pack_sheet,
    partnership_sheet,
    ward_groups_sheet,
)
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import names
from psg_desktop.words.ward_boundaries import NOT_SHIPPED


class PartnershipCard(SettingsCard):
    """The partnership's name, district, references and quiet days."""

    def __init__(self, office: Office) -> None:
        change = button("Change", "edit")
        change.setAccessibleName("Change the partnership")
        super().__init__(office, "Partnership", change)
        change.clicked.connect(lambda: self.ask(partnership_sheet(office)))

    @override
    def concern(self) -> object:
        return self.office.partnership()

    @override
    def draw(self) -> None:
        now = self.office.partnership()
        known = districts.district(now.district)
        facts = (
            ("Name", now.name),
            ("District", known.name if known else now.district or "not chosen"),
            ("Case references", f"start with {now.reference_prefix}"),
            ("Quiet cases", f"after {now.quiet_after_days} days without an entry"),
            ("Referrals", f"decided within {now.referral_days} working days"),
        )
        self.add(Facts([(term, breakable(words)) for term, words in facts]))


class StatementCard(SettingsCard):
    """The statement read out at the start of each meeting."""

    def __init__(self, office: Office) -> None:
        change = button("Change", "edit")
        change.setAccessibleName("Change the confidentiality statement")
        super().__init__(office, "Confidentiality statement", change)
        change.clicked.connect(lambda: self.ask(statement_sheet(office)))

    @override
    def concern(self) -> object:
        return self.office.partnership().confidentiality

    @override
    def draw(self) -> None:
        now = self.office.partnership().confidentiality
        if now:
            self.add(Passage(now, "Confidentiality statement"))
        else:
            self.say("None is written yet. It is read out at the start of each meeting.")


class PackCard(SettingsCard):
    """How fine an area a pack names, what is printed on it, and the groups of wards."""

    def __init__(self, office: Office) -> None:
        change, groups = button("Change", "edit"), button("Ward groups", "place")
        change.setAccessibleName("Change what a pack prints")
        super().__init__(office, "Delivery Group pack", groups, change)
        change.clicked.connect(lambda: self.ask(pack_sheet(office)))
        groups.clicked.connect(lambda: self.ask(ward_groups_sheet(office)))
        self.groups = groups

    @override
    def concern(self) -> object:
        return self.office.partnership(), local_wards(self.office)

    @override
    def draw(self) -> None:
        now, local = self.office.partnership(), local_wards(self.office)
        self.groups.setEnabled(bool(local.names))
        facts = [
            ("Area named", names.name(now.area_level)),
            ("Marking", now.marking or "none"),
            ("Handling", now.handling or "none"),
            *((one.name, ", ".join(map(local.name, one.wards))) for one in now.ward_groups),
        ]
        self.add(Facts([(breakable(term), breakable(words)) for term, words in facts]))
        if now.area_level is AreaLevel.WARD_GROUP and not now.ward_groups:
            self.say("No group of wards is made yet, so a pack names the district only.")
        if not local.names:
            self.say(NOT_SHIPPED)
