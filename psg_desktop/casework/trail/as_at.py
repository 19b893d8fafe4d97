"""As at: a case, the caseload or an agenda as it stood at the end of a day that has passed.

An ombudsman asks what was known and agreed then, not what is known now.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.clock import end_of
from psg_desktop.domain.actions import OPEN_STATES
from psg_desktop.domain.cases import Case, CaseKind, CaseState, RiskLevel
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import CaseId, MeetingId
from psg_desktop.domain.lists import CaseRow
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.meetings import Meeting
from psg_desktop.domain.plain import Plain
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store import shelves
from psg_desktop.store.queries import as_at
from psg_desktop.store.queries.as_at import Wanted
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.units import Reading

_SUBJECTS: Mapping[CaseKind, Shelf[Any]] = {
    CaseKind.PERSON: shelves.PEOPLE,
    CaseKind.PLACE: shelves.PLACES,
    CaseKind.PROJECT: shelves.PROJECTS,
}

_NOW = datetime.max.replace(tzinfo=UTC)
_LISTED = (
    "id", "reference", "kind", "title", "state", "risk", "lead_agency", "review_due", "opened",
)  # fmt: skip
_COUNTED = ("id", "case", "state", "due")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAsAt:
    """A case and everything that belonged to it at the end of a day.

    Attributes:
        records: The plain form of each record of the case, by kind, in the order they were made.
        names: What agencies, people, places and cases were called then, by identifier.
    """

    day: date
    case: Case
    records: Mapping[RecordKind, tuple[Plain, ...]] = field(repr=False)
    names: Mapping[UUID, str] = field(repr=False)


def case_as_at(office: Office, id_: CaseId, day: date) -> CaseAsAt:
    """Read a case as it stood at the end of a day.

    Raises:
        Refused: The day is still to come, or there was no such case yet.
    """
    moment = _moment(office, day)
    with office.reading() as unit:
        found = as_at.values(unit.reading, shelves.CASES, moment, Wanted(case=id_))
        if not found:
            raise refuse("day", Problem.NOT_YET_OPENED)
        records: Mapping[RecordKind, tuple[Plain, ...]] = {
            shelf.kind: as_at.plains(unit.reading, shelf, moment, Wanted(case=id_))
            for shelf in shelves.ALL
            if shelf.case and shelf.kind is not RecordKind.CASE
        }
        called = _names(unit.reading, found[0], records, moment)
    return CaseAsAt(day=day, case=found[0], records=records, names=called)


def caseload_as_at(office: Office, day: date) -> tuple[CaseRow, ...]:
    """Read the cases that were open at the end of a day, by reference, as the list showed them.

    Raises:
        Refused: The day is still to come.
    """
    moment = _moment(office, day)
    with office.reading() as unit:
        read = unit.reading
        cases = as_at.plains(read, shelves.CASES, moment, Wanted(fields=_LISTED))
        actions = as_at.plains(read, shelves.ACTIONS, moment, Wanted(fields=_COUNTED))
        agencies = as_at.plains(read, shelves.AGENCIES, moment)
    leads = {one["id"]: one["short_name"] or one["name"] for one in agencies}
    agreed = [one for one in actions if one["state"] in {state.value for state in OPEN_STATES}]
    still = Counter(one["case"] for one in agreed)
    late = Counter(one["case"] for one in agreed if one["due"] and one["due"] < day.isoformat())
    rows = [
        _row(one, leads, (still[one["id"]], late[one["id"]]))
        for one in cases
        if one["state"] != CaseState.CLOSED.value
    ]
    return tuple(sorted(rows, key=lambda row: row.reference))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaAsAt:
    """A meeting and its agenda at the end of a day, in the order it had then."""

    day: date
    meeting: Meeting
    lines: tuple[AgendaLine, ...]


def agenda_as_at(office: Office, id_: MeetingId, day: date) -> AgendaAsAt:
    """Read the agenda of a meeting as it stood at the end of a day.

    Raises:
        Refused: The day is still to come, or the meeting was not planned yet.
    """
    moment = _moment(office, day)
    with office.reading() as unit:
        read = unit.reading
        found = as_at.values(read, shelves.MEETINGS, moment, Wanted(records=(id_,)))
        if not found:
            raise refuse("meeting", Problem.NOT_YET_OPENED)
        items = as_at.values(read, shelves.AGENDA_ITEMS, moment)
        own = sorted((one for one in items if one.meeting == id_), key=lambda one: one.position)
        cases = _rows(read, {one.case for one in own if one.case}, moment)
        named = _named(read, {one.about for one in own if one.about}, moment)
    lines = tuple(
        AgendaLine(
            item=one,
            case=cases.get(one.case) if one.case else None,
            reference=named.get(one.about, ("", ""))[0] if one.about else "",
            about=named.get(one.about, ("", ""))[1] if one.about else "",
        )
        for one in own
    )
    return AgendaAsAt(day=day, meeting=found[0], lines=lines)


def _rows(reading: Reading, ids: set[CaseId], moment: datetime) -> dict[CaseId, CaseRow]:
    """Give what cases were called then; their actions are not counted for an agenda."""
    wanted = Wanted(records=sorted(ids), fields=_LISTED)
    agencies = as_at.plains(reading, shelves.AGENCIES, moment)
    leads = {one["id"]: one["short_name"] or one["name"] for one in agencies}
    found = as_at.plains(reading, shelves.CASES, moment, wanted)
    return {row.id: row for row in (_row(one, leads, (0, 0)) for one in found)}


def _named(reading: Reading, ids: set[UUID], moment: datetime) -> dict[UUID, tuple[str, str]]:
    """Give reference and name of the referrals and interventions an agenda is about."""
    wanted = Wanted(records=sorted(ids))
    found = {
        UUID(one["id"]): (str(one["reference"]), str(one["name"]))
        for one in as_at.plains(reading, shelves.REFERRALS, moment, wanted)
    }
    for one in as_at.values(reading, shelves.INTERVENTIONS, moment, wanted):
        found[one.id] = ("", one.facts.short_name)
    return found


def _moment(office: Office, day: date) -> datetime:
    if day > office.today():
        raise refuse("day", Problem.DATE_IN_FUTURE)
    # As at today is now, also for what was written before the machine's clock was put back.
    return end_of(day) if day < office.today() else _NOW


def _row(plain: Plain, leads: Mapping[str, str], counts: tuple[int, int]) -> CaseRow:
    return CaseRow(
        id=CaseId(UUID(plain["id"])),
        reference=plain["reference"],
        kind=CaseKind(plain["kind"]),
        title=plain["title"],
        state=CaseState(plain["state"]),
        risk=RiskLevel(plain["risk"]) if plain["risk"] else None,
        lead_agency=leads.get(plain["lead_agency"] or "", ""),
        review_due=date.fromisoformat(plain["review_due"]) if plain["review_due"] else None,
        open_actions=counts[0],
        overdue_actions=counts[1],
        opened=date.fromisoformat(plain["opened"]),
        closed_on=None,
    )


def _names(
    reading: Reading,
    case: Case,
    records: Mapping[RecordKind, tuple[Plain, ...]],
    moment: datetime,
) -> dict[UUID, str]:
    """Give what everything that the records point at was called at a moment."""
    parties = [UUID(one["party"]) for one in records[RecordKind.INVOLVEMENT]]
    others = [UUID(one["other"]) for one in records[RecordKind.CASE_LINK]]
    found: dict[UUID, str] = {}
    found |= _called(as_at.plains(reading, shelves.AGENCIES, moment))
    for shelf in (shelves.PEOPLE, shelves.PLACES):
        found |= _called(as_at.plains(reading, shelf, moment, Wanted(records=parties)))
    subject = Wanted(records=(case.subject,))
    found |= _called(as_at.plains(reading, _SUBJECTS[case.kind], moment, subject))
    found |= _called(as_at.plains(reading, shelves.CASES, moment, Wanted(records=others)))
    return found | {UUID(one["id"]): one["what"] for one in records[RecordKind.ACTION]}


def _called(plains: Iterable[Plain]) -> dict[UUID, str]:
    names = ("short_name", "name", "full_name", "reference")
    return {UUID(one["id"]): next(one[name] for name in names if one.get(name)) for one in plains}
