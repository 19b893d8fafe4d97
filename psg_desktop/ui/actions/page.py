"""The list of the actions of the whole caseload, worked from the list itself."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from psg_desktop.casework.caseload import actions
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import ActionFilter, ActionRow, ActionView, Page
from psg_desktop.domain.orders import ActionColumn, ActionOrder
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.actions.moving import MOVES, Move, possible
from psg_desktop.ui.actions.paper_steps import PaperSteps
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.action_rows import row_status
from psg_desktop.ui.parts.choosing import give_way, options_of
from psg_desktop.ui.parts.dropping import dropped_file
from psg_desktop.ui.parts.list_page import ListPage, ListWords
from psg_desktop.ui.widgets.buttons import button, menu_button
from psg_desktop.ui.widgets.controls import Choice, Option
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import dates, names

_VIEWS = tuple(one for one in options_of(ActionView) if one.key is not ActionView.OPEN)
_AT_HAND = ("Complete", "Hand on")


def columns(today: date) -> tuple[Column[ActionRow], ...]:
    """Give what the list shows of each, as read on a day."""
    return (
        Column(
            "State",
            lambda row: row_status(row, today).word,
            ActionColumn.STATE,
            width=148,
            status=lambda row: row_status(row, today),
        ),
        Column(
            "Due", lambda row: dates.grid(row.due) if row.due else "", ActionColumn.DUE, width=144
        ),
        Column(
            "What",
            lambda row: row.what,
            ActionColumn.WHAT,
            width=190,
            stretch=True,
            tooltip=lambda row: row.what,
        ),
        Column("Owner", lambda row: row.owner or "no owner", ActionColumn.OWNER, width=112),
        Column("Officer", lambda row: row.officer, ActionColumn.OFFICER, width=132),
        Column("Case", lambda row: row.reference, ActionColumn.CASE, width=128),
        Column(
            "Case title",
            lambda row: row.case_title,
            ActionColumn.CASE_TITLE,
            width=136,
            tooltip=lambda row: row.case_title,
        ),
    )


def words(today: date) -> ListWords[ActionRow]:
    """Give what the list is called and shows, as read on a day."""
    return ListWords(
        heading="Actions",
        one="action",
        many="actions",
        search="Search actions, officers and cases",
        columns=columns(today),
        key=lambda row: row.id,
        empty=("No action is open.", "Actions are added on the page of their case."),
        kinds=(RecordKind.ACTION, RecordKind.CASE, RecordKind.AGENCY),
    )


class ActionsPage(ListPage[ActionRow, ActionOrder]):
    """Emits `case_chosen(CaseId)` on Enter and `sheet_asked(SideSheet)` for what is done there."""

    case_chosen = Signal(object)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__(notifier, words(office.today()), ActionOrder())
        self._office = office
        self.asked = ActionFilter()
        self.view = Choice(_VIEWS, nothing=names.name(ActionView.OPEN))
        self.view.name("Which actions")
        self.view.edited.connect(self._narrow)
        self.owner = give_way(Choice((), nothing="All owners"))
        self.owner.name("Owner agency")
        self.owner.edited.connect(self._narrow)
        self.beside_search(self.view, self.owner)
        self.moves = {move.words: self._move(move) for move in MOVES}
        self.buttons = tuple(self._button(self.moves[words]) for words in _AT_HAND)
        others = [one for words, one in self.moves.items() if words not in _AT_HAND]
        self.more = menu_button("More", others)
        self.more.setAccessibleName("More to do with the action")
        self.papers = PaperSteps(office, self)
        self.exchange = menu_button("Sheets and calendar", self.papers.actions, "export")
        self.setAcceptDrops(True)
        self.table.chosen.connect(lambda _row: self.show_current())

    @override
    def read(self, typed: str, part: slice) -> Page[ActionRow]:
        asked = replace(self.asked, words=typed)
        return actions.listed(self._office, asked, part, self.order)

    @override
    def open_row(self, row: ActionRow) -> None:
        self.case_chosen.emit(row.case)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (*self.buttons, self.more, self.exchange)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        place = dropped_file(event)
        if place is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.papers.read_reply(place)

    @override
    def refresh(self) -> None:
        self._offer_owners()
        super().refresh()

    @override
    def show_view(self, view: str) -> None:
        """Show one of the views, "overdue" for instance."""
        if view:
            self.view.set_value(ActionView(view))
            self.asked = replace(self.asked, view=ActionView(view))

    @override
    def explain_empty(self) -> EmptyState:
        if self.typed or self.asked == ActionFilter():
            return super().explain_empty()
        whose = " of this agency" if self.asked.owners else ""
        said = {
            ActionView.OPEN: f"No action{whose} is open.",
            ActionView.OVERDUE: f"No action{whose} is overdue.",
            ActionView.DUE_SOON: f"No action{whose} is due within seven days.",
            ActionView.ALL: f"There is no action{whose}.",
        }
        made = EmptyState(said[self.asked.view], "", "Show all open actions")
        made.stepped.connect(self._widen)
        return made

    @override
    def show_current(self) -> None:
        current = self.table.current
        for move in MOVES:
            self.moves[move.words].setEnabled(possible(move, current.state if current else None))
        for made, words in zip(self.buttons, _AT_HAND, strict=True):
            made.setEnabled(self.moves[words].isEnabled())

    def _move(self, move: Move) -> QAction:
        action = QAction(move.words, self)
        action.setShortcut(QKeySequence(move.keys))
        action.triggered.connect(lambda: self._ask(move))
        self.addAction(action)
        return action

    def _button(self, move: QAction) -> QPushButton:
        made = button(move.text())
        made.setToolTip(move.shortcut().toString())
        made.clicked.connect(move.trigger)
        return made

    def _ask(self, move: Move) -> None:
        current = self.table.current
        if current is None or not possible(move, current.state):
            return
        try:
            action = actions.get(self._office, current.id)
        except Refused:
            self.refresh()
            return
        self.sheet_asked.emit(move.sheet(self._office, action))

    def _narrow(self) -> None:
        owner = self.owner.value()
        self.asked = ActionFilter(
            view=self.view.value() or ActionView.OPEN,
            owners=frozenset({owner}) if owner else frozenset(),
        )
        self._search(self.typed)

    def _widen(self) -> None:
        self.view.set_value(None)
        self.owner.set_value(None)
        self._narrow()

    def _offer_owners(self) -> None:
        known = agencies.listed(self._office)
        self.owner.set_options(
            [
                Option(one.id, f"{one.short_name or one.name} ({one.open_actions} open)")
                for one in known
                if one.active or one.open_actions
            ]
        )
