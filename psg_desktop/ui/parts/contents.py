"""The contents of a long page: its sections in the order of work; choosing one goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QSizePolicy
from typing_extensions import override

from psg_desktop.ui import appearance

_WIDTH = 184
_EDGE = 8


class Contents(QListWidget):
    """Lists sections with what each holds; `section_chosen(key)` on a click, an arrow or Enter."""

    section_chosen = Signal(str)

    def __init__(self, name: str, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("sections")
        self.setAccessibleName(name)
        self.setFixedWidth(appearance.current().px(_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sections = tuple(sections)
        self.addItems([words for _key, words in sections])
        self.setCurrentRow(0)
        self.currentRowChanged.connect(self._choose)
        self.itemActivated.connect(lambda _item: self._choose(self.currentRow()))
        self.itemClicked.connect(lambda _item: self._choose(self.currentRow()))

    def show_count(self, key: str, count: int) -> None:
        """Show how much a section holds."""
        for place, (own, words) in enumerate(self._sections):
            if own == key:
                self.item(place).setText(f"{words} ({count:,})" if count else words)

    def offer(self, key: str, *, offered: bool) -> None:
        """Show a section, or leave it out where the page has none such."""
        for place, (own, _words) in enumerate(self._sections):
            if own == key and self.isRowHidden(place) is offered:
                self.setRowHidden(place, not offered)
                self.updateGeometry()

    def show_section(self, key: str) -> None:
        """Mark the section that is in view."""
        place = next(number for number, (own, _words) in enumerate(self._sections) if own == key)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.setCurrentRow(place)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.doItemsLayout()  # the style sheet made the lines taller than they were measured

    @override
    def sizeHint(self) -> QSize:
        shown = sum(not self.isRowHidden(place) for place in range(self.count()))
        rows = self.sizeHintForRow(0) * shown
        return QSize(self.width(), rows + 2 * self.frameWidth() + appearance.current().px(_EDGE))

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.section_chosen.emit(self._sections[place][0])
