"""Cards of the lists the partnership can change; what is out of use stays with its cases."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from typing_extensions import override

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.reference_rows import ClosureReason, FocusArea
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.statuses import span
from psg_desktop.ui.settings_page.list_sheets import (
    closure_reason_sheet,
    focus_area_sheet,
    interval_sheet,
)
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.words import names

_RETIRE, _BRING_BACK = "Take out of use", "Take into use again"
_DAY = timedelta(days=1)
Listed = TypeVar("Listed", FocusArea, ClosureReason)


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
        found = settings.focus_areas(self.office)
        ordered = sorted(found, key=lambda one: not one.in_force(today))
        self.add_entries([self._entry(one, today) for one in ordered])

    def _entry(self, area: FocusArea, today: date) -> Entry:
        sensitive = "a pack prints the wider heading only" if area.sensitive else ""
        facts = (_standing(area, today), area.group, sensitive, span(area.since, area.until))
        return Entry(
            key=area.id,
            title=area.name,
            facts="  ·  ".join(part for part in facts if part),
            steps=(
                Step(words="Change", done=lambda: self.ask(focus_area_sheet(self.office, area))),
                Step(words=_turning(area, today), done=partial(self._turn, area)),
            ),
        )

    def _turn(self, area: FocusArea) -> None:
        settings.save_focus_area(self.office, _turned(area, self.office.today()))


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
        found = settings.closure_reasons(self.office)
        ordered = sorted(found, key=lambda one: not one.in_force(today))
        self.add_entries([self._entry(one, today) for one in ordered])

    def _entry(self, reason: ClosureReason, today: date) -> Entry:
        after = reason.review_after_days
        facts = (
            _standing(reason, today),
            "names who takes over" if reason.needs_group else "",
            f"asked again after {after} days" if after else "",
            span(reason.since, reason.until),
        )
        return Entry(
            key=reason.id,
            title=reason.name,
            facts="  ·  ".join(part for part in facts if part),
            steps=(
                Step(
                    words="Change",
                    done=lambda: self.ask(closure_reason_sheet(self.office, reason)),
                ),
                Step(words=_turning(reason, today), done=partial(self._turn, reason)),
            ),
        )

    def _turn(self, reason: ClosureReason) -> None:
        settings.save_closure_reason(self.office, _turned(reason, self.office.today()))


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


def _standing(row: FocusArea | ClosureReason, today: date) -> str:
    if row.in_force(today):
        return ""
    return "Not yet in use" if row.since and row.since > today else "Out of use"


def _turning(row: FocusArea | ClosureReason, today: date) -> str:
    return _RETIRE if row.in_force(today) else _BRING_BACK


def _turned(row: Listed, today: date) -> Listed:
    """Take a row out of use from today on, or into use again."""
    if not row.in_force(today):
        since = today if row.since and row.since > today else row.since
        return replace(row, since=since, until=None)
    yesterday = today - _DAY
    since = None if row.since and row.since > yesterday else row.since
    return replace(row, since=since, until=yesterday)
