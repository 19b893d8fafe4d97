"""The caseload and a case are read as they stood on a day that has passed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases, support
from psg_desktop.casework.meeting import agendas, meetings
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import settings
from psg_desktop.domain.agendas import AgendaItem, ItemKind
from psg_desktop.domain.cases import Closure
from psg_desktop.domain.ids import AgendaItemId, CaseId, SupportOfferId
from psg_desktop.domain.support import SupportAnswer, SupportOffer, SupportState
from psg_desktop.ui.application import Application
from psg_desktop.ui.as_at.agenda_page import AgendaAsAtPage
from psg_desktop.ui.as_at.case_page import CaseAsAtPage
from psg_desktop.ui.as_at.list_page import CaseloadAsAtPage
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from tests.fakes import FixedClock
from tests.offices import psg_meeting
from tests.ui import accessibility
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, Key, open_frame, words_of

DAY = timedelta(days=1)


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


def forward(office: Office, days: int) -> None:
    clock = office._clock
    assert isinstance(clock, FixedClock)
    clock.forward(days=days)


def closed_later(office: Office) -> tuple[CaseId, date]:
    """Open a full case today, and close it a year on."""
    case, then = samples.full_case(office), office.today()
    forward(office, 365)
    cases.close(
        office,
        case,
        Closure(
            reason="resolved",
            told="The tenant",
            summary="Nobody has called since May.",
            on=office.today(),
        ),
    )
    return case, then


def test_that_a_closed_case_stands_in_the_list_of_a_day_when_it_was_open(
    frame: Frame, office: Office, qtbot: QtBot
) -> None:
    case, then = closed_later(office)
    page = CaseloadAsAtPage(office)
    frame.open_page(page)
    page.show_day(office.today())
    assert case not in [row.id for row in page.table.table_model.rows]
    hands = Hands(frame)
    page.focus_start()
    hands.type(then.strftime("%d/%m/%Y"))
    hands.key(Key.Key_Return)
    assert page.day == then
    row = next(row for row in page.table.table_model.rows if row.id == case)
    assert row.overdue_actions == 1
    assert "2 open cases" in page.summary
    with qtbot.waitSignal(page.case_opened) as chosen:
        page.table.choose(case)
        page.table.setFocus()
        hands.key(Key.Key_Return)
    assert chosen.args == [case, then]


def test_that_a_case_is_shown_as_it_stood_and_names_the_day(frame: Frame, office: Office) -> None:
    case, then = closed_later(office)
    page = CaseAsAtPage(office, case, then)
    frame.open_page(page)
    shown = words_of(page)
    assert f"at the end of {then.day} November {then.year}" in shown
    assert "Nobody has called since May." not in shown
    assert "Fenmarket" not in page.heading
    for title in (one.what for one in lists.case_page(office, case).actions):
        assert title in shown
    page.show_day(office.today())
    assert "Nobody has called since May." in words_of(page)


def test_that_a_day_before_the_case_is_refused_in_words_and_leaves_what_is_shown(
    frame: Frame, office: Office
) -> None:
    case, then = closed_later(office)
    page = CaseAsAtPage(office, case, then)
    frame.open_page(page)
    page.show_day(then - DAY)
    assert "not on file yet" in words_of(page.bar)
    assert page.day == then
    page.show_day(office.today() + DAY)
    assert "in the future" in words_of(page.bar)


def test_that_the_case_page_leads_there(
    frame: Frame, office: Office, notifier: Notifier, qtbot: QtBot
) -> None:
    case = samples.bare_case(office)
    screen = CaseScreen(office, notifier, case)
    frame.open_page(screen)
    with qtbot.waitSignal(screen.as_at_asked) as asked:
        Hands(frame).press("See the case as it stood on a past day")
    assert asked.args == [case]


def test_that_both_pages_keep_the_rules(frame: Frame, office: Office) -> None:
    case, then = closed_later(office)
    for page in (CaseloadAsAtPage(office), CaseAsAtPage(office, case, then)):
        frame.open_page(page)
        found = {rule.__name__: rule(frame) for rule in accessibility.RULES}
        assert {rule: said for rule, said in found.items() if said} == {}


def test_that_an_agenda_is_shown_as_it_stood_and_its_case_opens(
    frame: Frame, office: Office, qtbot: QtBot
) -> None:
    case, then = samples.bare_case(office), office.today()
    meeting = psg_meeting(office, then + 40 * DAY)
    meetings.plan(office, meeting)
    item = AgendaItem(
        id=AgendaItemId(office.new_id()), meeting=meeting.id, kind=ItemKind.REVIEW, case=case
    )
    agendas.add_item(office, item)
    forward(office, 2)
    agendas.remove_item(office, item.id)
    page = AgendaAsAtPage(office, meeting.id, office.today())
    frame.open_page(page)
    assert item.id not in {line.item.id for line in page.table.table_model.rows}
    page.bar.box.set_value(then)
    Hands(frame).press("Show that day")
    place = [line.item.id for line in page.table.table_model.rows].index(item.id)
    page.table.setCurrentIndex(page.table.table_model.index(place, 0))
    page.table.setFocus()
    with qtbot.waitSignal(page.case_opened) as opened:
        Hands(frame).key(Key.Key_Return)
    assert opened.args == [case, then]
    page.bar.box.set_value(then - DAY)
    Hands(frame).press("Show that day")
    assert "The meeting was not planned yet on that day." in words_of(page)


def test_that_codes_of_lists_are_named_in_words_each_by_its_own_list(
    frame: Frame, office: Office
) -> None:
    """The same code stands for a focus area and for a type of support."""
    case = samples.bare_case(office)
    known = lists.case_page(office, case).case
    cases.amend(office, replace(known, focus_areas=("mental_health",)))
    given = SupportAnswer(on=office.today(), state=SupportState.DECLINED, reason="moved_away")
    offer = SupportOffer(
        id=SupportOfferId(office.new_id()), case=case, support="mental_health",
        agency=samples.agency(office), offered_on=office.today(),
        answers=(given,),
    )  # fmt: skip
    support.offer(office, offer)
    page = CaseAsAtPage(office, case, office.today())
    frame.open_page(page)
    said = words_of(page)
    assert "Mental health support" in said
    areas = {one.code: one.name for one in settings.focus_areas(office)}
    assert areas["mental_health"] in said.replace("Mental health support", "")
    assert "Moved away" in said
    assert "mental_health" not in said
    assert "moved_away" not in said
