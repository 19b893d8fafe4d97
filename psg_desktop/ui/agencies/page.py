"""The list of agencies: what each leads and owes."""

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import AgencyRow, Page
from psg_desktop.domain.orders import AgencyColumn, AgencyOrder
from psg_desktop.domain.text import fold
from psg_desktop.ui.agencies.sheet import AgencySheet
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.list_page import ListPage, ListWords
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import names


def _overdue(row: AgencyRow) -> Status | None:
    return Status("red", str(row.overdue_actions)) if row.overdue_actions else None


COLUMNS: tuple[Column[AgencyRow], ...] = (
    Column(
        "Name",
        lambda row: row.name,
        AgencyColumn.NAME,
        width=200,
        stretch=True,
        tooltip=lambda row: row.name,
    ),
    Column("Short name", lambda row: row.short_name, AgencyColumn.SHORT_NAME, width=120),
    Column("Kind", lambda row: names.name(row.kind), AgencyColumn.KIND, width=170),
    Column("Standing", lambda row: names.name(row.standing), AgencyColumn.STANDING, width=164),
    Column("In use", lambda row: "Yes" if row.active else "No", AgencyColumn.IN_USE, width=70),
    Column(
        "Leads",
        lambda row: str(row.led_cases or ""),
        AgencyColumn.LEADS,
        width=66,
        number=True,
        spoken=lambda row: f"Open cases led: {row.led_cases}",
    ),
    Column(
        "Open",
        lambda row: str(row.open_actions or ""),
        AgencyColumn.OPEN_ACTIONS,
        width=60,
        number=True,
        spoken=lambda row: f"Open actions: {row.open_actions}",
    ),
    Column(
        "Overdue",
        lambda row: str(row.overdue_actions or ""),
        AgencyColumn.OVERDUE_ACTIONS,
        width=86,
        status=_overdue,
        spoken=lambda row: f"Overdue actions: {row.overdue_actions}",
    ),
)
WORDS: ListWords[AgencyRow] = ListWords(
    heading="Agencies",
    one="agency",
    many="agencies",
    search="Search agencies",
    columns=COLUMNS,
    key=lambda row: row.id,
    empty=("No agency is on file yet.", "Agencies lead cases and own actions."),
    new="New agency",
    kinds=(RecordKind.AGENCY, RecordKind.CASE, RecordKind.ACTION),
)


class AgenciesPage(ListPage[AgencyRow, AgencyOrder]):
    """Emits `agency_chosen(AgencyId)` and `sheet_asked(SideSheet)`."""

    agency_chosen = Signal(object)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__(notifier, WORDS, AgencyOrder())
        self._office = office

    @override
    def read(self, typed: str, part: slice) -> Page[AgencyRow]:
        wanted = fold(typed).split()
        found = [row for row in agencies.listed(self._office, self.order) if _holds(row, wanted)]
        return Page(rows=tuple(found[part]), total=len(found))

    @override
    def open_row(self, row: AgencyRow) -> None:
        self.agency_chosen.emit(row.id)

    @override
    def make_new(self) -> None:
        sheet = AgencySheet(self._office)
        sheet.saved.connect(lambda: self.table.choose(sheet.id))
        self.sheet_asked.emit(sheet)


def _holds(row: AgencyRow, wanted: list[str]) -> bool:
    said = fold(f"{row.name} {row.short_name} {names.name(row.kind)}")
    return all(word in said for word in wanted)
