"""A release before its readers: its tables in a list, the chosen one beside it, and the whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from psg_desktop.domain.statistics.published import PublishedTable, StatisticsRelease
from psg_desktop.papers.statistics.publication import OpenTable
from psg_desktop.ui import appearance
from psg_desktop.ui.statistics.beside import Beside
from psg_desktop.ui.statistics.certificate_card import certificate_card
from psg_desktop.ui.statistics.listed_tables import COLUMNS, ListedTable, listed
from psg_desktop.ui.statistics.reasons import Reason, Reasons
from psg_desktop.ui.statistics.table_pane import TablePane
from psg_desktop.ui.widgets.labels import readable
from psg_desktop.ui.widgets.sections import Card, ReadingColumn
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import statistics_page as words

_LIST, _LEAST = (236, 400), 150
_WHOLE, _TABLE = range(2)
_GAP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Sentences about a release under a title."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A release with everything that is shown of it.

    Attributes:
        plain: What it holds beside its tables of counts.
        about: What is said of the whole of it.
    """

    release: StatisticsRelease
    plain: tuple[OpenTable, ...]
    reasons: Reasons
    about: tuple[About, ...]


class Preview(QWidget):
    """Shows a release, published or only planned."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.list = TableView[ListedTable](f"Tables: {name}", COLUMNS, key=lambda one: one.key)
        self.list.chosen.connect(self._show)
        self.pane = TablePane()
        self.whole = ReadingColumn(f"{words.WHOLE}: {name}")
        parts = QWidget()
        self._parts = QVBoxLayout(parts)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(_GAP)
        self.whole.add("parts", parts)
        self._views = QStackedWidget()
        self._views.addWidget(self.whole)
        self._views.addWidget(self.pane)
        least = appearance.current().px(_LEAST)
        self.list.setMinimumHeight(least)
        self._views.setMinimumHeight(2 * least)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Beside(name, self.list, self._views, _LIST))

    def show_release(self, told: Told) -> None:
        """Show a release, with what is said of the whole of it."""
        self._show_whole(told.about, told.release)
        rows = tuple(listed(told.release.tables, told.plain, told.reasons))
        before = self.list.current
        kept = before is not None and before.key in {one.key for one in rows}
        self.list.show_rows(rows)
        self.choose(before.key if before is not None and kept else "")
        self._show(self.list.current)

    def choose(self, code: str) -> None:
        """Choose a table by its code, "" for the whole release."""
        self.list.choose(code)

    def _show_whole(self, about: Sequence[About], release: StatisticsRelease) -> None:
        while (item := self._parts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in about:
            card = Card(one.title)
            for sentence in one.sentences:
                card.add(readable(sentence))
            self._parts.addWidget(card)
        self._parts.addWidget(certificate_card(release))

    def _show(self, row: ListedTable | None) -> None:
        if row is None:
            return
        if row.figures is not None:
            self.pane.show_figures(row.figures)
        self._views.setCurrentIndex(_WHOLE if row.figures is None else _TABLE)


def counts(tables: Iterable[PublishedTable], reasons: Reasons) -> tuple[str, ...]:
    """Say how many numbers of some tables are shown, and of those withheld how many why."""
    every = tuple(tables)
    there = sum(len(one.table.every_cell) for one in every)
    found = list(reasons.of(every))
    said = [words.summary(len(every), there - len(found), there)]
    for reason, sentence in (
        (Reason.UNDER, words.under), (Reason.HELD, words.held), (Reason.EITHER, words.either),
    ):  # fmt: skip
        if reason in found:
            said.append(sentence(found.count(reason)))
    return tuple(said)
