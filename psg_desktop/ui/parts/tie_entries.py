"""The card of people connected with a place, or of places connected with a person."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.place_ties import TieRow
from psg_desktop.ui.parts import tie_sheets
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.parts.sheets import RecordSheet
from psg_desktop.ui.parts.statuses import span
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.words import names


class TiesCard(EntryCard):
    """Emits `sheet_asked(SideSheet)` and `party_chosen(CaseKind, UUID)`.

    `kind` is what stands at the other end; *new* gives the form that connects one more.
    """

    sheet_asked = Signal(object)
    party_chosen = Signal(object, object)

    def __init__(self, office: Office, kind: CaseKind, new: Callable[[], RecordSheet]) -> None:
        person = kind is CaseKind.PERSON
        self.add_one = button("Connect a person" if person else "Connect a place", "plus")
        super().__init__("People connected" if person else "Places connected", self.add_one)
        self._office, self._kind = office, kind
        self.add_one.clicked.connect(lambda: self.sheet_asked.emit(new()))

    def show_ties(self, rows: tuple[TieRow, ...]) -> None:
        """Show the connections, those that still stand first."""
        today = self._office.today()
        entries = [self._entry(row, today) for row in rows]
        person = self._kind is CaseKind.PERSON
        none = "Nobody is connected with this place." if person else "No place is connected."
        self.show_entries((rows, today), entries, none)

    def _entry(self, row: TieRow, today: date) -> Entry:
        tie = row.tie
        past = tie.until is not None and tie.until < today
        other = tie.person if self._kind is CaseKind.PERSON else tie.place
        facts = ("Former" if past else "", names.name(tie.role), span(tie.since, tie.until))
        change = Step(words="Change", done=partial(self._ask, tie_sheets.amend_sheet, row))
        end = Step(words="End", done=partial(self._ask, tie_sheets.end_sheet, row))
        return Entry(
            key=tie.id,
            title=row.label,
            facts="  ·  ".join(part for part in (*facts, tie.remark) if part),
            opens=partial(self.party_chosen.emit, self._kind, other),
            steps=(change,) if tie.until is not None else (end, change),
        )

    def _ask(self, form: Callable[..., RecordSheet], row: TieRow) -> None:
        self.sheet_asked.emit(form(self._office, row.tie))
