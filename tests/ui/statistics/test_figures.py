"""How a withheld number says why, as far as it is known, and how totals stand out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Heading, Table
from psg_desktop.ui import appearance
from psg_desktop.ui.application import Application
from psg_desktop.ui.statistics.figures import figures_of
from psg_desktop.ui.statistics.preview import counts
from psg_desktop.ui.statistics.reasons import Reason, Reasons
from psg_desktop.ui.statistics.table_pane import TablePane
from psg_desktop.words import statistics_choices
from psg_desktop.words import statistics_page as words
from tests.ui.statistics.conftest import period

HELD, SMALL = Cell(measure="opened", quarters=()), Cell(measure="closed", quarters=())
ALL = Cell(measure="decided", quarters=())
NOTHING = Shown(number=None, low=0, high=None)
TABLE = PublishedTable(
    table=Table(
        code="made", population="matters", title="Made", unit="cases", period=period("2026Q3"),
        row_header="Risk",
        rows=tuple(Heading(code=one, label=one.title()) for one in ("all", "high", "low")),
        columns=(Heading(code="now", label="July to September 2026"),),
        cells=((ALL,), (HELD,), (SMALL,)),
    ),
    shown=((shown(1024, DisplayRule.NEAREST_FIVE),), (NOTHING,), (NOTHING,)),
    rule=DisplayRule.NEAREST_FIVE,
    totals_rule=DisplayRule.NEAREST_FIVE,
    mixed=True,
)  # fmt: skip


@pytest.fixture
def pane(application: Application, qtbot: QtBot) -> TablePane:
    made = TablePane()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


def test_that_each_withheld_number_says_why_to_who_publishes(pane: TablePane) -> None:
    pane.show_figures(figures_of(TABLE, Reasons(held=frozenset({HELD}), unknown=frozenset())))
    figures = pane.grid.figures
    assert [figures.words(row, 0) for row in range(3)] == ["1,025", "[c] *", "[c]"]
    said = [figures.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert said == [None, statistics_choices.HELD, statistics_choices.UNDER]
    spoken = figures.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"High, July to September 2026: {statistics_choices.HELD}"
    assert pane.legend.text() == f"{words.LEGEND_UNDER}\n{words.LEGEND_HELD}"
    assert "A withheld number need not be under 10." in pane.said.text()


def test_that_a_release_of_before_does_not_say_which_is_which(pane: TablePane) -> None:
    pane.show_figures(figures_of(TABLE, Reasons()))
    assert [pane.grid.figures.reason(row, 0) for row in (1, 2)] == [Reason.EITHER, Reason.EITHER]
    assert pane.legend.text() == words.LEGEND_EITHER
    only = replace(TABLE, shown=(*TABLE.shown[:2], (shown(3, DisplayRule.EXACT),)))
    pane.show_figures(figures_of(only, Reasons()))
    assert pane.grid.figures.reason(2, 0) is Reason.UNDER


def test_that_a_total_is_bold_on_another_ground(pane: TablePane) -> None:
    pane.show_figures(figures_of(TABLE, Reasons()))
    total, part = pane.grid.figures.index(0, 0), pane.grid.figures.index(1, 0)
    assert total.data(Qt.ItemDataRole.FontRole).bold()
    assert part.data(Qt.ItemDataRole.FontRole) is None
    pane.grid.setCurrentIndex(part)
    picture = pane.grid.viewport().grab().toImage()
    corner = pane.grid.visualRect(total).topLeft()
    assert picture.pixelColor(corner.x() + 3, corner.y() + 3) == appearance.current().colour(
        "sunken"
    )


def test_that_the_whole_is_counted_in_sentences() -> None:
    reasons = Reasons(held=frozenset({HELD}), unknown=frozenset())
    assert counts([TABLE], reasons) == (
        "1 table, 1 of 3 numbers shown.",
        words.under(1),
        words.held(1),
    )
