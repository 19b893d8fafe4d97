"""Forms beside a place: premises within it, and its stage as a priority area."""

from dataclasses import replace
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import premises
from psg_desktop.casework.statistics.police_reviewing import AreaProposal
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import PlaceId, PriorityStatusId
from psg_desktop.domain.places import Place
from psg_desktop.domain.priority_areas import PriorityStage, PriorityStatus
from psg_desktop.domain.refusals import FieldProblem, Problem, refuse
from psg_desktop.domain.text import LINE_LIMIT
from psg_desktop.ui.parts.choosing import choice_of
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.parties import Picked
from psg_desktop.ui.parts.party_picker import PartyPicker
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.controls import Line, LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import police_review as words

_RENAMED = {"name": "party", "postcode": "party", "part_of": "party"}


def premises_sheet(office: Office, outer: PlaceId) -> RecordSheet:
    """Give the form that says that a place lies within this one."""
    form = Form()
    form.add(
        "party",
        "Place within this one",
        PartyPicker(office, CaseKind.PLACE),
        hint="Such as a shop in a parade, or a flat in a block.",
    )

    def keep(given: dict[str, Any]) -> None:
        picked: Picked | None = given["party"]
        if picked is None:
            raise refuse("party", Problem.NAME_MISSING)
        new = picked.new if isinstance(picked.new, Place) else None
        premises.put_within(office, PlaceId(picked.id), outer, new)

    return RecordSheet("Add premises", form, keep, save="Save the premises", renamed=_RENAMED)


def priority_sheet(office: Office, place: PlaceId) -> RecordSheet:
    """Give the form that records a decision on the stage of a place."""
    form = Form()
    _add_decision(office, form)
    form.show_values({"since": office.today()})

    def keep(given: dict[str, Any]) -> None:
        _decide(office, Picked(id=place, name=""), given)

    return RecordSheet("Decide the stage", form, keep, save="Keep the decision")


def proposed_sheet(office: Office, asked: AreaProposal) -> RecordSheet:
    """Give the same form filled in with what police figures propose for a ward."""
    form = Form()
    form.add(
        "party",
        "Priority area",
        PartyPicker(office, CaseKind.PLACE),
        hint="The ward as a whole, or a place in it that the figures are about.",
    )
    _add_decision(office, form)
    new = Place(id=PlaceId(office.new_id()), name=asked.place_name, ward=asked.proposal.ward)
    picked = Picked(
        id=asked.place or new.id, name=asked.place_name, new=None if asked.place else new
    )
    form.show_values(
        {
            "party": picked,
            "stage": asked.proposal.stage,
            "since": office.today(),
            "evidence": words.evidence(asked.proposal, made_up=asked.made_up),
        }
    )

    def keep(given: dict[str, Any]) -> None:
        picked: Picked | None = given.pop("party")
        if picked is not None and isinstance(picked.new, Place) and not picked.new.postcode:
            picked = replace(picked, new=replace(picked.new, ward=asked.proposal.ward))
        _decide(office, picked, given)

    return RecordSheet(
        "Put on record as priority area", form, keep, save="Keep the decision", renamed=_RENAMED
    )


def _add_decision(office: Office, form: Form) -> None:
    form.add(
        "stage",
        "Stage",
        choice_of(PriorityStage, nothing="Choose the stage"),
        hint=(
            "Emerging: several or rising issues. Preventing: growth, or problems foreseen. "
            "Sustaining: known issues worked on. Discharged: fewer flags, taken off."
        ),
    )
    form.add("since", "Decided on", date_back(office))
    form.add("evidence", "Evidence", LongText(lines=4), hint="Such as measures in the top fifth.")
    form.add("decided_by", "Decided by", Line(longest=LINE_LIMIT), hint="A meeting or a person.")


def _decide(office: Office, picked: Picked | None, given: dict[str, Any]) -> None:
    """Keep the decision on the place picked, or refuse with everything that is missing."""
    gathered = Gathering()
    id_ = PriorityStatusId(office.new_id())
    if picked is None:
        gathered.note(FieldProblem(field="party", problem=Problem.NAME_MISSING))
    if given["stage"] is None:
        gathered.note(FieldProblem(field="stage", problem=Problem.NOTHING_CHOSEN))
    if given["since"] is None:
        gathered.note(FieldProblem(field="since", problem=Problem.DATE_MISSING))
    facts = {**given, "since": given["since"] or office.today()}
    # Without a place it is made all the same, so that what else is missing is told as well.
    place = PlaceId(picked.id if picked else id_)
    made = gathered.make(lambda: PriorityStatus(id=id_, place=place, **facts))
    gathered.settle()
    if made is not None and picked is not None:
        new = picked.new if isinstance(picked.new, Place) else None
        premises.set_priority(office, made, new)
