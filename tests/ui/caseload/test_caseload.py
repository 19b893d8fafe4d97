"""The caseload: narrowed and ordered in the store, worked by keyboard, never losing its place."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.domain.cases import Case, CaseKind, CaseState, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, PersonId
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.orders import CaseColumn
from psg_desktop.domain.people import Person
from psg_desktop.ui.caseload.page import CaseloadPage
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts import listed_rows
from psg_desktop.ui.parts.search_line import PAUSE
from psg_desktop.ui.widgets.rows import Between, Ticked
from psg_desktop.words import names

RISKS = (RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.STANDARD, None)


def person(office: Office, number: int) -> Person:
    aliases = ("Tansy",) if number == 3 else ()
    return Person(id=PersonId(office.new_id()), full_name=f"Wren Osier {number}", aliases=aliases)


def case(office: Office, number: int, subject: PersonId) -> Case:
    lead = agencies.choices(office)[number % 2].id
    return Case(
        id=CaseId(office.new_id()),
        reference=f"PSG-2026-{number:03}",
        kind=CaseKind.PERSON,
        subject=subject,
        title=f"Noise at night {number}",
        opened=office.today() - timedelta(days=100),
        lead_agency=None if number == 7 else lead,
        risk=RISKS[number % 4],
        state=CaseState.ACTIVE_PLAN if number % 2 else CaseState.ASSESSMENT,
        review_due=office.today() + timedelta(days=number - 5),
    )


def fill(office: Office, count: int) -> list[CaseId]:
    """Put many cases in one unit of work."""
    people = [person(office, number) for number in range(1, count + 1)]
    made = [case(office, number, one.id) for number, one in enumerate(people, 1)]
    with office.working(Act.IMPORT_RECORDS) as unit:
        unit.people.put_all(people)
        unit.cases.put_all(made)
    return [one.id for one in made]


@pytest.fixture
def known(office: Office) -> list[CaseId]:
    return fill(office, 12)


@pytest.fixture
def page(office: Office, notifier: Notifier, known: list[CaseId], qtbot: QtBot) -> CaseloadPage:
    made = CaseloadPage(office, notifier)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.refresh()
    return made


def references(page: CaseloadPage) -> list[str]:
    return [row.reference for row in page.table.table_model.rows]


def search(page: CaseloadPage, qtbot: QtBot, words: str) -> None:
    page.bar.search.clear()
    with qtbot.waitSignal(page.bar.search.typed):
        QTest.keyClicks(page.bar.search, words)


def test_that_the_list_says_how_many_of_how_many_it_shows(page: CaseloadPage) -> None:
    assert page.summary == "12 of 12 cases shown"


def test_that_a_fragment_of_an_alias_finds_the_case(page: CaseloadPage, qtbot: QtBot) -> None:
    search(page, qtbot, "tans")
    assert references(page) == ["PSG-2026-003"]
    assert page.summary == "1 of 12 cases shown"


def test_that_the_list_follows_typing_within_an_eighth_of_a_second() -> None:
    assert PAUSE <= 120


def test_that_escape_in_the_search_box_shows_all_again(page: CaseloadPage, qtbot: QtBot) -> None:
    search(page, qtbot, "tans")
    QTest.keyClick(page.bar.search, Qt.Key.Key_Escape)
    assert len(references(page)) == 12


def test_that_a_press_on_a_heading_sorts_and_a_second_one_turns_it(page: CaseloadPage) -> None:
    page.table.sort_asked.emit(CaseColumn.REFERENCE, False)
    assert references(page)[0] == "PSG-2026-001"
    page.table.sort_asked.emit(CaseColumn.REFERENCE, True)
    assert references(page)[0] == "PSG-2026-012"


def test_that_unassessed_cases_are_told_from_standard_ones(page: CaseloadPage) -> None:
    page.table.filter_asked.emit(CaseColumn.RISK, Ticked(frozenset({None})))
    assert {row.risk for row in page.table.table_model.rows} == {None}
    assert len(references(page)) == 3


def test_that_a_filter_offers_values_with_their_counts(page: CaseloadPage) -> None:
    offered = {one.words: one.count for one in page._values(CaseColumn.LEAD)}
    assert offered.pop("No lead agency") == 1
    assert sum(offered.values()) == 11
    assert all(offered.values())


@pytest.mark.parametrize(
    ("key", "count"), [(CaseColumn.KIND, 1), (CaseColumn.STATE, 2), (CaseColumn.RISK, 4)]
)
def test_that_only_values_that_occur_are_offered(
    page: CaseloadPage, key: CaseColumn, count: int
) -> None:
    assert len(page._values(key)) == count


def test_that_review_dates_are_filtered_as_they_are_typed(page: CaseloadPage) -> None:
    page.table.filter_asked.emit(CaseColumn.REVIEW, Between("today", "+2d"))
    assert references(page) == ["PSG-2026-005", "PSG-2026-006", "PSG-2026-007"]


def test_that_an_unreadable_date_is_named_and_changes_nothing(page: CaseloadPage) -> None:
    page.table.filter_asked.emit(CaseColumn.REVIEW, Between("soon", ""))
    assert "“soon” was not read as a date" in page.banner.words
    assert len(references(page)) == 12


def test_that_each_filter_can_be_taken_away_by_its_button(page: CaseloadPage) -> None:
    page.table.filter_asked.emit(CaseColumn.RISK, Ticked(frozenset({RiskLevel.HIGH})))
    page.table.filter_asked.emit(CaseColumn.STATE, Ticked(frozenset({CaseState.ASSESSMENT})))
    (risk,) = [one for one in page.bar._parts if one.text() == "Risk: High"]
    risk.click()
    assert page.asked.risks == frozenset()
    assert page.asked.states == {CaseState.ASSESSMENT}


def test_that_ctrl_shift_l_clears_every_filter_but_the_view(
    page: CaseloadPage, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_view(CaseView.ALL)
    page.table.filter_asked.emit(CaseColumn.RISK, Ticked(frozenset({RiskLevel.HIGH})))
    page.table.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.table, Qt.Key.Key_L, keys)
    assert page.asked == CaseFilter(view=CaseView.ALL)


def test_that_a_focus_area_narrows_the_list(page: CaseloadPage, office: Office) -> None:
    page.bar.areas_chosen.emit(frozenset({"no-such-area"}))
    assert references(page) == []
    page.bar.cleared.emit()
    assert len(references(page)) == 12


@pytest.mark.parametrize("view", list(CaseView))
def test_that_every_saved_view_shows_what_it_counts(
    page: CaseloadPage, office: Office, view: CaseView
) -> None:
    page.show_view(view)
    assert len(references(page)) == lists.view_totals(office)[view]
    assert page.heading == names.name(view)


def test_that_a_view_without_cases_explains_itself(page: CaseloadPage) -> None:
    page.show_view(CaseView.OVERDUE_ACTIONS)
    assert page.table._empty is not None
    assert page.table._empty.isVisible()


def test_that_an_empty_vault_offers_the_first_step(
    office: Office, notifier: Notifier, qtbot: QtBot
) -> None:
    made = CaseloadPage(office, notifier)
    qtbot.addWidget(made)
    made.refresh()
    assert made.table._empty is not None
    with qtbot.waitSignal(made.new_case_asked):
        made.table._empty.button.click()


def test_that_the_chosen_case_stays_chosen_when_the_order_changes(
    page: CaseloadPage, known: list[CaseId]
) -> None:
    page.table.choose(known[4])
    page.table.sort_asked.emit(CaseColumn.TITLE, True)
    assert page.table.current is not None
    assert page.table.current.id == known[4]


def test_that_a_change_elsewhere_is_shown_and_the_place_kept(
    page: CaseloadPage, office: Office, known: list[CaseId]
) -> None:
    page.table.choose(known[4])
    cases.set_review(office, known[4], date(2027, 3, 1))
    assert page.table.current is not None
    assert page.table.current.id == known[4]
    assert page.table.current.review_due == date(2027, 3, 1)


def test_that_enter_opens_and_space_previews_the_chosen_case(
    page: CaseloadPage, known: list[CaseId], qtbot: QtBot
) -> None:
    page.table.choose(known[2])
    with qtbot.waitSignal(page.case_previewed) as previewed:
        QTest.keyClick(page.table, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.case_opened) as opened:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert previewed.args == [known[2]]
    assert opened.args == [known[2]]


def test_that_rows_are_copied_with_their_headings(page: CaseloadPage, known: list[CaseId]) -> None:
    page.table.choose(known[2])
    page.table.copy()
    heading, row = QGuiApplication.clipboard().text().split("\n")
    assert heading.split("\t")[0] == "Reference"
    assert row.split("\t")[0] == "PSG-2026-003"


def test_that_only_what_is_looked_at_is_read_of_many_cases(
    office: Office, notifier: Notifier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(office, 1500)
    read: list[int] = []
    real = lists.cases

    def spied(*asked: object) -> object:
        found = real(*asked)  # type: ignore[arg-type]
        read.append(len(found.rows))
        return found

    monkeypatch.setattr(lists, "cases", spied)
    page = CaseloadPage(office, notifier)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    page.refresh()
    page.grab()
    assert sum(read) == listed_rows.PAGE
    page.table.scrollToBottom()
    page.grab()
    assert sum(read) <= 3 * listed_rows.PAGE
    last = page.table.table_model.row(1499)
    assert last is not None


def test_that_a_case_far_down_stays_chosen_after_a_refresh(
    office: Office, notifier: Notifier, qtbot: QtBot
) -> None:
    known = fill(office, 700)
    page = CaseloadPage(office, notifier)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    page.table.sort_asked.emit(CaseColumn.REFERENCE, False)
    page.table.setCurrentIndex(page.table.table_model.index(650, 0))
    chosen = page.table.current
    assert chosen is not None
    cases.set_review(office, known[0], None)
    assert page.table.current == chosen
    assert page.table.currentIndex() != QModelIndex()
