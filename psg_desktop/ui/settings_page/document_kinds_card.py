"""What a document may be: the partnership's own list, dated."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from typing_extensions import override

from psg_desktop.casework.attaching import kinds
from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import DocumentKind
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.text import LINE_LIMIT, fold
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.settings_page import dated_rows
from psg_desktop.ui.settings_page.list_sheets import code_for
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.forms import Form


class DocumentKindsCard(SettingsCard):
    """Kinds of document, those in force first."""

    def __init__(self, office: Office) -> None:
        add = button("Add a kind of document", "plus")
        super().__init__(office, "Kinds of document", add)
        add.clicked.connect(lambda: self.ask(kind_sheet(office)))

    @override
    def concern(self) -> object:
        return kinds.all_kinds(self.office)

    @override
    def draw(self) -> None:
        today = self.office.today()
        found = dated_rows.in_force_first(kinds.all_kinds(self.office), today)
        self.add_entries([self._entry(one, today) for one in found])
        self.say("Documents keep the kind they were given.")

    def _entry(self, kind: DocumentKind, today: date) -> Entry:
        return Entry(
            key=kind.id,
            title=kind.name,
            facts=dated_rows.facts(kind, today),
            steps=(
                Step(words="Change", done=lambda: self.ask(kind_sheet(self.office, kind))),
                dated_rows.turning(kind, today, partial(kinds.save_kind, self.office)),
            ),
        )


def kind_sheet(office: Office, kind: DocumentKind | None = None) -> RecordSheet:
    """Give the form of one kind of document."""
    form = Form()
    form.add("name", "Name", Line(longest=LINE_LIMIT))
    if kind is not None:
        form.show_values({"name": kind.name})

    def keep(given: dict[str, Any]) -> None:
        known = kinds.all_kinds(office)
        others = {fold(one.name) for one in known if kind is None or one.id != kind.id}
        found = Findings()
        found.when(not given["name"], "name", Problem.NAME_MISSING)
        found.when(fold(given["name"]) in others, "name", Problem.ALREADY_THERE)
        found.settle()
        if kind is not None:
            kinds.save_kind(office, replace(kind, **given))
            return
        code = code_for(given["name"], {one.code for one in known})
        since = office.today()
        kinds.save_kind(office, DocumentKind(id=office.new_id(), code=code, since=since, **given))

    words, save = ("Change the kind", "Save") if kind else ("New kind of document", "Add it")
    return RecordSheet(words, form, keep, save=save)
