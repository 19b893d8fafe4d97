"""The list of places: found by name, address or postcode."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import places
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.lists import Page as Part
from psg_desktop.domain.lists import PlaceRow
from psg_desktop.domain.orders import PlaceColumn, PlaceOrder
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.choosing import choice_of
from psg_desktop.ui.parts.list_page import ListWords
from psg_desktop.ui.parts.party_list import Parties, PartyListPage
from psg_desktop.ui.parts.sheets import NewRecordSheet
from psg_desktop.ui.places.sheet import PlaceSheet
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.empty import EmptyState
from psg_desktop.ui.widgets.rows import Column
from psg_desktop.words import names

COLUMNS: tuple[Column[PlaceRow], ...] = (
    Column("Name", lambda row: row.name, PlaceColumn.NAME, width=180, stretch=True),
    Column("Kind", lambda row: names.name(row.kind), PlaceColumn.KIND, width=150),
    Column(
        "Address",
        lambda row: row.address,
        PlaceColumn.ADDRESS,
        width=190,
        tooltip=lambda r: r.address,
    ),
    Column("Postcode", lambda row: row.postcode, PlaceColumn.POSTCODE, width=96),
    Column("Ward", lambda row: row.ward_name, PlaceColumn.WARD, width=140),
    Column(
        "Priority area",
        lambda row: names.name(row.stage) if row.stage else "",
        PlaceColumn.STAGE,
        width=120,
    ),
    Column("Cases", lambda row: str(row.cases or ""), PlaceColumn.CASES, width=64, number=True),
    Column(
        "Open", lambda row: str(row.open_cases or ""), PlaceColumn.OPEN_CASES, width=60, number=True
    ),
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
    kinds=(
        RecordKind.PLACE,
        RecordKind.CASE,
        RecordKind.INVOLVEMENT,
        RecordKind.PRIORITY_STATUS,
    ),
)


class PlacesPage(PartyListPage[PlaceRow, PlaceOrder]):
    """Emits `party_chosen(CaseKind.PLACE, PlaceId)` and `sheet_asked(SideSheet)`.

    `police_asked` is emitted for the police-recorded figures of the wards.
    """

    police_asked = Signal()

    def __init__(self, office: Office, notifier: Notifier) -> None:
        parties = Parties(
            kind=CaseKind.PLACE, listed=places.listed, order=PlaceOrder(), new_sheet=PlaceSheet
        )
        super().__init__(office, notifier, WORDS, parties)
        self.stage = choice_of(PriorityStage, nothing="All places")
        self.stage.name("Priority area")
        self.stage.edited.connect(self.refresh)
        self.beside_search(self.stage)
        self.police = button("Police figures")
        self.police.clicked.connect(self.police_asked)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.police, *super().tools())

    @override
    def new_sheet(self) -> NewRecordSheet:
        sheet = super().new_sheet()
        if isinstance(sheet, PlaceSheet):
            sheet.place_chosen.connect(self.open_party)
        return sheet

    @override
    def read(self, typed: str, part: slice) -> Part[PlaceRow]:
        stage = self.stage.value()
        stages = frozenset({stage}) if stage else frozenset()
        return places.listed(self._office, typed, part, self.order, stages)

    @override
    def explain_empty(self) -> EmptyState:
        if self.stage.value() is None:
            return super().explain_empty()
        made = EmptyState("No place stands at this stage.", "", "Show all of them")
        made.stepped.connect(self._show_all_stages)
        return made

    @override
    def summarise(self, found: int) -> str:
        whole = places.listed(self._office, "", slice(0, 0)).total
        return f"{found:,} of {whole:,} {'place' if whole == 1 else 'places'} shown"

    def _show_all_stages(self) -> None:
        self.stage.set_value(None)
        self.show_all()
