"""The room: what is recorded while a meeting goes on, item by item, and what it leaves behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from psg_desktop.casework.caseload import cases, notes
from psg_desktop.casework.meeting import aftermaths
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.agendas import AgendaItem, ItemKind, ItemState
from psg_desktop.domain.cases import Case, CaseState
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import (
    ActionId,
    AgencyId,
    AgendaItemId,
    CaseId,
    MeetingId,
    ReferralId,
    ReviewId,
)
from psg_desktop.domain.lists import ActionRow
from psg_desktop.domain.meeting_lists import Aftermath
from psg_desktop.domain.meetings import Meeting, MeetingGroup, Presence, recorded
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.domain.reviews import Review
from psg_desktop.domain.today import Draft
from psg_desktop.store import desk
from psg_desktop.store.queries import meetings
from psg_desktop.store.units import Unit
from psg_desktop.words.agendas import meeting_words

_NOTHING_LEFT: Mapping[AgendaItemId, ItemState] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What came of one item.

    Attributes:
        next_review: When the case is looked at next; with it a review of the case is recorded.
        state: Dealt with, or put off to the next meeting.
        answers: Whether the decision is the answer an escalated case has waited for.
    """

    decision: str = field(default="", repr=False)
    next_review: date | None = None
    state: ItemState = ItemState.DONE
    answers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedAction:
    """An action as it is agreed in the room: without owner, officer and date it is none."""

    case: CaseId | None
    what: str = field(repr=False)
    owner: AgencyId | None = None
    officer: str = field(default="", repr=False)
    due: date | None = None


def read_statement(office: Office, id_: MeetingId, by: str) -> None:
    """Record that the confidentiality statement was read, now.

    Raises:
        Refused: Without saying who read it.
    """
    with office.working(Act.READ_STATEMENT) as unit:
        unit.meetings.put(unit.meetings.get(id_).read_statement(by, office.now()))


def settle(office: Office, id_: AgendaItemId, settlement: Settlement) -> None:
    """Record what came of an item, and the review of its case where a next date is given.

    Settled again, the same review is corrected. The draft of the decision is forgotten. An
    escalated case that is answered goes on where it was set aside.

    Raises:
        Refused: A review or an answer without a decision, or a next date that is not after the
            meeting.
    """
    with office.working(Act.SETTLE_ITEM) as unit:
        item = unit.agenda_items.get(id_)
        meeting = _in_session(unit, item.meeting)
        changed = replace(item, decision=settlement.decision, state=settlement.state)
        if settlement.answers and item.case is not None:
            on = min(meeting.on, office.today())
            unit.cases.put(unit.cases.get(item.case).resume(on, settlement.decision))
        if settlement.next_review is not None and item.case is not None:
            review = _review(office, unit, item, meeting, settlement)
            changed = replace(changed, review=review.id)
        unit.agenda_items.put(changed)
        desk.discard_draft(unit, draft_key(id_))


def agree_action(office: Office, id_: AgendaItemId, agreed: AgreedAction) -> ActionId:
    """Add an action that was agreed under an item.

    Raises:
        Refused: It lacks its words, case, owner, officer or due date; the case is closed.
    """
    found = Findings()
    found.when(agreed.case is None, "case", Problem.SUBJECT_MISSING)
    found.when(not agreed.what.strip(), "what", Problem.TEXT_MISSING)
    found.when(agreed.owner is None, "owner", Problem.OWNER_MISSING)
    found.when(not agreed.officer.strip(), "officer", Problem.OFFICER_MISSING)
    found.when(agreed.due is None, "due", Problem.DUE_MISSING)
    found.settle()
    with office.working(Act.ADD_ACTION) as unit:
        item = unit.agenda_items.get(id_)
        meeting = _in_session(unit, item.meeting)
        action = _action(office, agreed, meeting)
        if unit.cases.get(action.case).closed:
            raise refuse("case", Problem.CASE_IS_CLOSED)
        unit.actions.put(action)
        unit.agenda_items.put(replace(item, actions=(*item.actions, action.id)))
    return action.id


def end(
    office: Office, id_: MeetingId, last: Mapping[AgendaItemId, ItemState] = _NOTHING_LEFT
) -> Aftermath:
    """Say that a meeting was held: who was asked and not marked was not there.

    Where nobody was marked at all, nothing is said of anybody. An item that is still to come was
    not reached.

    Args:
        office: The open vault.
        id_: The meeting.
        last: What became of items about which nothing was typed.

    Raises:
        Refused: It was held or cancelled already, or its day has not come.
    """
    with office.working(Act.END_MEETING) as unit:
        meeting = unit.meetings.get(id_)
        if meeting.on > office.today():
            raise refuse("on", Problem.MEETING_TO_COME)
        unit.meetings.put(meeting.hold())
        for item, state in last.items():
            unit.agenda_items.put(replace(unit.agenda_items.get(item), state=state))
        asked = unit.attendances.where(meeting=id_)
        for one in asked if recorded(asked) else ():
            if one.presence is Presence.INVITED:
                unit.attendances.put(replace(one, presence=Presence.ABSENT))
    return aftermaths.of(office, id_)


def awaits_answer(office: Office, item: AgendaItem) -> bool:
    """Tell whether a case under an item was escalated to the group that meets."""
    if item.kind is not ItemKind.ESCALATION or item.case is None:
        return False
    with office.reading() as unit:
        above = unit.meetings.get(item.meeting).group is not MeetingGroup.PSG
        return above and unit.cases.get(item.case).state is CaseState.ESCALATED


def told(office: Office, item: AgendaItem) -> tuple[str, str]:
    """Give the problem and the ask of the referral an item is about; "" each where there is none.

    Both may name people.
    """
    with office.reading() as unit:
        found = unit.referrals.find(ReferralId(item.about)) if item.about else None
    return (found.problem, found.asks) if found is not None else ("", "")


def draft_key(id_: AgendaItemId) -> str:
    """Give the key under which the decision being typed about an item is kept."""
    return f"decision/{id_}"


def keep_draft(office: Office, id_: AgendaItemId, text: str) -> None:
    """Keep a decision that is being typed; empty text forgets it."""
    notes.keep_draft(office, draft_key(id_), text)


def draft(office: Office, id_: AgendaItemId) -> Draft | None:
    """Read the decision that was being typed about an item."""
    return notes.draft(office, draft_key(id_))


def next_review(office: Office, item: AgendaItem) -> date | None:
    """Read the next date of the review recorded under an item, None where none was."""
    if item.review is None:
        return None
    with office.reading() as unit:
        review = unit.reviews.find(item.review)
    return review.next_due if review else None


def proposed_review(office: Office, item: AgendaItem) -> date | None:
    """Propose when the case of an item is looked at next, None where it is about no case.

    It is after the meeting, which may be open in the room before its day.
    """
    if item.case is None:
        return None
    with office.reading() as unit:
        case, meeting = unit.cases.get(item.case), unit.meetings.get(item.meeting)
    since = max(meeting.on, office.today())
    return cases.proposed_review(office, case.risk, case.review_every, since)


def agreed(office: Office, id_: AgendaItemId) -> tuple[ActionRow, ...]:
    """Read the actions agreed under an item, in the order they were agreed."""
    with office.reading() as unit:
        ids = unit.agenda_items.get(id_).actions
        known = meetings.actions_by_id(unit.reading, set(ids), office.today())
    return tuple(known[one] for one in ids if one in known)


def open_actions(office: Office, case: CaseId) -> tuple[ActionRow, ...]:
    """Read the proposed and open actions of a case, the earliest due first."""
    with office.reading() as unit:
        return meetings.live_actions_of(unit.reading, {case}, office.today())


def following(office: Office, id_: MeetingId) -> date | None:
    """Read the day the same group meets next after a meeting, None where none is planned."""
    with office.reading() as unit:
        meeting = unit.meetings.get(id_)
        days = meetings.days(unit.reading, meeting.group)
    return min((day for day in days if day > meeting.on), default=None)


def _in_session(unit: Unit, id_: MeetingId) -> Meeting:
    """Give a meeting that decisions can be recorded at: not cancelled, minutes not approved."""
    meeting = unit.meetings.get(id_)
    if not meeting.coming and meeting.approved_on is not None:
        raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
    if meeting.cancelled_because:
        raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
    return meeting


def _review(
    office: Office, unit: Unit, item: AgendaItem, meeting: Meeting, settlement: Settlement
) -> Review:
    if item.case is None:
        raise refuse("case", Problem.SUBJECT_MISSING)
    case: Case = unit.cases.get(item.case)
    if case.closed:
        raise refuse("case", Problem.CASE_IS_CLOSED)
    review = Review(
        id=item.review or ReviewId(office.new_id()),
        case=case.id,
        held_on=min(meeting.on, office.today()),
        decision=settlement.decision,
        meeting=meeting_words(meeting),
        next_due=settlement.next_review,
    )
    unit.reviews.put(review)
    unit.cases.put(replace(case, review_due=review.next_due))
    return review


def _action(office: Office, agreed: AgreedAction, meeting: Meeting) -> Action:
    if agreed.case is None:
        raise refuse("case", Problem.SUBJECT_MISSING)
    return Action(
        id=ActionId(office.new_id()),
        case=agreed.case,
        what=agreed.what,
        state=ActionState.AGREED,
        owner=agreed.owner,
        officer=agreed.officer,
        due=agreed.due,
        agreed_on=min(meeting.on, office.today()),
        meeting=meeting_words(meeting),
    )
