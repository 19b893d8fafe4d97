"""The form of one person: as few facts as the work needs, all but the name optional."""

from typing import Any

from PySide6.QtCore import Signal

from psg_desktop.casework import people
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.people import Person
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.record_rows import lines
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.people.alike import AlikeHint
from psg_desktop.ui.people.rows import address_rows, household_rows, identifier_rows
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.dates import BirthDate
from psg_desktop.ui.widgets.forms import Form

_FIELDS = (
    "full_name", "aliases", "born", "addresses", "phones", "emails", "identifiers", "household",
    "remarks",
)  # fmt: skip


class PersonSheet(RecordSheet):
    """Adds a person, or changes *person*.

    Emits `person_saved(PersonId)` once it is kept, and `person_chosen(PersonId)` when somebody on
    file who looks like what is typed is to be opened instead.
    """

    person_saved = Signal(object)
    person_chosen = Signal(object)

    def __init__(self, office: Office, person: Person | None = None) -> None:
        words, save = ("Change the person", "Save") if person else ("New person", "Add the person")
        super().__init__(words, Form(), self._keep_person, save=save)
        self._office = office
        self.id = person.id if person else PersonId(office.new_id())
        self._ask_facts(self.form)
        if person is not None:
            self.form.show_values({name: getattr(person, name) for name in _FIELDS})
        self.saved.connect(lambda: self.person_saved.emit(self.id))

    def _ask_facts(self, form: Form) -> None:
        self._name = form.add(
            "full_name",
            "Full name",
            Line(longest=LINE_LIMIT),
            hint="Or what the person is known as.",
        )
        self._born = form.add(
            "born",
            "Date of birth",
            BirthDate(),
            hint="For example, 31 3 1980",
            optional=True,
        )
        self.alike = AlikeHint(self._office)
        self.alike.person_chosen.connect(self._choose)
        form.add_widget(self.alike)
        for control in (self._name, self._born):
            control.edited.connect(self._look)
        self._ask_rest(form)

    def _ask_rest(self, form: Form) -> None:
        def line() -> Line:
            return Line(longest=LINE_LIMIT)

        for name, words, control in (
            ("aliases", "Also known as", lines("alias", "Alias", line)),
            ("addresses", "Addresses", address_rows(self._office)),
            ("phones", "Phones", lines("phone number", "Number", line)),
            ("emails", "E-mail addresses", lines("e-mail address", "E-mail", line)),
            ("identifiers", "Identifiers", identifier_rows()),
            ("household", "Household", household_rows(self._office, self.id)),
        ):
            form.add(name, words, control, optional=True)
        form.add("remarks", "Remarks", LongText(lines=4), optional=True)

    def _look(self) -> None:
        name, born = self._name.value(), self._born.value()
        known = bool(name) and len(name) <= LINE_LIMIT
        self.alike.ask(Person(id=self.id, full_name=name, born=born) if known else None)

    def _choose(self, id_: PersonId) -> None:
        self.person_chosen.emit(id_)

    def _keep_person(self, given: dict[str, Any]) -> None:
        people.save(self._office, Person(id=self.id, **given))
