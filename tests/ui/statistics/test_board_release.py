"""The board's release at the window: seen before, published once, and every way it can fail."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar
from sqlalchemy import text

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import publishing
from psg_desktop.domain.changes import Act
from psg_desktop.domain.statistics.periods import PeriodKind
from psg_desktop.ui.main_window.window import MainWindow
from psg_desktop.ui.statistics.page import StatisticsPage
from psg_desktop.ui.statistics.period_choice import PeriodChoice
from psg_desktop.words import statistics_page as words
from tests.builders import a_case, a_person
from tests.fakes import FixedClock
from tests.ui.cases.desk import Hands, Key, words_of
from tests.ui.statistics.conftest import Chooser, period

FOLDER = "statistics-2026Q3-2026-11-21"
WORKBOOK = "psg-statistics-east-cambridgeshire-2026q3-board.xlsx"


def offered(choice: PeriodChoice) -> list[str]:
    return [choice.periods.itemText(place) for place in range(choice.periods.count())]


def test_that_only_periods_that_are_over_are_offered_the_newest_first(
    page: StatisticsPage,
) -> None:
    choice = page.board.choice
    assert offered(choice)[:2] == ["July to September 2026", "April to June 2026"]
    assert len(offered(choice)) == 40
    for kind, newest in (
        (PeriodKind.YEAR, "April 2025 to March 2026"),
        (PeriodKind.ROLLING_YEAR, "12 months to September 2026"),
    ):
        choice.kinds.setCurrentIndex(choice.kinds.findData(kind))
        choice.kinds.activated.emit(choice.kinds.currentIndex())
        assert offered(choice)[0] == newest


def test_that_a_release_is_seen_table_by_table_before_it_is_published(
    page: StatisticsPage, office: Office
) -> None:
    assert words.NOTHING_YET in words_of(page)
    page.board.show_button.click()
    preview = page.board.preview
    assert "It was checked by itself: nothing was published before it." in words_of(preview.whole)
    assert "Definition of safe that was applied" in words_of(preview.whole)
    lines = [one.line.strip() for one in preview.list.table_model.rows]
    assert lines[:2] == [words.WHOLE, "Caseload flow"]
    preview.choose("flow")
    figures = preview.pane.grid.figures
    headings = [one.label for one in figures.headings(Qt.Orientation.Vertical)]
    row = headings.index("Opened")
    assert figures.words(row, 0) == "25"
    assert figures.words(row, 1) == "[c]"
    cell = figures.index(row, 1)
    assert "April to June 2026: Withheld" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.LEGEND_UNDER in words_of(preview.pane)
    assert publishing.releases(office) == ()


def test_that_a_release_is_published_once_by_keyboard_and_its_files_written(
    window: MainWindow, page: StatisticsPage, hands: Hands, office: Office, chooser: Chooser
) -> None:
    hands.tab_to(words.SHOW)
    hands.key(Key.Key_Space)
    hands.tab_to(words.PUBLISH)
    hands.key(Key.Key_Return)
    assert words.NEVER_AGAIN in words_of(hands.sheet)
    assert FOLDER in words_of(hands.sheet)
    assert publishing.releases(office) == ()
    hands.key(Key.Key_Return)
    assert window.frame.side.sheet is None
    (release,) = publishing.releases(office)
    assert release.period == period("2026Q3")
    assert chooser.answer is not None
    written = list((chooser.answer / FOLDER).iterdir())
    assert {".xlsx", ".ods", ".csv", ".json"} <= {one.suffix for one in written}
    assert page.board.banner.words == words.published(len(written), str(chooser.answer / FOLDER))
    page.board.banner.stepped.emit()
    assert chooser.shown == [chooser.answer / FOLDER]
    assert not page.board.publish.isVisible()
    assert page.board.again.isVisible()
    assert page.board.preview.list.hasFocus()
    assert offered(page.board.choice)[0] == "July to September 2026 (published)"
    assert page.summary == "1 release"


def test_that_a_period_published_before_shows_the_numbers_as_they_were(
    page: StatisticsPage, office: Office
) -> None:
    publishing.publish(office, publishing.plan(office, period("2026Q3")))
    page.board.show_button.click()
    assert "Its numbers stand as they were published." in words_of(page.board.preview.whole)
    assert not page.board.publish.isVisible()
    assert page.board.again.isVisible()


def test_that_changing_one_s_mind_publishes_nothing(
    page: StatisticsPage, window: MainWindow, hands: Hands, office: Office, chooser: Chooser
) -> None:
    folder, chooser.answer = chooser.answer, None
    page.board.show_button.click()
    page.board.publish.click()
    assert window.frame.side.sheet is None
    chooser.answer = folder
    page.board.publish.click()
    hands.key(Key.Key_Escape)
    assert window.frame.side.sheet is None
    assert publishing.releases(office) == ()
    assert folder is not None
    assert list(folder.iterdir()) == []


def test_that_no_folder_there_means_nothing_published_until_another_is_chosen(
    page: StatisticsPage, hands: Hands, office: Office, chooser: Chooser, tmp_path: Path
) -> None:
    good, chooser.answer = chooser.answer, tmp_path / "a file"
    chooser.answer.write_text("in the way", encoding="utf-8")
    page.board.show_button.click()
    page.board.publish.setFocus()
    page.board.publish.click()
    hands.save()
    assert page.board.banner.words.startswith(words.NOTHING_PUBLISHED)
    assert publishing.releases(office) == ()
    assert page.board.publish.hasFocus()
    chooser.answer = good
    assert page.board.banner.step.text() == words.ELSEWHERE
    page.board.banner.step.click()
    hands.save()
    assert len(publishing.releases(office)) == 1
    assert page.board.banner.words.startswith("Published.")


def test_that_files_that_cannot_be_written_are_written_again_elsewhere(
    page: StatisticsPage, hands: Hands, office: Office, chooser: Chooser, tmp_path: Path
) -> None:
    page.board.show_button.click()
    page.board.publish.click()
    # A folder where a file has to go stops the writing after the ledger was written.
    assert chooser.answer is not None
    (chooser.answer / FOLDER / WORKBOOK).mkdir(parents=True)
    hands.save()
    assert page.board.banner.words.startswith(words.FILES_MISSING)
    assert len(publishing.releases(office)) == 1
    chooser.answer = tmp_path / "elsewhere"
    assert page.board.banner.step.text() == words.ELSEWHERE
    page.board.banner.step.click()
    assert (tmp_path / "elsewhere" / FOLDER / WORKBOOK).is_file()
    assert "written to" in page.board.banner.words
    assert len(publishing.releases(office)) == 1


def test_that_a_full_disk_leaves_the_release_in_the_ledger_and_says_so(
    page: StatisticsPage,
    hands: Hands,
    office: Office,
    chooser: Chooser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_room(_descriptor: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    page.board.show_button.click()
    page.board.publish.click()
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", no_room)
        hands.save()
    said = page.board.banner.words
    assert said.startswith(words.FILES_MISSING)
    assert "no room left" in said
    assert len(publishing.releases(office)) == 1
    assert chooser.answer is not None
    assert list((chooser.answer / FOLDER).iterdir()) == []
    assert page.board.again.isVisible()
    page.board.again.click()
    assert (chooser.answer / FOLDER / WORKBOOK).is_file()


def test_that_a_plan_is_refused_where_something_was_published_meanwhile(
    page: StatisticsPage, hands: Hands, office: Office, chooser: Chooser
) -> None:
    page.board.show_button.click()
    publishing.publish(office, publishing.plan(office, period("2026Q2")))
    page.board.publish.click()
    hands.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "Something was published since this was planned" in words_of(hands.sheet)
    assert [one.period.code for one in publishing.releases(office)] == ["2026Q2"]


def test_that_a_period_that_is_not_over_any_more_is_refused_in_a_sentence(
    page: StatisticsPage, clock: FixedClock
) -> None:
    clock.forward(days=-80)
    page.board.show_button.click()
    assert "This period is not over" in page.board.banner.words


def test_that_a_damaged_ledger_is_told_and_leaves_the_page_usable(
    office: Office, window: MainWindow
) -> None:
    publishing.publish(office, publishing.plan(office, period("2026Q2")))
    with office.working(Act.PUBLISH_STATISTICS) as unit:
        unit.reading.connection.execute(text("update statistics set content = content || ' '"))
    window.frame.go("statistics")
    page = window.frame.page
    assert isinstance(page, StatisticsPage)
    assert "Restore the latest backup" in page.damaged.words
    page.board.show_button.click()
    assert "Restore the latest backup" in page.board.banner.words
    page.tabs.setCurrentIndex(3)
    assert page.definitions.table.table_model.rows


@pytest.mark.parametrize("count", [0, 1])
def test_that_a_vault_with_next_to_nothing_publishes_safely(
    count: int, office: Office, opened: Callable[[Office], MainWindow], chooser: Chooser
) -> None:
    if count:
        person = a_person()
        with office.working(Act.IMPORT_RECORDS) as unit:
            unit.people.put(person)
            unit.cases.put(a_case(subject=person.id))
    window = opened(office)
    window.frame.go("statistics")
    page = window.frame.page
    assert isinstance(page, StatisticsPage)
    page.board.show_button.click()
    whole = page.board.preview.list.table_model.rows[0]
    shown, there = whole.shown.split(" of ")
    assert shown == "0"
    assert int(there.replace(",", "")) > 500
    assert words.COARSER not in words_of(page.board.preview.whole)
    page.board.publish.click()
    Hands(window.frame).save()
    assert len(publishing.releases(office)) == 1
    assert "Published." in page.board.banner.words


def test_that_the_part_shown_follows_its_tab(page: StatisticsPage) -> None:
    (tabs,) = [one for one in page.findChildren(QTabBar) if one.isVisible()]
    for place, view in enumerate((page.board, page.releases, page.builder, page.definitions)):
        tabs.setCurrentIndex(place)
        assert view.isVisible()
