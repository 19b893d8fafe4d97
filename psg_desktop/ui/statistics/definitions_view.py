"""What everything counts and tells apart, in plain English, to be found by its words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import catalogue
from psg_desktop.ui import appearance
from psg_desktop.ui.parts.record_cards import LiveCard
from psg_desktop.ui.parts.search_line import SearchLine
from psg_desktop.ui.statistics.beside import Beside
from psg_desktop.ui.statistics.definitions import Definition, definitions
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.labels import readable
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.sections import Facts, ReadingColumn
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import statistics_page as words

_LIST, _LEAST = (236, 400), 200
_COLUMNS: tuple[Column[Definition], ...] = (
    Column(
        "Name",
        lambda one: one.name,
        width=200,
        stretch=True,
        spoken=lambda one: f"{one.name}: {one.meaning}",
    ),
    Column("What it is", lambda one: one.sort, width=120),
)


class DefinitionsView(QWidget):
    """A list that follows the words looked for, and the chosen definition beside it."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._every: tuple[Definition, ...] = ()
        self.words = SearchLine("Find a measure or breakdown")
        self.words.typed.connect(lambda _words: self._narrow())
        self.table = TableView[Definition](
            "Measures and breakdowns", _COLUMNS, key=lambda one: one.key
        )
        self.table.set_empty(EmptyState("No definition holds these words."))
        self.table.chosen.connect(self._show)
        self.words.left_down.connect(self.table.setFocus)
        self.card = LiveCard("")
        reading = ReadingColumn("The chosen definition")
        reading.add("definition", self.card)
        look = appearance.current()
        self.table.setMinimumHeight(look.px(_LEAST))
        reading.setMinimumHeight(look.px(_LEAST))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addWidget(Beside(words.DEFINITIONS, self.table, reading, _LIST), 1)

    def refresh(self) -> None:
        """Read the lists of the vault again, whose entries are the categories."""
        self._every = definitions(catalogue.of_vault(self._office, self._office.today()))
        self._narrow()

    def _narrow(self) -> None:
        found = tuple(one for one in self._every if one.holds(self.words.text()))
        self.table.show_rows(found)
        if self.table.current is None and found:
            self.table.choose(found[0].key)
        self._show(self.table.current)

    def _show(self, one: Definition | None) -> None:
        self.card.setVisible(one is not None)
        if one is None:
            return
        self.card.clear()
        self.card.retitle(one.name)
        self.card.add(readable(one.meaning))
        self.card.add(Facts(one.facts))
