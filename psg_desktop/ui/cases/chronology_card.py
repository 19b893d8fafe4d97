"""The chronology: notes from the newest down, filtered by source and by how it is known."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.notes import Note, NoteBasis
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.cases.note_sheet import NoteSheet, amend_note_sheet
from psg_desktop.ui.parts.choosing import give_way, options_of
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates, names

_PART = 20


class ChronologyCard(CaseCard):
    """Notes with their day, source and kind of knowledge; twenty at a time."""

    def __init__(self, office: Office) -> None:
        add = button("Add a note", "note")
        super().__init__(office, "Chronology", add)
        add.clicked.connect(self.add_note)
        self._most = _PART
        self._sheet: NoteSheet | None = None
        self.source = give_way(Choice((), nothing="Every agency"))
        self.basis = Choice(options_of(NoteBasis), nothing="Every kind")
        self.source.name("Notes from")
        self.basis.name("How it is known, shown")
        self._filters = _filters(self.source, self.basis)
        self.put_above_body(self._filters)
        for choice in (self.source, self.basis):
            choice.edited.connect(self._filter)

    def add_note(self) -> None:
        """Ask for a new note; one that was being typed is there again."""
        self._sheet = NoteSheet(self.office, self.page.case.id)
        self.ask(self._sheet)

    @property
    def writing(self) -> bool:
        """Tell whether a note is being written now."""
        return self._sheet is not None and isValid(self._sheet) and self._sheet.isVisible()

    @override
    def concern(self, page: CasePage) -> object:
        return (page.notes, page.agencies)

    @override
    def count(self, page: CasePage) -> int:
        return len(page.notes)

    @override
    def draw(self, page: CasePage) -> None:
        self._offer_sources(page)
        self._filters.setVisible(len(page.notes) > 1)
        kept = [note for note in page.notes if self._wanted(note)]
        if not page.notes:
            self.say("No note yet. The first one says what is known and from whom.")
        elif len(kept) < len(page.notes):
            self.say(f"{len(kept):,} of {len(page.notes):,} notes shown.")
        self.add_entries(
            [self._entry(note, closed=page.case.closed) for note in kept[: self._most]]
        )
        rest = len(kept) - self._most
        if rest > 0:
            older = link(f"Show {min(rest, _PART)} older of {rest:,}")
            older.clicked.connect(self._show_older)
            self.add_left(older)

    def _offer_sources(self, page: CasePage) -> None:
        found: dict[UUID, str] = {
            note.source: page.agencies.get(note.source, "Unknown agency")
            for note in page.notes
            if note.source is not None
        }
        ordered = sorted(found.items(), key=lambda one: one[1].casefold())
        self.source.set_options([Option(key, words) for key, words in ordered])

    def _wanted(self, note: Note) -> bool:
        source: Any = self.source.value()
        basis: Any = self.basis.value()
        return (source is None or note.source == source) and (basis is None or note.basis is basis)

    def _filter(self) -> None:
        self._most = _PART
        self.redraw()
        kept = sum(self._wanted(note) for note in self.page.notes)
        announce(self, f"{kept} of {len(self.page.notes)} notes shown")

    def _show_older(self) -> None:
        self._most += _PART
        self.redraw()

    def _entry(self, note: Note, *, closed: bool) -> Entry:
        when = dates.grid(note.happened_on)
        if note.happened_at is not None:
            when = f"{when} {note.happened_at:%H:%M}"
        source = self.page.agencies.get(note.source, "") if note.source else "No source named"
        steps = [Step(words="Correct", done=partial(self._correct, note))]
        return Entry(
            key=note.id,
            title=when,
            facts=f"{names.name(note.basis)}  ·  {source}",
            text=note.text,
            about=f"Note of {when}",
            steps=() if closed else steps,
        )

    def _correct(self, note: Note) -> None:
        self.ask(amend_note_sheet(self.office, note))


def _filters(source: Choice, basis: Choice) -> QWidget:
    pairs = []
    for words, choice in (("Notes from", source), ("How it is known", basis)):
        above = label(words, "secondary")
        above.setBuddy(choice.combo)
        pair = QWidget()
        across = QHBoxLayout(pair)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(above)
        across.addWidget(choice)
        pairs.append(pair)
    return FlowRow(*pairs)
