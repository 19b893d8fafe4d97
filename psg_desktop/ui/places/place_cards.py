"""Cards of a place: the premises within it, and its stages as a priority area."""

from functools import partial

from PySide6.QtCore import Signal

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import premises
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.places import Place
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.places import place_sheets
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.words import dates, names


class PremisesCard(EntryCard):
    """Places within a place; emits `sheet_asked(SideSheet)` and `party_chosen(CaseKind, UUID)`."""

    sheet_asked = Signal(object)
    party_chosen = Signal(object, object)

    def __init__(self, office: Office, place: PlaceId) -> None:
        self.add_one = button("Add premises", "plus")
        super().__init__("Premises within this place", self.add_one)
        self._office, self._place = office, place
        self.add_one.clicked.connect(
            lambda: self.sheet_asked.emit(place_sheets.premises_sheet(office, place))
        )

    def show_premises(self) -> None:
        """Read and show them."""
        held = premises.within(self._office, self._place)
        self.show_entries(held, [self._entry(one) for one in held], "No place lies within it.")

    def _entry(self, inner: Place) -> Entry:
        out = partial(premises.put_within, self._office, inner.id, None)
        facts = (names.name(inner.kind), inner.address, inner.postcode)
        return Entry(
            key=inner.id,
            title=inner.name,
            facts="  ·  ".join(part for part in facts if part),
            opens=partial(self.party_chosen.emit, CaseKind.PLACE, inner.id),
            steps=(Step(words="Take out", done=out),),
        )


class PriorityCard(EntryCard):
    """The decisions on a place as a priority area, the newest first."""

    sheet_asked = Signal(object)

    def __init__(self, office: Office, place: PlaceId) -> None:
        self.decide = button("Decide the stage")
        super().__init__("Priority area", self.decide)
        self._office, self._place = office, place
        self.decide.clicked.connect(
            lambda: self.sheet_asked.emit(place_sheets.priority_sheet(office, place))
        )

    def show_decisions(self) -> None:
        """Read and show them."""
        held = premises.priorities_of(self._office, self._place)
        entries = [
            Entry(
                key=one.id,
                title=names.name(one.stage),
                facts=f"from {dates.grid(one.since)}  ·  {one.decided_by}",
                text=one.evidence,
                about="Evidence",
            )
            for one in held
        ]
        self.show_entries(held, entries, "This place is no priority area.")
