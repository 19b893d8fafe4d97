"""What a meeting decided and leaves behind, as its minutes will say it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psg_desktop.casework.meeting import aftermaths
from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import ItemState
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.lists import ActionRow
from psg_desktop.domain.meeting_lists import Aftermath, AgendaLine
from psg_desktop.domain.meetings import MeetingState, recorded
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.widgets.buttons import button, primary
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.sections import ReadingColumn
from psg_desktop.words import agendas, dates, names

_SHOWN = 40
_UNDECIDED = {ItemState.DONE: "No decision is recorded."}


class MinutesPane(QWidget):
    """Emits `save_asked` for the Word file, `approval_asked`, and `case_chosen(CaseId)`."""

    save_asked = Signal()
    approval_asked = Signal()
    case_chosen = Signal(object)

    def __init__(self, office: Office, meeting: MeetingId) -> None:
        super().__init__()
        self._office, self._id = office, meeting
        self.save = primary("Save the draft minutes (Word)", "document")
        self.save.clicked.connect(self.save_asked)
        self.approve = button("Minutes are approved", "tick")
        self.approve.clicked.connect(self.approval_asked)
        self.settled = EntryCard("Dealt with")
        self.put_off = EntryCard("Put off to the next meeting")
        self.not_reached = EntryCard("Not reached")
        self.agreed = EntryCard("Actions agreed")
        self.missed = EntryCard("Not there")
        self.carried = EntryCard("Carried forward")
        column = ReadingColumn("Minutes")
        for key, card in (
            ("settled", self.settled),
            ("put_off", self.put_off),
            ("not_reached", self.not_reached),
            ("agreed", self.agreed),
            ("missed", self.missed),
            ("carried", self.carried),
        ):
            column.add(key, card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(FlowRow(self.save, self.approve))
        layout.addWidget(column, 1)

    def show_now(self) -> None:
        """Show what is recorded now."""
        left = aftermaths.of(self._office, self._id)
        self.approve.setVisible(left.meeting.state is MeetingState.HELD)
        self._show_items(left)
        self.agreed.show_entries(
            left.agreed, [self._action(row) for row in left.agreed], "No action was agreed yet."
        )
        self._show_left(left)

    def _show_items(self, left: Aftermath) -> None:
        """Show what became of each item, so that what was put off counts as no decision."""
        for card, state in (
            (self.settled, ItemState.DONE),
            (self.put_off, ItemState.DEFERRED),
            (self.not_reached, ItemState.TO_COME),
        ):
            lines = tuple(line for line in left.lines if line.item.state is state)
            entries = [self._item(line) for line in lines]
            card.show_entries(lines, entries, "Nothing is recorded yet.")
        self.put_off.setVisible(bool(left.put_off))
        self.not_reached.setVisible(bool(left.not_reached))

    def _show_left(self, left: Aftermath) -> None:
        missed = [
            Entry(
                key=one.agency,
                title=one.agency,
                facts=f"{len(one.actions)} open",
                text="\n".join(f"{each.reference} {each.what}" for each in one.actions),
                about="Open actions",
            )
            for one in left.missed
        ]
        if recorded(left.attendance):
            self.missed.show_entries(left.missed, missed, "Everybody with an action was there.")
        else:
            self.missed.show_entries((), [], "Nobody's attendance is recorded yet.")
        shown = left.carried[:_SHOWN]
        entries = [self._action(one.action, f"carried over {one.times} meetings") for one in shown]
        more = len(left.carried) - len(shown)
        self.carried.show_entries(left.carried, entries, "No earlier action is open.", more)

    def _item(self, line: AgendaLine) -> Entry:
        case = line.case
        lead = agendas.item_lead(line) or names.name(line.item.kind)
        words = agendas.item_words(line)
        return Entry(
            key=line.item.id,
            title=f"{line.item.position + 1}. {lead}",
            marks=(names.name(line.item.kind),),
            facts="" if words == lead else words,
            text=line.item.decision or _UNDECIDED.get(line.item.state, ""),
            about="Decision",
            opens=(lambda: self.case_chosen.emit(case.id)) if case else None,
        )

    def _action(self, row_: ActionRow, carried: str = "") -> Entry:
        due = f"due {dates.grid(row_.due)}" if row_.due else ""
        late = (Status("red", "Overdue"),) if row_.overdue else ()
        title = ", ".join(part for part in (row_.reference, row_.owner) if part)
        return Entry(
            key=row_.id,
            title=title,
            spoken=f"{title}: {row_.what}",
            marks=late,
            facts=", ".join(part for part in (row_.officer, due, carried) if part),
            text=row_.what,
            about="Action",
            opens=lambda: self.case_chosen.emit(row_.case),
        )
