"""Projects: money typed in pounds, milestones that are late, the page in step with the vault."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from psg_desktop.casework.caseload import projects
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.projects import BudgetLine, Milestone, Project
from psg_desktop.ui.application import Application
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.number_lines import MoneyLine, read_pence
from psg_desktop.ui.projects.page import ProjectsPage
from psg_desktop.ui.projects.project_page import ProjectPage
from psg_desktop.ui.projects.sheet import ProjectSheet
from psg_desktop.ui.widgets.chips import StatusChip
from tests.ui.cases.desk import Hands, Key, open_frame, words_of

ALL = slice(0, 100)


def project(office: Office) -> Project:
    made = Project(
        id=ProjectId(office.new_id()),
        name="Light the towpath",
        objective="Fewer people afraid after dark.",
        commissioner="Fenmarket CSP",
        starts=date(2026, 1, 5),
        ends=date(2026, 12, 31),
        budget=(
            BudgetLine(source="Community safety fund", pence=125_050),
            BudgetLine(source="Parish", pence=60_000, in_kind=True),
        ),
        milestones=(
            Milestone(what="Survey", due=date(2026, 3, 1), reached=date(2026, 3, 9)),
            Milestone(what="Lamps up", due=date(2026, 10, 1)),
        ),
        remarks="Ask the drainage board first.",
    )
    projects.save(office, made)
    return made


@pytest.fixture
def frame(application: Application, qtbot: QtBot) -> Frame:
    return open_frame(application, qtbot)


@pytest.fixture
def hands(frame: Frame) -> Hands:
    return Hands(frame)


@pytest.fixture
def page(frame: Frame, office: Office, notifier: Notifier) -> ProjectsPage:
    made = ProjectsPage(office, notifier)
    made.sheet_asked.connect(frame.open_sheet)
    frame.open_page(made)
    return made


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("1250", 125_000),
        ("£1,250.5", 125_050),
        ("1 250.55", 125_055),
        (".5", None),
        ("ten", None),
        ("-3", None),
        ("1.234", None),
    ],
)
def test_that_money_is_read_as_it_is_written(typed: str, pence: int | None) -> None:
    assert read_pence(typed) == pence


def test_that_money_is_shown_as_it_is_read(qtbot: QtBot) -> None:
    line = MoneyLine()
    qtbot.addWidget(line)
    line.set_value(125_050)
    assert line.line.text() == "1,250.50"
    assert line.value() == 125_050


def test_that_a_project_with_money_is_added_by_keyboard(
    page: ProjectsPage, hands: Hands, office: Office
) -> None:
    page.new.click()
    hands.fill({"Name": "Light the towpath", "Starts": "5 jan 2027", "Ends": "1 mar 2027"})
    hands.tab_to("Add a budget line")
    hands.key(Key.Key_Space)
    hands.fill({"Who pays, Budget line 1": "Fund", "Amount in pounds, Budget line 1": "£1,200"})
    hands.tab_to("Add a milestone")
    hands.key(Key.Key_Space)
    hands.fill({"What, Milestone 1": "Survey", "Due (optional), Milestone 1": "1 feb 2027"})
    hands.save()
    (row,) = projects.listed(office, "", ALL).rows
    kept = projects.get(office, row.id)
    assert kept.budget == (BudgetLine(source="Fund", pence=120_000),)
    assert kept.milestones == (Milestone(what="Survey", due=date(2027, 2, 1)),)
    assert page.table.current == row


def test_that_what_is_wrong_is_named_and_nothing_is_lost(
    page: ProjectsPage, hands: Hands, office: Office
) -> None:
    page.make_new()
    hands.fill({"Name": "Towpath", "Starts": "5 jan 2027", "Ends": "1 jan 2027"})
    hands.tab_to("Add a budget line")
    hands.key(Key.Key_Space)
    hands.fill({"Amount in pounds, Budget line 1": "lots"})
    hands.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert hands.problems()["budget"].startswith("Budget line 1: Enter an amount")
    hands.sheet.form.fields["budget"].control.set_value(())
    hands.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "not before the start" in hands.problems()["ends"]
    assert projects.listed(office, "", ALL).total == 0


def test_that_changing_nothing_keeps_everything(frame: Frame, hands: Hands, office: Office) -> None:
    kept = project(office)
    frame.open_sheet(ProjectSheet(office, kept))
    hands.save()
    assert projects.get(office, kept.id) == kept


def test_that_the_list_marks_a_late_milestone_and_enter_opens_it(
    page: ProjectsPage, office: Office, qtbot: QtBot
) -> None:
    kept = project(office)
    late = next(one for one in page.table.table_model.columns if one.heading == "Milestone due")
    assert late.status is not None
    shown = late.status(page.table.table_model.rows[0])
    assert shown is not None
    assert shown.state == "red"
    page.focus_start()
    with qtbot.waitSignal(page.party_chosen) as chosen:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert chosen.args == [CaseKind.PROJECT, kept.id]


def test_that_the_page_adds_the_money_up(frame: Frame, office: Office, notifier: Notifier) -> None:
    page = ProjectPage(office, notifier, project(office).id)
    frame.open_page(page)
    assert "£1,850.50" in words_of(page.budget)
    assert "£600.00 in kind" in words_of(page.budget)
    marks = [chip.status.word for chip in page.milestones.findChildren(StatusChip)]
    assert marks == ["Reached Mon 9 Mar 2026, after it was due", "Was due Thu 1 Oct 2026"]
