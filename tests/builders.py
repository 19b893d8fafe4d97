"""Values with defaults, so that a new field changes one place."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import uuid_utils.compat

from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import Case, CaseKind, Closure
from psg_desktop.domain.closing import ClosureProposal
from psg_desktop.domain.ids import (
    ActionId,
    AgencyId,
    CaseId,
    ClosureProposalId,
    NoteId,
    PersonId,
    ReviewId,
)
from psg_desktop.domain.notes import Note
from psg_desktop.domain.people import Person
from psg_desktop.domain.reviews import Review

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def new_id() -> UUID:
    return uuid_utils.compat.uuid7()


def a_person(**changes: Any) -> Person:
    return replace(Person(id=PersonId(new_id()), full_name="Wilf Marrowby"), **changes)


def a_case(**changes: Any) -> Case:
    case = Case(
        id=CaseId(new_id()),
        reference="PSG-2026-001",
        kind=CaseKind.PERSON,
        subject=new_id(),
        title="Calls at night",
        opened=date(2026, 9, 1),
    )
    return replace(case, **changes)


def an_action(**changes: Any) -> Action:
    action = Action(
        id=ActionId(new_id()),
        case=CaseId(new_id()),
        what="Visit at home",
        state=ActionState.AGREED,
        owner=AgencyId(new_id()),
        officer="Joan Cloverley",
        due=date(2026, 12, 1),
    )
    return replace(action, **changes)


def a_note(**changes: Any) -> Note:
    note = Note(
        id=NoteId(new_id()),
        case=CaseId(new_id()),
        happened_on=date(2026, 11, 1),
        text="Seen near the bench.",
        written_at=NOW,
    )
    return replace(note, **changes)


def a_review(**changes: Any) -> Review:
    review = Review(
        id=ReviewId(new_id()),
        case=CaseId(new_id()),
        held_on=date(2026, 11, 12),
        decision="Keep on the plan.",
        next_due=date(2026, 12, 10),
    )
    return replace(review, **changes)


def a_closure(**changes: Any) -> Closure:
    closure = Closure(
        reason="resolved", summary="It has held for two months.", told="The tenant", on=TODAY
    )
    return replace(closure, **changes)


def a_proposal(**changes: Any) -> ClosureProposal:
    proposal = ClosureProposal(
        id=ClosureProposalId(new_id()),
        case=CaseId(new_id()),
        reason="resolved",
        proposed_on=TODAY,
        proposed_by="Ilse Sedgeway",
    )
    return replace(proposal, **changes)
