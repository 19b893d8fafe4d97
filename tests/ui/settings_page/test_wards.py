"""The wards of the partnership, at the window: brought in, refused, chosen by hand, removed."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import local_wards, people
from psg_desktop.casework.partnership import settings, ward_boundaries
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.partnership import WardGroup
from psg_desktop.domain.people import Person
from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.people.sheet import PersonSheet
from psg_desktop.ui.places.sheet import PlaceSheet
from psg_desktop.ui.settings_page.page import SettingsPage
from psg_desktop.ui.settings_page.partnership_sheets import WardGroupRows
from psg_desktop.ui.settings_page.wards_card import BRING_IN
from psg_desktop.words import ward_boundaries as words
from tests.exchange import boundary_files as files
from tests.ui.cases.desk import Hands, open_frame, words_of

PUBLISHED = "geography/east_cambridgeshire_wards_2025.geojson"


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def page(
    frame: Frame, office: Office, notifier: Notifier, application: Application
) -> SettingsPage:
    made = SettingsPage(office, notifier, application.appearance, Settings)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    made.show_view("wards")
    return made


def fenland(office: Office) -> None:
    """Choose a district whose wards are not shipped."""
    settings.save(office, replace(office.partnership(), district="E07000244", ward_groups=()))


def brought(office: Office, folder: Path, *named: str) -> None:
    fenland(office)
    path = files.written(folder, files.wards(*named))
    ward_boundaries.bring_in(office, ward_boundaries.look(office, path))


def test_that_the_published_wards_are_brought_in_and_removed(
    page: SettingsPage, hands: Hands, office: Office, shared_data: Path
) -> None:
    assert "14 wards that come with the program." in words_of(page.wards)
    assert page.wards.remove.isHidden()
    page.wards.chooser = lambda _parent, _start: shared_data / PUBLISHED
    hands.press(BRING_IN)
    assert ward_boundaries.brought_in(office) is None
    assert "14 wards would be brought in from east_cambridgeshire_wards" in words_of(hands.sheet)
    hands.save()
    assert "14 wards from east_cambridgeshire_wards_2025.geojson, brought in on" in words_of(
        page.wards
    )
    hands.press("Remove the ward boundaries")
    assert words.REMOVED in words_of(hands.sheet)
    hands.save()
    assert "come with the program" in words_of(page.wards)
    undoing.undo_last(office)
    assert "14 wards from east_cambridgeshire_wards_2025.geojson" in words_of(page.wards)


def test_that_a_file_that_cannot_be_used_is_told_in_the_page(
    page: SettingsPage, hands: Hands, office: Office, tmp_path: Path
) -> None:
    page.wards.chooser = lambda _parent, _start: files.written(tmp_path, [])
    hands.press(BRING_IN)
    assert page.wards.banner.isVisible()
    assert page.wards.banner.words == words.NO_SHAPES
    page.wards.chooser = lambda _parent, _start: None
    hands.press(BRING_IN)
    assert ward_boundaries.brought_in(office) is None


def test_that_a_district_without_wards_says_what_to_do_and_its_groups_can_then_be_made(
    page: SettingsPage, hands: Hands, office: Office, tmp_path: Path
) -> None:
    fenland(office)
    assert words.NOT_SHIPPED in words_of(page.wards)
    page.show_view("pack")
    assert words.NOT_SHIPPED in words_of(page.pack)
    assert not page.pack.groups.isEnabled()
    brought(office, tmp_path, "Teasel", "Osier Fen")
    assert page.pack.groups.isEnabled()
    hands.press("Ward groups")
    rows = hands.sheet.form.fields["ward_groups"].control
    assert isinstance(rows, WardGroupRows)
    rows.set_value([WardGroup(name="The fen", wards=("W2",)), WardGroup(name="S", wards=("W2",))])
    assert "Osier Fen is in two" in rows.problem()
    rows.set_value([WardGroup(name="The fen", wards=("W2",))])
    hands.save()
    assert "Osier Fen" in words_of(page.pack)


def test_that_what_was_in_use_is_told_before_it_is_brought_in(
    page: SettingsPage, hands: Hands, office: Office, tmp_path: Path
) -> None:
    page.wards.chooser = lambda _parent, _start: files.written(tmp_path, files.wards("Teasel"))
    hands.press(BRING_IN)
    assert "What to know about this file" in words_of(hands.sheet)
    assert "14 wards that this file does not have" in words_of(hands.sheet)


def test_that_the_ward_of_an_address_is_chosen_where_wards_were_brought_in(
    frame: Frame, hands: Hands, office: Office, tmp_path: Path
) -> None:
    plain = PersonSheet(office)
    frame.open_sheet(plain)
    plain.form.fields["addresses"].control.set_value([AddressStay(lines="1 Eel Row")])
    assert "Ward (optional)" not in words_of(plain)
    plain.close_sheet()
    brought(office, tmp_path, "Teasel", "Osier Fen")
    stay = AddressStay(lines="1 Eel Row", ward="W2")
    somebody = Person(id=PersonId(office.new_id()), full_name="A. N. Other", addresses=(stay,))
    people.save(office, somebody)
    sheet = PersonSheet(office, somebody)
    frame.open_sheet(sheet)
    assert "Ward (optional)" in words_of(sheet)
    hands.save()
    assert people.get(office, somebody.id) == somebody
    ward_boundaries.remove(office)
    frame.open_sheet(PersonSheet(office, somebody))
    hands.save()
    assert people.get(office, somebody.id) == somebody


def test_that_the_ward_of_a_place_is_chosen_from_those_brought_in(
    frame: Frame, hands: Hands, office: Office, tmp_path: Path
) -> None:
    brought(office, tmp_path, "Teasel", "Osier Fen")
    sheet = PlaceSheet(office)
    frame.open_sheet(sheet)
    hands.type("Lode bridge")
    hands.fill({"Postcode": "CB7 4EE"})
    sheet.form.fields["ward"].control.set_value("W1")
    assert "not in the table" in words_of(sheet)
    hands.save()
    with office.reading() as unit:
        (kept,) = unit.places.where(name="Lode bridge")
    assert kept.ward == "W1"
    assert local_wards.local_wards(office).name(kept.ward) == "Teasel"
