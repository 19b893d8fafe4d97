"""The page of one person, place, project or agency: two columns of cards, kept in step."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.tab_order import go_down
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.reading_pair import ReadingPair
from psg_desktop.ui.widgets.sections import Card


class RecordPage(Page):
    """Shows one record and what belongs to it; reads it again whenever something changes.

    Emits `sheet_asked(SideSheet)` for the frame to show beside it, `case_chosen(CaseId)`,
    `party_chosen(CaseKind, UUID)` for a person, place or project,
    `merge_asked(PartyKind, UUID, UUID or None)` for a record that may be the same as another one,
    `case_review_chosen(CaseReviewId)` for an ASB case review of it,
    and `gone` when the record is no longer there, as after its adding was undone.
    """

    sheet_asked = Signal(object)
    case_chosen = Signal(object)
    party_chosen = Signal(object, object)
    merge_asked = Signal(object, object, object)
    case_review_chosen = Signal(object)
    gone = Signal()

    def __init__(self, notifier: Notifier, noun: str) -> None:
        super().__init__(noun)
        self.change = button("Change", "edit")
        self.change.setAccessibleName(f"Change the {noun.casefold()}")
        self.change.setToolTip("Ctrl+E")
        self.change.setShortcut("Ctrl+E")
        self.change.clicked.connect(self.ask_change)
        self.columns = ReadingPair(noun)
        self._cards: tuple[Card, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        notifier.changed.connect(self._hear)

    def read(self) -> None:
        """Read the record and show it.

        Raises:
            Refused: It is no longer there.
        """
        raise NotImplementedError

    def ask_change(self) -> None:
        """Ask for the form that changes the record."""
        raise NotImplementedError

    def add_cards(self, main: Sequence[Card], side: Sequence[Card]) -> None:
        """Put cards below one another, those of the side beside the main ones if there is room."""
        self._cards = (*main, *side)
        for card in self._cards:
            self.columns.add(card, aside=card in side)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (*self.more_tools(), self.change)

    def more_tools(self) -> tuple[QPushButton, ...]:
        """Give further buttons beside the heading."""
        return ()

    @override
    def refresh(self) -> None:
        try:
            self.read()
        except Refused:
            self.gone.emit()
            return
        go_down((self.change, *self._cards))

    @override
    def focus_start(self) -> None:
        self.change.setFocus()

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()
