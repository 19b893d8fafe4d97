"""Support offered to the people of a case, how it was taken, and each attempt at contact."""

from functools import partial

from typing_extensions import override

from psg_desktop.casework import lists
from psg_desktop.casework.caseload import support
from psg_desktop.casework.office import Office
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.support import SupportOffer, SupportState
from psg_desktop.domain.support import engagement as summed
from psg_desktop.ui.cases.cards import CaseCard
from psg_desktop.ui.parts import support_sheets as sheets
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names
from psg_desktop.words import support as words

_MARKS = {
    SupportState.OFFERED: "amber",
    SupportState.ACCEPTED: "green",
    SupportState.COMPLETED: "done",
    SupportState.DECLINED: "none",
    SupportState.DISENGAGED: "red",
    SupportState.NOT_REACHED: "red",
}


class SupportCard(CaseCard):
    """Offers of support, those that run first, with their answers and attempts."""

    def __init__(self, office: Office) -> None:
        add = button("Record an offer", "plus")
        super().__init__(office, "Support", add)
        add.clicked.connect(self.offer)
        self._offers: tuple[SupportOffer, ...] = ()
        self._codes: dict[str, str] = {}

    def offer(self) -> None:
        """Ask for a new offer of support."""
        self.ask(sheets.offer_sheet(self.office, self.page))

    @override
    def concern(self, page: CasePage) -> object:
        self._offers = support.of_case(self.office, page.case.id)
        self._codes = support.names_of_codes(self.office)
        return self._offers, self._codes, sheets.people_of(page), page.agencies

    @override
    def count(self, page: CasePage) -> int:
        del page
        return sum(one.live for one in self._offers)

    @override
    def draw(self, page: CasePage) -> None:
        if not self._offers:
            self.say("None yet. What was offered, by whom, and how it was taken is kept here.")
            return
        self.say(words.engagement(summed(self._offers)))
        entries = []
        people = {option.key: option.words for option in sheets.people_of(page)}
        agencies = lists.agency_names(self.office)
        for offer in self._offers:
            person = people.get(offer.person, "no longer in the case") if offer.person else ""
            agency = agencies.get(offer.agency, "") if offer.agency else ""
            day = f"offered {dates.grid(offer.offered_on)}"
            facts = "  ·  ".join(filter(None, (person, agency, offer.officer, day)))
            entries.append(self._entry(offer, facts, closed=page.case.closed))
        self.add_entries(entries)

    def _entry(self, one: SupportOffer, facts: str, *, closed: bool) -> Entry:
        return Entry(
            key=one.id,
            title=self._codes.get(one.support, one.support),
            marks=(Status(_MARKS[one.state], names.name(one.state)),),
            facts=facts,
            text=self._told(one),
            about="Answers and attempts",
            steps=() if closed else self._steps(one),
        )

    def _told(self, one: SupportOffer) -> str:
        """Say what was offered, then its answers and attempts in the order of their days."""
        happened = [(made.on, f"Attempt: {words.attempts((made,))}") for made in one.attempts]
        for given in one.answers:
            why = f", {self._codes.get(given.reason, given.reason)}" if given.reason else ""
            said = f": {given.remark}" if given.remark else ""
            line = f"{names.name(given.state)} on {dates.prose(given.on)}{why}{said}"
            happened.append((given.on, line))
        happened.sort(key=lambda pair: pair[0])
        return "\n".join([*([one.what] if one.what else []), *(line for _, line in happened)])

    def _steps(self, one: SupportOffer) -> list[Step]:
        office = self.office
        found = [
            Step(words="Record the answer", done=partial(self._ask_answer, one)),
            Step(
                words="Record an attempt",
                done=lambda: self.ask(sheets.attempt_sheet(office, one)),
            ),
            Step(
                words="Change the offer",
                done=lambda: self.ask(sheets.offer_sheet(office, self.page, one)),
            ),
        ]
        for place, made in enumerate(one.attempts):
            day = dates.grid(made.on)
            found += [
                Step(
                    words=f"Correct the attempt of {day}",
                    done=partial(self._ask_correction, one, place),
                ),
                Step(
                    words=f"Take away the attempt of {day}",
                    done=partial(support.correct_attempt, office, one.id, place, None),
                ),
            ]
        return found

    def _ask_correction(self, one: SupportOffer, place: int) -> None:
        self.ask(sheets.attempt_sheet(self.office, one, place))

    def _ask_answer(self, one: SupportOffer) -> None:
        self.ask(sheets.answer_sheet(self.office, one))
