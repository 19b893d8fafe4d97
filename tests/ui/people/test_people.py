"""People: listed and found, added and changed by keyboard, nothing lost on a refusal."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.addresses import AddressKind, AddressStay
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.people import HouseholdMember, Identifier, IdentifierKind, Person
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.people.page import PeoplePage
from psg_desktop.ui.people.person_page import PersonPage
from psg_desktop.ui.people.sheet import PersonForm, PersonSheet
from tests.builders import a_person
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, Key, open_frame, words_of

ALL = slice(0, 100)


def person(office: Office, name: str = "Wren Osier", born: date | None = None) -> Person:
    made = Person(id=PersonId(office.new_id()), full_name=name, aliases=("Jenny",), born=born)
    people.save(office, made)
    return made


def full(office: Office, friend: Person) -> Person:
    """Somebody of whom everything is known."""
    made = Person(
        id=PersonId(office.new_id()),
        full_name="Łucja Ėglė O'Reed",
        aliases=("Lu", "Reedy"),
        born=date(1984, 3, 9),
        addresses=(
            AddressStay(
                lines="1 Sluice Lane, Fenmarket", postcode="CB7 4EE", until=date(2024, 5, 1)
            ),
            AddressStay(kind=AddressKind.NO_FIXED_ADDRESS, since=date(2024, 5, 1)),
        ),
        identifiers=(Identifier(kind=IdentifierKind.NHS_NUMBER, value="943 476 5919"),),
        phones=("07700 900123",),
        emails=("lu@example.org",),
        household=(
            HouseholdMember(name=friend.full_name, relation="sister", person=friend.id),
            HouseholdMember(name="Tam Reed", relation="son", born=date(2015, 2, 3)),
        ),
        remarks=("Speaks Lithuanian. " * 1000).strip(),
    )
    people.save(office, made)
    return made


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def page(frame: Frame, office: Office, notifier: Notifier) -> PeoplePage:
    made = PeoplePage(office, notifier)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    return made


def names(page: PeoplePage) -> list[str]:
    return [row.full_name for row in page.table.table_model.rows]


def test_that_a_heading_sorts_the_list_and_says_so(page: PeoplePage, office: Office) -> None:
    for name in ("Zora Fen", "Łucja Fen", "Matt Fen", "lena Fen"):
        people.save(office, a_person(full_name=name))
    inhabitants = [name for name in names(page) if name.endswith("Fen")]
    assert inhabitants == ["lena Fen", "Łucja Fen", "Matt Fen", "Zora Fen"]
    for _ in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(page.table, Qt.Key.Key_Up)
        QTest.keyClick(page.table.horizontalHeader(), Qt.Key.Key_Home)
        QTest.keyClick(page.table.horizontalHeader(), Qt.Key.Key_Return)
    across = Qt.Orientation.Horizontal
    spoken = page.table.table_model.headerData(0, across, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Name, sorted ascending"
    kept = page.table.current
    QTest.keyClick(page.table.horizontalHeader(), Qt.Key.Key_Return)
    turned = [name for name in names(page) if name.endswith("Fen")]
    assert turned == inhabitants[::-1]
    assert page.table.current == kept


def test_that_typing_finds_somebody_by_an_alias_and_enter_opens_them(
    page: PeoplePage, office: Office, qtbot: QtBot
) -> None:
    wanted = person(office)
    people.save(office, Person(id=PersonId(office.new_id()), full_name="Oriel Quill"))
    assert page.summary == "2 of 2 people shown"
    with qtbot.waitSignal(page.search.typed):
        QTest.keyClicks(page.search, "jenn")
    assert names(page) == ["Wren Osier"]
    assert page.summary == "1 of 2 people shown"
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.party_chosen) as chosen:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert chosen.args == [CaseKind.PERSON, wanted.id]


def test_that_a_search_without_an_answer_offers_everybody_again(
    page: PeoplePage, office: Office, qtbot: QtBot
) -> None:
    person(office)
    with qtbot.waitSignal(page.search.typed):
        QTest.keyClicks(page.search, "zzz")
    page.show_all()
    assert names(page) == ["Wren Osier"]


def test_that_somebody_is_added_by_keyboard_only(
    page: PeoplePage, hands: Hands, office: Office
) -> None:
    page.new.click()
    hands.type("Wendell Tansyfield")
    hands.tab_to("Day, Date of birth")
    hands.fill(
        {"Day, Date of birth": "9", "Month, Date of birth": "mar", "Year, Date of birth": "1984"}
    )
    hands.tab_to("Add an alias")
    hands.key(Key.Key_Space)
    hands.type("Dell")
    hands.tab_to("Add an address")
    hands.key(Key.Key_Space)
    hands.fill(
        {
            "Address or place, Address 1": "2 Eel Row, Fenmarket",
            "Postcode (optional), Address 1": "cb74ee",
            "Since (optional), Address 1": "1/2/24",
        }
    )
    hands.save()
    (row,) = people.listed(office, "", ALL).rows
    kept = people.get(office, row.id)
    assert kept.full_name == "Wendell Tansyfield"
    assert kept.born == date(1984, 3, 9)
    assert kept.aliases == ("Dell",)
    assert kept.addresses == (
        AddressStay(lines="2 Eel Row, Fenmarket", postcode="CB7 4EE", since=date(2024, 2, 1)),
    )
    assert page.table.current is not None
    assert page.table.current.id == kept.id


def test_that_only_the_name_is_needed(page: PeoplePage, hands: Hands, office: Office) -> None:
    page.make_new()
    hands.type("Somebody")
    hands.save()
    (row,) = people.listed(office, "", ALL).rows
    assert people.get(office, row.id) == Person(id=row.id, full_name="Somebody")


def test_that_a_refusal_stands_beside_its_field_and_keeps_what_was_typed(
    page: PeoplePage, hands: Hands, office: Office
) -> None:
    page.make_new()
    form = hands.sheet.form
    form.fields["remarks"].control.set_value("x" * 20_000)
    form.fields["born"].control.set_value(date(2030, 1, 1))
    hands.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "full name" in hands.problems()["full_name"]
    hands.tab_to("Full name")
    hands.type("Wren Osier")
    hands.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "future" in hands.problems()["born"]
    assert form.values()["remarks"] == "x" * 20_000
    assert people.listed(office, "", ALL).total == 0


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"postcode": "ZZ"}, "Address 2: Check the postcode."),
        ({"since": "3 dec 2020", "until": "1 dec 2020"}, "Address 2: Choose a date"),
        ({"uprn": "12 apples"}, "Address 2: Enter the UPRN"),
        ({"since": "sooner"}, "Address 2: Write the date"),
    ],
)
def test_that_a_wrong_address_is_named_by_its_number(
    office: Office, qtbot: QtBot, cells: dict[str, str], said: str
) -> None:
    form = PersonForm(office, PersonId(office.new_id()))
    qtbot.addWidget(form)
    editor = form.fields["addresses"].control
    editor.set_value([AddressStay(lines="1 Row"), AddressStay(lines="2 Row")])
    for name, words in cells.items():
        editor._rows[1]._controls[name].line.setText(words)  # type: ignore[attr-defined]
    assert form.unreadable()["addresses"].startswith(said)


def test_that_changing_nothing_keeps_everything(frame: Frame, hands: Hands, office: Office) -> None:
    kept = full(office, person(office))
    frame.open_sheet(PersonSheet(office, kept))
    assert not hands.sheet.form.is_changed()
    hands.save()
    assert people.get(office, kept.id) == kept


def test_that_somebody_alike_is_pointed_out_and_opened(
    page: PeoplePage, hands: Hands, office: Office, qtbot: QtBot
) -> None:
    known = person(office, "Wren Osier", date(1984, 3, 9))
    page.make_new()
    form = hands.sheet.form
    assert isinstance(form, PersonForm)
    hands.type("wren  osier")
    qtbot.waitUntil(lambda: bool(form.alike.links))
    assert form.alike.links[0].text() == "Open Wren Osier, born 9 March 1984 (same name)"
    with qtbot.waitSignal(page.party_chosen) as chosen:
        form.alike.links[0].click()
    assert chosen.args == [CaseKind.PERSON, known.id]
    assert form.values()["full_name"] == "wren  osier"


def test_that_nobody_is_alike_themselves(office: Office, qtbot: QtBot) -> None:
    sheet = PersonSheet(office, person(office))
    qtbot.addWidget(sheet)
    form = sheet.form
    assert isinstance(form, PersonForm)
    form._look()
    form.alike.look()
    assert form.alike.links == []


def test_that_somebody_in_the_household_is_linked_only_when_chosen(
    office: Office, qtbot: QtBot
) -> None:
    friend = person(office, "Oriel Quill")
    form = PersonForm(office, PersonId(office.new_id()))
    qtbot.addWidget(form)
    form.show()
    editor = form.fields["household"].control
    editor.add_row()  # type: ignore[attr-defined]
    qtbot.waitUntil(editor.parts()[0].isVisible)
    QTest.keyClicks(editor.parts()[0], "Oriel Quill")
    assert editor.value() == (HouseholdMember(name="Oriel Quill"),)
    editor.set_value([HouseholdMember(name="Oriel Quill", person=friend.id)])
    assert editor.value()[0].person == friend.id


def test_that_the_page_shows_everything_and_opens_the_case(
    frame: Frame, office: Office, notifier: Notifier, qtbot: QtBot
) -> None:
    case = samples.bare_case(office)
    (row,) = people.listed(office, "Tansyfield", ALL).rows
    page = PersonPage(office, notifier, row.id)
    frame.open_page(page)
    assert "Noise at night" in words_of(page.cases)
    with qtbot.waitSignal(page.case_chosen) as chosen:
        hands = Hands(frame)
        hands.press("PSG-2026-001 Noise at night")
    assert chosen.args == [case]


def test_that_the_page_shows_addresses_household_and_history(
    frame: Frame, office: Office, notifier: Notifier, qtbot: QtBot
) -> None:
    friend = person(office)
    page = PersonPage(office, notifier, full(office, friend).id)
    frame.open_page(page)
    said = words_of(page)
    assert "9 March 1984, 42 years old" in said
    assert "No fixed address" in said
    assert "Former" in said
    assert "NHS number: 943 476 5919" in said
    with qtbot.waitSignal(page.party_chosen) as chosen:
        Hands(frame).press("Wren Osier")
    assert chosen.args == [CaseKind.PERSON, friend.id]
    page.history.unfold()
    assert "Person saved" in words_of(page.history)


def test_that_the_page_follows_a_change_and_leaves_with_an_undone_adding(
    frame: Frame, hands: Hands, office: Office, notifier: Notifier, qtbot: QtBot
) -> None:
    kept = person(office)
    page = PersonPage(office, notifier, kept.id)
    page.sheet_asked.connect(frame.open_sheet)
    frame.open_page(page)
    page.change.click()
    hands.type(" Marsh")
    hands.save()
    assert page.heading.startswith("Wren Osier")
    assert people.get(office, kept.id).full_name == page.heading
    undoing.undo_last(office)
    assert page.heading == "Wren Osier"
    with qtbot.waitSignal(page.gone):
        undoing.undo_last(office)
