"""The caseload of 10,000 cases under filters, from the key press to painted: goal at most 2 times.

The yardstick reads the same rows by plain SQL through the driver into a plain model of Qt. It
reads every row that matches, because a plain model holds what it shows; the page of 200 that ours
reads is measured against the same SQL with LIMIT 200 too, and only reported. The pause after the
last key is left out on both sides.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseState, RiskLevel
from psg_desktop.domain.lists import CaseFilter
from psg_desktop.ui.application import Application
from psg_desktop.ui.caseload.page import CaseloadPage
from psg_desktop.ui.notifier import Notifier
from tests.bench.caseloads import filled
from tests.bench.measuring import Figure, best_in_turn, peak_mb, seconds

GOAL = 2.0
NARROWED = CaseFilter(
    states=frozenset({CaseState.ACTIVE_PLAN, CaseState.MONITORING}),
    risks=frozenset({RiskLevel.HIGH, RiskLevel.MEDIUM}),
)
COLUMNS = """
SELECT c.id, c.reference, c.kind, c.title, c.state, c.risk, c.review_due, c.opened, c.closed_on,
  coalesce(nullif(g.short_name, ''), g.name),
  (SELECT count(*) FROM actions a
    WHERE a."case" = c.id AND a.state IN ('agreed', 'in_progress')),
  (SELECT count(*) FROM actions a
    WHERE a."case" = c.id AND a.state IN ('agreed', 'in_progress') AND a.due < '2026-11-21')
FROM cases c LEFT JOIN agencies g ON g.id = c.lead_agency
"""
BY_FILTERS = """WHERE c.state IN ('active_plan', 'monitoring') AND c.risk IN ('high', 'medium')
ORDER BY c.review_due IS NULL, c.review_due, c.reference"""
BY_WORD = """WHERE c.state != 'closed' AND (
  c.id IN (SELECT "case" FROM search_entries WHERE id IN (
    SELECT rowid FROM search_names WHERE body MATCH :word
    UNION SELECT rowid FROM search_texts WHERE body MATCH :word))
  OR c.subject IN (SELECT record FROM search_entries WHERE id IN (
    SELECT rowid FROM search_names WHERE body MATCH :word
    UNION SELECT rowid FROM search_texts WHERE body MATCH :word)))
ORDER BY c.review_due IS NULL, c.review_due, c.reference"""
TYPED = ("m", "ma", "mar", "marr", "marro", "marrow", "marrowb", "marrowby")
_ROOT = QModelIndex()


class BareModel(QAbstractTableModel):
    """Rows of the driver as they come."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Any] = ()

    def show(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return len(self.rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 9

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(self.rows[index.row()][index.column() + 1])


class Bare:
    """The plain list: the driver, a plain model, Qt's own table."""

    def __init__(self, office: Office) -> None:
        self._driver = office.desk.vault.reader.raw_connection()
        self.view, self._model = QTableView(), BareModel()
        self.view.setModel(self._model)
        shown(self.view)

    def read(self, where: str, **words: object) -> None:
        """Read the rows and paint them."""
        cursor = self._driver.cursor()
        self._model.show(cursor.execute(COLUMNS + where, words).fetchall())
        self.view.viewport().repaint()

    def close(self) -> None:
        """Give the connection back."""
        self.view.close()
        self._driver.close()


def figures() -> list[Figure]:
    """Narrow by filters and by a word, among 10,000 cases."""
    application = Application()
    with filled(10_000) as office:
        page, bare = _page(office), Bare(office)
        found = [
            _figure("10,000 cases, filters, to painted", _narrowing(page), bare, BY_FILTERS),
            _figure("10,000 cases, a word typed, to painted", _searching(page), bare, BY_WORD),
            _figure("  the same, filters", _narrowing(page), bare, f"{BY_FILTERS} LIMIT 200"),
        ]
        bare.close()
        page.close()
    application.alarm.remove()
    return found


def many() -> list[Figure]:
    """Type a name letter by letter among 100,000 cases; reported only."""
    application = Application()
    with filled(100_000) as office:
        page = _page(office)
        turns = [seconds(partial(_type, page, typed)) for typed in TYPED]
        page.close()
    application.alarm.remove()
    peak = peak_mb()
    return [
        Figure(name="100,000 cases, slowest keystroke", ours=max(turns), peak_mb=peak),
        Figure(
            name="100,000 cases, keystroke on average", ours=sum(turns) / len(turns), peak_mb=peak
        ),
    ]


def _page(office: Office) -> CaseloadPage:
    page = CaseloadPage(office, Notifier())
    shown(page)
    page.refresh()
    return page


def shown(widget: QWidget) -> None:
    """Show a widget at the size of a usual window."""
    widget.resize(1280, 720)
    widget.show()


def _narrowing(page: CaseloadPage) -> Callable[[], None]:
    def narrow() -> None:
        page.bar.narrowed.emit(NARROWED)
        page.table.viewport().repaint()

    return narrow


def _searching(page: CaseloadPage) -> Callable[[], None]:
    def search() -> None:
        page.asked = CaseFilter()
        _type(page, "marrowby")

    return search


def _type(page: CaseloadPage, words: str) -> None:
    page.asked = replace(page.asked, words="")
    page.bar.search.typed.emit(words)
    page.table.viewport().repaint()


def _figure(name: str, ours: Callable[[], None], bare: Bare, where: str) -> Figure:
    limited = "LIMIT" in where
    mine, plain = best_in_turn(ours, lambda: bare.read(where, word='"marrowby"'))
    return Figure(
        name=name,
        ours=mine,
        yardstick="bare SQL, LIMIT 200, bare model" if limited else "bare SQL and bare model",
        bare=plain,
        goal=None if limited else GOAL,
        peak_mb=peak_mb(),
    )
