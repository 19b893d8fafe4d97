"""What demand is counted by and when it is high: the partnership changes both lists."""

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.assessing import demand, demand_lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.demand import DemandCell, month_of, shifted
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.settings_page.page import SettingsPage
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, open_frame, words_of


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def page(
    frame: Frame, office: Office, notifier: Notifier, application: Application
) -> SettingsPage:
    made = SettingsPage(office, notifier, application.appearance, Settings)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    made.show_view("demand_triggers")
    return made


def test_that_a_measure_is_added_once_and_taken_out_of_use(
    page: SettingsPage, frame: Frame, office: Office
) -> None:
    hands = Hands(frame)
    page.show_view("demand_measures")
    hands.press("Add a measure of demand")
    hands.fill({"What is counted": "Fire calls"})
    hands.key(Key.Key_S, CTRL)
    assert hands.problems() == {"name": "This is already there."}
    hands.sheet.form.show_values({"name": "Calls to the out-of-hours line"})
    hands.save()
    made = demand_lists.measures(office)[-1]
    assert (made.code, made.since) == ("calls_to_the_out_of_hours_line", office.today())
    hands.press("Take out of use: Calls to the out-of-hours line")
    assert not demand_lists.measures(office)[-1].in_force(office.today())
    assert "Out of use" in words_of(page.demand_measures)


def test_that_a_changed_trigger_counts_at_once_and_is_undone(
    page: SettingsPage, frame: Frame, office: Office
) -> None:
    case = samples.bare_case(office)
    month = shifted(month_of(office.today()), -1)
    demand.keep(office, {DemandCell(case=case, measure="ambulance", month=month): 4})
    assert demand.triggers_met(office, case) == ()
    hands = Hands(frame)
    hands.press("Change: Ambulance high demand in a month")
    hands.sheet.form.show_values({"at_least": 4})
    hands.save()
    (met,) = demand.triggers_met(office, case)
    assert met.count == 4
    assert "4 or more in a month: Ambulance calls" in words_of(page.demand_triggers)
    undoing.undo_last(office)
    assert demand.triggers_met(office, case) == ()


def test_that_a_trigger_of_nothing_is_refused_beside_its_fields(
    page: SettingsPage, frame: Frame, office: Office
) -> None:
    hands = Hands(frame)
    before = demand_lists.triggers(office)
    hands.press("Add a trigger")
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"name", "measures", "at_least", "months"}
    assert demand_lists.triggers(office) == before
