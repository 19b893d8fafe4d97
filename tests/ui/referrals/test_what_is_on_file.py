"""While a referral is typed: high demand on file is said, and two records can be merged."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.assessing import demand
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people, places
from psg_desktop.casework.referring import referral_drafts
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.demand import DemandCell
from psg_desktop.domain.ids import CaseId, PlaceId
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.ui.application import Application
from psg_desktop.ui.places.sheet import PlaceForm, PlaceSheet
from psg_desktop.ui.referrals.form import ReferralForm
from psg_desktop.ui.referrals.sheet import ReferralSheet
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, open_frame


@pytest.fixture
def hands(application: Application, qtbot: QtBot) -> Hands:
    return Hands(open_frame(application, qtbot))


@pytest.fixture
def caller(office: Office) -> Person:
    """Keep somebody who called an ambulance seven times in October."""
    person = samples.person(office, "Wendell Tansyfield", date(1984, 3, 9))
    case = Case(
        id=CaseId(office.new_id()),
        reference=cases.next_reference(office),
        kind=CaseKind.PERSON,
        subject=person.id,
        title="Calls at night",
        opened=office.today(),
    )
    cases.open_case(office, Opening(case=case, new_subject=person))
    cell = DemandCell(case=case.id, measure="ambulance", month=date(2026, 10, 1))
    demand.keep(office, {cell: 7})
    return person


def test_that_high_demand_is_said_of_who_is_on_file_and_of_who_is_linked(
    hands: Hands, office: Office, caller: Person
) -> None:
    hands.frame.open_sheet(ReferralSheet(office))
    form = hands.sheet.form
    assert isinstance(form, ReferralForm)
    assert not form.demand.isVisible()
    hands.fill({"Name": "tansyfield wendel"})
    form.alike.look()
    assert form.demand.words == (
        f"{caller.full_name} meets a trigger of high demand. "
        "Ambulance high demand in a month: 7 in October 2026."
    )
    hands.press(f"Use this record: {caller.full_name}")
    assert form.demand.words.startswith("The linked record meets a trigger")
    form.about.taken_away.emit()
    form.alike.look()
    assert form.demand.words.startswith(caller.full_name)
    form.fields["name"].control.set_value("Nobody Likewise")
    form._look()
    form.alike.look()
    assert not form.demand.isVisible()


def test_that_another_record_of_the_same_person_is_merged_and_the_call_is_kept(
    hands: Hands, office: Office, caller: Person, qtbot: QtBot
) -> None:
    twice = samples.person(office, "Wendel Tansyfield", date(1984, 3, 9))
    people.save(office, twice)
    sheet = ReferralSheet(office)
    asked: list[tuple[object, ...]] = []
    sheet.merge_asked.connect(lambda *told: asked.append(told))
    hands.frame.open_sheet(sheet)
    hands.fill({"Name": "Wendell Tansyfield", "What the problem is": "Shouting."})
    form = hands.sheet.form
    assert isinstance(form, ReferralForm)
    form.alike.look()
    hands.press(f"Use this record: {caller.full_name}")
    form.alike.look()
    qtbot.waitUntil(form.alike.links[1].isVisible)
    hands.press(f"Merge with the linked record: {twice.full_name}")
    assert asked == [("person", caller.id, twice.id)]
    held = referral_drafts.kept(office)
    assert held is not None
    assert (held[1].problem, held[1].subject) == ("Shouting.", caller.id)


def test_that_a_place_on_file_is_pointed_out_while_a_place_is_typed(
    hands: Hands, office: Office
) -> None:
    known = Place(id=PlaceId(office.new_id()), name="Bell Tower car park", address="3 Bell Street")
    places.save(office, known)
    sheet = PlaceSheet(office)
    chosen: list[object] = []
    sheet.place_chosen.connect(chosen.append)
    hands.frame.open_sheet(sheet)
    hands.fill({"Name": "The car park", "Address": "3 Bell Street"})
    form = hands.sheet.form
    assert isinstance(form, PlaceForm)
    form.alike.look()
    assert [one.text() for one in form.alike.links] == ["Open Bell Tower car park (same address)"]
    form.alike.links[0].click()
    assert chosen == [known.id]


def test_that_a_place_that_is_changed_offers_to_merge_its_double(
    hands: Hands, office: Office
) -> None:
    first, double = (
        Place(id=PlaceId(office.new_id()), name=name, address="3 Bell Street")
        for name in ("Bell Tower car park", "Bell Street car park")
    )
    for one in (first, double):
        places.save(office, one)
    sheet = PlaceSheet(office, first)
    asked: list[tuple[object, ...]] = []
    sheet.merge_asked.connect(lambda *told: asked.append(told))
    hands.frame.open_sheet(sheet)
    form = hands.sheet.form
    assert isinstance(form, PlaceForm)
    form._look()
    form.alike.look()
    hands.press(f"Merge the two: {double.name}")
    assert asked == [("place", first.id, double.id)]
