"""The room: a meeting on a second screen, one item at a time, in large type, names hidden."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.meeting import agendas, meetings, rooms
from psg_desktop.casework.meeting.masking import Masking
from psg_desktop.casework.office import Office
from psg_desktop.domain.agendas import ItemKind, ItemState
from psg_desktop.domain.ids import AgendaItemId, MeetingId
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.meetings.held_key import HeldKey
from psg_desktop.ui.meetings.item_timer import ItemTimer
from psg_desktop.ui.meetings.room_actions import ActionsView
from psg_desktop.ui.meetings.room_aside import RoomAside, scrolled
from psg_desktop.ui.meetings.room_decision import DecisionPanel
from psg_desktop.ui.meetings.room_item import ItemView
from psg_desktop.ui.meetings.room_opening import OpeningView
from psg_desktop.ui.meetings.room_sheets import agree_action_sheet, end_sheet
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button, primary, quiet
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.side_sheet import SideSheet
from psg_desktop.words import agendas as agenda_words
from psg_desktop.words import refusals

_GATHERING = 500  # milliseconds, so that the room is drawn first


class Room(QWidget):
    """Emits `ended(MeetingId)` once the meeting was ended; closing keeps what was being typed.

    `closing_asked(CaseId)` asks for the form that closes the case of the item, to be shown here.
    F8 or Page down goes on, Shift+F8 or Page up goes back, F2 agrees an action, F6 closes the
    case, F7 takes the proposed review date; names show while F9 is held or after Ctrl+Shift+H.
    """

    ended = Signal(object)
    closing_asked = Signal(object)

    def __init__(self, office: Office, meeting: MeetingId) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._office, self._id = office, meeting
        self._lines: tuple[AgendaLine, ...] = ()
        self._place = 0
        self._named, self._held = False, False
        self.setObjectName("room")
        met = meetings.get(office, meeting)
        self.setWindowTitle(agenda_words.meeting_words(met))
        self.where = label(role="room_fact")
        self.timer = ItemTimer(office)
        self.names = quiet("Show names", "eye")
        self._holding = HeldKey(Qt.Key.Key_F9, self)
        self.banner = Banner()
        self.banner.hide()
        self._masking = Masking(office)
        self.item = ItemView(office, self._masking)
        self.opening = OpeningView(office, meeting)
        self.actions_view = ActionsView(office, meeting, self._masking)
        self.middle = QStackedWidget()
        self.decision = DecisionPanel(office, self._masking, met.on)
        self.aside = RoomAside(self.decision)
        self.back = button("Back", "chevron-left")
        self.put_off = button("Put it off")
        self.onward = primary("Next item (F8)", "chevron-right")
        self.finish = button("End the meeting", "done")
        self.away = quiet("Leave the room", "close")
        self.away.setToolTip("The meeting is not ended; what was typed is kept.")
        self._build()
        self._connect()
        self.read()

    @property
    def line(self) -> AgendaLine | None:
        """The item shown."""
        return self._lines[self._place] if self._lines else None

    def show_beside(self, window: QWidget) -> None:
        """Show full screen on another screen than *window* is on, or on its own screen."""
        others = [one for one in QGuiApplication.screens() if one is not window.screen()]
        self.setGeometry((others or [window.screen()])[0].geometry())
        self.showFullScreen()
        # While the meeting gathers: the first item with actions would wait for it.
        seen, prepare = self.isVisible, self._masking.prepare
        QTimer.singleShot(_GATHERING, self, lambda: prepare() if seen() else None)
        self.decision.decision.setFocus()

    def read(self) -> None:
        """Read the agenda again and show the item that is on."""
        self._lines = agendas.lines(self._office, self._id)
        if self._lines:
            self._show()
        else:
            self.where.setText("Nothing is on the agenda.")

    def go(self, item: AgendaItemId) -> None:
        """Show one item."""
        places = [place for place, one in enumerate(self._lines) if one.item.id == item]
        if places:
            self._place = places[0]
            self._show()

    def go_on(self) -> None:
        """Record what was typed about this item and show the next one."""
        if not self._settle(ItemState.DONE):
            return
        if self._place + 1 < len(self._lines):
            self._place += 1
            self._show()
        else:
            self.banner.say("This was the last item. End the meeting when all is said.")
            self.finish.setFocus()

    def go_back(self) -> None:
        """Show the item before; what was being typed stays as a draft."""
        if self._place > 0 and self.aside.leave():
            self.decision.flush()
            self._place -= 1
            self._show()

    def defer(self) -> None:
        """Put this item off to the next meeting and go on."""
        if self._settle(ItemState.DEFERRED) and self._place + 1 < len(self._lines):
            self._place += 1
            self._show()

    def end(self) -> None:
        """Record what was typed and say that the meeting was held.

        Where nothing is recorded about the item that is on, ask what became of it.
        """
        coming = meetings.get(self._office, self._id).coming
        if coming and self.line is not None and self.decision.unanswered:
            self._ask_end(self.line)
            return
        if not self._settle(ItemState.DONE):
            return
        try:
            if coming:
                rooms.end(self._office, self._id)
        except Refused as refused:
            self.banner.say(" ".join(refusals.sentences(refused.problems)), Tone.CARE)
            return
        self._leave_ended()

    def go_away(self) -> None:
        """Close the room, which fills the screen, without ending the meeting."""
        if self.aside.leave():
            self.close()

    def toggle_names(self) -> None:
        """Show names until asked again, or hide them."""
        self._named = not self._named
        self._show_names()

    def agree_action(self) -> None:
        """Ask for an action agreed under this item."""
        if self.line is not None and not self.decision.agree.isHidden():
            self.show_sheet(agree_action_sheet(self._office, self.line))

    def close_case(self) -> None:
        """Ask for the form that closes the case of this item, where that is offered."""
        line = self.line
        if line is not None and line.case is not None and self.decision.close_case.isVisible():
            self.closing_asked.emit(line.case.id)

    def show_sheet(self, sheet: SideSheet) -> None:
        """Show a form in place of the decision until it is closed."""
        self.decision.flush()
        self.aside.show_sheet(sheet)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._holding.watch(self)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.decision.flush()
        self.timer.stop()
        super().closeEvent(event)

    def _build(self) -> None:
        self._start = scrolled(self.opening)
        for view in (self.item, self._start, self.actions_view):
            self.middle.addWidget(view)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.where, 1)
        top.addWidget(self.timer)
        top.addWidget(self.names)
        top.addWidget(self.away)
        self.where.setWordWrap(True)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self.middle, 1)
        across.addWidget(self.aside)
        foot = FlowRow(self.back, self.put_off, self.finish, self.onward)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 16, 28, 16)
        layout.setSpacing(14)
        layout.addLayout(top)
        layout.addWidget(self.banner)
        layout.addLayout(across, 1)
        layout.addWidget(foot)

    def _connect(self) -> None:
        self.names.clicked.connect(self.toggle_names)
        self._holding.held.connect(self._hold_names)
        self.back.clicked.connect(self.go_back)
        self.put_off.clicked.connect(self.defer)
        self.onward.clicked.connect(self.go_on)
        self.finish.clicked.connect(self.end)
        self.away.clicked.connect(self.go_away)
        self.decision.action_asked.connect(self.agree_action)
        self.decision.closing_asked.connect(self.close_case)
        self.aside.sheet_closed.connect(self._follow_sheet)
        self.item.approved.connect(self.decision.decision.setFocus)
        self.opening.sheet_asked.connect(self.show_sheet)
        self.actions_view.sheet_asked.connect(self.show_sheet)
        for keys, done in (
            ("F8", self.go_on),
            ("PgDown", self.go_on),
            ("Shift+F8", self.go_back),
            ("PgUp", self.go_back),
            ("F2", self.agree_action),
            ("F6", self.close_case),
            ("F7", self.decision.take_proposal),
            ("Ctrl+Shift+H", self.toggle_names),
        ):
            QShortcut(QKeySequence(keys), self, done)

    def _settle(self, state: ItemState) -> bool:
        self.banner.hide()
        if not self.aside.leave():
            return False
        settled = self.decision.settle(state)
        if settled:
            self._lines = agendas.lines(self._office, self._id)
        return settled

    def _ask_end(self, line: AgendaLine) -> None:
        states = [one.item.state for one in self._lines]
        sheet = end_sheet(self._office, line, states.count(ItemState.TO_COME) - 1)
        sheet.saved.connect(self._leave_ended)
        self.show_sheet(sheet)

    def _leave_ended(self) -> None:
        self.timer.stop()
        self.ended.emit(self._id)

    def _show(self) -> None:
        line = self.line
        if line is None:
            return
        self.decision.show_line(line)
        self.timer.start(line.item)
        self._show_names()
        self.back.setEnabled(self._place > 0)
        words = f"Item {self._place + 1} of {len(self._lines)}"
        self.where.setText(f"{self.windowTitle()}, {words.lower()}")
        announce(self, f"{words}: {agenda_words.item_masked(line)}")
        self.decision.decision.setFocus()

    def _hold_names(self, held: bool) -> None:  # noqa: FBT001 - a signal's slot
        self._held = held
        self._show_names()

    def _show_names(self) -> None:
        named = self._named or self._held
        words = "Hide names" if named else "Show names"
        self.names.setText(words)
        self.names.setAccessibleName(words)
        self.names.setToolTip("Ctrl+Shift+H, or hold F9")
        line = self.line
        if line is None:
            return
        if line.item.kind is ItemKind.APOLOGIES:
            self.opening.show_now()
            self.middle.setCurrentWidget(self._start)
        elif line.item.kind is ItemKind.MATTERS_ARISING:
            self.actions_view.show_now(named=named)
            self.middle.setCurrentWidget(self.actions_view)
        else:
            self.item.show_line(line, named=named)
            self.middle.setCurrentWidget(self.item)
        found = rooms.agreed(self._office, line.item.id)
        self.decision.show_agreed(found, named=named)

    def _follow_sheet(self) -> None:
        self._lines = agendas.lines(self._office, self._id)
        if self.line is not None:
            self.decision.show_again(self.line)  # the form may have closed the case
        self._show_names()
        self.decision.decision.setFocus()
