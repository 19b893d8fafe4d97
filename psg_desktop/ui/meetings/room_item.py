"""One item as the room sees it: large, and without a name until one is wanted."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from psg_desktop.casework.meeting import meetings, rooms
from psg_desktop.casework.meeting.masking import Masking
from psg_desktop.casework.office import Office
from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.agendas import ItemKind
from psg_desktop.domain.lists import ActionRow
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.meetings import Meeting
from psg_desktop.ui.parts.statuses import risk_status
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import StatusChip
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import agendas, dates, names

_MOST = 8


class ItemView(QScrollArea):
    """Shows what an item is about; `show_line(..., named=True)` with names.

    `approved` follows when the minutes of the meeting before were approved here.
    """

    approved = Signal()

    def __init__(self, office: Office, masking: Masking) -> None:
        super().__init__()
        self._office, self._masking = office, masking
        self._named = False
        self.setObjectName("surface")
        self.setWidgetResizable(True)
        self.setAccessibleName("The item")
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.setSpacing(12)
        self.setWidget(inside)

    def show_line(self, line: AgendaLine, *, named: bool) -> None:
        """Show an item."""
        self._named = named
        self._clear()
        lead = agendas.item_lead(line)
        # A title of its own may name somebody as well: hidden, an item goes by kind and reference.
        words = agendas.item_words(line) if named else ""
        kind, title = names.name(line.item.kind), f"{lead} {words}".strip()
        if title and title != kind:
            self._say(kind, "room_lead")
        self._say(title or kind, "room_title")
        if line.item.ask:
            ask = line.item.ask if named else self._masking.masked(line.item.ask)
            self._say(f"Asked: {ask}", "room_fact")
        if line.item.kind is ItemKind.LAST_MINUTES:
            self._say_last(line)
        if line.item.kind is ItemKind.NEW_REFERRAL:
            self._say_referral(line, named=named)
        if line.case is not None:
            self._say_case(line, named=named)
        elif line.item.kind is ItemKind.NEXT_DATE:
            coming = rooms.following(self._office, line.item.meeting)
            words = dates.prose(coming) if coming else "No further meeting is planned."
            self._say(words, "room_fact")
        self._body.addStretch()

    def _say_last(self, line: AgendaLine) -> None:
        """Name the meeting whose minutes are on, and offer to say that they are approved."""
        this = meetings.get(self._office, line.item.meeting)
        last = meetings.last_held(self._office, this)
        if last is None:
            self._say("No earlier meeting of this group is recorded as held.", "room_fact")
            return
        self._say(agendas.meeting_words(last), "room_fact")
        if last.approved_on is not None:
            self._say(f"Approved on {dates.prose(last.approved_on)}.", "room_fact")
            return
        approve = button("Its minutes are approved", "tick")
        approve.clicked.connect(lambda: self._approve(last, line))
        self._body.addWidget(approve, alignment=Qt.AlignmentFlag.AlignLeft)
        approve.show()

    def _approve(self, last: Meeting, line: AgendaLine) -> None:
        meetings.approve_minutes(self._office, last.id, self._office.today())
        self.show_line(line, named=self._named)
        self.approved.emit()

    def _say_referral(self, line: AgendaLine, *, named: bool) -> None:
        problem, asked = rooms.told(self._office, line.item)
        if not named and (problem or asked):
            self._say("What was told may name people: it shows with the names.", "room_fact")
            return
        for words in (problem, f"The group is asked for: {asked}" if asked else ""):
            if words:
                self._say(words, "room_fact")

    def _say_case(self, line: AgendaLine, *, named: bool) -> None:
        row = line.case
        if row is None:
            return
        chip = StatusChip(risk_status(row.risk, " risk"))
        self._body.addWidget(chip)
        chip.show()
        review = _review(row.review_due, self._office.today())
        led = f"{row.lead_agency} leads" if row.lead_agency else "No lead agency"
        self._say(", ".join(part for part in (names.name(row.state), led, review) if part),
                  "room_fact")  # fmt: skip
        found = rooms.open_actions(self._office, row.id)
        self._say(_counted(found) if found else "No action is open.", "room_lead")
        for action in found[:_MOST]:
            what = action.what if named else self._masking.masked(action.what)
            self._say(f"{_action(action)}: {what}", "room_fact")
        if len(found) > _MOST:
            self._say(f"and {len(found) - _MOST} more", "room_fact")

    def _say(self, words: str, role: str) -> None:
        made = label(words, role, wrap=True)
        self._body.addWidget(made)
        made.show()

    def _clear(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _review(due: date | None, today: date) -> str:
    if due is None:
        return ""
    return f"review {'was ' if due < today else ''}due {dates.grid(due)}"


def _counted(found: tuple[ActionRow, ...]) -> str:
    """Give "3 open actions, 2 proposed": what is proposed waits for the group to agree it."""
    proposed = sum(one.state is ActionState.PROPOSED for one in found)
    still = len(found) - proposed
    several = "1 open action" if still == 1 else f"{still} open actions"
    said = (several if still else "", f"{proposed} proposed" if proposed else "")
    return ", ".join(part for part in said if part).capitalize()


def _action(row: ActionRow) -> str:
    """Give "Housing, proposed, due Thu 3 Dec" without what is to be done."""
    proposed = "proposed" if row.state is ActionState.PROPOSED else ""
    due = f"due {dates.short(row.due)}" if row.due else "no date"
    late = "overdue" if row.overdue else ""
    return ", ".join(part for part in (row.owner or "No owner", proposed, due, late) if part)
