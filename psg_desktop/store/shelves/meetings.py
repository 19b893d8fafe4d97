"""Shelves of meetings, their agendas, and who came."""

from psg_desktop.domain.agendas import AgendaItem
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.meetings import Attendance, Meeting
from psg_desktop.store import schema
from psg_desktop.store.search import searchable
from psg_desktop.store.shelves.shelf import Shelf

MEETINGS = Shelf(kind=RecordKind.MEETING, value=Meeting, table=schema.meetings)
AGENDA_ITEMS = Shelf(
    kind=RecordKind.AGENDA_ITEM, value=AgendaItem, table=schema.agenda_items, case="case",
    search=searchable(texts=("title", "ask", "decision")),
)  # fmt: skip
ATTENDANCES = Shelf(kind=RecordKind.ATTENDANCE, value=Attendance, table=schema.attendances)
