"""What a document may be: the partnership's own list, dated."""

from dataclasses import replace
from datetime import date, timedelta
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
from psg_desktop.ui.parts.statuses import span
from psg_desktop.ui.settings_page.list_sheets import code_for
from psg_desktop.ui.settings_page.settings_card import SettingsCard
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.forms import Form

_DAY = timedelta(days=1)


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
        ordered = sorted(kinds.all_kinds(self.office), key=lambda one: not one.in_force(today))
        self.add_entries([self._entry(one, today) for one in ordered])
        self.say("Documents keep the kind they were given.")

    def _entry(self, kind: DocumentKind, today: date) -> Entry:
        offered = kind.in_force(today)
        facts = ("" if offered else "Out of use", span(kind.since, kind.until))
        turn = "Take out of use" if offered else "Take into use again"
        return Entry(
            key=kind.id,
            title=kind.name,
            facts="  ·  ".join(part for part in facts if part),
            steps=(
                Step(words="Change", done=lambda: self.ask(kind_sheet(self.office, kind))),
                Step(words=turn, done=partial(self._turn, kind)),
            ),
        )

    def _turn(self, kind: DocumentKind) -> None:
        today = self.office.today()
        until = today - _DAY if kind.in_force(today) else None
        since = None if until and kind.since and kind.since > until else kind.since
        kinds.save_kind(self.office, replace(kind, since=since, until=until))


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
