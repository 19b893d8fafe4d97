"""The list of places: found by name, address or postcode."""

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework import places
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import Page, PlaceRow
from psg_desktop.reference import wards
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.list_page import ListPage, ListWords
from psg_desktop.ui.places.sheet import PlaceSheet
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import names


def ward_name(code: str) -> str:
    """Give the name of a ward, or its code where the name is not shipped."""
    known = wards.ward(code) if code else None
    return known.name if known else code


COLUMNS: tuple[Column[PlaceRow], ...] = (
    Column("Name", lambda row: row.name, width=180, stretch=True),
    Column("Kind", lambda row: names.name(row.kind), width=150),
    Column("Address", lambda row: row.address, width=190, tooltip=lambda r: r.address),
    Column("Postcode", lambda row: row.postcode, width=96),
    Column("Ward", lambda row: ward_name(row.ward), width=140),
    Column("Cases", lambda row: str(row.cases or ""), width=64, number=True),
    Column("Open", lambda row: str(row.open_cases or ""), width=60, number=True),
)
WORDS: ListWords[PlaceRow] = ListWords(
    heading="Places",
    one="place",
    many="places",
    search="Search names, addresses and postcodes",
    columns=COLUMNS,
    key=lambda row: row.id,
    empty=(
        "No place is on file yet.",
        "Places appear here when a case or an import names them, or when you add them.",
    ),
    new="New place",
    kinds=(RecordKind.PLACE, RecordKind.CASE, RecordKind.INVOLVEMENT),
)


class PlacesPage(ListPage[PlaceRow]):
    """Emits `party_chosen(CaseKind.PLACE, PlaceId)` and `sheet_asked(SideSheet)`."""

    party_chosen = Signal(object, object)

    def __init__(self, office: Office, notifier: Notifier) -> None:
        super().__init__(notifier, WORDS)
        self._office = office

    @override
    def read(self, typed: str, part: slice) -> Page[PlaceRow]:
        return places.listed(self._office, typed, part)

    @override
    def open_row(self, row: PlaceRow) -> None:
        self.party_chosen.emit(CaseKind.PLACE, row.id)

    @override
    def make_new(self) -> None:
        sheet = PlaceSheet(self._office)
        sheet.place_saved.connect(self.table.choose)
        self.sheet_asked.emit(sheet)
