from typing import cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.history import History, Visit
from psg_desktop.ui.pages import Page, Section, View
from psg_desktop.ui.search_box import Found
from psg_desktop.ui.shortcuts import ShortcutList, keys_of
from psg_desktop.ui.theme import SchemeChoice
from psg_desktop.ui.widgets.banner import Tone
from psg_desktop.ui.widgets.side_sheet import SideSheet
from tests.ui import accessibility, kit_windows
from tests.ui.kit_windows import CasesPage, every_control

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    made = kit_windows.frame(application)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(frame: Frame, key: Qt.Key, modifier: Qt.KeyboardModifier, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget() or frame, key, modifier)


def page(frame: Frame) -> CasesPage:
    return cast("CasesPage", frame.page)


def test_that_alt_and_a_figure_goes_to_a_section(frame: Frame, qtbot: QtBot) -> None:
    press(frame, Qt.Key.Key_3, ALT, qtbot)
    assert page(frame).heading == "People"
    assert frame.windowTitle() == "People"
    assert page(frame).table.hasFocus()


def test_that_a_saved_view_of_the_rail_is_shown(frame: Frame) -> None:
    frame.rail.list.setCurrentRow(3)
    assert page(frame).heading == "Caseload"
    assert page(frame).view == "overdue"


def test_that_the_views_of_a_folding_section_show_only_while_the_window_is_in_it(
    application: Application, qtbot: QtBot
) -> None:
    views = (View("old", "Old ones"),)
    sections = (
        Section("today", "Today", "today", lambda: Page("Today")),
        Section("referrals", "Referrals", "phone", lambda: Page("Referrals"), views, folds=True),
    )
    made = Frame(sections, "A. Coordinator", application.appearance)
    qtbot.addWidget(made)
    made.go("today")
    folded = made.rail.list.item(2)
    assert folded.isHidden()
    made.go("referrals", "old")
    assert not folded.isHidden()
    assert made.rail.list.currentItem() is folded
    made.go("today")
    assert folded.isHidden()


def test_that_a_clicked_line_stays_marked_though_lines_above_it_fold_away(
    application: Application, qtbot: QtBot
) -> None:
    views = (View("old", "Old ones"), View("new", "New ones"))
    sections = (
        Section("referrals", "Referrals", "phone", lambda: Page("Referrals"), views, folds=True),
        Section("import", "Import", "today", lambda: Page("Import")),
        Section("vault", "Vault", "today", lambda: Page("Vault")),
        Section("help", "Help", "today", lambda: Page("Help")),
    )
    made = Frame(sections, "A. Coordinator", application.appearance)
    qtbot.addWidget(made)
    made.show()
    made.go("referrals")
    rows = made.rail.list
    line = rows.visualItemRect(rows.item(3))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=line.center())
    assert made.windowTitle() == "Import"
    assert [one.text() for one in rows.selectedItems()] == ["Import"]


def test_that_every_line_of_the_rail_stands_in_the_smallest_window(
    application: Application, qtbot: QtBot
) -> None:
    views = tuple(View(key, f"View {key}") for key in "abcdef")
    lines = [
        Section(f"section {number}", f"Section {number}", "today", lambda: Page("A page"))
        for number in range(18)
    ]
    whole = (Section("all", "All", "today", lambda: Page("All"), views), *lines)
    made = Frame(whole, "A. Coordinator", application.appearance)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.go("all")
    rows = made.rail.list
    assert not rows.verticalScrollBar().isVisible()
    assert rows.viewport().rect().contains(rows.visualItemRect(rows.item(rows.count() - 1)))
    snug = rows.visualItemRect(rows.item(0)).height()
    made.resize(1280, 1000)
    assert rows.visualItemRect(rows.item(0)).height() > snug >= 24


def test_that_a_count_stands_behind_a_line_of_the_rail(frame: Frame) -> None:
    frame.rail.show_count("caseload", "reviews", 1_200)
    assert frame.rail.list.item(2).text() == "Reviews due  1,200"
    frame.rail.show_count("caseload", "reviews", 0)
    assert frame.rail.list.item(2).text() == "Reviews due"


def test_that_a_count_says_of_what_it_is(frame: Frame) -> None:
    frame.rail.show_count("caseload", "overdue", 16, "case")
    line = frame.rail.list.item(3)
    assert (line.text(), line.toolTip()) == ("Overdue actions  16 cases", "16 cases")
    frame.rail.show_count("caseload", "overdue", 1, "case")
    assert line.text() == "Overdue actions  1 case"


@pytest.mark.parametrize("where", ["list", "rail"])
def test_that_a_page_that_opens_takes_the_focus(frame: Frame, where: str) -> None:
    start = page(frame).table if where == "list" else frame.rail.list
    start.setFocus()
    opened = CasesPage("PSG-2026-014")
    frame.open_page(opened)
    assert opened.table.hasFocus()


def test_that_the_rail_keeps_the_focus_while_it_is_walked(frame: Frame, qtbot: QtBot) -> None:
    frame.rail.list.setFocus()
    qtbot.keyClick(frame.rail.list, Qt.Key.Key_Up)
    assert frame.rail.list.hasFocus()


def test_that_back_returns_to_the_list_at_the_same_place(frame: Frame, qtbot: QtBot) -> None:
    listed = page(frame)
    listed.table.choose(7)
    frame.open_page(Page("PSG-2026-014"))
    assert page(frame).heading == "PSG-2026-014"
    press(frame, Qt.Key.Key_Left, ALT, qtbot)
    assert page(frame) is listed
    assert listed.table.current == 7


def test_that_back_recalls_the_view_a_list_had(frame: Frame) -> None:
    frame.go("caseload", "reviews")
    frame.open_page(Page("PSG-2026-014"))
    frame.go("caseload", "overdue")
    frame.go_back()
    assert page(frame).heading == "PSG-2026-014"
    frame.go_back()
    assert page(frame).view == "reviews"
    assert frame.rail.list.currentRow() == 2


def test_that_the_back_button_of_a_mouse_goes_back(frame: Frame) -> None:
    frame.open_page(Page("PSG-2026-014"))
    place = QPointF(frame.rect().center())
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        place,
        frame.mapToGlobal(place),
        Qt.MouseButton.BackButton,
        Qt.MouseButton.BackButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(frame.windowHandle(), event)
    assert page(frame).heading == "Caseload"


def test_that_a_page_left_for_good_is_deleted_and_a_section_is_kept(
    frame: Frame, qtbot: QtBot
) -> None:
    listed, case = page(frame), Page("PSG-2026-014")
    frame.open_page(case)
    with qtbot.waitSignal(case.destroyed):
        frame.go_back()
    frame.go("people")
    frame.go("caseload")
    assert page(frame) is listed


def test_that_a_page_is_read_again_when_it_comes_into_view(frame: Frame, qtbot: QtBot) -> None:
    listed = page(frame)
    before = listed.refreshed
    frame.go("people")
    frame.go("caseload")
    assert listed.refreshed == before + 1
    press(frame, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, qtbot)
    assert listed.refreshed == before + 2


def test_that_the_focus_returns_to_the_opener_of_a_sheet(frame: Frame, qtbot: QtBot) -> None:
    table = page(frame).table
    table.setFocus()
    form = every_control()
    assert frame.open_sheet(SideSheet("New action", form))
    assert form.fields["what"].control.parts()[0].hasFocus()
    qtbot.keyClick(form.fields["what"].control.parts()[0], Qt.Key.Key_Escape)
    assert frame.side.sheet is None
    assert table.hasFocus()


def test_that_nothing_unsaved_is_left_behind_by_going_elsewhere(frame: Frame, qtbot: QtBot) -> None:
    form = every_control()
    sheet = SideSheet("New action", form)
    frame.open_sheet(sheet)
    qtbot.keyClicks(form.fields["what"].control.parts()[0], "Visit")
    frame.go("people")
    assert page(frame).heading == "Caseload"
    assert frame.side.sheet is sheet
    assert frame.rail.list.currentRow() == 1
    assert not frame.open_sheet(SideSheet("Another", every_control()))
    assert not frame.close()
    sheet.close_sheet()
    frame.go("people")
    assert page(frame).heading == "People"


def test_that_the_offer_to_undo_is_taken_once(frame: Frame, qtbot: QtBot) -> None:
    undone: list[str] = []
    frame.offer_undo("Case closed.", lambda: undone.append("closed"))
    assert frame.desk.undo.isVisible()
    press(frame, Qt.Key.Key_Z, CONTROL, qtbot)
    press(frame, Qt.Key.Key_Z, CONTROL, qtbot)
    assert undone == ["closed"]
    assert not frame.desk.undo.isVisible()


def test_that_the_bar_goes_but_the_offer_stays(frame: Frame, qtbot: QtBot) -> None:
    undone: list[str] = []
    frame.desk.undo.timer.setInterval(10)
    frame.offer_undo("Case closed.", lambda: undone.append("closed"))
    qtbot.waitUntil(frame.desk.undo.isHidden)
    press(frame, Qt.Key.Key_Z, CONTROL, qtbot)
    assert undone == ["closed"]


def test_that_what_was_said_of_a_page_goes_with_it(frame: Frame) -> None:
    frame.desk.tell("Saved as dates.ics.", Tone.SUCCESS)
    frame.offer_undo("Case closed.", lambda: None)
    frame.go("people")
    assert frame.desk.banner.isHidden()
    # The page may belong to what was done just now, as the page of a case that was opened.
    assert frame.desk.undo.isVisible()
    frame.desk.undo.settling.stop()
    frame.go("caseload")
    assert frame.desk.undo.isHidden()
    assert frame.desk.undo.can_undo


def test_that_tools_a_page_hides_leave_no_line_of_their_own(frame: Frame, qtbot: QtBot) -> None:
    frame.resize(1280, 720)
    tools = page(frame).tools()
    above = frame.desk.mapFromGlobal(tools[0].mapToGlobal(QPoint())).y()
    tools[0].setMinimumWidth(900)
    page(frame).retitle()
    below = above + tools[0].height() // 2
    qtbot.waitUntil(lambda: frame.desk.mapFromGlobal(tools[1].mapToGlobal(QPoint())).y() > below)
    tools[0].hide()
    qtbot.waitUntil(lambda: frame.desk.mapFromGlobal(tools[1].mapToGlobal(QPoint())).y() < below)


def test_that_a_warning_of_the_whole_file_stays_until_it_is_closed(frame: Frame) -> None:
    frame.desk.tell("It was not closed in order.", Tone.CARE, stays=True)
    frame.go("people")
    assert frame.desk.banner.isVisible()


def test_that_f6_goes_round_the_panes(frame: Frame, qtbot: QtBot) -> None:
    page(frame).focus_start()
    seen = []
    for _ in range(3):
        press(frame, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, qtbot)
        seen.append(QApplication.focusWidget())
    assert seen == [frame.top.search, frame.rail.list, page(frame).table]


def test_that_tab_comes_to_the_tools_before_the_page(frame: Frame) -> None:
    names = [accessibility.name(widget) for widget in accessibility.tab_ring(frame)]
    start = names.index("Sections")
    assert (names[start:] + names[:start])[:4] == ["Sections", "Filters", "Columns", "Cases"]


def test_that_the_search_drops_down_what_was_found(frame: Frame, qtbot: QtBot) -> None:
    search = frame.top.search
    press(frame, Qt.Key.Key_K, CONTROL, qtbot)
    assert search.hasFocus()
    with qtbot.waitSignal(search.searched) as searched:
        qtbot.keyClicks(search, "noise")
    assert searched.args == ["noise"]
    search.show_found([Found("a", "First"), Found("b", "Second", "A place", "place")])
    assert search._results.isVisible()
    qtbot.keyClick(search, Qt.Key.Key_Down)
    with qtbot.waitSignal(search.chosen) as chosen:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert chosen.args == ["b"]
    assert search.text() == ""
    assert not search._results.isVisible()


def test_that_nothing_found_is_said_and_escape_clears(frame: Frame, qtbot: QtBot) -> None:
    search = frame.top.search
    search.setFocus()
    qtbot.keyClicks(search, "zz")
    search.show_found([])
    said = [label.text() for label in search._results.findChildren(QLabel)]
    assert said == ["Nothing holds “zz”. Try fewer letters of it."]
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert not search._results.isVisible()


def test_that_the_menu_of_new_things_says_what_was_wanted(frame: Frame, qtbot: QtBot) -> None:
    action = frame.top.offer_new("person", "Person")
    with qtbot.waitSignal(frame.top.new_asked) as asked:
        action.trigger()
    assert asked.args == ["person"]


def test_that_a_sheet_covers_the_page_where_both_cannot_stand(
    frame: Frame, appearance: Appearance
) -> None:
    frame.open_sheet(SideSheet("New action", every_control()))
    assert frame.desk.isVisible()
    appearance.apply(SchemeChoice.LIGHT, 200)
    assert not frame.desk.isVisible()
    assert frame.side.isVisible()
    appearance.apply(SchemeChoice.LIGHT, 100)
    assert frame.desk.isVisible()


def test_that_the_size_changes_by_keys_within_its_ends(
    frame: Frame, appearance: Appearance, qtbot: QtBot
) -> None:
    high = page(frame).table.verticalHeader().defaultSectionSize()
    for _ in range(12):
        press(frame, Qt.Key.Key_Plus, CONTROL, qtbot)
    assert appearance.zoom == 200
    assert page(frame).table.verticalHeader().defaultSectionSize() == high * 2
    press(frame, Qt.Key.Key_0, CONTROL, qtbot)
    assert appearance.zoom == 100


def test_that_the_search_is_as_wide_as_the_letters_ask(frame: Frame, qtbot: QtBot) -> None:
    wide = frame.top.search.maximumWidth()
    press(frame, Qt.Key.Key_Plus, CONTROL, qtbot)
    assert frame.top.search.maximumWidth() > wide
    press(frame, Qt.Key.Key_0, CONTROL, qtbot)
    assert frame.top.search.maximumWidth() == wide


def test_that_every_action_with_keys_is_listed_and_can_be_found(frame: Frame, qtbot: QtBot) -> None:
    listed = dict(keys_of(frame))
    assert listed["Find anything"] == "Ctrl+K"
    assert listed["Case"] == "Ctrl+Shift+C"
    shown = ShortcutList(frame)
    qtbot.addWidget(shown)
    qtbot.keyClicks(shown.words, "undo")
    assert [entry[1] for entry in shown.table.table_model.rows] == ["Ctrl+Z"]


def test_that_a_fact_at_the_foot_goes_when_it_has_no_words(frame: Frame) -> None:
    assert frame.status.words("saved") == "Saved 14:32"
    frame.status.show_field("saved", "")
    assert not frame.status._fields["saved"].isVisible()


def test_that_the_history_has_an_end_and_gives_back_what_fell_off(qtbot: QtBot) -> None:
    history = History()
    pages = [Page(f"Case {number}") for number in range(40)]
    gone: list[Page] = []
    for each in pages:
        qtbot.addWidget(each)
        gone += history.visit(Visit(each, "caseload", ""))
    assert gone == pages[:10]
    assert history.visit(Visit(pages[-1], "caseload", "")) == ()


def test_that_closing_is_told_before_the_window_goes(frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.closing):
        assert frame.close()


def test_that_a_page_behind_a_sheet_can_still_be_clicked(frame: Frame, qtbot: QtBot) -> None:
    frame.open_sheet(SideSheet("New action", every_control()))
    table = page(frame).table
    place = table.visualRect(table.table_model.index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert table.current == 2
