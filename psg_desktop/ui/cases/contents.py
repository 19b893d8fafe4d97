"""The contents of a case page: its sections in the order of work; choosing one goes there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget

from psg_desktop.ui import appearance

_WIDTH = 184


class Contents(QListWidget):
    """Lists sections with what each holds; `section_chosen(key)` on a click, an arrow or Enter."""

    section_chosen = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("sections")
        self.setAccessibleName("Sections of the case")
        self.setFixedWidth(appearance.current().px(_WIDTH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sections = tuple(sections)
        self.addItems([words for _key, words in sections])
        self.currentRowChanged.connect(self._choose)
        self.itemActivated.connect(lambda _item: self._choose(self.currentRow()))
        self.itemClicked.connect(lambda _item: self._choose(self.currentRow()))

    def show_count(self, key: str, count: int) -> None:
        """Show how much a section holds."""
        for place, (own, words) in enumerate(self._sections):
            if own == key:
                self.item(place).setText(f"{words} ({count:,})" if count else words)

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.section_chosen.emit(self._sections[place][0])
