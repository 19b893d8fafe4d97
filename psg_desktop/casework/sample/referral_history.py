"""Three years of decided referrals: those that opened the cases, and those not taken on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import TypedDict
from uuid import UUID

from psg_desktop.casework.sample import people_and_places as made_up
from psg_desktop.casework.sample.cast import Cast
from psg_desktop.casework.sample.telling import Event
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import AgencyId, ReferralId
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.referrals import (
    LimbAnswer,
    Referral,
    ReferralDecision,
    ReferralOutcome,
    ReferralRoute,
)

_DAY = timedelta(days=1)
_WHOLE, _LATEST = 1080, 12  # days ago
_ABOUT_PLACES = 0.35  # of those not taken on, from 0 to 1
_AGAIN, _MEANWHILE = 0.45, 0.2  # how often somebody is referred again, once closed and before
_REFERRERS = ("Police", "Police", "Council", "Housing", "Health")
_DECIDED_BY = "PSG meeting"
_REASONS = {
    ReferralOutcome.ACCEPTED_NEW: "Several agencies are needed, and earlier steps did not help.",
    ReferralOutcome.ACCEPTED_JOINED: "It is the same problem: the plan takes it in.",
    ReferralOutcome.BELOW_THRESHOLD: "A single incident, with no sign that it goes on.",
    ReferralOutcome.SINGLE_AGENCY: "One agency can manage this, and has agreed to.",
    ReferralOutcome.ADVICE_ONLY: "Advice was given; the referrer comes back if it goes on.",
    ReferralOutcome.REDIRECTED: "Another forum deals with this.",
}
_REFUSING = {
    ReferralOutcome.BELOW_THRESHOLD: 8,
    ReferralOutcome.SINGLE_AGENCY: 7,
    ReferralOutcome.ADVICE_ONLY: 3,
    ReferralOutcome.REDIRECTED: 2,
}
_FORUM = "MARAC"
_ABOUT_PEOPLE = (
    "Shouting and slammed doors after midnight, three times in a month.",
    "Calls to the police about noise next door; officers found nothing twice.",
    "Seen begging outside the shops, and refused help from outreach.",
    "A dispute about a hedge that has come to threats over the fence.",
    "Worried neighbours report visitors at odd hours.",
)
_ABOUT_SPOTS = (
    "Bins set alight on two weekends.",
    "Young people gather after school; litter and some damage.",
    "Cars race on Friday nights.",
)
_ONCE_MORE = "The same thing again, says the referrer, since the group closed the case."
_BESIDE = "Another agency reports the same problem."

NewId = Callable[[], UUID]


class _Sent(TypedDict):
    """Who sent a referral, and how it came."""

    referred_by: AgencyId
    referrer: str
    route: ReferralRoute


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A case as it opened, its subject, and the day it closed."""

    case: Case
    subject: Person | Place = field(repr=False)
    closed: date | None


class History:
    """Tells the referrals of a sample, the same for the same seed."""

    def __init__(self, cast: Cast, new_id: NewId, rng: Random, limbs: Iterable[str]) -> None:
        self._cast, self._new_id, self._rng = cast, new_id, rng
        self._limbs = tuple(limbs)

    def events(self, told: Iterable[Event], not_taken_on: int, today: date) -> list[Event]:
        """Give the referrals behind the cases of *told*, and about as many others as asked for."""
        made: list[Referral] = []
        for known in _known(self._cast, told):
            first = self._opening(known)
            made += (first, *self._later(known, first, today))
        made += (self._other(today) for _ in range(not_taken_on))
        return [Event(on=_decided(one), records=(one,)) for one in _numbered(made)]

    def _opening(self, known: _Known) -> Referral:
        case = known.case
        asked = self._asked(known.subject, case.opened - self._rng.randint(1, 24) * _DAY)
        referral = replace(asked, problem=case.problem, referred_by=case.referred_by)
        return self._answered(referral, ReferralOutcome.ACCEPTED_NEW, case.opened, case)

    def _later(self, known: _Known, first: Referral, today: date) -> Iterator[Referral]:
        case, rng, last = known.case, self._rng, today - _LATEST * _DAY
        if rng.random() < _MEANWHILE:
            on = case.opened + rng.randint(25, 200) * _DAY
            if on < min(last, known.closed or last):
                asked = replace(self._asked(known.subject, on), problem=_BESIDE, earlier=first.id)
                yield self._answered(asked, ReferralOutcome.ACCEPTED_JOINED, on + 2 * _DAY, case)
        if known.closed is not None and rng.random() < _AGAIN:
            on = known.closed + rng.randint(20, 350) * _DAY
            if on < last:
                asked = self._asked(known.subject, on)
                yield self._refused(replace(asked, problem=_ONCE_MORE, earlier=first.id))

    def _other(self, today: date) -> Referral:
        """Give a referral that opened no case, of somebody not on file or of a place."""
        rng = self._rng
        on = today - rng.randint(_LATEST, _WHOLE) * _DAY
        if rng.random() < _ABOUT_PLACES:
            asked = self._asked(rng.choice(self._cast.places), on)
            return self._refused(replace(asked, problem=rng.choice(_ABOUT_SPOTS)))
        return self._refused(
            Referral(
                id=ReferralId(self._new_id()),
                reference="R",
                received_on=on,
                kind=CaseKind.PERSON,
                name=f"{rng.choice(made_up.FIRST_NAMES)} {rng.choice(made_up.SURNAMES)}",
                address=f"{rng.randint(1, 98)} {rng.choice(made_up.STREETS)}",
                postcode=rng.choice(made_up.POSTCODES),
                problem=rng.choice(_ABOUT_PEOPLE),
                **self._sent(),
            )
        )

    def _asked(self, subject: Person | Place, on: date) -> Referral:
        if isinstance(subject, Place):
            kind, name, stay = CaseKind.PLACE, subject.name, (subject.address, subject.postcode)
        else:
            home = subject.addresses[0]
            kind, name, stay = CaseKind.PERSON, subject.full_name, (home.lines, home.postcode)
        return Referral(
            id=ReferralId(self._new_id()),
            reference="R",
            received_on=on,
            kind=kind,
            subject=subject.id,
            name=name,
            address=stay[0],
            postcode=stay[1],
            problem=_BESIDE,
            **self._sent(),
        )

    def _sent(self) -> _Sent:
        agency = self._rng.choice(_REFERRERS)
        return {
            "referred_by": self._cast.agency(agency),
            "referrer": self._cast.contact(agency),
            "route": self._rng.choice(tuple(ReferralRoute)),
        }

    def _refused(self, asked: Referral) -> Referral:
        outcomes, often = tuple(_REFUSING), tuple(_REFUSING.values())
        (outcome,) = self._rng.choices(outcomes, often)
        return self._answered(asked, outcome, asked.received_on + self._rng.randint(2, 11) * _DAY)

    def _answered(
        self, asked: Referral, outcome: ReferralOutcome, on: date, case: Case | None = None
    ) -> Referral:
        limbs = (LimbAnswer(limb=one, met=case is not None) for one in self._limbs)
        redirected = outcome is ReferralOutcome.REDIRECTED
        decision = ReferralDecision(
            outcome=outcome,
            limbs=tuple(limbs),
            reason=_REASONS[outcome],
            decided_by=_DECIDED_BY,
            on=on,
            forum=_FORUM if redirected else "",
            sent_on=on if redirected else None,
            told="Told by e-mail, with the reason.",
            told_on=on,
        )
        return asked.decide(decision, case.id if case else None)


def _known(cast: Cast, told: Iterable[Event]) -> Iterator[_Known]:
    people: dict[UUID, Person] = {}
    opened: dict[UUID, Case] = {}
    closed: dict[UUID, date | None] = {}
    for event in told:
        for record in event.records:
            if isinstance(record, Person):
                people[record.id] = record
            elif isinstance(record, Case):
                opened.setdefault(record.id, record)
                closed[record.id] = record.ended
    subjects: dict[UUID, Person | Place] = {**people, **{one.id: one for one in cast.places}}
    for id_, case in opened.items():
        if case.kind is not CaseKind.PROJECT:  # the group commissions those itself
            yield _Known(case=case, subject=subjects[case.subject], closed=closed[id_])


def _decided(referral: Referral) -> date:
    return referral.decision.on if referral.decision else referral.received_on


def _numbered(made: Iterable[Referral]) -> Iterator[Referral]:
    numbers: dict[int, int] = {}
    for one in sorted(made, key=lambda one: (one.received_on, one.id)):
        year = one.received_on.year
        numbers[year] = numbers.get(year, 0) + 1
        yield replace(one, reference=f"R-{year}-{numbers[year]:03}")
