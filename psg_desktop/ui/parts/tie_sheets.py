"""Forms of who is connected with a place: adding, changing and ending it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import premises
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import PersonId, PlaceId, PlaceTieId
from psg_desktop.domain.people import Person
from psg_desktop.domain.place_ties import PlaceTie, TieRole
from psg_desktop.domain.places import Place
from psg_desktop.domain.refusals import FieldProblem, Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import choice_of
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.parties import Picked
from psg_desktop.ui.parts.party_picker import PartyPicker
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.controls import Line
from psg_desktop.ui.widgets.forms import Form

_Ends = Callable[[Picked], tuple[PlaceId, PersonId]]
_RENAMED = {"full_name": "party", "name": "party", "born": "party", "postcode": "party"}


def person_sheet(office: Office, place: PlaceId) -> RecordSheet:
    """Give the form that connects a person with a place."""
    return _new_sheet(office, CaseKind.PERSON, lambda picked: (place, PersonId(picked.id)))


def place_sheet(office: Office, person: PersonId) -> RecordSheet:
    """Give the form that connects a place with a person."""
    return _new_sheet(office, CaseKind.PLACE, lambda picked: (PlaceId(picked.id), person))


def amend_sheet(office: Office, tie: PlaceTie) -> RecordSheet:
    """Give the form that corrects what a person is to a place, its dates or its remark."""
    form = Form()
    _ask(form, office)
    form.show_values({name: getattr(tie, name) for name in ("role", "since", "until", "remark")})

    def keep(given: dict[str, Any]) -> None:
        if given["role"] is None:
            raise refuse("role", Problem.ROLE_MISSING)
        premises.tie(office, replace(tie, **given))

    return RecordSheet("Change the connection", form, keep)


def end_sheet(office: Office, tie: PlaceTie) -> RecordSheet:
    """Give the form that ends it; it stays in the history."""
    form = Form()
    form.add("until", "It ended on", date_back(office))
    form.show_values({"until": office.today()})

    def keep(given: dict[str, Any]) -> None:
        if given["until"] is None:
            raise refuse("until", Problem.DATE_MISSING)
        premises.end_tie(office, tie.id, given["until"])

    return RecordSheet("End the connection", form, keep, save="End it")


def _new_sheet(office: Office, kind: CaseKind, ends: _Ends) -> RecordSheet:
    person = kind is CaseKind.PERSON
    form = Form()
    form.add("party", "Name" if person else "Place", PartyPicker(office, kind))
    _ask(form, office)

    def keep(given: dict[str, Any]) -> None:
        picked: Picked | None = given.pop("party")
        gathered = Gathering()
        if picked is None:
            gathered.note(FieldProblem(field="party", problem=Problem.NAME_MISSING))
        if given["role"] is None:
            gathered.note(FieldProblem(field="role", problem=Problem.ROLE_MISSING))
        gathered.settle()
        if picked is None:
            return
        place, who = ends(picked)
        made = PlaceTie(id=PlaceTieId(office.new_id()), place=place, person=who, **given)
        premises.tie(office, made, picked.new if isinstance(picked.new, Person | Place) else None)

    words = "Connect a person" if person else "Connect a place"
    return RecordSheet(words, form, keep, save="Save the connection", renamed=_RENAMED)


def _ask(form: Form, office: Office) -> None:
    form.add("role", "What the person is to the place", choice_of(TieRole, nothing="Choose one"))
    form.add("since", "From", date_back(office), hint="Such as 3 dec.", optional=True)
    form.add("until", "Until", date_back(office), optional=True)
    form.add("remark", "Remark", Line(longest=LINE_LIMIT), optional=True)
