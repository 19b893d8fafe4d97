"""What demand is counted by and when it is high: two lists of the partnership, with their forms."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from typing_extensions import override

from psg_desktop.casework.assessing import demand_lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.demand import DemandMeasure, DemandTrigger
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.near_dates import date_ahead
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.settings_page import dated_rows
from psg_desktop.ui.settings_page.list_sheets import code_for
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import Line, LongText, Option
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import demand as words


class DemandMeasuresCard(SettingsCard):
    """What is counted by month, those in force first."""

    def __init__(self, office: Office) -> None:
        add = button("Add a measure of demand", "plus")
        super().__init__(office, "Measures of demand", add)
        add.clicked.connect(lambda: self.ask(measure_sheet(office)))

    @override
    def concern(self) -> object:
        return demand_lists.measures(self.office)

    @override
    def draw(self) -> None:
        self.say("What is counted by month on a case. Counts already typed stay.")
        today = self.office.today()
        found = dated_rows.in_force_first(demand_lists.measures(self.office), today)
        self.add_entries([self._entry(one, today) for one in found])

    def _entry(self, one: DemandMeasure, today: date) -> Entry:
        return Entry(
            key=one.id,
            title=one.name,
            facts=dated_rows.facts(one, today),
            steps=(
                Step(words="Change", done=lambda: self.ask(measure_sheet(self.office, one))),
                dated_rows.turning(one, today, partial(demand_lists.save_measure, self.office)),
            ),
        )


class DemandTriggersCard(SettingsCard):
    """When demand is high, the triggers in force first."""

    def __init__(self, office: Office) -> None:
        add = button("Add a trigger", "plus")
        super().__init__(office, "High demand", add)
        add.clicked.connect(lambda: self.ask(trigger_sheet(office)))

    @override
    def concern(self) -> object:
        return demand_lists.triggers(self.office), demand_lists.measures(self.office)

    @override
    def draw(self) -> None:
        self.say("A case that meets one of these is marked on its Demand card.")
        today = self.office.today()
        named = {one.code: one.name for one in demand_lists.measures(self.office)}
        found = dated_rows.in_force_first(demand_lists.triggers(self.office), today)
        self.add_entries([self._entry(one, named, today) for one in found])

    def _entry(self, one: DemandTrigger, named: dict[str, str], today: date) -> Entry:
        return Entry(
            key=one.id,
            title=one.name,
            facts=dated_rows.facts(one, today, words.rule(one, named)),
            text="\n".join(filter(None, (one.caution, one.source))),
            about=f"What to know about {one.name}",
            steps=(
                Step(words="Change", done=lambda: self.ask(trigger_sheet(self.office, one))),
                dated_rows.turning(one, today, partial(demand_lists.save_trigger, self.office)),
            ),
        )


def measure_sheet(office: Office, measure: DemandMeasure | None = None) -> RecordSheet:
    """Give the form of a measure."""
    form = Form()
    form.add("name", "What is counted", Line(longest=LINE_LIMIT))
    _add_dates(form, office, measure, ("name", "since", "until"))

    def keep(given: dict[str, Any]) -> None:
        if measure is not None:
            demand_lists.save_measure(office, replace(measure, **given))
            return
        taken = [one.code for one in demand_lists.measures(office)]
        made = DemandMeasure(id=office.new_id(), code=code_for(given["name"], taken), **given)
        demand_lists.save_measure(office, made)

    title, save = ("Change the measure", "Save") if measure else ("New measure", "Add it")
    return RecordSheet(title, form, keep, save=save)


def trigger_sheet(office: Office, trigger: DemandTrigger | None = None) -> RecordSheet:
    """Give the form of a trigger."""
    today = office.today()
    offered = [
        Option(one.code, one.name)
        for one in demand_lists.measures(office)
        if one.in_force(today) or (trigger and one.code in trigger.measures)
    ]
    form = Form()
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    form.add("measures", "Counts, added up", Ticks(offered))
    form.add("at_least", "Met by so many or more", CountLine())
    form.add("months", "Within so many months in a row", CountLine())
    form.add(
        "caution",
        "What counts by month miss",
        LongText(lines=3),
        hint="Shown beside it on the case.",
        optional=True,
    )
    form.add("source", "Where the rule comes from", LongText(lines=2), optional=True)
    shown = ("name", "measures", "at_least", "months", "caution", "source", "since", "until")
    _add_dates(form, office, trigger, shown)

    def keep(given: dict[str, Any]) -> None:
        made = replace(trigger, **given) if trigger else DemandTrigger(id=office.new_id(), **given)
        demand_lists.save_trigger(office, made)

    title, save = ("Change the trigger", "Save") if trigger else ("New trigger", "Add it")
    return RecordSheet(title, form, keep, save=save)


def _add_dates(
    form: Form,
    office: Office,
    row: DemandMeasure | DemandTrigger | None,
    shown: tuple[str, ...],
) -> None:
    form.add("since", "In force from", date_ahead(office), optional=True)
    form.add("until", "Last day", date_ahead(office), optional=True)
    if row is None:
        form.show_values({"since": office.today()})
    else:
        form.show_values({name: getattr(row, name) for name in shown})
    form.mark_saved()
