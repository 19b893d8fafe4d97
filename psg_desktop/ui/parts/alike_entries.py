"""The card of people on file who look like the one shown, each to be merged or left."""

from functools import partial

from PySide6.QtCore import Signal

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import alike
from psg_desktop.domain.alike import Alike, births_apart
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.people import Person
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.record_cards import EntryCard


class AlikeCard(EntryCard):
    """Emits `merge_asked(PersonId)`; hidden while nobody looks like the person."""

    merge_asked = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__("May be the same person")
        self._office = office
        self.hide()

    def show_like(self, person: Person) -> None:
        """Look for people on file who look like this one."""
        found = [
            one
            for one in alike.find(self._office, alike.of_person(person))
            if one.known.kind is FoundKind.PERSON and not births_apart(person.born, one.known.born)
        ]
        self.setVisible(bool(found))
        entries = [
            Entry(
                key=one.known.id,
                title=one.known.names[0],
                facts=_facts(one),
                steps=(Step(words="Compare", done=partial(self.merge_asked.emit, one.known.id)),),
            )
            for one in found
        ]
        self.show_entries(tuple(found), entries, "Nobody looks like this person.")


def _facts(one: Alike) -> str:
    born, cases = parties.born_words(one.known.born), [case.reference for case in one.cases[:2]]
    return "  ·  ".join(part for part in (born, parties.why(one), ", ".join(cases)) if part)
