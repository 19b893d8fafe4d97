"""Who or what something is about: typed once, found among the records on file, or made new."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import PersonId, ProjectId
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import PlaceKind
from psg_desktop.domain.projects import Project
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.choosing import choice_of
from psg_desktop.ui.parts.parties import Picked
from psg_desktop.ui.parts.passages import shortened
from psg_desktop.ui.widgets.buttons import link
from psg_desktop.ui.widgets.choices import SearchChoice
from psg_desktop.ui.widgets.controls import Control, Line, Option
from psg_desktop.ui.widgets.dates import BirthDate
from psg_desktop.ui.widgets.labels import label

_NEW = "new"
_WORDS = {CaseKind.PERSON: "person", CaseKind.PLACE: "place", CaseKind.PROJECT: "project"}


class PartyPicker(Control):
    """Picks a person, place or project by name; the value is a `Picked`, or None.

    A name that is not on file is taken as a new record, which is saved together with what it is
    picked for; a few facts of it can be given here. A new person with the name or date of birth
    of somebody on file is pointed out, and taken over with one key.
    """

    def __init__(self, office: Office, kind: CaseKind = CaseKind.PERSON) -> None:
        super().__init__()
        self._office = office
        self._kind = kind
        self._id = office.new_id()
        self.search = SearchChoice(self._find)
        self.search.line.setMaxLength(LINE_LIMIT)
        self.search.edited.connect(self._changed)
        self._state = label(role="hint", wrap=True)
        self._state.hide()
        self.alike = link("")
        self.alike.clicked.connect(self._take_alike)
        self._found_alike: Option | None = None
        self.born = BirthDate()
        self.place_kind = choice_of(PlaceKind, nothing="Not said")
        self.address = Line(longest=300)
        self.postcode = Line(width=12, longest=12)
        self._new_facts = (
            (CaseKind.PERSON, "Date of birth (optional)", self.born),
            (CaseKind.PLACE, "Kind of place (optional)", self.place_kind),
            (CaseKind.PLACE, "Address (optional)", self.address),
            (CaseKind.PLACE, "Postcode (optional)", self.postcode),
        )
        self._build()

    def show_kind(self, kind: CaseKind) -> None:
        """Pick among records of another kind; what was picked is dropped where the kind differs."""
        if kind is not self._kind:
            self._kind = kind
            self.search.set_value(None)
            self._show()

    @override
    def parts(self) -> tuple[QWidget, ...]:
        inner = (part for _kind, _words, fact in self._new_facts for part in fact.parts())
        return (self.search.line, *inner)

    @override
    def name(self, label: str) -> None:
        self.label = label
        self.search.name(label)
        for _kind, words, fact in self._new_facts:
            fact.name(f"{words.removesuffix(' (optional)')}, new {_WORDS[_kind]}")

    @override
    def describe(self, words: str) -> None:
        self.search.describe(words)

    @override
    def mark(self, *, wrong: bool) -> None:
        self.search.mark(wrong=wrong)

    @override
    def value(self) -> Picked | None:
        chosen, typed = self.search.value(), self.search.line.text().strip()
        if isinstance(chosen, UUID):
            return Picked(id=chosen, name=typed)
        if not typed or self.search_problem():
            return None
        return Picked(id=self._id, name=typed, new=self._made(typed))

    @override
    def set_value(self, value: Picked | None) -> None:
        if value is not None and value.new is not None:
            self._id = value.id
            self.search.set_value(Option(_NEW, value.name))
        else:
            self.search.set_value(Option(value.id, value.name) if value else None)
        self._show()

    @override
    def typed(self) -> Any:
        facts = tuple(fact.typed() for _kind, _words, fact in self._new_facts)
        return (self._kind, self.search.typed(), facts)

    @override
    def problem(self) -> str:
        said = self.search_problem()
        if said or not self.is_new():
            return said
        shown = (fact for kind, _words, fact in self._new_facts if kind is self._kind)
        return next((fact.problem() for fact in shown if fact.problem()), "")

    def search_problem(self) -> str:
        """Say that a name stands for somebody on file, so that a choice is needed."""
        typed = self.search.line.text().strip()
        if self.search.value() is not None or not typed:
            return ""
        if not self._same_name(typed):
            return ""
        return f"{typed} is on file already. Choose that record or the new one from the list."

    def is_new(self) -> bool:
        """Tell whether what is typed makes a new record."""
        chosen = self.search.value()
        typed = bool(self.search.line.text().strip())
        return typed and not isinstance(chosen, UUID) and not self.search_problem()

    def _find(self, typed: str) -> Sequence[Option]:
        made = Option(_NEW, typed, f"new {_WORDS[self._kind]}")
        return (made, *parties.offered(self._office, self._kind, typed))

    def _same_name(self, typed: str) -> bool:
        found = parties.offered(self._office, self._kind, typed)
        return any(one.words.casefold() == typed.casefold() for one in found)

    def _made(self, typed: str) -> parties.Record:
        match self._kind:
            case CaseKind.PERSON:
                return Person(id=PersonId(self._id), full_name=typed, born=self.born.value())
            case CaseKind.PLACE:
                return parties.new_place(
                    self._id,
                    typed,
                    self.place_kind.value(),
                    self.address.value(),
                    self.postcode.value(),
                )
            case CaseKind.PROJECT:
                return Project(id=ProjectId(self._id), name=typed)

    def _build(self) -> None:
        facts = []
        self._labels = []
        for _kind, words, fact in self._new_facts:
            above = label(words, "hint")
            self._labels.append(above)
            facts += [above, fact]
            fact.edited.connect(self._changed)
        self.fill(self.search, self._state, self.alike, *facts)
        self._show()

    def _changed(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        new = self.is_new()
        for above, (kind, _words, fact) in zip(self._labels, self._new_facts, strict=True):
            above.setVisible(new and kind is self._kind)
            fact.setVisible(new and kind is self._kind)
        noun = _WORDS[self._kind]
        self._state.setText(f"New {noun}: added to the file when you save." if new else "")
        self._state.setVisible(new)
        self._show_alike(new=new)

    def _show_alike(self, *, new: bool) -> None:
        self._found_alike = None
        if new and self._kind is CaseKind.PERSON and not self.born.problem():
            made = self._made(self.search.line.text().strip())
            if isinstance(made, Person):
                for one, same in parties.likely(self._office, made):
                    self._found_alike = Option(one.id, one.full_name, same)
                    break
        found = self._found_alike
        self.alike.setVisible(found is not None)
        if found is not None:
            self.alike.setText(
                f"Looks like {shortened(found.words, 40)}: {found.detail}. Use that one"
            )
            self.alike.setAccessibleName(self.alike.text())

    def _take_alike(self) -> None:
        if self._found_alike is not None:
            self.search.set_option(self._found_alike)
            self.search.line.setFocus()
