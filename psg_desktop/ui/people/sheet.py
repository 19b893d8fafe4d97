"""The form of one person: as few facts as the work needs, all but the name optional."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import alike, people
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.alike import Alike
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.lists import FoundKind
from psg_desktop.domain.people import Person
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts import parties
from psg_desktop.ui.parts.alike_hint import AlikeHint, Step
from psg_desktop.ui.parts.passages import shortened
from psg_desktop.ui.parts.record_rows import lines
from psg_desktop.ui.parts.sheets import NewRecordSheet
from psg_desktop.ui.people.rows import address_rows, household_rows, identifier_rows
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.dates import BirthDate
from psg_desktop.ui.widgets.forms import Form

_LONGEST_NAME = 40
_FIELDS = (
    "full_name", "aliases", "born", "addresses", "phones", "emails", "identifiers", "household",
    "remarks",
)  # fmt: skip


class PersonForm(Form):
    """Asks for the facts of one person, and says who on file they may be.

    Emits `person_chosen(PersonId)` when one of those is to be opened instead, and
    `merge_asked(PersonId)` when *person* and one of those are the same.
    """

    person_chosen = Signal(object)
    merge_asked = Signal(object)

    def __init__(self, office: Office, id_: PersonId, person: Person | None = None) -> None:
        super().__init__()
        self._office, self._id = office, id_
        self._name = self.add(
            "full_name",
            "Full name",
            Line(longest=LINE_LIMIT),
            hint="Or what the person is known as.",
        )
        self._born = self.add(
            "born",
            "Date of birth",
            BirthDate(),
            hint="For example, 31 3 1980",
            optional=True,
        )
        self.alike = AlikeHint(
            office,
            "Somebody like this is on file:",
            tuple(self._steps(on_file=person is not None)),
            frozenset({FoundKind.PERSON}),
        )
        self.add_widget(self.alike)
        for control in (self._name, self._born):
            control.edited.connect(self._look)
        self._ask_rest(person.addresses if person else ())
        if person is not None:
            self.show_values({name: getattr(person, name) for name in _FIELDS})

    def _steps(self, *, on_file: bool) -> Iterator[Step]:
        yield Step(words=_opening, done=lambda one: self.person_chosen.emit(one.known.id))
        if on_file:
            yield Step(
                words=lambda _one: "Merge the two",
                done=lambda one: self.merge_asked.emit(one.known.id),
            )

    def _ask_rest(self, stays: Sequence[AddressStay]) -> None:
        def line() -> Line:
            return Line(longest=LINE_LIMIT)

        for name, words, control in (
            ("aliases", "Also known as", lines("alias", "Alias", line)),
            ("addresses", "Addresses", address_rows(self._office, stays)),
            ("phones", "Phones", lines("phone number", "Number", line)),
            ("emails", "E-mail addresses", lines("e-mail address", "E-mail", line)),
            ("identifiers", "Identifiers", identifier_rows()),
            ("household", "Household", household_rows(self._office, self._id)),
        ):
            self.add(name, words, control, optional=True)
        self.add("remarks", "Remarks", LongText(lines=4), optional=True)

    def _look(self) -> None:
        name, born = self._name.value(), self._born.value()
        known = bool(name) and len(name) <= LINE_LIMIT
        person = Person(id=self._id, full_name=name, born=born) if known else None
        self.alike.ask(alike.of_person(person) if person else None)


def _opening(one: Alike) -> str:
    born = parties.born_words(one.known.born)
    name = shortened(one.known.names[0], _LONGEST_NAME)
    return f"Open {', '.join(part for part in (name, born) if part)} ({parties.why(one)})"


class PersonSheet(NewRecordSheet):
    """Adds a person, or changes *person*.

    Emits `person_saved(PersonId)` once it is kept, and `person_chosen(PersonId)` when somebody on
    file who looks like what is typed is to be opened instead, or
    `merge_asked(PartyKind, PersonId, PersonId)` when the two are to be merged.
    """

    id: PersonId
    person_saved = Signal(object)
    person_chosen = Signal(object)
    merge_asked = Signal(object, object, object)

    def __init__(self, office: Office, person: Person | None = None) -> None:
        words, save = ("Change the person", "Save") if person else ("New person", "Add the person")
        id_ = person.id if person else PersonId(office.new_id())
        form = PersonForm(office, id_, person)
        super().__init__(words, form, self._keep_person, save=save)
        self._office, self.id = office, id_
        form.person_chosen.connect(self.person_chosen)
        form.merge_asked.connect(partial(self.merge_asked.emit, PartyKind.PERSON, id_))
        self.saved.connect(lambda: self.person_saved.emit(self.id))

    def _keep_person(self, given: dict[str, Any]) -> None:
        people.save(self._office, Person(id=self.id, **given))
