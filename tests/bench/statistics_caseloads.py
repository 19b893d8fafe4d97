"""A vault as statistics meet it: three years of cases of every kind, uneven as cases are."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.vault import vaults
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import Case, CaseKind, CaseState, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ActionId, AgencyId, CaseId, PlaceId, ReferralId, ReviewId
from psg_desktop.domain.partnership import WardGroup
from psg_desktop.domain.places import Place
from psg_desktop.domain.referrals import (
    Referral,
    ReferralDecision,
    ReferralOutcome,
    ReferralState,
)
from psg_desktop.domain.reviews import Review
from psg_desktop.reference import wards
from psg_desktop.store.vault import FLOOR_COST
from tests.bench.caseloads import PARTNERSHIP, PASSPHRASE
from tests.builders import a_closure
from tests.fakes import FixedClock

DAYS = 3 * 365
RISKS = (RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.STANDARD, None)
REASONS = ("resolved", "moved_away", "no_contact")
REFUSED = (ReferralOutcome.BELOW_THRESHOLD, ReferralOutcome.SINGLE_AGENCY,
           ReferralOutcome.WITHDRAWN)  # fmt: skip


@contextmanager
def lived_in(count: int, seed: int = 4) -> Iterator[Office]:
    """Give an open vault with so many cases opened over three years, gone afterwards."""
    known = wards.wards_of(PARTNERSHIP.district)
    third = max(1, len(known) // 3)
    groups = tuple(
        WardGroup(name=name, wards=tuple(one.code for one in known[place : place + third]))
        for name, place in (("North", 0), ("Middle", third), ("South", 2 * third))
    )
    with TemporaryDirectory(prefix="psg-desktop-bench-") as folder:
        made = replace(PARTNERSHIP, ward_groups=groups)
        place = Path(folder) / "bench.psgstore"
        office = vaults.create(place, PASSPHRASE, made, FixedClock(), cost=FLOOR_COST)
        try:
            _Filling(office, Random(seed)).fill(count)
            yield office
        finally:
            office.close()


class _Filling:
    """Puts cases and what is done about them into a vault, some categories far commoner."""

    def __init__(self, office: Office, dice: Random) -> None:
        self._office, self._dice = office, dice
        self._agencies = [one.id for one in agencies.choices(office)]
        with office.reading() as unit:
            self._areas = [one.code for one in unit.focus_areas.all()]
        self._wards = [one.code for one in wards.wards_of(PARTNERSHIP.district)]

    def fill(self, count: int) -> None:
        numbers = range(count)
        places = [self._place(number) for number in numbers]
        cases = [self._case(number, one) for number, one in zip(numbers, places, strict=True)]
        referrals = [self._referral(number, one) for number, one in enumerate(cases)]
        referrals += [self._refused(number) for number in range(count, count + count // 2)]
        with self._office.working(Act.IMPORT_RECORDS) as unit:
            unit.places.put_all(places)
            unit.cases.put_all(cases)
            unit.referrals.put_all(referrals)
            unit.reviews.put_all(one for case in cases for one in self._reviews(case))
            unit.actions.put_all(one for case in cases for one in self._actions(case))

    def _some(self, things: list[AgencyId] | list[str]) -> AgencyId | str:
        """Give one of a list, the first ones far more often than the last."""
        return things[int(len(things) * self._dice.random() ** 2.5)]

    def _day(self) -> date:
        return self._office.today() - timedelta(days=self._dice.randrange(30, DAYS))

    def _place(self, number: int) -> Place:
        ward = str(self._some(self._wards)) if self._wards else ""
        return Place(id=PlaceId(self._office.new_id()), name=f"Fen Road {number}", ward=ward)

    def _case(self, number: int, place: Place) -> Case:
        opened = self._day()
        made = Case(
            id=CaseId(self._office.new_id()),
            reference=f"PSG-2026-{number:06}",
            kind=CaseKind.PLACE,
            subject=place.id,
            title=f"Noise at night {number}",
            problem="Neighbours heard shouting most nights since the spring.",
            opened=opened,
            focus_areas=(str(self._some(self._areas)),),
            referred_by=self._agency(),
            lead_agency=self._agency(),
            risk=self._dice.choices(RISKS, (2, 5, 6, 1))[0],
            state=CaseState.ACTIVE_PLAN,
            review_due=self._office.today() + timedelta(days=14),
        )
        closed = opened + timedelta(days=int(60 + 500 * self._dice.random()))
        return self._closed(made, closed) if closed < self._office.today() else made

    def _agency(self) -> AgencyId:
        return AgencyId(self._some(self._agencies))  # type: ignore[arg-type]  # a list of these

    def _closed(self, case: Case, day: date) -> Case:
        closing = a_closure(
            reason=self._dice.choices(REASONS, (6, 2, 2))[0], on=day,
            final_risk=self._dice.choice(RISKS[1:3]), review_after=day + timedelta(days=90),
        )  # fmt: skip
        return replace(case, state=CaseState.CLOSED, review_due=None, closures=(closing,))

    def _referral(self, number: int, case: Case) -> Referral:
        return Referral(
            id=ReferralId(self._office.new_id()), reference=f"R-2026-{number:06}", kind=case.kind,
            received_on=case.opened - timedelta(days=self._dice.randrange(3, 40)),
            subject=case.subject, problem=case.problem, referred_by=case.referred_by,
            state=ReferralState.DECIDED, case=case.id,
            decision=_decision(ReferralOutcome.ACCEPTED_NEW, case.opened),
        )  # fmt: skip

    def _refused(self, number: int) -> Referral:
        received = self._day()
        decided = received + timedelta(days=self._dice.randrange(3, 25))
        return Referral(
            id=ReferralId(self._office.new_id()), reference=f"R-2026-{number:06}",
            kind=CaseKind.PLACE, received_on=received, name="The shelter on Fen Road",
            problem="Bins set alight.", referred_by=self._agency(), state=ReferralState.DECIDED,
            decision=_decision(self._dice.choices(REFUSED, (6, 3, 1))[0], decided),
        )  # fmt: skip

    def _reviews(self, case: Case) -> Iterator[Review]:
        held, last = case.opened, case.closures[-1].on if case.closures else self._office.today()
        while (held := held + timedelta(days=self._dice.choice((28, 28, 56, 84)))) < last:
            yield Review(
                id=ReviewId(self._office.new_id()), case=case.id, held_on=held,
                decision="Keep on the plan.", next_due=held + timedelta(days=35),
            )  # fmt: skip

    def _actions(self, case: Case) -> Iterator[Action]:
        for turn in range(self._dice.randrange(1, 5)):
            due = case.opened + timedelta(days=30 * turn + 20)
            done = due + timedelta(days=self._dice.randrange(-10, 12))
            ended = done < self._office.today()
            yield Action(
                id=ActionId(self._office.new_id()), case=case.id, what="Visit and leave a card",
                state=ActionState.COMPLETED if ended else ActionState.AGREED,
                owner=case.lead_agency, officer="Joan Cloverley", due=due,
                ended=done if ended else None, outcome="Done." if ended else "",
            )  # fmt: skip


def _decision(outcome: ReferralOutcome, day: date) -> ReferralDecision:
    return ReferralDecision(
        outcome=outcome, reason="As the test says.", decided_by="PSG meeting", on=day
    )
