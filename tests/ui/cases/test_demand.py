"""A worker types demand into the grid, pastes a block, and reads what changed."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from psg_desktop.casework.assessing import demand
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.changes import Act
from psg_desktop.domain.demand import DemandCell, month_of, months_from, shifted
from psg_desktop.domain.ids import CaseId
from psg_desktop.ui.application import Application
from psg_desktop.ui.cases.demand.card import DemandCard
from psg_desktop.ui.cases.demand.chart import DemandChart
from psg_desktop.ui.cases.demand.sheet import DemandSheet
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.demand.page import CaseloadDemandPage
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.theme import SchemeChoice
from tests.ui.cases import samples
from tests.ui.cases.desk import CTRL, Hands, Key, open_case, open_frame, page_of, words_of

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def case(office: Office) -> CaseId:
    return samples.full_case(office)


@pytest.fixture
def screen(frame: Frame, office: Office, notifier: Notifier, case: CaseId) -> CaseScreen:
    return open_case(frame, office, notifier, case)


@pytest.fixture
def card(screen: CaseScreen) -> DemandCard:
    found = screen.cards["demand"]
    assert isinstance(found, DemandCard)
    return found


@pytest.fixture
def sheet(card: DemandCard, frame: Frame) -> DemandSheet:
    card.count_demand()
    shown = frame.side.sheet
    assert isinstance(shown, DemandSheet)
    shown.grid.setFocus()
    return shown


def opened_in(office: Office, case: CaseId, month: date) -> None:
    """Have the case opened in a month, and tell the windows."""
    with office.working(Act.AMEND_CASE) as unit:
        unit.cases.put(replace(unit.cases.get(case), opened=month))


def count(office: Office, case: CaseId, first: date, *numbers: int | None) -> None:
    demand.keep(
        office,
        {
            DemandCell(case=case, measure="ambulance", month=shifted(first, by)): number
            for by, number in enumerate(numbers)
            if number is not None
        },
    )


def keys(words: str) -> None:
    """Type into whatever has the focus: the grid, or the cell that is open."""
    for letter in words:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)


def enter() -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_Return)


def test_that_counts_are_typed_with_enter_saved_in_one_step_and_undone(
    hands: Hands, sheet: DemandSheet, frame: Frame, office: Office, case: CaseId
) -> None:
    sheet.grid.choose((0, 0))
    for number in ("12", "0"):
        keys(number)
        enter()
    assert sheet.grid.currentIndex().row() == 2
    hands.key(Key.Key_S, CTRL)
    assert frame.side.sheet is None
    (kept,) = demand.series(office, case)
    assert kept.measure == "police_999"
    first = shifted(month_of(page_of(office, case).case.opened), -12)
    assert kept.counts == {first: 12, shifted(first, 1): 0}
    undoing.undo_last(office)
    assert demand.series(office, case) == ()


def test_that_tab_goes_right_while_typing_and_the_open_cell_is_saved_too(
    hands: Hands, sheet: DemandSheet, frame: Frame, office: Office, case: CaseId
) -> None:
    sheet.grid.choose((1, 0))
    keys("3")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Key.Key_Tab)
    assert sheet.grid.currentIndex().column() == 1
    keys("7")
    hands.key(Key.Key_S, CTRL)
    assert frame.side.sheet is None
    assert {one.measure: list(one.counts.values()) for one in demand.series(office, case)} == {
        "police_999": [3],
        "police_101": [7],
    }


def test_that_a_block_is_pasted_and_copied_out_again(
    sheet: DemandSheet, office: Office, case: CaseId, hands: Hands, frame: Frame
) -> None:
    QGuiApplication.clipboard().setText("1\t2\r\n3\t\r\n1,004\t6\r\n")
    sheet.grid.choose((2, 1))
    QTest.keyClick(sheet.grid, Key.Key_V, CTRL)
    QTest.keyClick(sheet.grid, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1\t2\n3\t\n1,004\t6"
    hands.key(Key.Key_S, CTRL)
    assert frame.side.sheet is None
    found = {one.measure: list(one.counts.values()) for one in demand.series(office, case)}
    assert found == {"police_101": [1, 3, 1004], "deployments": [2, 6]}


def test_that_a_block_that_does_not_fit_is_refused_whole(sheet: DemandSheet) -> None:
    QGuiApplication.clipboard().setText("1\t2\n3\t4")
    sheet.grid.choose((0, 2))
    QTest.keyClick(sheet.grid, Key.Key_V, CTRL)
    assert "does not fit" in sheet.problem.text()
    assert sheet.problem.isVisible()
    assert sheet.grid.model_of_cells.words == {}


def test_that_what_is_no_number_is_marked_in_its_cell_and_nothing_is_kept(
    hands: Hands, sheet: DemandSheet, frame: Frame, office: Office, case: CaseId
) -> None:
    QGuiApplication.clipboard().setText("1\nabout 5\n-2")
    sheet.grid.choose((0, 0))
    QTest.keyClick(sheet.grid, Key.Key_V, CTRL)
    hands.key(Key.Key_S, CTRL)
    assert frame.side.sheet is sheet
    model = sheet.grid.model_of_cells
    assert set(model.problems) == {(1, 0), (2, 0)}
    assert sheet.grid.currentIndex().row() == 1
    said = sheet.problem.text()
    assert said.endswith("Enter a whole number, 0 or more. One more cell is marked.")
    assert demand.series(office, case) == ()
    QTest.keyClick(sheet.grid, Key.Key_Delete)
    assert (1, 0) not in model.problems


def test_that_another_column_is_added_once(sheet: DemandSheet, hands: Hands) -> None:
    for _ in range(2):
        hands.press("Another column")
        sheet.adding.show_values({"measure": "ambulance", "agency": None})
        sheet.add_column()
    assert sheet.grid.model_of_cells.columns[-1] == "Ambulance calls"
    assert len(sheet.grid.model_of_cells.columns) == 4
    assert sheet.adding.fields["measure"].problem == "This column is there already."


def test_that_the_months_have_the_height_until_another_column_is_asked_for(
    sheet: DemandSheet, frame: Frame, qtbot: QtBot
) -> None:
    frame.resize(1280, 690)
    grid = sheet.grid
    year = 13 * grid.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: grid.viewport().height() >= year)
    assert sheet.adding.isHidden()


def test_that_typed_work_is_asked_about_before_it_is_lost(
    sheet: DemandSheet, hands: Hands, frame: Frame
) -> None:
    sheet.grid.choose((0, 0))
    keys("4")
    enter()
    sheet.dismiss()
    assert frame.side.sheet is sheet
    sheet.close_sheet()


def test_that_the_card_says_what_is_high_what_changed_and_what_that_does_not_prove(
    card: DemandCard, office: Office, case: CaseId
) -> None:
    assert "None counted yet" in words_of(card)
    opened_in(office, case, date(2026, 6, 10))
    count(office, case, date(2026, 3, 1), 9, 8, 7, 5, 2, 1, 0)
    card.span.setCurrentIndex(0)
    card.span.activated.emit(0)
    said = words_of(card)
    assert "Ambulance high demand in a month: 5 in June 2026" in said
    assert "24 in March to May 2026" in said
    assert "3 in July to September 2026" in said
    assert "The rate after is 0.12 times the rate before (95 % sure: between 0.02 and" in said
    assert "That is a fall beyond chance." in said
    assert "regression to the mean" in said
    assert "bursts" in said
    assert "June 2026, when the case was opened, belongs to neither side." in said


def test_that_the_chart_says_its_months_and_draws_gaps_in_both_looks(
    card: DemandCard, office: Office, case: CaseId, application: Application
) -> None:
    opened_in(office, case, date(2026, 6, 10))
    count(office, case, date(2026, 4, 1), 4, None, 6)
    (chart,) = [one for one in card.findChildren(DemandChart) if one.isVisible()]
    assert chart.accessibleName() == (
        "Ambulance calls by month: Apr 2026 4; May 2026 not known; Jun 2026 6, case opened."
    )
    pictures = set()
    for scheme in (SchemeChoice.LIGHT, SchemeChoice.DARK):
        application.appearance.apply(scheme)
        pictures.add(chart.grab().toImage().pixelColor(2, 2).name())
    assert len(pictures) == 2


def test_that_the_page_of_the_caseload_adds_up_and_says_who_is_left_out(
    frame: Frame, office: Office, notifier: Notifier, case: CaseId
) -> None:
    page = CaseloadDemandPage(office, notifier)
    frame.open_page(page)
    assert "No demand has been counted yet" in words_of(page)
    opened_in(office, case, date(2026, 6, 10))
    months = months_from(date(2026, 3, 1), date(2026, 9, 1))
    count(office, case, months[0], *(4 for _ in months))
    assert "Left out: " in words_of(page)
    page.span.setCurrentIndex(0)
    page.span.activated.emit(0)
    said = words_of(page)
    assert "1 case" in said
    assert "The rate after is 1.00 times the rate before" in said
    assert "That can be chance." in said
