"""What every section of a case page is: a card that redraws only when what it shows has changed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.lists import CasePage
from psg_desktop.ui.parts.entry_lines import Entry, EntryLine
from psg_desktop.ui.widgets.labels import label, rule
from psg_desktop.ui.widgets.sections import Card
from psg_desktop.ui.widgets.side_sheet import SideSheet


class CaseCard(Card):
    """One section of a case page.

    Emits `sheet_asked(SideSheet)` with a form to be shown beside the page, `party_chosen(CaseKind,
    UUID)` for a person, place or project, `case_chosen(CaseId)` for another case, and
    `referral_chosen(ReferralId)`.
    """

    sheet_asked = Signal(object)
    party_chosen = Signal(object, object)
    case_chosen = Signal(object)
    referral_chosen = Signal(object)
    case_review_chosen = Signal(object)

    def __init__(self, office: Office, title: str, *tools: QPushButton) -> None:
        super().__init__(title, *tools)
        # As high as its lines need at this width: a hint would count each flowing line once.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.office = office
        self.tools = tools
        self._seen: object = None
        self._page: CasePage | None = None
        self._inside = QWidget()

    @property
    def page(self) -> CasePage:
        """Give what the page shows.

        Raises:
            RuntimeError: Nothing has been shown yet.
        """
        if self._page is None:
            raise RuntimeError("A card was asked before it showed a case.")
        return self._page

    def show_page(self, page: CasePage) -> None:
        """Show a case; what looks the same is left standing, and the focus stays on its entry."""
        self._page = page
        for tool in self.tools:
            tool.setVisible(not page.case.closed)
        seen = (page.case.closed, self.office.today(), self.concern(page))
        if seen != self._seen:
            self._seen = seen
            self.redraw()

    def redraw(self) -> None:
        """Draw the body again and bring the focus back to the entry or button that had it."""
        key, place = self._focused_entry(), self._focused_button()
        if key is not None or place is not None:
            # A button that goes would hand the focus on down the page, and the page scrolls after.
            self.setFocus()
        self.clear()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.body.spacing())
        self.draw(self.page)
        # Laid out once, when all is there; and shown now, so that the focus can go into it.
        super().add(self._inside)
        self._inside.show()
        if key is not None:
            self._focus_entry(key)
        elif place is not None:
            self._focus_button(*place)

    def concern(self, page: CasePage) -> object:
        """Give the part of the page that this section shows."""
        raise NotImplementedError

    def draw(self, page: CasePage) -> None:
        """Fill the body."""
        raise NotImplementedError

    def there(self, page: CasePage) -> bool:
        """Say whether a case of this kind has the section at all."""
        del page
        return True

    def count(self, page: CasePage) -> int:
        """Give the number shown beside the section in the contents, 0 for none."""
        del page
        return 0

    def put_above_body(self, widget: QWidget) -> None:
        """Put something between the title and the body that stays while the body is redrawn."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, widget)

    def entry(self, key: object) -> EntryLine | None:
        """Give the entry with a key where it is shown."""
        lines = (line for line in self.findChildren(EntryLine) if line.isVisibleTo(self))
        return next((line for line in lines if line.key == key), None)

    def ask(self, sheet: SideSheet) -> None:
        """Have a form shown beside the page."""
        self.sheet_asked.emit(sheet)

    @override
    def add(self, widget: QWidget) -> None:
        layout = self._inside.layout()
        if layout is not None:
            layout.addWidget(widget)

    def add_left(self, widget: QWidget) -> None:
        """Put a button below the others, no wider than its words."""
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(widget)
        across.addStretch()
        self.add(holder)

    def add_entries(self, entries: Sequence[Entry]) -> None:
        """Put entries below one another, with hairlines between them."""
        for place, entry in enumerate(entries):
            if place:
                self.add(rule())
            self.add(EntryLine(entry))

    def say(self, words: str) -> None:
        """Say in a sentence that a place is empty, or what comes next."""
        self.add(label(words, "secondary", wrap=True))

    def _focused_button(self) -> tuple[str, int] | None:
        """Give the words and the place of the button of the body that has the focus."""
        focused = QApplication.focusWidget()
        if not isinstance(focused, QPushButton):
            return None
        shown = self._buttons()
        return (focused.text(), shown.index(focused)) if focused in shown else None

    def _focus_button(self, words: str, place: int) -> None:
        shown = self._buttons()
        same = [one for one in shown if one.text() == words]
        for one in (*same, *shown[place:], *reversed(shown)):
            one.setFocus()
            return

    def _buttons(self) -> list[QPushButton]:
        every = self._inside.findChildren(QPushButton)
        return [one for one in every if one.isVisibleTo(self) and one.isEnabled()]

    def _focused_entry(self) -> object:
        focused: QWidget | None = QApplication.focusWidget()
        while focused is not None and not isinstance(focused, EntryLine):
            focused = focused.parentWidget()
        return focused.key if focused is not None and self.isAncestorOf(focused) else None

    def _focus_entry(self, key: object) -> None:
        line = self.entry(key)
        if line is not None and line.buttons:
            line.buttons[0].setFocus()
