"""What is done twice, or done and taken back: two actions due on one day, a role, a closing."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psg_desktop.casework.office import Office
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.ui.actions.page import ActionsPage
from psg_desktop.ui.cases.screen import CaseScreen
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.parts.parties import Picked
from psg_desktop.ui.today.lines import Lines
from psg_desktop.ui.today.page import TodayPage
from tests.journeys.showing import shown
from tests.ui.cases import samples
from tests.ui.cases.desk import Hands, Key, page_of, words_of


@pytest.fixture
def window(desk: Office, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    with shown(desk, qtbot) as made:
        yield made


def test_that_two_actions_due_on_one_day_are_both_listed_and_each_opens_its_case(
    window: MainWindow, desk: Office
) -> None:
    first, second = samples.bare_case(desk, "Bins"), samples.bare_case(desk, "Noise")
    due = desk.today() - samples.DAY
    for case in (first, first, second):
        samples.add_action(desk, case, "Fit a gate", due)
    window.frame.go("actions")
    page = window.frame.page
    assert isinstance(page, ActionsPage)
    rows = list(page.table.table_model.rows)
    assert sorted(row.case for row in rows) == sorted((first, first, second))
    for row in rows:
        window.frame.go("actions")
        page.table.choose(row.id)
        page.table.setFocus()
        QTest.keyClick(page.table, Key.Key_Return)
        shown = window.frame.page
        assert isinstance(shown, CaseScreen)
        assert page_of(desk, row.case).case.title in words_of(shown.head)
    window.frame.go("today")
    today = window.frame.page
    assert isinstance(today, TodayPage)
    listed = [line.table_model.rows for line in today.findChildren(Lines) if line.table_model.rows]
    assert any(len(one) == len(rows) for one in listed)


def test_that_a_role_changed_and_changed_back_leaves_both_spells(
    window: MainWindow, desk: Office
) -> None:
    case = samples.bare_case(desk)
    screen = window.screens.open_case(case)
    hands = Hands(window.frame)
    hands.press("Add a person")
    hands.fill({"Name": "Oriel Quillfeather", "Role in this case": "Witness", "From": "1 sep"})
    hands.save()
    for role in (RoleKind.COMPLAINANT, RoleKind.WITNESS):
        hands.press("Change: Oriel Quillfeather")
        hands.sheet.form.fields["role"].control.set_value(role)
        hands.save()
    roles = {row.label: row.involvement.role for row in page_of(desk, case).involvements}
    assert roles["Oriel Quillfeather"] is RoleKind.WITNESS
    screen.trail.unfold()
    history = words_of(screen.trail)
    assert "Role: Witness → Complainant" in history
    assert "Role: Complainant → Witness" in history
    hands.press("End: Oriel Quillfeather")
    hands.save()
    (known,) = [row for row in page_of(desk, case).involvements if row.label.startswith("Oriel")]
    hands.press("Add a person")
    again = Picked(id=known.involvement.party, name=known.label)
    hands.sheet.form.fields["party"].control.set_value(again)
    hands.fill({"Role in this case": "Witness"})
    hands.save()
    shown = words_of(screen.cards["people"])
    assert shown.count("Oriel Quillfeather\nWitness") == len(("the spell that ended", "the new"))
    assert "Witness, from Tue 1 Sep 2026 to Sat 21 Nov 2026" in shown


def test_that_a_case_closed_with_its_roles_reopens_with_them(
    window: MainWindow, desk: Office
) -> None:
    case = samples.full_case(desk)
    before = page_of(desk, case).involvements
    assert before
    screen = window.screens.open_case(case)
    hands = Hands(window.frame)
    hands.press("Close the case")
    hands.sheet.form.fields["reason"].control.set_value("resolved")
    hands.fill(
        {
            "Closing summary": "Quiet since October.",
            "Who was told, and when": "Neighbours",
        }
    )
    hands.save()
    assert page_of(desk, case).involvements == before
    hands.press("Reopen the case")
    hands.fill({"Why it is reopened": "It began again."})
    hands.save()
    assert page_of(desk, case).involvements == before
    shown = words_of(screen.cards["people"])
    assert [row.label for row in before if row.label not in shown] == []
