"""The pieces of the review: the list of texts, the head of a text, and the bar of decisions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from psg_desktop.privacy.summaries import CaseFacts
from psg_desktop.ui import appearance
from psg_desktop.ui.packs.keys import hint
from psg_desktop.ui.packs.texts import TextRow, columns, printed_facts
from psg_desktop.ui.widgets.buttons import button, primary, quiet
from psg_desktop.ui.widgets.chips import Status, StatusChip
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import ShortLabel, label
from psg_desktop.ui.widgets.table import TableView

_LIST_WIDTH = 400


def text_list() -> TableView[TextRow]:
    """Give the list of texts, each with its state."""
    made = TableView[TextRow]("Texts of the pack", columns(), key=lambda one: one.key)
    made.set_empty(EmptyState("Nothing to read", "No chosen case has any text."))
    made.setSelectionMode(TableView.SelectionMode.SingleSelection)
    made.setFixedWidth(appearance.current().px(_LIST_WIDTH))
    return made


class TextHead(QWidget):
    """Whose text it is, what it is, how it stands, and what is printed beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ShortLabel("section")
        self._what = ShortLabel("strong")
        self._state = StatusChip(Status("none", "To read"))
        self._facts = label(role="secondary", wrap=True)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self._what, 1)
        across.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self._facts)
        layout.addSpacing(4)
        layout.addLayout(across)

    def show_text(self, text: TextRow, total: int, facts: CaseFacts) -> None:
        """Show another text out of *total*."""
        self._title.setText(facts.label)
        self._what.setText(f"{text.words}, text {text.number} of {total}")
        self._facts.setText(f"Printed with it: {printed_facts(facts)}")
        self.show_state(text.status)

    def show_state(self, status: Status) -> None:
        """Show how the text stands."""
        self._state.show_status(status)


class DecisionBar(QWidget):
    """The buttons of a decision, each with its key in its tool tip."""

    accepted = Signal()
    case_accepted = Signal()
    edit_asked = Signal()
    edit_dropped = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.accept = primary("Accept", "tick")
        hint(self.accept, "Accept these words and go to the next text", "Enter")
        self.case = button("Accept the whole case")
        hint(self.case, "Accept every text of this case as it stands", "Shift+Enter")
        self.edit = button("Own words", "edit")
        hint(self.edit, "Type other words; they are searched again", "E")
        self.drop = button("Back to the proposal")
        hint(self.drop, "", "Esc")
        self._previous, self._next = quiet("Previous text"), quiet("Next text")
        hint(self._previous, "", "P")
        hint(self._next, "", "N")
        self.accept.clicked.connect(self.accepted)
        self.case.clicked.connect(self.case_accepted)
        self.edit.clicked.connect(self.edit_asked)
        self.drop.clicked.connect(self.edit_dropped)
        self._previous.clicked.connect(lambda: self.moved.emit(-1))
        self._next.clicked.connect(lambda: self.moved.emit(1))
        self._keys = label(role="hint", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(
            FlowRow(self.accept, self.case, self.edit, self.drop, self._previous, self._next)
        )
        layout.addWidget(self._keys)
        self.show_editing(editing=False)

    def show_editing(self, *, editing: bool) -> None:
        """Offer what can be done while typing, or while reading."""
        self.edit.setVisible(not editing)
        self.case.setVisible(not editing)
        self.drop.setVisible(editing)
        self._keys.setText(
            "Ctrl+Enter accepts your words, Esc goes back to the proposal."
            if editing
            else "Enter accepts, Shift+Enter the whole case. E own words. F8 next mark, U print "
            "it, M mask it or what is selected. N, P next and previous text."
        )
