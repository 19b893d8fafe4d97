"""The list of people: found by name, alias, address or number."""

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework import people
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.lists import Page, PersonRow
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.list_page import ListPage, ListWords
from psg_desktop.ui.people.sheet import PersonSheet
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import dates

COLUMNS: tuple[Column[PersonRow], ...] = (
    Column("Name", lambda row: row.full_name, width=180, stretch=True),
    Column("Also known as", lambda row: ", ".join(row.aliases), width=130),
    Column("Born", lambda row: dates.grid(row.born) if row.born else "", width=144),
    Column("Address", lambda row: row.address, width=240, tooltip=lambda row: row.address),
    Column("Cases", lambda row: str(row.cases or ""), width=64, number=True),
    Column("Open", lambda row: str(row.open_cases or ""), width=60, number=True),
)
WORDS: ListWords[PersonRow] = ListWords(
    heading="People",
    one="person",
    many="people",
    search="Search names, aliases, addresses and numbers",
    columns=COLUMNS,
    key=lambda row: row.id,
    empty=(
        "Nobody is on file yet.",
        "People appear here when a case or an import names them, or when you add them.",
    ),
    new="New person",
    kinds=(RecordKind.PERSON, RecordKind.CASE, RecordKind.INVOLVEMENT),
)


class PeoplePage(ListPage[PersonRow]):
    """Emits `party_chosen(CaseKind.PERSON, PersonId)` and `sheet_asked(SideSheet)`."""

    party_chosen = Signal(object, object)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__(notifier, WORDS)
        self._office = office

    @override
    def read(self, typed: str, part: slice) -> Page[PersonRow]:
        return people.listed(self._office, typed, part)

    @override
    def open_row(self, row: PersonRow) -> None:
        self._open(row.id)

    @override
    def make_new(self) -> None:
        sheet = PersonSheet(self._office)
        sheet.person_saved.connect(self.table.choose)
        sheet.person_chosen.connect(self._open)
        self.sheet_asked.emit(sheet)

    def _open(self, id_: PersonId) -> None:
        self.party_chosen.emit(CaseKind.PERSON, id_)
