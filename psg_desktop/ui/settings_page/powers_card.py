"""The card of powers and interventions; the law before and after a change stands side by side."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.assessing import intervention_kinds as kinds
from psg_desktop.casework.office import Office
from psg_desktop.domain.intervention_kinds import Family, InterventionKind
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine, Step
from psg_desktop.ui.parts.passages import breakable
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.statuses import span
from psg_desktop.ui.settings_page.power_sheets import (
    change_law_sheet,
    commence_sheet,
    end_sheet,
    power_sheet,
)
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import label, rule
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, interventions, names

_SheetOf = Callable[[Office, InterventionKind], RecordSheet]


class PowersCard(SettingsCard):
    """Kinds of intervention by family, each with its dates; a family is unfolded when asked for."""

    def __init__(self, office: Office) -> None:
        add = button("Add a kind", "plus")
        add.setAccessibleName("Add a kind of intervention")
        super().__init__(office, "Powers and interventions", add)
        add.clicked.connect(lambda: self.ask(power_sheet(office)))
        self.shown: set[Family] = set()

    @override
    def concern(self) -> object:
        return (kinds.every(self.office), frozenset(self.shown))

    @override
    def draw(self) -> None:
        self.say(
            "What is registered keeps the law of the day it was served, whatever is changed here. "
            "These rows are the law of England before the Crime and Policing Act 2026. Parts of "
            "that Act have begun, and it changes powers, lengths and penalties: check this with "
            "your legal team before relying on a row."
        )
        every = kinds.every(self.office)
        for family in Family:
            found = [one for one in every if one.family is family]
            if found:
                self._draw_family(family, found)

    def _draw_family(self, family: Family, found: Sequence[InterventionKind]) -> None:
        self.add(label(names.name(family), "overline"))
        if family not in self.shown:
            powers = len({one.code for one in found})
            noun = "kind" if powers == 1 else "kinds"
            unfold = link(f"Show {powers} {noun}")
            unfold.setAccessibleName(f"{unfold.text()}: {names.name(family)}")
            unfold.clicked.connect(partial(self._unfold, family))
            self.add(unfold)
            return
        by_code = sorted(found, key=_by_code)
        for place, (_code, rows) in enumerate(groupby(by_code, key=lambda one: one.code)):
            if place:
                self.add(rule())
            self._draw_rows(list(rows))

    def _draw_rows(self, rows: list[InterventionKind]) -> None:
        if len(rows) == 1:
            self.add(EntryLine(self._entry(rows[0])))
            self.add(_facts(rows[0]))
            return
        self.add(label(f"{rows[-1].name}: the law before and after", "strong", wrap=True))
        beside = QWidget()
        across = QHBoxLayout(beside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(20)
        for row in rows:
            column = QVBoxLayout()
            line = EntryLine(self._entry(row))
            for each in line.buttons:
                each.setAccessibleName(f"{each.accessibleName()}, {span(row.since, row.until)}")
            column.addWidget(line)
            column.addWidget(_facts(row))
            column.addStretch()
            across.addLayout(column, 1)
        self.add(beside)

    def _entry(self, row: InterventionKind) -> Entry:
        today = self.office.today()
        when = span(row.since, row.until)
        facts = (row.jurisdiction, when)
        return Entry(
            key=row.id,
            title=f"{row.name} ({row.short_name})" if row.name != row.short_name else row.name,
            marks=(_standing(row, today),),
            facts="  ·  ".join(part for part in facts if part),
            steps=self._steps(row, today),
        )

    def _steps(self, row: InterventionKind, today: date) -> list[Step]:
        sheets: dict[str, _SheetOf] = {"Change": power_sheet}
        if not row.commenced:
            sheets = {"Give it a date": commence_sheet, **sheets}
        elif row.until is None:
            sheets |= {"The law changes": change_law_sheet, "Take out of use": end_sheet}
        elif row.until >= today:
            sheets |= {"Take out of use": end_sheet}
        return [
            Step(words=words, done=partial(self._ask_about, sheet, row))
            for words, sheet in sheets.items()
        ]

    def _ask_about(self, sheet: _SheetOf, row: InterventionKind) -> None:
        self.ask(sheet(self.office, row))

    def _unfold(self, family: Family) -> None:
        self.shown.add(family)
        of_family = (one for one in kinds.every(self.office) if one.family is family)
        self.show_at(min(of_family, key=_by_code).id)


def _by_code(row: InterventionKind) -> tuple[str, date]:
    return row.code, row.since or date.min


def _standing(row: InterventionKind, today: date) -> Status:
    if not row.commenced:
        return Status("none", "No date given yet")
    if row.in_force(today):
        return Status("green", "In force")
    if row.since is not None and row.since > today:
        return Status("none", f"From {dates.short(row.since)}")
    return Status("done", "No longer in force")


def _facts(row: InterventionKind) -> Facts:
    age = f"{row.minimum_age} or over" if row.minimum_age else ""
    law = " (by law)" if row.age_is_law else " (usual)"
    facts = (
        ("For", ", ".join(part for part in (names.name(row.aim), age and age + law) if part)),
        ("Issued by", row.issuers),
        ("Usual length", _lengths(row)),
        ("Review every", f"{row.review_every} days" if row.review_every else ""),
        ("Appeal within", f"{row.appeal_days} days" if row.appeal_days else ""),
        ("Breach", row.breach),
        ("Check first", row.caveat),
        ("Source", row.source),
    )
    return Facts([(term, breakable(words)) for term, words in facts if words])


def _lengths(row: InterventionKind) -> str:
    parts = (
        (row.usual, ""),
        (row.usual_under_18, "for under 18"),
        (row.longest, "at most"),
        (row.longest_under_18, "at most for under 18"),
    )
    return ", ".join(
        f"{interventions.length(length)} {words}".strip() for length, words in parts if length
    )
