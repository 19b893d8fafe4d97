"""Places: the ward follows the postcode while it is typed, and can be chosen where it does not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import places
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.places import Place, PlaceKind
from psg_desktop.reference import wards
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.places.page import PlacesPage
from psg_desktop.ui.places.place_page import PlacePage
from psg_desktop.ui.places.sheet import PlaceForm, PlaceSheet
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, open_frame, words_of

ALL = slice(0, 100)
ELY = "CB7 4EE"


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def page(frame: Frame, office: Office, notifier: Notifier) -> PlacesPage:
    made = PlacesPage(office, notifier)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    return made


def only(office: Office) -> Place:
    (row,) = places.listed(office, "", ALL).rows
    return places.get(office, row.id)


def form_of(hands: Hands) -> PlaceForm:
    found = hands.sheet.form
    assert isinstance(found, PlaceForm)
    return found


def test_that_the_ward_is_said_and_kept_while_a_postcode_is_typed(
    page: PlacesPage, hands: Hands, office: Office
) -> None:
    ward = wards.ward_of(ELY)
    assert ward is not None
    page.new.click()
    hands.fill({"Name": "Market steps", "Address": "Market Place"})
    hands.tab_to("Postcode")
    hands.type("cb74e")
    assert not form_of(hands).said.isVisible()
    hands.type("e")
    assert form_of(hands).said.text() == f"Ward: {ward.name}"
    assert not form_of(hands).fields["ward"].isVisible()
    hands.save()
    kept = only(office)
    assert (kept.postcode, kept.ward, kept.kind) == (ELY, ward.code, PlaceKind.OTHER)


def test_that_the_ward_is_chosen_where_the_postcode_does_not_tell(
    page: PlacesPage, hands: Hands, office: Office
) -> None:
    page.make_new()
    hands.fill({"Name": "Long drove", "Postcode": "ZE1 0AA"})
    form = form_of(hands)
    assert "not in the table" in form.said.text()
    offered = wards.wards_of(office.partnership().district)
    form.fields["ward"].control.set_value(offered[2].code)
    hands.save()
    assert only(office).ward == offered[2].code


def test_that_a_moved_place_leaves_its_old_ward(frame: Frame, hands: Hands, office: Office) -> None:
    other = wards.wards_of(office.partnership().district)[0].code
    place = Place(id=PlaceId(office.new_id()), name="Shop", ward=other)
    places.save(office, place)
    frame.open_sheet(PlaceSheet(office, place))
    hands.tab_to("Postcode")
    hands.type(ELY)
    hands.save()
    found = wards.ward_of(ELY)
    assert found is not None
    assert places.get(office, place.id).ward == found.code != other


def test_that_a_wrong_postcode_is_refused_beside_its_field(
    page: PlacesPage, hands: Hands, office: Office
) -> None:
    page.make_new()
    hands.fill({"Name": "Bridge", "Postcode": "CB7"})
    hands.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "CB7 4EE" in hands.problems()["postcode"]
    assert form_of(hands).values()["name"] == "Bridge"
    assert places.listed(office, "", ALL).total == 0


def test_that_changing_nothing_keeps_everything(frame: Frame, hands: Hands, office: Office) -> None:
    place = Place(
        id=PlaceId(office.new_id()),
        name="St Wendreda's",
        kind=PlaceKind.PARK,
        address="Church Lane",
        uprn="100090001234",
        ward="E05999999",
        remarks=("Benches. " * 2000).strip(),
    )
    places.save(office, place)
    frame.open_sheet(PlaceSheet(office, place))
    hands.save()
    assert places.get(office, place.id) == place


def test_that_enter_opens_the_place_and_its_case_opens_from_there(
    page: PlacesPage, frame: Frame, office: Office, notifier: Notifier, qtbot: QtBot
) -> None:
    case = samples.full_case(office)
    with qtbot.waitSignal(page.search.typed):
        QTest.keyClicks(page.search, "eelcatcher")
    page.focus_start()
    with qtbot.waitSignal(page.party_chosen) as chosen:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    kind, id_ = chosen.args or [None, None]
    assert kind is CaseKind.PLACE
    shown = PlacePage(office, notifier, PlaceId(id_))
    frame.open_page(shown)
    assert "Sluice Lane" in words_of(shown.facts)
    assert "Home address since" in words_of(shown.cases)
    buttons = shown.cases.findChildren(QAbstractButton)
    opener = next(one for one in buttons if "PSG" in one.accessibleName())
    with qtbot.waitSignal(shown.case_chosen) as opened:
        opener.click()
    assert opened.args == [case]
