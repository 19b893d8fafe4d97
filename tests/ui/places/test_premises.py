"""Premises, people connected and priority areas, worked on the pages of places and people."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people, places, premises
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.place_ties import TieRole
from psg_desktop.domain.places import Place
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.party_picker import PartyPicker
from psg_desktop.ui.people.person_page import PersonPage
from psg_desktop.ui.places.page import PlacesPage
from psg_desktop.ui.places.place_page import PlacePage
from psg_desktop.ui.widgets.controls import Option
from tests.ui.cases.desk import CTRL, Hands, Key, open_frame, words_of


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def parade(office: Office) -> Place:
    made = Place(id=PlaceId(office.new_id()), name="Market parade", aliases=("The Parade",))
    places.save(office, made)
    return made


@pytest.fixture
def page(frame: Frame, office: Office, notifier: Notifier, parade: Place) -> PlacePage:
    made = PlacePage(office, notifier, parade.id)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    return made


def test_that_new_premises_are_added_and_taken_out(
    page: PlacePage, hands: Hands, office: Office, parade: Place
) -> None:
    page.premises.add_one.click()
    hands.fill({"Place within this one": "Eel shop"})
    hands.save()
    (inner,) = premises.within(office, parade.id)
    assert inner.name == "Eel shop"
    assert "Eel shop" in words_of(page.premises)
    hands.press("Take out: Eel shop")
    assert premises.within(office, parade.id) == ()
    assert undoing.undo_last(office) is Act.SET_PREMISES
    assert premises.within(office, parade.id) == (inner,)


def test_that_a_place_is_not_put_within_itself(
    page: PlacePage, hands: Hands, office: Office, parade: Place
) -> None:
    page.premises.add_one.click()
    picker = hands.sheet.form.fields["party"].control
    assert isinstance(picker, PartyPicker)
    picker.search.set_option(Option(parade.id, parade.name))
    hands.key(Key.Key_S, CTRL)
    assert "lies within the other one" in hands.problems()["party"]
    assert places.get(office, parade.id).part_of is None


def test_that_a_place_does_not_come_to_lie_within_what_lies_in_it(
    office: Office, parade: Place
) -> None:
    shop = Place(id=PlaceId(office.new_id()), name="Shop", part_of=parade.id)
    places.save(office, shop)
    with pytest.raises(Refused) as refused:
        premises.put_within(office, parade.id, shop.id)
    assert refused.value.problems[0].problem is Problem.PART_OF_ITSELF


def test_that_a_changed_place_keeps_where_it_lies_and_its_aliases(
    page: PlacePage, hands: Hands, office: Office, parade: Place
) -> None:
    town = Place(id=PlaceId(office.new_id()), name="Town")
    places.save(office, town)
    premises.put_within(office, parade.id, town.id)
    page.ask_change()
    hands.fill({"Address": "Market Place"})
    hands.save()
    kept = places.get(office, parade.id)
    assert (kept.part_of, kept.aliases, kept.address) == (town.id, ("The Parade",), "Market Place")
    assert "Part of Town" in words_of(page.facts)


def test_that_a_person_is_connected_shown_on_both_pages_and_ended(
    page: PlacePage, hands: Hands, office: Office, notifier: Notifier, parade: Place
) -> None:
    page.people.add_one.click()
    hands.fill({"Name": "Wendell Tansyfield"})
    hands.sheet.form.fields["role"].control.set_value(TieRole.LICENSEE)
    hands.fill({"From": "1/2/24"})
    hands.save()
    (row,) = premises.people_of(office, parade.id)
    assert (row.label, row.tie.since) == ("Wendell Tansyfield", date(2024, 2, 1))
    hands.press("End: Wendell Tansyfield")
    hands.save()
    (ended,) = premises.people_of(office, parade.id)
    assert ended.tie.until == office.today()
    theirs = PersonPage(office, notifier, row.tie.person)
    hands.frame.open_page(theirs)
    assert "Licensee" in words_of(theirs.places)
    assert "Market parade" in words_of(theirs.places)


def test_that_a_connection_needs_its_person_and_role(page: PlacePage, hands: Hands) -> None:
    page.people.add_one.click()
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"party", "role"}


def test_that_a_connection_does_not_end_before_it_began(
    page: PlacePage, hands: Hands, office: Office
) -> None:
    page.people.add_one.click()
    hands.fill({"Name": "Wendell Tansyfield"})
    hands.sheet.form.fields["role"].control.set_value(TieRole.OWNER)
    hands.fill({"From": "1/2/24", "Until": "1/1/24"})
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"until"}
    assert people.listed(office, "", slice(0, 9)).total == 0


def test_that_a_stage_is_decided_with_its_evidence_and_filters_the_list(
    page: PlacePage, hands: Hands, office: Office, notifier: Notifier, parade: Place
) -> None:
    places.save(office, Place(id=PlaceId(office.new_id()), name="Elsewhere"))
    page.priority.decide.click()
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"stage", "evidence", "decided_by"}
    hands.sheet.form.fields["stage"].control.set_value(PriorityStage.EMERGING)
    hands.fill({"Evidence": "Calls doubled.", "Decided by": "Data review"})
    hands.save()
    (kept,) = premises.priorities_of(office, parade.id)
    assert (kept.stage, kept.since) == (PriorityStage.EMERGING, office.today())
    assert "Calls doubled." in words_of(page.priority)
    listed = PlacesPage(office, notifier)
    hands.frame.open_page(listed)
    listed.stage.set_value(PriorityStage.EMERGING)
    listed.refresh()
    assert [row.name for row in listed.table.table_model.rows] == ["Market parade"]
    listed.stage.set_value(PriorityStage.DISCHARGED)
    listed.refresh()
    assert not len(listed.table.table_model.rows)


def test_that_a_stage_in_the_future_is_refused(
    page: PlacePage, hands: Hands, office: Office
) -> None:
    page.priority.decide.click()
    hands.sheet.form.fields["stage"].control.set_value(PriorityStage.EMERGING)
    hands.fill({"Evidence": "Calls doubled.", "Decided by": "Data review"})
    hands.sheet.form.fields["since"].control.set_value(date(2030, 1, 1))
    hands.key(Key.Key_S, CTRL)
    assert set(hands.problems()) == {"since"}
