"""Agencies: what each leads and owes, whom to reach, and taking one out of use and back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.agencies import Agency, AgencyKind, Contact, Standing
from psg_desktop.ui.agencies.agency_page import AgencyPage
from psg_desktop.ui.agencies.page import AgenciesPage
from psg_desktop.ui.agencies.sheet import AgencySheet
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, Key, open_frame, words_of


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def page(frame: Frame, office: Office, notifier: Notifier) -> AgenciesPage:
    made = AgenciesPage(office, notifier)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    return made


def some(office: Office, name: str) -> Agency:
    return next(one for one in agencies.choices(office) if one.name == name)


def test_that_the_list_counts_what_is_led_and_owed(page: AgenciesPage, office: Office) -> None:
    samples.full_case(office)
    rows = {row.id: row for row in page.table.table_model.rows}
    lead, owner = rows[samples.agency(office, 0)], rows[samples.agency(office, 1)]
    assert lead.led_cases == 1
    assert (owner.open_actions, owner.overdue_actions) == (3, 1)


def test_that_an_agency_is_found_by_its_kind(
    page: AgenciesPage, office: Office, qtbot: QtBot
) -> None:
    agencies.save(office, replace(some(office, "Housing"), kind=AgencyKind.YOUTH_JUSTICE))
    with qtbot.waitSignal(page.search.typed):
        QTest.keyClicks(page.search, "youth")
    assert "Housing" in [row.name for row in page.table.table_model.rows]
    assert "Police" not in [row.name for row in page.table.table_model.rows]


def test_that_an_agency_with_a_contact_is_added_by_keyboard(
    page: AgenciesPage, hands: Hands, office: Office
) -> None:
    page.new.click()
    hands.fill({"Name": "Fen Rescue", "Short name": "Rescue"})
    hands.tab_to("Kind of agency")
    hands.type("Fire")
    hands.tab_to("Add a contact")
    hands.key(Key.Key_Space)
    hands.fill({"Name, Contact 1": "D. Millrace", "Phone (optional), Contact 1": "01353 000000"})
    hands.save()
    kept = some(office, "Fen Rescue")
    assert kept.kind is AgencyKind.FIRE_AND_RESCUE
    assert kept.standing is Standing.INVITED
    assert kept.contacts == (Contact(name="D. Millrace", phone="01353 000000"),)


def test_that_a_contact_without_a_name_is_refused(
    page: AgenciesPage, hands: Hands, office: Office
) -> None:
    page.make_new()
    hands.fill({"Name": "Fen Rescue"})
    hands.tab_to("Add a contact")
    hands.key(Key.Key_Space)
    hands.fill({"Phone (optional), Contact 1": "01353"})
    hands.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert hands.problems()["contacts"] == "Contact 1: Enter a name."
    assert "Fen Rescue" not in [one.name for one in agencies.choices(office)]


def test_that_changing_nothing_keeps_everything(frame: Frame, hands: Hands, office: Office) -> None:
    kept = replace(
        some(office, "Police"),
        active=False,
        kind=AgencyKind.POLICE,
        contacts=(Contact(name="P. Reedcutter", post="Sergeant", email="p@example.org"),),
    )
    agencies.save(office, kept)
    frame.open_sheet(AgencySheet(office, kept))
    hands.save()
    assert agencies.get(office, kept.id) == kept


def test_that_an_agency_is_taken_out_of_use_and_back_and_undone(
    frame: Frame, hands: Hands, office: Office, notifier: Notifier
) -> None:
    id_ = some(office, "Police").id
    page = AgencyPage(office, notifier, id_)
    frame.open_page(page)
    hands.press("Take out of use")
    assert not agencies.get(office, id_).active
    assert page.summary == "no longer in use"
    hands.press("Take into use again")
    assert agencies.get(office, id_).active
    undoing.undo_last(office)
    assert page.summary == "no longer in use"


def test_that_what_it_leads_and_owes_opens_the_case(
    frame: Frame, office: Office, notifier: Notifier, qtbot: QtBot
) -> None:
    case = samples.full_case(office)
    page = AgencyPage(office, notifier, samples.agency(office, 1))
    frame.open_page(page)
    assert "It leads no open case." in words_of(page.led)
    buttons = page.owed.findChildren(QAbstractButton)
    opener = next(one for one in buttons if "Visit the flat" in one.accessibleName())
    with qtbot.waitSignal(page.case_chosen) as chosen:
        opener.click()
    assert chosen.args == [case]
