"""The list of people: found by name, alias, address or number."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import PersonRow
from psg_desktop.domain.orders import PersonColumn, PersonOrder
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.list_page import ListWords
from psg_desktop.ui.parts.party_list import Parties, PartyListPage
from psg_desktop.ui.parts.sheets import NewRecordSheet
from psg_desktop.ui.people.sheet import PersonSheet
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import dates

COLUMNS: tuple[Column[PersonRow], ...] = (
    Column("Name", lambda row: row.full_name, PersonColumn.NAME, width=180, stretch=True),
    Column("Also known as", lambda row: ", ".join(row.aliases), PersonColumn.ALIASES, width=130),
    Column(
        "Born", lambda row: dates.grid(row.born) if row.born else "", PersonColumn.BORN, width=144
    ),
    Column(
        "Address",
        lambda row: row.address,
        PersonColumn.ADDRESS,
        width=240,
        tooltip=lambda row: row.address,
    ),
    Column("Cases", lambda row: str(row.cases or ""), PersonColumn.CASES, width=64, number=True),
    Column(
        "Open",
        lambda row: str(row.open_cases or ""),
        PersonColumn.OPEN_CASES,
        width=60,
        number=True,
    ),
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


class PeoplePage(PartyListPage[PersonRow, PersonOrder]):
    """Emits `party_chosen(CaseKind.PERSON, PersonId)` and `sheet_asked(SideSheet)`.

    `requests_asked` is emitted for the register of requests about information.
    """

    requests_asked = Signal()

    def __init__(self, office: Office, notifier: Notifier) -> None:
        parties = Parties(
            kind=CaseKind.PERSON, listed=people.listed, order=PersonOrder(), new_sheet=PersonSheet
        )
        super().__init__(office, notifier, WORDS, parties)
        self.requests = button("Requests about information")
        self.requests.clicked.connect(self.requests_asked)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.requests, *super().tools())

    @override
    def new_sheet(self) -> NewRecordSheet:
        sheet = super().new_sheet()
        if isinstance(sheet, PersonSheet):
            sheet.person_chosen.connect(self.open_party)
        return sheet
