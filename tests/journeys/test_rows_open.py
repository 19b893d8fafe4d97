"""Every row of every list, and every line of Today, opens what it names: in the real window."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from psg_desktop.settings import Settings
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import JobsAtOnce
from psg_desktop.ui.main_window.sections import sections
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.pages import Page
from psg_desktop.ui.widgets.buttons import LinkLine
from psg_desktop.ui.widgets.table import TableView
from tests.ui.cases.desk import words_of
from tests.ui.program_windows import office


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    application = Application()
    application.alarm.remove()
    made = MainWindow(office(), application.appearance, JobsAtOnce(), Settings())
    made.frame.show()
    made.frame.activateWindow()
    qtbot.waitUntil(made.frame.isActiveWindow)
    yield made
    _put_away(made)
    made.forget()


def _put_away(window: MainWindow) -> None:
    if window.frame.side.sheet is not None:
        window.frame.side.sheet.close_sheet()


def cells(table: TableView[Any], row: int) -> list[str]:
    model = table.table_model
    return [
        str(model.index(row, column).data() or "") for column in range(model.columnCount())
    ]  # fmt: skip


def lists_of(page: QWidget) -> list[TableView[Any]]:
    found: list[TableView[Any]] = page.findChildren(TableView)
    return [one for one in found if one.isVisible() and len(one.table_model.rows)]


def shown_with_rows(frame: Frame, section: str) -> list[TableView[Any]]:
    frame.go(section)
    return lists_of(page_of(frame))


def page_of(frame: Frame) -> Page:
    assert frame.page is not None
    return frame.page


def open_row(frame: Frame, table: TableView[Any], row: int) -> list[str]:
    """Press Enter on a row, as its reader would; give what the row said."""
    said = cells(table, row)
    table.setFocus()
    table.setCurrentIndex(table.table_model.index(row, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    return said


def rows_of_everything(window: MainWindow) -> Iterator[tuple[str, Page, list[str]]]:
    """Open the first and the last row of each list; give section, page and words."""
    frame = window.frame
    for section in sections(window.screens.makers()):
        for at, table in enumerate(shown_with_rows(frame, section.key)):
            count = len(table.table_model.rows)
            for row in sorted({0, count - 1}):
                again = shown_with_rows(frame, section.key)[at]
                before = page_of(frame)
                said = open_row(frame, again, row)
                assert page_of(frame) is not before, f"{section.key}: {said} opens nothing."
                yield section.key, page_of(frame), said
                _put_away(window)


def links_of(page: QWidget) -> list[LinkLine]:
    return [one for one in page.findChildren(LinkLine) if one.isVisible() and one.isEnabled()]


def follow(window: MainWindow, page: Page, at: int) -> None:
    """Click a link on the page of a record, see that it opens what it names, and go back."""
    link, frame = links_of(page)[at], window.frame
    name = link.accessibleName()
    link.click()
    now = page_of(frame)
    shown = now is not page or frame.side.sheet is not None or frame.side.previewing
    assert shown, f"{name} on {page.heading} opens nothing."
    if now is not page:
        first = re.sub(r"^(Case|Referral) ", "", name).split(",")[0].split(" ")[0]
        assert first in words_of(now) + now.heading, f"{name} opened {now.heading}."
        frame.go_back()
    _put_away(window)
    assert page_of(frame) is page


def test_that_every_row_line_and_link_opens_what_it_names(window: MainWindow) -> None:
    opened, followed = Counter[str](), Counter[str]()
    for section, page, said in rows_of_everything(window):
        # An action of the plan has no page of its own: its priority's page shows it.
        where = page.heading if section != "today" else f"{page.heading} {words_of(page)}"
        named = any(len(cell) > 3 and (cell in where or page.heading in cell) for cell in said)
        assert named, f"{section}: {said} opened {page.heading}."
        opened[section] += 1
        kind = type(page).__name__
        if section != "today" and followed[kind] < 2:
            for at in range(len(links_of(page)[:2])):
                follow(window, page, at)
                followed[kind] += 1
    lists = {
        "today", "caseload", "referrals", "actions", "meetings", "interventions", "people",
        "places", "projects", "agencies",
    }  # fmt: skip
    assert opened.keys() >= lists
    assert opened["today"] >= 8
    assert followed.keys() >= {"AgencyPage", "CaseScreen", "PersonPage", "ProjectPage"}
