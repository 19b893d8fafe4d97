"""A merge through the window: found, compared, chosen, merged, and taken back."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import merging, people, places
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.records import Records
from psg_desktop.ui.merging.page import MergePage
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.people.person_page import PersonPage
from tests.builders import a_case
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, Key, open_frame, words_of


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def records(frame: Frame, office: Office, notifier: Notifier) -> Records:
    made = Records(office, notifier, JobsAtOnce(), lambda _case: None)
    made.place(frame)
    return made


def subject(office: Office, number: int, name: str, born: date | None = None) -> Person:
    person = samples.person(office, name, born)
    case = a_case(reference=f"PSG-2026-{number:03}", subject=person.id)
    cases.open_case(office, Opening(case=case, new_subject=person))
    return person


def merge_page(frame: Frame) -> MergePage:
    assert isinstance(frame.page, MergePage)
    return frame.page


def test_that_two_people_are_merged_from_the_page_and_parted_again(
    frame: Frame, hands: Hands, office: Office, records: Records, qtbot: QtBot
) -> None:
    kept = subject(office, 1, "Wendell Tansyfield")
    subject(office, 2, "Wendel Tansyfeld", date(1984, 3, 9))
    records.open_merge(PartyKind.PERSON, kept.id)
    page = merge_page(frame)
    assert not page.merge.isVisible()
    hands.tab_to("Record that is the same")
    hands.type("Wendel Tansyfeld")
    said = words_of(page)
    assert "1 case" in said
    assert "PSG-2026-001, PSG-2026-002" in said
    assert page.comparison.theirs() == {"born"}  # only the other record knows it
    page.merge.click()
    problem = page.form.fields["merge_reason"].problem
    assert problem == "Say how it is known that the two are the same."
    hands.tab_to("How it is known that they are the same")
    hands.type("Same bank card.")
    page.form.fields["link_cases"].control.set_value(("link",))
    page.merge.click()
    made = people.get(office, kept.id)
    assert (made.born, made.aliases) == (date(1984, 3, 9), ("Wendel Tansyfeld",))
    assert kept.id in {one.id for one in lists.find(office, "tansyfeld")}
    qtbot.waitUntil(lambda: not isinstance(frame.page, MergePage))
    with office.reading() as unit:
        assert len(unit.case_links.all()) == 1
        assert len(unit.cases.where(subject=kept.id)) == 2


def test_that_the_merge_is_taken_back_from_the_page_of_the_person(
    frame: Frame, hands: Hands, office: Office, notifier: Notifier
) -> None:
    kept, other = subject(office, 1, "Wendell Tansyfield"), subject(office, 2, "Ilse Sedgeway")
    asked = merging.Merging(
        kind=PartyKind.PERSON, kept=kept.id, other=other.id, reason="She said so."
    )
    merging.merge(office, asked)
    page = PersonPage(office, notifier, kept.id)
    frame.open_page(page)
    assert "She said so." in words_of(page.merged)
    hands.press("Take the merge back: Ilse Sedgeway")
    assert people.get(office, other.id) == other
    assert people.get(office, kept.id) == kept
    assert not page.merged.isVisible()


def test_that_a_merge_changed_since_says_why_it_stays(
    frame: Frame, hands: Hands, office: Office, notifier: Notifier
) -> None:
    kept, other = subject(office, 1, "Wendell Tansyfield"), subject(office, 2, "Ilse Sedgeway")
    asked = merging.Merging(
        kind=PartyKind.PERSON, kept=kept.id, other=other.id, reason="She said so."
    )
    merging.merge(office, asked)
    people.save(office, samples_changed(office, kept))
    page = PersonPage(office, notifier, kept.id)
    frame.open_page(page)
    hands.press("Take the merge back: Ilse Sedgeway")
    assert "changed in the meantime" in words_of(page.merged)


def samples_changed(office: Office, kept: Person) -> Person:
    made = people.get(office, kept.id)
    return type(made)(id=made.id, full_name=made.full_name, remarks="Moved away.")


def test_that_somebody_alike_is_offered_for_comparison(
    frame: Frame, hands: Hands, office: Office, notifier: Notifier, qtbot: QtBot
) -> None:
    kept, other = subject(office, 1, "Wendell Tansyfield"), subject(office, 2, "Wendel Tansyfield")
    page = PersonPage(office, notifier, kept.id)
    frame.open_page(page)
    with qtbot.waitSignal(page.merge_asked) as asked:
        hands.press("Compare: Wendel Tansyfield")
    assert asked.args == [PartyKind.PERSON, kept.id, other.id]


def test_that_the_chosen_values_of_two_places_stand(
    frame: Frame, hands: Hands, office: Office, records: Records, qtbot: QtBot
) -> None:
    kept = Place(id=PlaceId(office.new_id()), name="Eel shop", address="2 Eel Row")
    other = Place(id=PlaceId(office.new_id()), name="Eel and pie shop", address="2A Eel Row")
    for one in (kept, other):
        places.save(office, one)
    records.open_merge(PartyKind.PLACE, kept.id, other.id)
    page = merge_page(frame)
    assert "Nothing else names the record that goes." in words_of(page)
    hands.tab_to("Address: 2 Eel Row, of the record that stays")
    hands.key(Key.Key_Right)
    assert page.comparison.theirs() == {"address"}
    hands.tab_to("How it is known that they are the same")
    hands.type("One door.")
    page.merge.click()
    made = places.get(office, kept.id)
    assert (made.name, made.aliases, made.address) == (
        "Eel shop",
        ("Eel and pie shop",),
        "2A Eel Row",
    )
    qtbot.waitUntil(lambda: not isinstance(frame.page, MergePage))
