"""The line above the grid: the search box, the focus areas, and what holds rows back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from psg_desktop.domain.lists import CaseFilter
from psg_desktop.domain.reference_rows import FocusArea
from psg_desktop.ui import appearance
from psg_desktop.ui.caseload.narrowing import Held
from psg_desktop.ui.parts.search_line import SearchLine
from psg_desktop.ui.widgets.buttons import button, link
from psg_desktop.ui.widgets.flowing import Flow


class FilterBar(QWidget):
    """Emits `searched(words)`, `areas_chosen(codes)`, `narrowed(filter)` and `cleared`."""

    areas_chosen = Signal(object)
    narrowed = Signal(object)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchLine("Search references, names, addresses and notes")
        self.search.setMinimumWidth(appearance.current().px(220))
        self.areas = button("Focus areas", "filter")
        self.areas.setProperty("menu", "true")
        self._menu = QMenu(self.areas)
        self._menu.setAccessibleName("Focus areas")
        self.areas.setMenu(self._menu)
        self.clear = link("Clear all filters")
        self.clear.setToolTip("Ctrl+Shift+L")
        self.clear.clicked.connect(self.cleared)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.areas)
        self._parts: list[QPushButton] = []
        self._held = QWidget()
        self._chips = Flow()
        self._held.setLayout(self._chips)
        self._chips.addWidget(self.clear)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addLayout(top)
        down.addWidget(self._held)
        self._held.hide()

    def offer_areas(self, areas: Sequence[FocusArea], ticked: frozenset[str]) -> None:
        """Offer the focus areas in force, those of the filter ticked."""
        self._menu.clear()
        for area in areas:
            line = QAction(area.name.replace("&", "&&"), self._menu)
            line.setCheckable(True)
            line.setChecked(area.code in ticked)
            line.toggled.connect(self._choose(area.code, ticked))
            self._menu.addAction(line)

    def show_held(self, parts: Sequence[Held]) -> None:
        """Show what holds rows back; a press on a part takes it away."""
        for old in self._parts:
            self._chips.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts = [self._part(part.words, part.without) for part in parts]
        self._chips.removeWidget(self.clear)
        for new in (*self._parts, self.clear):
            self._chips.addWidget(new)
        self._held.setVisible(bool(parts))

    def _part(self, words: str, without: CaseFilter) -> QPushButton:
        made = button(words.replace("&", "&&"), "close")
        made.setAccessibleName(f"{words}, take this filter away")
        made.setToolTip("Take this filter away")
        made.clicked.connect(lambda: self.narrowed.emit(without))
        return made

    def _choose(self, code: str, ticked: frozenset[str]) -> Callable[[bool], None]:
        def choose(on: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
            self.areas_chosen.emit(ticked | {code} if on else ticked - {code})

        return choose
