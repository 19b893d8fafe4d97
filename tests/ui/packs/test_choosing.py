"""The start of a pack: its meeting and its cases."""

from dataclasses import replace
from datetime import date

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.cases import Closure
from psg_desktop.domain.changes import Act
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.ui.packs.choose import default_meeting
from tests.offices import psg_meeting
from tests.ui.packs.reading import Reading


def meetings(office: Office, psg: tuple[date, ...], group: tuple[date, ...]) -> None:
    with office.working(Act.SET_UP) as unit:
        unit.meetings.put_all(psg_meeting(office, day) for day in psg)
        unit.meetings.put_all(
            psg_meeting(office, day, MeetingGroup.DELIVERY_GROUP) for day in group
        )


@pytest.mark.parametrize(
    ("psg", "group", "expected"),
    [
        ((date(2026, 11, 26),), (date(2026, 12, 10),), date(2026, 12, 10)),
        ((date(2026, 11, 26),), (date(2026, 9, 10),), date(2026, 11, 26)),
        ((), (), date(2026, 11, 21)),
    ],
    ids=["next group meeting", "else next PSG meeting", "else today"],
)
def test_that_the_meeting_proposed_is_the_next_one(
    office: Office, psg: tuple[date, ...], group: tuple[date, ...], expected: date
) -> None:
    meetings(office, psg, group)
    assert default_meeting(office) == expected


def test_that_every_open_case_is_ticked_and_a_closed_one_is_not(
    office: Office, reading: Reading
) -> None:
    rows = lists.cases(office, CaseFilter(view=CaseView.OPEN), CaseOrder(), slice(0, None)).rows
    closing = Closure(
        reason="resolved", told="The tenant", summary="Quiet since.", on=office.today()
    )
    reason = next(one.code for one in settings.closure_reasons(office))
    cases.close(office, rows[0].id, replace(closing, reason=reason))
    page = reading.choose()
    assert rows[0].id not in page.cases.chosen
    assert set(page.cases.chosen) == {one.id for one in rows[1:]}
    assert page.cases.list.count() == len(rows)


def test_that_the_list_narrows_and_only_what_is_shown_is_unticked(reading: Reading) -> None:
    page = reading.choose()
    everything = len(page.cases.chosen)
    page.cases.sought.setText("bins alight")
    page.cases._tick_shown(page.cases.list.item(0).checkState().Unchecked)
    page.cases.sought.clear()
    assert len(page.cases.chosen) == everything - 1


def test_that_a_pack_without_date_or_cases_says_what_is_missing(reading: Reading) -> None:
    page = reading.choose()
    page.meeting.line.setText("")
    page.cases._tick_shown(page.cases.list.item(0).checkState().Unchecked)
    page.go_on()
    assert reading.frame.page is page
    assert page._field.problem == "Enter the date of the meeting."
    assert page._problem.text() == "Tick at least one case."
