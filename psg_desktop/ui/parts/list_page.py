"""A page that is one list: a search box, a grid read as it is looked at, a button for more."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.domain.changes import Act, Changes, RecordKind
from psg_desktop.domain.lists import Page as Part
from psg_desktop.domain.orders import Order
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.listed_rows import ListedRows
from psg_desktop.ui.parts.search_line import SearchLine
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView

Row = TypeVar("Row")
Ordered = TypeVar("Ordered", bound=Order[Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords(Generic[Row]):
    """What a list is called and shows.

    Attributes:
        one: What one row is called, such as "person"; `many` several of them.
        search: What stands in the search box.
        empty: What to say while there is nothing at all, and the hint below it.
        new: The words of the button that adds one, "" where nothing can be added here.
        kinds: What kinds of record the list shows; it is read again when one of them changes.
    """

    heading: str
    one: str
    many: str
    search: str
    columns: Sequence[Column[Row]]
    key: Callable[[Row], Hashable]
    empty: tuple[str, str]
    new: str = ""
    kinds: tuple[RecordKind, ...] = field(default=())


class ListPage(Page, Generic[Row, Ordered]):
    """Emits `sheet_asked(SideSheet)` with a form to be shown beside it.

    A subclass reads its rows in `read`, in the `order` that a heading asked for last, and says in
    `open_row` what Enter does. The key of a column is the column its rows can be ordered by.
    """

    sheet_asked = Signal(object)

    def __init__(self, notifier: Notifier, words: ListWords[Row], order: Ordered) -> None:
        super().__init__(words.heading)
        self._words = words
        self.typed = ""
        self.order = order
        self.search = SearchLine(words.search)
        self.table = TableView[Row](words.heading, words.columns, key=words.key)
        self.new = button(words.new, "plus")
        self.new.clicked.connect(self.make_new)
        self.line = QHBoxLayout()
        self.line.setSpacing(8)
        self.line.addWidget(self.search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self.line)
        layout.addWidget(self.table, 1)
        self.search.typed.connect(self._search)
        self.search.left_down.connect(self.focus_start)
        self.table.opened.connect(self.open_row)
        self.table.sort_asked.connect(self._sort)
        notifier.changed.connect(self._hear)

    def read(self, typed: str, part: slice) -> Part[Row]:
        """Read a part of the list."""
        raise NotImplementedError

    def open_row(self, row: Row) -> None:
        """Open what a row shows."""
        raise NotImplementedError

    def make_new(self) -> None:
        """Ask for a new record."""

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.new,) if self._words.new else ()

    @override
    def refresh(self) -> None:
        """Read again; the chosen row stays chosen."""
        place = self.table.currentIndex().row()
        rows = ListedRows(
            lambda part: self.read(self.typed, part),
            self._words.key,
            place if place >= 0 else None,
        )
        if not len(rows):
            self.table.set_empty(self.explain_empty())
        self.table.show_rows(rows)
        self.table.show_sorting(self.order.column, descending=self.order.descending)
        self.retitle(summary=self.summarise(len(rows)))
        self.show_current()

    def summarise(self, found: int) -> str:
        """Say how many of how many rows are shown."""
        whole = self.read("", slice(0, 0)).total if self.typed else found
        noun = self._words.one if whole == 1 else self._words.many
        return f"{found:,} of {whole:,} {noun} shown"

    def explain_empty(self) -> EmptyState:
        """Give what to say while no row is shown."""
        if self.typed:
            made = EmptyState(
                f"No {self._words.one} fits these words.",
                "Try fewer letters.",
                "Show all of them",
            )
            made.stepped.connect(self.show_all)
            return made
        made = EmptyState(*self._words.empty, self._words.new)
        made.stepped.connect(self.make_new)
        return made

    def show_all(self) -> None:
        """Take the search away."""
        self.search.forget()
        self._search("")
        self.focus_start()

    def show_current(self) -> None:
        """Follow the chosen row, where a page has buttons about it."""

    @override
    def focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    @override
    def focus_start(self) -> None:
        if self.table.current is None and self.table.table_model.rows:
            self.table.setCurrentIndex(self.table.table_model.index(0, 0))
        self.table.setFocus()

    def beside_search(self, *widgets: QWidget) -> None:
        """Put something to the right of the search box."""
        for widget in widgets:
            self.line.addWidget(widget)

    def _search(self, typed: str) -> None:
        self.typed = typed
        self.refresh()
        announce(self, self.summary)

    def _sort(self, key: str, descending: bool) -> None:  # noqa: FBT001 - the shape of the signal
        column = type(self.order.column)(key)
        self.order = replace(self.order, column=column, descending=descending)
        self.refresh()

    def _hear(self, changes: object) -> None:
        if isinstance(changes, Changes) and self.isVisible() and self._concerned(changes):
            self.refresh()

    def _concerned(self, changes: Changes) -> bool:
        whole = changes.act in {Act.UNDO, Act.IMPORT_RECORDS}
        return whole or changes.concern(*self._words.kinds)
