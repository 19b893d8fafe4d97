"""Cards about the partnership, its meetings, and what its packs may name."""

from datetime import date
from functools import partial

from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.partnership import AreaLevel, WardGroup
from psg_desktop.reference import districts, wards
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.settings_page.meeting_sheets import (
    NAMES,
    Group,
    SeriesSheet,
    dates_of,
    keep_dates,
    one_sheet,
)
from psg_desktop.ui.settings_page.partnership_sheets import (
    pack_sheet,
    partnership_sheet,
    ward_groups_sheet,
)
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, names


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
        )
        self.add(Facts([(term, breakable(words)) for term, words in facts]))


class MeetingsCard(SettingsCard):
    """The coming meetings of one group, each with a way to take it away."""

    def __init__(self, office: Office, group: Group) -> None:
        self._group = group
        one, many = button("Add a date", "plus"), button("Add a series", "calendar")
        one.setAccessibleName(f"Add a date, {NAMES[group]}")
        many.setAccessibleName(f"Add a series, {NAMES[group]}")
        super().__init__(office, f"{NAMES[group]}s", one, many)
        one.clicked.connect(lambda: self.ask(one_sheet(office, group)))
        many.clicked.connect(lambda: self.ask(SeriesSheet(office, group)))

    @override
    def concern(self) -> object:
        return dates_of(self.office.partnership(), self._group)

    @override
    def draw(self) -> None:
        today = self.office.today()
        coming = [day for day in dates_of(self.office.partnership(), self._group) if day >= today]
        if not coming:
            self.say("None is planned. Packs and date boxes (“psg”) go by these dates.")
        self.add_entries(
            [
                Entry(
                    key=day,
                    title=f"{dates.grid(day)}, {dates.distance(day, today)}",
                    steps=[Step(words="Remove", done=partial(self._remove, day))],
                )
                for day in coming
            ],
            NAMES[self._group],
        )

    def _remove(self, day: date) -> None:
        kept = set(dates_of(self.office.partnership(), self._group)) - {day}
        keep_dates(self.office, self._group, kept)


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
        return self.office.partnership()

    @override
    def draw(self) -> None:
        now = self.office.partnership()
        offered = bool(wards.wards_of(now.district))
        self.groups.setEnabled(offered)
        facts = [
            ("Area named", names.name(now.area_level)),
            ("Marking", now.marking or "none"),
            ("Handling", now.handling or "none"),
            *((one.name, _wards(one)) for one in now.ward_groups),
        ]
        self.add(Facts([(breakable(term), breakable(words)) for term, words in facts]))
        if now.area_level is AreaLevel.WARD_GROUP and not now.ward_groups:
            self.say("No group of wards is made yet, so a pack names the district only.")
        if not offered:
            self.say("The wards of this district do not come with the program.")


def _wards(group: WardGroup) -> str:
    found = ((code, wards.ward(code)) for code in group.wards)
    return ", ".join(known.name if known else code for code, known in found)
