"""The page of one person: facts, addresses, household, cases, history."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from psg_desktop.casework.asb_reviews import applications
from psg_desktop.casework.assessing import register
from psg_desktop.casework.information_law import requests
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people, premises
from psg_desktop.casework.parties.local_wards import code_names, local_wards
from psg_desktop.domain.addresses import AddressKind, AddressStay
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.people import HouseholdMember, Person
from psg_desktop.domain.refusals import Refused
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.parts.alike_entries import AlikeCard
from psg_desktop.ui.parts.case_review_entries import CaseReviewsOfCard
from psg_desktop.ui.parts.entry_lines import Entry
from psg_desktop.ui.parts.intervention_entries import InterventionsOfCard
from psg_desktop.ui.parts.merged_entries import MergedCard
from psg_desktop.ui.parts.passages import Passage, breakable
from psg_desktop.ui.parts.record_cards import CasesCard, EntryCard, HistoryCard, LiveCard
from psg_desktop.ui.parts.record_page import RecordPage
from psg_desktop.ui.parts.request_entries import RequestsCard
from psg_desktop.ui.parts.request_sheets import request_sheet
from psg_desktop.ui.parts.statuses import span
from psg_desktop.ui.parts.tie_entries import TiesCard
from psg_desktop.ui.parts.tie_sheets import place_sheet
from psg_desktop.ui.people.sheet import PersonSheet
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Facts
from psg_desktop.words import dates, names


class PersonPage(RecordPage):
    """Shows one person; cases and people of the household open from it.

    Emits `request_chosen(AccessRequestId)` for a request about information.
    """

    request_chosen = Signal(object)

    def __init__(self, office: Office, notifier: Notifier, person: PersonId) -> None:
        super().__init__(notifier, "Person")
        self._office, self._id = office, person
        self.facts = LiveCard("Person")
        self.addresses = EntryCard("Addresses")
        self.household = EntryCard("Household")
        self.cases = CasesCard("No case names this person yet.")
        self.cases.case_chosen.connect(self.case_chosen)
        self.interventions = InterventionsOfCard("No intervention was made for this person.")
        self.interventions.case_chosen.connect(self.case_chosen)
        self.case_reviews = CaseReviewsOfCard(office)
        self.case_reviews.case_review_chosen.connect(self.case_review_chosen)
        self.places = TiesCard(office, CaseKind.PLACE, lambda: place_sheet(office, person))
        self.places.sheet_asked.connect(self.sheet_asked)
        self.places.party_chosen.connect(self.party_chosen)
        self.requests = RequestsCard("Requests about information", self._request_button())
        self.requests.request_chosen.connect(self.request_chosen)
        self.alike = AlikeCard(office)
        self.alike.merge_asked.connect(self._ask_merge)
        self.merged = MergedCard(office)
        self.merge = button("Merge with another person...")
        self.merge.clicked.connect(lambda: self._ask_merge(None))
        self.history = HistoryCard(office, self._known)
        self._seen: Person | None = None
        self.add_cards(
            main=(self.facts, self.cases, self.case_reviews, self.interventions, self.places),
            side=(
                self.alike,
                self.addresses,
                self.household,
                self.requests,
                self.merged,
                self.history,
            ),
        )

    @override
    def more_tools(self) -> tuple[QPushButton, ...]:
        return (self.merge,)

    @override
    def read(self) -> None:
        person = people.get(self._office, self._id)
        self.retitle(heading=person.full_name, outside="Person")
        if person != self._seen:
            self._seen = person
            self._show_facts(person)
        self.cases.show_cases(people.cases_of(self._office, self._id))
        made = register.of_target(self._office, self._id)
        self.interventions.show_rows(made, self._office.today())
        self.case_reviews.show_reviews(applications.of_person(self._office, self._id))
        stays = [self._stay(place, one) for place, one in enumerate(_newest_first(person))]
        self.addresses.show_entries(stays, stays, "No address is known.")
        members = [self._member(place, one) for place, one in enumerate(person.household)]
        self.household.show_entries(person.household, members, "Nobody is named here.")
        self.places.show_ties(premises.places_of(self._office, self._id))
        asked = requests.listed(self._office, self._id)
        self.requests.show_requests(asked, self._office.today(), "Nothing was asked for.")
        self.alike.show_like(person)
        self.merged.show_record(self._id)
        self.history.show_record(self._id)

    @override
    def ask_change(self) -> None:
        sheet = PersonSheet(self._office, people.get(self._office, self._id))
        sheet.person_chosen.connect(partial(self.party_chosen.emit, CaseKind.PERSON))
        sheet.merge_asked.connect(self.merge_asked)
        self.sheet_asked.emit(sheet)

    def _request_button(self) -> QPushButton:
        made = button("New request", "plus")
        made.clicked.connect(self._ask_request)
        return made

    def _ask_request(self) -> None:
        name = people.get(self._office, self._id).full_name
        self.sheet_asked.emit(request_sheet(self._office, self._id, name))

    def _ask_merge(self, other: PersonId | None) -> None:
        self.merge_asked.emit(PartyKind.PERSON, self._id, other)

    def _show_facts(self, person: Person) -> None:
        today = self._office.today()
        self.facts.clear()
        age = person.age_on(today)
        born = f"{dates.prose(person.born)}, {age} years old" if person.born else "not known"
        numbers = [f"{names.name(one.kind)}: {one.value}" for one in person.identifiers]
        known: list[tuple[str, str]] = [
            ("Also known as", "\n".join(person.aliases)),
            ("Date of birth", born),
            ("Lives", self._lives(person)),
            ("Phones", "\n".join(person.phones)),
            ("E-mail", "\n".join(person.emails)),
            ("Identifiers", "\n".join(numbers)),
        ]
        self.facts.add(Facts([(term, breakable(words)) for term, words in known]))
        if person.remarks:
            self.facts.add(label("Remarks", "secondary"))
            self.facts.add(Passage(person.remarks, "Remarks"))

    def _lives(self, person: Person) -> str:
        now = person.address_on(self._office.today())
        return _where(now) if now else "not known"

    def _stay(self, place: int, stay: AddressStay) -> Entry:
        today = self._office.today()
        past = stay.until is not None and stay.until < today
        lasted = span(stay.since, stay.until) or ("" if past else "dates not known")
        kind = names.name(stay.kind) if stay.kind is AddressKind.PLACE_NOT_ADDRESS else ""
        uprn = f"UPRN {stay.uprn}" if stay.uprn else ""
        ward = f"{local_wards(self._office).name(stay.ward)} ward" if stay.ward else ""
        return Entry(
            key=place,
            title=_where(stay),
            facts="  ·  ".join(
                part for part in ("Former" if past else "", kind, lasted, ward, uprn) if part
            ),
        )

    def _member(self, place: int, member: HouseholdMember) -> Entry:
        born = f"born {dates.prose(member.born)}" if member.born else ""
        name = member.name or self._name_of(member.person)
        facts = ", ".join(part for part in (member.relation, born) if part)
        if member.person is None:
            return Entry(key=place, title=name or "Not named", facts=facts)
        opens = partial(self.party_chosen.emit, CaseKind.PERSON, member.person)
        return Entry(key=place, title=name or "Not named", facts=facts, opens=opens)

    def _name_of(self, id_: PersonId | None) -> str:
        try:
            return people.get(self._office, id_).full_name if id_ else ""
        except Refused:
            return ""  # the record was taken away, as by an undo

    def _known(self) -> dict[str, str]:
        members = self._seen.household if self._seen else ()
        with self._office.reading() as unit:
            wards = code_names(unit)
        return wards | {str(one.person): one.name for one in members if one.person}


def _newest_first(person: Person) -> list[AddressStay]:
    def when(stay: AddressStay) -> tuple[date, date]:
        return (stay.until or date.max, stay.since or date.min)

    return sorted(person.addresses, key=when, reverse=True)


def _where(stay: AddressStay) -> str:
    words = ", ".join(part for part in (stay.lines, stay.postcode) if part)
    if stay.kind is AddressKind.NO_FIXED_ADDRESS:
        none = names.name(stay.kind)
        return f"{none}: {words}" if words else none
    return words
