"""The types of support, and the reasons why it is not taken up: dated, and never taken away."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from typing_extensions import override

from psg_desktop.casework.caseload import support
from psg_desktop.casework.office import Office
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.support import SupportCode, SupportPurpose
from psg_desktop.domain.text import LINE_LIMIT, fold
from psg_desktop.ui.parts.choosing import choice_of, give_way
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.settings_page import dated_rows
from psg_desktop.ui.settings_page.list_sheets import code_for
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import names


class SupportCodesCard(SettingsCard):
    """Both lists, types first; rows in force before those out of use."""

    def __init__(self, office: Office) -> None:
        add = button("Add a type or reason", "plus")
        super().__init__(office, "Support", add)
        add.clicked.connect(lambda: self.ask(code_sheet(office)))

    @override
    def concern(self) -> object:
        return support.codes(self.office)

    @override
    def draw(self) -> None:
        today = self.office.today()
        order = list(SupportPurpose)
        ordered = sorted(
            support.codes(self.office),
            key=lambda one: (order.index(one.purpose), not one.in_force(today)),
        )
        self.add_entries([self._entry(one, today) for one in ordered])

    def _entry(self, one: SupportCode, today: date) -> Entry:
        return Entry(
            key=one.id,
            title=one.name,
            facts=dated_rows.facts(one, today, names.name(one.purpose)),
            steps=(
                Step(words="Change", done=lambda: self.ask(code_sheet(self.office, one))),
                dated_rows.turning(one, today, partial(support.save_code, self.office)),
            ),
        )


def code_sheet(office: Office, known: SupportCode | None = None) -> RecordSheet:
    """Give the form of one row of the lists."""
    form = Form()
    if known is None:
        form.add("purpose", "List", give_way(choice_of(SupportPurpose)))
        form.show_values({"purpose": SupportPurpose.TYPE})
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    if known is not None:
        form.show_values({"name": known.name})

    def keep(given: dict[str, Any]) -> None:
        rows = support.codes(office)
        purpose = known.purpose if known else given["purpose"]
        others = {
            fold(one.name)
            for one in rows
            if one.purpose is purpose and (known is None or one.id != known.id)
        }
        found = Findings()
        found.when(purpose is None, "purpose", Problem.NOTHING_CHOSEN)
        found.when(not given["name"], "name", Problem.NAME_MISSING)
        found.when(fold(given["name"]) in others, "name", Problem.ALREADY_THERE)
        found.settle()
        made = (
            replace(known, name=given["name"])
            if known
            else SupportCode(
                id=office.new_id(),
                purpose=purpose,
                code=code_for(given["name"], {one.code for one in rows}),
                name=given["name"],
                since=office.today(),
            )
        )
        support.save_code(office, made)

    title, save = ("Change the name", "Save") if known else ("New type or reason", "Add it")
    return RecordSheet(title, form, keep, save=save)
