from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from psg_desktop.ui import appearance
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import (
    Between,
    Column,
    Holding,
    PagedRows,
    Sift,
    Ticked,
    ValueCount,
)
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.ui.widgets.table_filter import Contains, Range, TableFilter, Values
from psg_desktop.ui.widgets.table_model import STATUS, TableModel

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@dataclass(frozen=True, slots=True)
class Line:
    id: int
    title: str
    risk: str = "High"


COLUMNS: tuple[Column[Line], ...] = (
    Column("Reference", lambda line: f"{line.id:03d}", "reference"),
    Column("Title", lambda line: line.title, "title", stretch=True, sift=Sift.CONTAINS),
    Column(
        "Risk",
        lambda line: line.risk,
        "risk",
        sift=Sift.VALUES,
        status=lambda line: Status("red", line.risk),
        tooltip=lambda line: f"Risk of {line.title}",
    ),
    Column("Days", lambda line: str(line.id), number=True),
)


def lines(*ids: int) -> list[Line]:
    return [Line(id_, f"Title {id_}") for id_ in ids]


@pytest.fixture
def table(qtbot: QtBot) -> TableView[Line]:
    counts = [ValueCount("High", "High", 3), ValueCount("Low", "Low", 1_200)]
    made = TableView[Line]("Cases", COLUMNS, key=lambda line: line.id, values=lambda _key: counts)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_that_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = TableModel[Line](COLUMNS, key=lambda line: line.id)
    qtmodeltester.check(model, force_py=True)
    model.show(lines(1, 2, 3))
    qtmodeltester.check(model, force_py=True)


def test_that_a_cell_is_read_out_with_its_heading() -> None:
    model = TableModel[Line](COLUMNS, key=lambda line: line.id)
    model.show([Line(1, "")])
    assert model.index(0, 0).data(ACCESSIBLE) == "Reference: 001"
    assert model.index(0, 1).data(ACCESSIBLE) == "Title: empty"
    assert model.index(0, 2).data(ACCESSIBLE) == "Risk: High, red"
    assert model.index(0, 2).data(STATUS) == Status("red", "High")
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "Risk of "


def test_that_a_hundred_thousand_rows_are_read_only_where_they_are_seen(
    table: TableView[Line],
) -> None:
    asked: list[tuple[int, int]] = []

    def fetch(start: int, most: int) -> Sequence[Line]:
        asked.append((start, most))
        return lines(*range(start, start + most))

    table.show_rows(PagedRows(fetch, 100_000))
    table.grab()
    assert asked == [(0, 200)]
    table.scrollToBottom()
    table.grab()
    assert len(asked) <= 4
    assert (99_800, 200) in asked


def test_that_paged_rows_forget_the_pages_looked_at_longest_ago() -> None:
    rows = PagedRows(lambda start, most: list(range(start, start + most)), 100_000, page=10)
    for place in range(0, 100_000, 10):
        assert rows[place] == place
    assert len(rows.loaded()) <= 200
    assert rows[5:7] == [5, 6]
    with pytest.raises(IndexError):
        rows[100_000]


def test_that_a_row_that_went_away_since_the_count_shows_as_empty() -> None:
    model = TableModel[Line](COLUMNS, key=lambda line: line.id)
    model.show(PagedRows(lambda _start, _most: lines(1), 2))
    assert model.index(0, 0).data() == "001"
    assert model.index(1, 0).data() is None


def test_that_the_chosen_row_stays_chosen_in_another_order(table: TableView[Line]) -> None:
    table.show_rows(lines(1, 2, 3))
    table.choose(2)
    table.show_rows(lines(9, 3, 2, 1))
    assert table.current == Line(2, "Title 2")


def test_that_a_row_far_down_is_in_sight_when_it_is_chosen_at_once(
    table: TableView[Line],
) -> None:
    table.show_rows(())
    table.show_rows(lines(*range(500)))
    table.choose(400)
    seen = table.visualRect(table.currentIndex())
    assert table.viewport().rect().intersects(seen)


def test_that_the_row_in_the_place_of_a_removed_one_is_chosen(table: TableView[Line]) -> None:
    table.show_rows(lines(1, 2, 3))
    table.choose(2)
    table.show_rows(lines(1, 3))
    assert table.current == Line(3, "Title 3")


def test_that_the_chosen_row_is_found_in_a_page_not_read_yet(table: TableView[Line]) -> None:
    def fetch(start: int, most: int) -> Sequence[Line]:
        return lines(*range(start, start + most))

    table.show_rows(PagedRows(fetch, 10_000, locate=lambda key: key))
    table.choose(7_000)
    table.show_rows(PagedRows(fetch, 10_000, locate=lambda key: key))
    assert table.current == Line(7_000, "Title 7000")


def test_that_enter_opens_and_space_previews(table: TableView[Line], qtbot: QtBot) -> None:
    table.show_rows(lines(1, 2))
    table.choose(2)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [Line(2, "Title 2")]
    with qtbot.waitSignal(table.previewed) as previewed:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert previewed.args == [Line(2, "Title 2")]


def test_that_nothing_is_opened_where_there_is_no_row(table: TableView[Line], qtbot: QtBot) -> None:
    table.show_rows([])
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_that_rows_are_copied_with_their_headings(table: TableView[Line], qtbot: QtBot) -> None:
    table.show_rows([Line(1, "A <b>\tline"), Line(2, "=2+2")])
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().splitlines() == [
        "Reference\tTitle\tRisk\tDays",
        "001\tA <b> line\tHigh\t1",
        "002\t'=2+2\tHigh\t2",
    ]
    assert "<td>A &lt;b&gt; line</td>" in copied.html()


def click(table: TableView[Line], section: int, across: int, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(section) + across, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_that_a_click_on_a_heading_asks_for_sorting(table: TableView[Line], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.sort_asked) as asked:
        click(table, 1, 20, qtbot)
    assert asked.args == ["title", False]
    table.show_sorting("title")
    with qtbot.waitSignal(table.sort_asked) as again:
        click(table, 1, 20, qtbot)
    assert again.args == ["title", True]


def test_that_a_column_without_a_key_does_not_sort(table: TableView[Line], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.sort_asked):
        click(table, 3, 20, qtbot)


def drop_down(table: TableView[Line]) -> TableFilter:
    found: Any = next(w for w in table.findChildren(TableFilter) if w.isVisible())
    assert isinstance(found, TableFilter)
    return found


def test_that_the_arrow_drops_a_filter_of_values_down(table: TableView[Line], qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    click(table, 2, header.sectionSize(2) - 14, qtbot)
    popup = drop_down(table)
    body = popup.findChild(Values)
    assert isinstance(body, Values)
    assert [item.text() for item in body._items()] == ["High  (3)", "Low  (1,200)"]
    body._items()[0].setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(table.filter_asked) as asked:
        popup._apply()
    assert asked.args == ["risk", Ticked(frozenset({"Low"}))]


def test_that_alt_down_opens_the_filter_of_the_current_column(
    table: TableView[Line], qtbot: QtBot
) -> None:
    table.show_rows(lines(1))
    table.setCurrentIndex(table.table_model.index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = drop_down(table)
    body = popup.findChild(Contains)
    assert isinstance(body, Contains)
    qtbot.keyClicks(body._words, "noise")
    with qtbot.waitSignal(table.filter_asked) as asked:
        qtbot.keyClick(body._words, Qt.Key.Key_Return)
    assert asked.args == ["title", Holding("noise")]


@pytest.mark.parametrize(
    ("first", "last", "filter_"),
    [("1", "3", Between("1", "3")), ("", "3", Between("", "3")), ("", " ", None)],
)
def test_that_a_range_may_be_open_at_either_end(
    first: str, last: str, filter_: Between | None, qtbot: QtBot
) -> None:
    body = Range("Review", None)
    qtbot.addWidget(body)
    body._first.setText(first)
    body._last.setText(last)
    assert body.filter() == filter_


def test_that_ticking_all_values_is_no_filter(qtbot: QtBot) -> None:
    body = Values("Risk", [ValueCount(1, "High", 2)], Ticked(frozenset()))
    qtbot.addWidget(body)
    assert body.filter() == Ticked(frozenset())
    body._turn()
    assert body.filter() is None


def test_that_an_empty_grid_says_so_and_offers_a_first_step(
    table: TableView[Line], qtbot: QtBot
) -> None:
    empty = EmptyState("No case yet", "A case begins with a referral.", "Add a case")
    table.set_empty(empty)
    assert empty.isVisible()
    with qtbot.waitSignal(empty.stepped):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    table.show_rows(lines(1))
    assert not empty.isVisible()


def test_that_tab_leaves_the_grid(table: TableView[Line], qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    assert not table.tabKeyNavigation()
    assert table.accessibleName() == "Cases"


def spoken_heading(table: TableView[Line], section: int) -> str:
    return str(table.table_model.headerData(section, Qt.Orientation.Horizontal, ACCESSIBLE))


def test_that_a_heading_says_how_the_rows_are_sorted(table: TableView[Line]) -> None:
    assert spoken_heading(table, 1) == "Title"
    table.show_sorting("title")
    assert spoken_heading(table, 1) == "Title, sorted ascending"
    table.show_sorting("title", descending=True)
    assert spoken_heading(table, 1) == "Title, sorted descending"
    assert spoken_heading(table, 0) == "Reference"


def test_that_the_headings_are_worked_by_keyboard(table: TableView[Line], qtbot: QtBot) -> None:
    table.show_rows(lines(2))
    table.setCurrentIndex(table.table_model.index(0, 0))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Up)
    header = table.horizontalHeader()
    assert header.hasFocus()
    qtbot.keyClick(header, Qt.Key.Key_Right)
    with qtbot.waitSignal(table.sort_asked) as asked:
        qtbot.keyClick(header, Qt.Key.Key_Return)
    assert asked.args == ["title", False]
    qtbot.keyClick(header, Qt.Key.Key_End)
    with qtbot.assertNotEmitted(table.sort_asked):
        qtbot.keyClick(header, Qt.Key.Key_Space)
    qtbot.keyClick(header, Qt.Key.Key_Home)
    with qtbot.waitSignal(table.sort_asked) as first:
        qtbot.keyClick(header, Qt.Key.Key_Space)
    assert first.args == ["reference", False]
    qtbot.keyClick(header, Qt.Key.Key_Down)
    assert table.hasFocus()
    assert table.currentIndex().row() == 0


def test_that_up_goes_to_the_headings_from_the_first_row_only(
    table: TableView[Line], qtbot: QtBot
) -> None:
    table.show_rows(lines(1, 2))
    table.setCurrentIndex(table.table_model.index(1, 0))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert table.currentIndex().row() == 0
    assert table.hasFocus()


def test_that_the_heading_with_the_focus_shows_it(table: TableView[Line], qtbot: QtBot) -> None:
    table.show_rows(lines(2))
    table.setFocus()
    header, ring = table.horizontalHeader(), appearance.current().colour("focus").rgb()

    def ringed() -> int:
        image = header.grab().toImage()
        across, down = range(image.width()), range(image.height())
        return sum(image.pixel(x, y) == ring for x in across for y in down)

    before = ringed()
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert ringed() > before + 100


def test_that_a_filter_drops_down_from_a_heading_by_keyboard(
    table: TableView[Line], qtbot: QtBot
) -> None:
    table.show_rows([])
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Up)
    header = table.horizontalHeader()
    qtbot.keyClick(header, Qt.Key.Key_Right)
    qtbot.keyClick(header, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = drop_down(table)
    assert popup.findChild(Contains) is not None
    popup.close()
