"""A list of people, of places or of projects: read through one verb, opened by their identifier."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.lists import Page as Part
from psg_desktop.domain.orders import Order
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.list_page import ListPage, ListWords
from psg_desktop.ui.parts.sheets import NewRecordSheet


class PartyRow(Protocol):
    """A row of such a list."""

    @property
    def id(self) -> UUID:
        """What the person, place or project is known by."""


Row = TypeVar("Row", bound=PartyRow)
Ordered = TypeVar("Ordered", bound=Order[Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties(Generic[Row, Ordered]):
    """Where a list comes from: the verb that reads it, its first order, and the form that adds."""

    kind: CaseKind
    listed: Callable[[Office, str, slice, Ordered], Part[Row]]
    order: Ordered
    new_sheet: Callable[[Office], NewRecordSheet]


class PartyListPage(ListPage[Row, Ordered]):
    """Emits `party_chosen(CaseKind, UUID)` and `sheet_asked(SideSheet)`."""

    party_chosen = Signal(object, object)

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        words: ListWords[Row],
        parties: Parties[Row, Ordered],
    ) -> None:
        super().__init__(notifier, words, parties.order)
        self._office, self._parties = office, parties

    @override
    def read(self, typed: str, part: slice) -> Part[Row]:
        return self._parties.listed(self._office, typed, part, self.order)

    @override
    def open_row(self, row: Row) -> None:
        self.open_party(row.id)

    @override
    def make_new(self) -> None:
        self.sheet_asked.emit(self.new_sheet())

    def new_sheet(self) -> NewRecordSheet:
        """Give the form that adds one; what was added is chosen in the list."""
        sheet = self._parties.new_sheet(self._office)
        sheet.saved.connect(lambda: self.table.choose(sheet.id))
        return sheet

    def open_party(self, id_: UUID) -> None:
        """Ask for the page of one of them."""
        self.party_chosen.emit(self._parties.kind, id_)
