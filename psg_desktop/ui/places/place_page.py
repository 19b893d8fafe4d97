"""The page of one place: facts, cases, people, premises, its stage, history."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from psg_desktop.casework.asb_reviews import applications
from psg_desktop.casework.assessing import register
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import places, premises
from psg_desktop.casework.parties.local_wards import code_names, local_wards
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import PlaceId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.places import Place
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.case_review_entries import CaseReviewsOfCard
from psg_desktop.ui.parts.intervention_entries import InterventionsOfCard
from psg_desktop.ui.parts.merged_entries import MergedCard
from psg_desktop.ui.parts.passages import Passage, breakable, shortened
from psg_desktop.ui.parts.record_cards import CasesCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.parts.tie_entries import TiesCard
from psg_desktop.ui.parts.tie_sheets import person_sheet
from psg_desktop.ui.places.place_cards import PremisesCard, PriorityCard
from psg_desktop.ui.places.sheet import PlaceSheet
from psg_desktop.ui.widgets.buttons import button, link
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
        self.case_reviews = CaseReviewsOfCard(office)
        self.case_reviews.case_review_chosen.connect(self.case_review_chosen)
        self.premises = PremisesCard(office, place)
        self.people = TiesCard(office, CaseKind.PERSON, lambda: person_sheet(office, place))
        self.priority = PriorityCard(office, place)
        for card in (self.premises, self.people, self.priority):
            card.sheet_asked.connect(self.sheet_asked)
        for each in (self.premises, self.people):
            each.party_chosen.connect(self.party_chosen)
        self.merged = MergedCard(office)
        self.merge = button("Merge with another place...")
        self.merge.clicked.connect(lambda: self.merge_asked.emit(PartyKind.PLACE, place, None))
        self.history = HistoryCard(office, self._known_wards)
        self._seen: object = None
        self.add_cards(
            main=(self.facts, self.cases, self.case_reviews, self.interventions, self.people),
            side=(self.priority, self.premises, self.merged, self.history),
        )

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (self.merge,)

    @override
    def read(self) -> None:
        place = places.get(self._office, self._id)
        self.retitle(heading=place.name, outside="Place")
        outer = places.get(self._office, place.part_of) if place.part_of else None
        if (place, outer) != self._seen:
            self._seen = (place, outer)
            self._show_facts(place, outer)
        self.cases.show_cases(places.cases_of(self._office, self._id))
        made = register.of_target(self._office, self._id)
        self.interventions.show_rows(made, self._office.today())
        self.case_reviews.show_reviews(applications.of_place(self._office, self._id))
        self.premises.show_premises()
        self.people.show_ties(premises.people_of(self._office, self._id))
        self.priority.show_decisions()
        self.merged.show_record(self._id)
        self.history.show_record(self._id)

    @override
    def ask_change(self) -> None:
        sheet = PlaceSheet(self._office, places.get(self._office, self._id))
        sheet.place_chosen.connect(partial(self.party_chosen.emit, CaseKind.PLACE))
        sheet.merge_asked.connect(self.merge_asked)
        self.sheet_asked.emit(sheet)

    def _known_wards(self) -> dict[str, str]:
        with self._office.reading() as unit:
            return code_names(unit)

    def _show_facts(self, place: Place, outer: Place | None) -> None:
        self.facts.clear()
        ward = local_wards(self._office).name(place.ward)
        known = (
            ("Also known as", "\n".join(place.aliases)),
            ("Kind", names.name(place.kind)),
            ("Address", place.address or "not given"),
            ("Postcode", place.postcode or "not given"),
            ("Ward", ward or "not known"),
            ("UPRN", place.uprn),
        )
        self.facts.add(Facts([(term, breakable(words)) for term, words in known]))
        if outer is not None:
            line = link(f"Part of {shortened(outer.name)}".replace("&", "&&"))
            line.clicked.connect(partial(self.party_chosen.emit, CaseKind.PLACE, outer.id))
            self.facts.add(line)
            self.facts.body.setAlignment(line, Qt.AlignmentFlag.AlignLeft)
        if place.remarks:
            self.facts.add(label("Remarks", "secondary"))
            self.facts.add(Passage(place.remarks, "Remarks"))
