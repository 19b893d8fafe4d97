"""Who and what is around a case: giving a role, changing it, ending it, and linking cases."""

from dataclasses import replace
from typing import Any

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import involvements
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import CaseId, InvolvementId
from psg_desktop.domain.involvements import Involvement, PartyKind, RoleKind
from psg_desktop.domain.lists import FoundKind, InvolvementRow
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.refusals import FieldProblem, Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import options_of
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.parties import Picked
from psg_desktop.ui.parts.party_picker import PartyPicker
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.choices import SearchChoice
from psg_desktop.ui.widgets.controls import Choice, Line, Option
from psg_desktop.ui.widgets.forms import Form

_KINDS = {PartyKind.PERSON: CaseKind.PERSON, PartyKind.PLACE: CaseKind.PLACE}
_PLACE_ROLES = frozenset({RoleKind.HOME, RoleKind.LOCATION, RoleKind.SUBJECT, RoleKind.OTHER})
_PERSON_ROLES = frozenset(RoleKind) - {RoleKind.HOME, RoleKind.LOCATION}
RENAMED = {"full_name": "party", "name": "party", "born": "party", "postcode": "party"}


def roles_for(kind: PartyKind) -> tuple[Option, ...]:
    """Give the roles that somebody, or somewhere, can hold in a case."""
    fitting = _PERSON_ROLES if kind is PartyKind.PERSON else _PLACE_ROLES
    return tuple(one for one in options_of(RoleKind) if one.key in fitting)


def involve_sheet(office: Office, case: CaseId, kind: PartyKind) -> RecordSheet:
    """Give the form that adds a person or a place to a case."""
    person = kind is PartyKind.PERSON
    form = Form()
    form.add("party", "Name" if person else "Place", PartyPicker(office, _KINDS[kind]))
    form.add("role", "Role in this case", Choice(roles_for(kind), nothing="Choose a role"))
    _add_dates(form, office)

    def keep(given: dict[str, Any]) -> None:
        picked: Picked | None = given.pop("party")
        gathered = Gathering()
        _check(gathered, picked, given["role"])
        gathered.settle()
        if picked is None:
            return
        made = Involvement(
            id=InvolvementId(office.new_id()),
            case=case,
            party_kind=kind,
            party=picked.id,
            **given,
        )
        new = picked.new if isinstance(picked.new, Person | Place) else None
        involvements.involve(office, made, new)

    words = "Add a person" if person else "Add a place"
    save = "Add the person" if person else "Add the place"
    return RecordSheet(words, form, keep, save=save, renamed=RENAMED)


def amend_role_sheet(office: Office, row: InvolvementRow) -> RecordSheet:
    """Give the form that corrects a role, its dates or its remark."""
    form = Form()
    kind = row.involvement.party_kind
    form.add("role", "Role in this case", Choice(roles_for(kind), nothing="Choose a role"))
    _add_dates(form, office)
    names = ("role", "since", "until", "remark")
    form.show_values({name: getattr(row.involvement, name) for name in names})

    def keep(given: dict[str, Any]) -> None:
        if given["role"] is None:
            raise refuse("role", Problem.NOTHING_CHOSEN)
        involvements.amend(office, replace(row.involvement, **given))

    return RecordSheet("Change the role", form, keep)


def end_role_sheet(office: Office, row: InvolvementRow) -> RecordSheet:
    """Give the form that ends a role; it stays in the case's history."""
    form = Form()
    form.add("until", "The role ended on", date_back(office))
    form.show_values({"until": office.today()})

    def keep(given: dict[str, Any]) -> None:
        if given["until"] is None:
            raise refuse("until", Problem.DATE_MISSING)
        involvements.end(office, row.involvement.id, given["until"])

    return RecordSheet("End the role", form, keep, save="End the role")


def link_sheet(office: Office, case: CaseId) -> RecordSheet:
    """Give the form that says that another case belongs with this one."""

    def find(typed: str) -> tuple[Option, ...]:
        found = (one for one in lists.find(office, typed) if one.kind is FoundKind.CASE)
        return tuple(Option(one.id, one.label, one.detail) for one in found if one.id != case)

    form = Form()
    form.add(
        "other", "Other case", SearchChoice(find), hint="Type its reference or words of its title."
    )
    form.add("nature", "How they belong together", Line(longest=LINE_LIMIT), optional=True)

    def keep(given: dict[str, Any]) -> None:
        if given["other"] is None:
            raise refuse("other", Problem.NOTHING_CHOSEN)
        involvements.link(office, case, CaseId(given["other"]), given["nature"])

    return RecordSheet("Link another case", form, keep, save="Link the cases")


def _add_dates(form: Form, office: Office) -> None:
    form.add("since", "From", date_back(office), hint="Such as 3 dec.", optional=True)
    form.add("until", "Until", date_back(office), optional=True)
    form.add("remark", "Remark", Line(longest=LINE_LIMIT), optional=True)


def _check(gathered: Gathering, picked: Picked | None, role: RoleKind | None) -> None:
    if picked is None:
        gathered.note(FieldProblem(field="party", problem=Problem.NAME_MISSING))
    if role is None:
        gathered.note(FieldProblem(field="role", problem=Problem.NOTHING_CHOSEN))
