"""The agenda of a meeting as it stood on a day that has passed."""

from datetime import date

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import as_at
from psg_desktop.casework.trail.as_at import AgendaAsAt
from psg_desktop.domain.agendas import total
from psg_desktop.domain.ids import MeetingId
from psg_desktop.domain.meeting_lists import AgendaLine
from psg_desktop.ui.as_at.past_page import PastPage
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.words import agendas, names

_COLUMNS: tuple[Column[AgendaLine], ...] = (
    Column("No.", lambda line: str(line.item.position + 1), width=56, number=True),
    Column("Item", lambda line: agendas.item_kind(line.item), width=170),
    Column("Reference", agendas.item_lead, width=128),
    Column("About", agendas.item_words, width=180, stretch=True, tooltip=agendas.item_words),
    Column("Minutes", lambda line: str(line.item.minutes), width=84, number=True),
    Column("State", lambda line: names.name(line.item.state), width=110),
    Column(
        "Decision", lambda line: line.item.decision, width=180, tooltip=lambda x: x.item.decision
    ),
)


class AgendaAsAtPage(PastPage[AgendaAsAt]):
    """Lists the items in the order they had; emits `case_opened(CaseId, date)` on Enter."""

    case_opened = Signal(object, object)

    def __init__(self, office: Office, meeting: MeetingId, day: date) -> None:
        super().__init__("Agenda as at a past day", office, day)
        self._meeting = meeting
        self.table = TableView[AgendaLine](
            "Agenda on that day", _COLUMNS, key=lambda line: line.item.id
        )
        self.table.set_empty(EmptyState("Nothing was on the agenda on that day."))
        self.table.opened.connect(self._open)
        self.put_below(self.table)

    @override
    def read(self, day: date) -> AgendaAsAt:
        return as_at.agenda_as_at(self.office, self._meeting, day)

    @override
    def show_found(self, found: AgendaAsAt, day: date) -> None:
        self.table.show_rows(found.lines)
        taken = total([line.item for line in found.lines])
        self.retitle(
            f"{agendas.meeting_words(found.meeting)}, agenda as at a past day",
            f"{taken:,} of {agendas.minutes(found.meeting.length)}",
        )

    def _open(self, line: AgendaLine) -> None:
        if line.case is not None:
            self.case_opened.emit(line.case.id, self.day)
