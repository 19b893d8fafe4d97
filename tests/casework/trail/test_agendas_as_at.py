"""The agenda of a meeting as it stood: its items, their order and what they were called then."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.meeting import agendas, meetings
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import as_at
from psg_desktop.domain.agendas import AgendaItem, ItemKind
from psg_desktop.domain.ids import AgendaItemId, CaseId, MeetingId
from psg_desktop.domain.refusals import Problem, Refused
from tests.builders import a_case, a_person
from tests.fakes import FixedClock
from tests.offices import psg_meeting

DAY = timedelta(days=1)


def planned(office: Office) -> tuple[MeetingId, CaseId]:
    meeting = psg_meeting(office, date(2027, 1, 14))
    meetings.plan(office, meeting)
    person = a_person()
    case = a_case(reference="PSG-2026-400", subject=person.id, title="Noise at night")
    cases.open_case(office, Opening(case=case, new_subject=person))
    add(office, meeting.id, "", case.id)
    add(office, meeting.id, "Bins")
    return meeting.id, case.id


def add(office: Office, meeting: MeetingId, title: str, case: CaseId | None = None) -> None:
    kind = ItemKind.REVIEW if case else ItemKind.OTHER_BUSINESS
    item = AgendaItem(
        id=AgendaItemId(office.new_id()), meeting=meeting, kind=kind, title=title, case=case
    )
    agendas.add_item(office, item)


def said(found: as_at.AgendaAsAt) -> list[tuple[str, str]]:
    return [(line.item.title, line.case.title if line.case else "") for line in found.lines]


def test_that_an_agenda_is_read_as_it_stood_before_it_was_changed(
    desk: Office, clock: FixedClock
) -> None:
    meeting, case = planned(desk)
    first = desk.today()
    before = said(as_at.agenda_as_at(desk, meeting, first))
    clock.forward(days=3)
    lines = agendas.lines(desk, meeting)
    agendas.move_item(desk, lines[-1].item.id, 0)
    taken_off = next(line.item for line in lines if line.item.title == "Bins")
    agendas.remove_item(desk, taken_off.id)
    add(desk, meeting, "Lights")
    with desk.reading() as unit:
        known = unit.cases.get(case)
    cases.amend(desk, replace(known, title="Noise and dogs"))
    meetings.move(desk, meeting, date(2027, 1, 21))
    now = as_at.agenda_as_at(desk, meeting, desk.today())
    assert ("Lights", "") in said(now)
    assert ("", "Noise and dogs") in said(now)
    assert now.meeting.on == date(2027, 1, 21)
    then = as_at.agenda_as_at(desk, meeting, first)
    assert said(then) == before
    assert {("", "Noise at night"), ("Bins", "")} <= set(said(then))
    assert then.meeting.on == date(2027, 1, 14)
    assert [line.item.position for line in then.lines] == list(range(len(then.lines)))


def test_that_the_agenda_of_today_is_the_one_that_is_kept(desk: Office) -> None:
    meeting, _ = planned(desk)
    found = as_at.agenda_as_at(desk, meeting, desk.today())
    assert [one.item for one in found.lines] == [one.item for one in agendas.lines(desk, meeting)]


def test_that_a_meeting_not_planned_yet_and_a_day_to_come_are_refused(
    desk: Office, clock: FixedClock
) -> None:
    clock.forward(days=5)
    meeting, _ = planned(desk)
    for day, problem in (
        (desk.today() - DAY, Problem.NOT_YET_OPENED),
        (desk.today() + DAY, Problem.DATE_IN_FUTURE),
    ):
        with pytest.raises(Refused) as caught:
            as_at.agenda_as_at(desk, meeting, day)
        assert [one.problem for one in caught.value.problems] == [problem]
