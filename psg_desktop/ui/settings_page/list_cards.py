"""Cards of the lists the partnership can change; what is out of use stays with its cases."""

from datetime import date
from functools import partial

from typing_extensions import override

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.reference_rows import ClosureReason, FocusArea
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.settings_page import dated_rows
from psg_desktop.ui.settings_page.list_sheets import (
    closure_reason_sheet,
    focus_area_sheet,
    interval_sheet,
)
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.words import names


class FocusAreasCard(SettingsCard):
    """The partnership's focus areas, those in force first."""

    def __init__(self, office: Office) -> None:
        add = button("Add a focus area", "plus")
        super().__init__(office, "Focus areas", add)
        add.clicked.connect(lambda: self.ask(focus_area_sheet(office)))

    @override
    def concern(self) -> object:
        return settings.focus_areas(self.office)

    @override
    def draw(self) -> None:
        today = self.office.today()
        found = dated_rows.in_force_first(settings.focus_areas(self.office), today)
        self.add_entries([self._entry(one, today) for one in found])

    def _entry(self, area: FocusArea, today: date) -> Entry:
        sensitive = "a pack prints the wider heading only" if area.sensitive else ""
        return Entry(
            key=area.id,
            title=area.name,
            facts=dated_rows.facts(area, today, area.group, sensitive),
            steps=(
                Step(words="Change", done=lambda: self.ask(focus_area_sheet(self.office, area))),
                dated_rows.turning(area, today, partial(settings.save_focus_area, self.office)),
            ),
        )


class ClosureReasonsCard(SettingsCard):
    """The reasons a case may be closed for, those in force first."""

    def __init__(self, office: Office) -> None:
        add = button("Add a closure reason", "plus")
        super().__init__(office, "Closure reasons", add)
        add.clicked.connect(lambda: self.ask(closure_reason_sheet(office)))

    @override
    def concern(self) -> object:
        return settings.closure_reasons(self.office)

    @override
    def draw(self) -> None:
        today = self.office.today()
        found = dated_rows.in_force_first(settings.closure_reasons(self.office), today)
        self.add_entries([self._entry(one, today) for one in found])

    def _entry(self, reason: ClosureReason, today: date) -> Entry:
        after = reason.review_after_days
        others = (
            "names who takes over" if reason.needs_group else "",
            f"asked again after {after} days" if after else "",
        )
        return Entry(
            key=reason.id,
            title=reason.name,
            facts=dated_rows.facts(reason, today, *others),
            steps=(
                Step(
                    words="Change",
                    done=lambda: self.ask(closure_reason_sheet(self.office, reason)),
                ),
                dated_rows.turning(
                    reason, today, partial(settings.save_closure_reason, self.office)
                ),
            ),
        )


class IntervalsCard(SettingsCard):
    """How many days may pass between reviews, by risk level."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, "Reviews")

    @override
    def concern(self) -> object:
        return settings.review_intervals(self.office)

    @override
    def draw(self) -> None:
        self.add_entries([self._entry(risk) for risk in RiskLevel])
        self.say("A case that is not assessed is reviewed as one of medium risk.")

    def _entry(self, risk: RiskLevel) -> Entry:
        days = cases.interval(self.office, risk)
        return Entry(
            key=risk,
            title=f"{names.risk(risk)} risk: every {days} days",
            steps=[
                Step(
                    words="Change",
                    done=lambda: self.ask(interval_sheet(self.office, risk, days)),
                )
            ],
        )
