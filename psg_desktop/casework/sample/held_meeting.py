"""The last PSG meeting of the sample, from its agenda to its draft minutes, and the next agenda."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from psg_desktop.casework.meeting import action_sheets, agendas, attendance, meetings, rooms
from psg_desktop.casework.office import Office
from psg_desktop.casework.sample.choosing import about, agencies_by_name, still_open
from psg_desktop.casework.sample.decisions import DECISIONS, Decided
from psg_desktop.domain.agendas import AgendaItem, ItemKind
from psg_desktop.domain.cases import Case, CaseKind, CaseState
from psg_desktop.domain.ids import AgendaItemId, CaseId, MeetingId
from psg_desktop.domain.meetings import Meeting, MeetingGroup, Presence

_ITEM_KINDS = {
    CaseKind.PERSON: ItemKind.REVIEW,
    CaseKind.PLACE: ItemKind.PLACE,
    CaseKind.PROJECT: ItemKind.PROJECT,
}
# How many cases of each kind are on the agenda; with four standing items they make eight.
_CASES = {CaseKind.PERSON: 2, CaseKind.PLACE: 1, CaseKind.PROJECT: 1}
_WORKED = frozenset({CaseState.ACTIVE_PLAN, CaseState.MONITORING})
_STANDING = {
    ItemKind.APOLOGIES: "Apologies were taken from Health and from Probation.",
    ItemKind.LAST_MINUTES: "Agreed as a true record.",
    ItemKind.MATTERS_ARISING: "Nothing that is not on the agenda.",
    ItemKind.NEXT_DATE: "In four weeks, in the same room.",
}
_APOLOGIES = {"Health": "Tilda Marshpenny", "Probation": ""}  # and who came instead
_NOT_THERE = "Turning Tide"
_SENT_TO = "Police"
# An action is agreed under the first case of these kinds, to be done so long after the meeting.
_DUE = {CaseKind.PERSON: timedelta(days=21), CaseKind.PLACE: timedelta(days=42)}


def prepare(office: Office, lasting: Collection[CaseId]) -> None:
    """Write the agenda of the meeting, ask everybody, and send the papers."""
    meeting = _coming(office)
    chosen = [(_ITEM_KINDS[case.kind], case) for case in _chosen(office, lasting)]
    for kind, case in (*((kind, None) for kind in _STANDING), *chosen):
        agendas.add_item(
            office,
            AgendaItem(
                id=AgendaItemId(office.new_id()),
                meeting=meeting.id,
                kind=kind,
                case=case.id if case else None,
            ),
        )
    attendance.invite(office, meeting.id)
    meetings.send_papers(office, meeting.id)


def begin(office: Office) -> None:
    """Mark who came, and have the chair read the statement."""
    meeting = _coming(office)
    _mark(office, meeting.id)
    rooms.read_statement(office, meeting.id, meeting.chair)


def hold(office: Office, lasting: Collection[CaseId]) -> None:
    """Record what was decided and agreed, and end the meeting; its minutes stay a draft."""
    meeting = _coming(office)
    last = meetings.last_held(office, meeting)
    if last is not None:
        meetings.approve_minutes(office, last.id, meeting.on)
    cases = {case.id: case for case in still_open(office, lasting)}
    dues = dict(_DUE)
    for line in agendas.lines(office, meeting.id):
        case = cases.get(line.item.case) if line.item.case else None
        if case is None:
            decision = _STANDING[line.item.kind]
            rooms.settle(office, line.item.id, rooms.Settlement(decision=decision))
            continue
        decided = DECISIONS[about(case)]
        _decide(office, meeting, line.item, decided)
        if case.kind in dues:
            _agree(office, line.item, decided, meeting.on + dues.pop(case.kind))
    rooms.end(office, meeting.id)


def send_sheet(office: Office) -> None:
    """Make the action sheet of one agency, as it was sent after the meeting."""
    agency = agencies_by_name(office)[_SENT_TO].id
    if agency in action_sheets.owing(office):
        with TemporaryDirectory(prefix="psg-desktop-sample-") as folder:
            action_sheets.make(office, (agency,), Path(folder))


def prepare_next(office: Office) -> None:
    """Propose the agenda of the next meeting from what is due, and ask everybody."""
    meeting = _coming(office)
    agendas.propose_agenda(office, meeting.id)
    attendance.invite(office, meeting.id)


def _coming(office: Office) -> Meeting:
    lines = meetings.calendar(office, MeetingGroup.PSG)
    return next(line.meeting for line in lines if line.meeting.coming)


def _chosen(office: Office, lasting: Collection[CaseId]) -> Iterator[Case]:
    """Give the newest cases that are worked on, one of each story."""
    worked = [one for one in still_open(office, lasting) if one.state in _WORKED]
    stories = {about(one): one for one in worked if about(one) in DECISIONS}
    for kind, most in _CASES.items():
        of_kind = [one for one in stories.values() if one.kind is kind]
        yield from of_kind[:most]


def _mark(office: Office, id_: MeetingId) -> None:
    """Mark who came; nobody marks the agency that is not there."""
    agencies = {one.id: name for name, one in agencies_by_name(office).items()}
    for one in attendance.listed(office, id_):
        name = agencies[one.agency] if one.agency else ""
        if name not in _APOLOGIES:
            if name != _NOT_THERE:
                attendance.mark(office, one.id, Presence.PRESENT)
        elif _APOLOGIES[name]:
            attendance.substitute(office, one.id, _APOLOGIES[name])
        else:
            attendance.mark(office, one.id, Presence.APOLOGY)


def _decide(office: Office, meeting: Meeting, item: AgendaItem, decided: Decided) -> None:
    next_review = meeting.on + timedelta(weeks=decided.weeks)
    settlement = rooms.Settlement(decision=decided.decision, next_review=next_review)
    rooms.settle(office, item.id, settlement)


def _agree(office: Office, item: AgendaItem, decided: Decided, due: date) -> None:
    owner = agencies_by_name(office)[decided.owner]
    agreed = rooms.AgreedAction(
        case=item.case,
        what=decided.action,
        owner=owner.id,
        officer=owner.contacts[0].name,
        due=due,
    )
    rooms.agree_action(office, item.id, agreed)
