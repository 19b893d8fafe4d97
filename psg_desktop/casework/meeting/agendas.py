"""Agendas: built from what is due, and changed by hand, with minutes that fill the meeting."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from psg_desktop.casework.meeting.agenda_proposals import due_items, weights
from psg_desktop.casework.office import Office
from psg_desktop.domain import agendas
from psg_desktop.domain.agendas import AgendaItem, ItemKind, ItemState
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import AgendaItemId, CaseId, MeetingId
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.meetings import Meeting, MeetingState
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.text import fold
from psg_desktop.store.queries import agenda_lines, meetings
from psg_desktop.store.units import Unit

Change = Callable[[tuple[AgendaItem, ...]], Sequence[AgendaItem]]


def lines(office: Office, id_: MeetingId) -> tuple[AgendaLine, ...]:
    """Read the agenda of a meeting with what each item is about."""
    with office.reading() as unit:
        return agenda_lines.of_meeting(unit.reading, id_, office.today())


def item(office: Office, id_: AgendaItemId) -> AgendaItem:
    """Read one item.

    Raises:
        Refused: There is no such item.
    """
    with office.reading() as unit:
        return unit.agenda_items.get(id_)


def propose_agenda(office: Office, id_: MeetingId) -> int:
    """Put everything that is due on an agenda, leaving what stands there; say how much was added.

    New items take the place their kind has in the papers, and the highest risk comes first among
    reviews. The minutes are shared out anew, pinned ones excepted.

    Raises:
        Refused: The meeting was held or cancelled.
    """
    with office.working(Act.CHANGE_AGENDA) as unit:
        meeting = _open(unit, id_)
        kept = meetings.items(unit.reading, id_)
        # Standing business that was given a title of its own stands there all the same.
        known = {_subject(one) for one in kept}
        known |= {(one.kind, one.about, "") for one in kept if one.case is None}
        due = [one for one in due_items(office, unit, meeting) if _subject(one) not in known]
        order = list(ItemKind)
        together = list(kept)
        for one in due:
            place = order.index(one.kind)
            later = (
                at for at, other in enumerate(together) if order.index(other.kind) > place
            )  # fmt: skip
            together.insert(next(later, len(together)), one)
        _put(unit, meeting, together)
    return len(due)


def add_item(office: Office, item: AgendaItem) -> None:
    """Put an item where its kind belongs, and share out the minutes anew.

    Raises:
        Refused: It stands there already, or the meeting was held or cancelled.
    """

    def added(items: tuple[AgendaItem, ...]) -> Sequence[AgendaItem]:
        if any(one.target == item.target for one in items):
            raise refuse("case" if item.case else "title", Problem.ALREADY_THERE)
        order = list(ItemKind)
        before = sum(order.index(one.kind) <= order.index(item.kind) for one in items)
        return (*items[:before], item, *items[before:])

    _change(office, item.meeting, added)


def amend_item(office: Office, item: AgendaItem) -> None:
    """Keep a changed title, ask or minutes of an item; typed minutes are pinned by the form."""
    _change(
        office,
        item.meeting,
        lambda items: [item if one.id == item.id else one for one in items],
    )


def remove_item(office: Office, id_: AgendaItemId) -> None:
    """Take an item off the agenda, and share out the minutes anew.

    Raises:
        Refused: It was dealt with already, or the meeting was held or cancelled.
    """
    with office.working(Act.CHANGE_AGENDA) as unit:
        item = unit.agenda_items.get(id_)
        if item.state is not ItemState.TO_COME:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
        meeting = _open(unit, item.meeting)
        unit.agenda_items.remove(id_)
        _put(unit, meeting, meetings.items(unit.reading, meeting.id))


def move_item(office: Office, id_: AgendaItemId, to: int) -> None:
    """Put an item at another place of its agenda, counted from 0."""
    with office.reading() as unit:
        meeting = unit.agenda_items.get(id_).meeting
    _change(office, meeting, lambda items: agendas.moved(items, id_, to))


def pin(office: Office, id_: AgendaItemId, minutes: int | None) -> None:
    """Have an item keep its minutes, or with None let it share again."""
    with office.reading() as unit:
        item = unit.agenda_items.get(id_)
    amend_item(office, replace(item, pinned=minutes is not None, minutes=minutes or item.minutes))


def share_out(office: Office, id_: MeetingId) -> None:
    """Share out the minutes of an agenda anew, so that they fill the meeting."""
    _change(office, id_, lambda items: items)


def _change(office: Office, id_: MeetingId, changed: Change) -> None:
    with office.working(Act.CHANGE_AGENDA) as unit:
        meeting = _open(unit, id_)
        _put(unit, meeting, changed(meetings.items(unit.reading, id_)))


def _open(unit: Unit, id_: MeetingId) -> Meeting:
    meeting = unit.meetings.get(id_)
    if meeting.held or meeting.state is MeetingState.CANCELLED:
        raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
    return meeting


def _put(unit: Unit, meeting: Meeting, items: Sequence[AgendaItem]) -> None:
    """Keep an agenda in its order, its minutes shared out; what was dealt with keeps its own."""
    settled = [
        replace(one, pinned=True) if one.state is not ItemState.TO_COME else one for one in items
    ]
    shared = agendas.allot(settled, meeting.length, weights(unit, items))
    pinned = {one.id: one.pinned for one in items}
    unit.agenda_items.put_all(
        replace(one, pinned=pinned[one.id]) for one in agendas.numbered(shared)
    )


def _subject(item: AgendaItem) -> tuple[ItemKind, UUID | None, str] | CaseId:
    """Give what is not put on an agenda twice: business by its title, a referral, a whole case."""
    if item.case is not None and item.about is None:
        return item.case
    return item.kind, item.about, fold(item.title)
