"""The checks before the papers of a meeting go out; each finding leads to what mends it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from psg_desktop.casework.meeting import meetings
from psg_desktop.casework.meeting.preflight_cases import of_cases
from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import ItemKind, total
from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.meetings import Attendance, Meeting, MeetingState
from psg_desktop.domain.partnership import PARTNERSHIP_ID
from psg_desktop.domain.preflight import Check, CheckLine
from psg_desktop.domain.referral_facts import ReferralState
from psg_desktop.store.queries import agenda_lines
from psg_desktop.store.queries import meetings as meetings_query
from psg_desktop.store.units import Unit
from psg_desktop.words import agendas

BACKUP_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """What the checks look at."""

    unit: Unit
    meeting: Meeting
    lines: tuple[AgendaLine, ...]
    people: tuple[Attendance, ...]
    day: date


def checks(
    office: Office, id_: MeetingId, backed_up: datetime | None = None
) -> tuple[CheckLine, ...]:
    """Give everything to see to before the papers of a meeting go out, in the order of `Check`.

    Args:
        office: The open vault.
        id_: The meeting.
        backed_up: When the last backup was made and tried, None where there is none.
    """
    today = office.today()
    with office.reading() as unit:
        looked = _Looked(
            unit=unit,
            meeting=unit.meetings.get(id_),
            lines=agenda_lines.of_meeting(unit.reading, id_, today),
            people=unit.attendances.where(meeting=id_),
            day=today,
        )
        statement = unit.partnership.get(PARTNERSHIP_ID).confidentiality.strip()
        quiet_after = unit.partnership.get(PARTNERSHIP_ID).quiet_after_days
        last = meetings.before(unit, looked.meeting)
        found = [
            *_of_meeting(looked),
            *_when(not statement, Check.STATEMENT_MISSING),
            *_of_items(looked),
            *_of_last(last),
            *_of_invitations(looked),
            *_of_referrals(looked),
            *of_cases(unit, looked.lines, today, last.on if last else None, quiet_after),
        ]
    old = backed_up is None or backed_up < office.now() - timedelta(days=BACKUP_DAYS)
    found += _when(old, Check.BACKUP_OLD)
    order = list(Check)
    return tuple(sorted(found, key=lambda line: order.index(line.check)))


def _of_meeting(looked: _Looked) -> Iterator[CheckLine]:
    meeting, items = looked.meeting, [line.item for line in looked.lines]
    yield from _when(not items, Check.AGENDA_EMPTY)
    yield from _when(not meeting.chair.strip(), Check.CHAIR_MISSING)
    yield from _when(meeting.starts is None, Check.START_MISSING)
    yield from _when(not meeting.place.strip(), Check.PLACE_MISSING)
    matching = not items or total(items) == meeting.length
    yield from _when(not matching, Check.LENGTH_NOT_MATCHING, number=total(items))
    late = looked.day > meetings.cut_offs(meeting).papers
    yield from _when(late and meeting.state is MeetingState.PLANNED, Check.PAPERS_LATE)


def _when(wrong: bool, check: Check, number: int = 0) -> list[CheckLine]:  # noqa: FBT001 - reads as prose
    return [CheckLine(check=check, number=number)] if wrong else []


def _of_items(looked: _Looked) -> Iterator[CheckLine]:
    counted = Counter(line.item.target for line in looked.lines)
    cases = Counter(line.item.case for line in looked.lines if not line.item.about)
    for line in looked.lines:
        item = line.item
        lead, words = agendas.item_lead(line), agendas.item_words(line)
        twice = counted[item.target] > 1 or (item.case is not None and cases[item.case] > 1)
        closed = line.case is not None and line.case.state is CaseState.CLOSED
        unsaid = item.kind is ItemKind.CLOSURE and not item.ask.strip()
        asked = item.kind is ItemKind.ESCALATION and not item.ask.strip()
        for wrong, check in (
            (twice, Check.DUPLICATE_ITEM),
            (closed, Check.CLOSED_CASE),
            (unsaid, Check.CLOSURE_WITHOUT_SUMMARY),
            (asked, Check.ESCALATION_WITHOUT_ASK),
        ):
            if wrong:
                yield CheckLine(check=check, label=lead, detail=words, item=item.id, case=item.case)


def _of_last(last: Meeting | None) -> Iterator[CheckLine]:
    if last is not None and last.state is MeetingState.HELD:
        yield CheckLine(check=Check.LAST_MINUTES, detail=agendas.meeting_words(last))


def _of_invitations(looked: _Looked) -> Iterator[CheckLine]:
    yield from _when(not looked.people, Check.NOBODY_INVITED)
    asked = {one.agency for one in looked.people}
    names: dict[UUID, str] = {}
    owed: Counter[UUID] = Counter()
    for row in meetings_query.open_actions(looked.unit.reading, looked.day):
        if row.owner_id is not None and row.owner_id not in asked:
            names[row.owner_id] = row.owner
            owed[row.owner_id] += 1
    if looked.people:
        for agency in looked.unit.agencies.all():
            if agency.id in owed:
                yield CheckLine(
                    check=Check.AGENCY_NOT_INVITED,
                    label=names[agency.id],
                    number=owed[agency.id],
                    agency=agency.id,
                )


def _of_referrals(looked: _Looked) -> Iterator[CheckLine]:
    closed = looked.day > meetings.cut_offs(looked.meeting).referrals
    for line in looked.lines:
        if line.item.kind is not ItemKind.NEW_REFERRAL or line.item.about is None:
            continue
        referral = looked.unit.referrals.find(line.item.about)
        if referral is None:
            continue
        incomplete = referral.state is ReferralState.INCOMPLETE
        check = Check.REFERRAL_INCOMPLETE if incomplete else Check.REFERRAL_LATE
        late = referral.received_on > meetings.cut_offs(looked.meeting).referrals
        if incomplete or (late and closed and not referral.decided):
            yield CheckLine(
                check=check, label=referral.reference, detail=line.about, item=line.item.id
            )
