"""The page of one place: facts, cases, history."""

from typing_extensions import override

from psg_desktop.casework import places, register
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.places import Place
from psg_desktop.reference import wards
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.intervention_entries import InterventionsOfCard
from psg_desktop.ui.parts.passages import Passage, breakable
from psg_desktop.ui.parts.record_cards import CasesCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.places.sheet import PlaceSheet
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import names


class PlacePage(RecordPage):
    """Shows one place and the cases that name it."""

    def __init__(self, office: Office, notifier: Notifier, place: PlaceId) -> None:
        super().__init__(notifier, "Place")
        self._office, self._id = office, place
        self.facts = LiveCard("Place")
        self.cases = CasesCard("No case names this place yet.")
        self.cases.case_chosen.connect(self.case_chosen)
        self.interventions = InterventionsOfCard("No intervention was made for this place.")
        self.interventions.case_chosen.connect(self.case_chosen)
        self.history = HistoryCard(office, dict)
        self._seen: Place | None = None
        self.add_cards(main=(self.facts, self.cases, self.interventions), side=(self.history,))

    @override
    def read(self) -> None:
        place = places.get(self._office, self._id)
        self.retitle(heading=place.name)
        if place != self._seen:
            self._seen = place
            self._show_facts(place)
        self.cases.show_cases(places.cases_of(self._office, self._id))
        made = register.of_target(self._office, self._id)
        self.interventions.show_rows(made, self._office.today())
        self.history.show_record(self._id)

    @override
    def ask_change(self) -> None:
        self.sheet_asked.emit(PlaceSheet(self._office, places.get(self._office, self._id)))

    def _show_facts(self, place: Place) -> None:
        self.facts.clear()
        ward = wards.ward(place.ward) if place.ward else None
        known = (
            ("Kind", names.name(place.kind)),
            ("Address", place.address or "not given"),
            ("Postcode", place.postcode or "not given"),
            ("Ward", ward.name if ward else place.ward or "not known"),
            ("UPRN", place.uprn),
        )
        self.facts.add(Facts([(term, breakable(words)) for term, words in known]))
        if place.remarks:
            self.facts.add(label("Remarks", "secondary"))
            self.facts.add(Passage(place.remarks, "Remarks"))
