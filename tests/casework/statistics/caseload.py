"""A random caseload with everything that old records lack: gaps, odd codes, days out of order."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.cases import Case, CaseKind, CaseState, Closure, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.closing import HoldCheck, HoldResult
from psg_desktop.domain.ids import AgencyId, CaseId, HoldCheckId, PlaceId, ReferralId
from psg_desktop.domain.intervention_facts import Breach
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.partnership import PARTNERSHIP_ID, WardGroup
from psg_desktop.domain.places import Place
from psg_desktop.domain.referrals import (
    ACCEPTING,
    JOINING,
    Referral,
    ReferralDecision,
    ReferralOutcome,
    ReferralState,
)
from psg_desktop.domain.reviews import Review
from psg_desktop.reference import wards
from tests.builders import a_case, a_closure, a_person, a_review, an_action, new_id
from tests.interventions import planned

FIRST = date(2024, 10, 1)
SPAN = 720
WARDS = [one.code for one in wards.wards_of("E07000009")]
POSTCODES = ("", "CB7 4EE", "CB6 1AB", "ZZ1 1ZZ")
AREAS = ((), ("noise",), ("hoarding", "noise"), ("off_every_list",))
REASONS = ("resolved", "no_contact", "off_every_list")


class Maker:
    """Makes records one by one, each from the same dice."""

    def __init__(self, office: Office, dice: Random) -> None:
        self._dice = dice
        self._agencies: list[AgencyId | None] = [one.id for one in agencies.choices(office)][:4]
        self._agencies.append(None)
        self.people = [
            a_person(
                id=new_id(),
                addresses=tuple(
                    AddressStay(lines="1 High Street", postcode=one)
                    for one in dice.sample(POSTCODES, dice.randint(0, 2))
                ),
            )
            for _ in range(20)
        ]
        self.places = [
            Place(
                id=PlaceId(new_id()),
                name=f"Green {number}",
                ward=dice.choice([*WARDS, "", "E05999999"]),
                postcode=dice.choice(POSTCODES),
            )
            for number in range(10)
        ]

    def day(self) -> date:
        return FIRST + timedelta(days=self._dice.randrange(SPAN))

    def maybe(self) -> date | None:
        return self.day() if self._dice.random() < 0.7 else None

    def agency(self) -> AgencyId | None:
        return self._dice.choice(self._agencies)

    def about(self) -> tuple[CaseKind, object]:
        if self._dice.random() < 0.6:
            return CaseKind.PERSON, self._dice.choice(self.people).id
        if self._dice.random() < 0.8:
            return CaseKind.PLACE, self._dice.choice(self.places).id
        return CaseKind.PROJECT, new_id()

    def closure(self) -> Closure:
        risks = [*RiskLevel, None]
        return a_closure(
            on=self.day(),
            reason=self._dice.choice(REASONS),
            final_risk=self._dice.choice(risks),
            review_after=self.maybe(),
        )

    def case(self, number: int) -> Case:
        kind, subject = self.about()
        closures = [self.closure() for _ in range(self._dice.randrange(3))]
        closures = [replace(one, reopened_on=self.day()) for one in closures]
        closed = bool(closures) and self._dice.random() < 0.6
        if closed:
            closures[-1] = replace(closures[-1], reopened_on=None)
        return a_case(
            reference=f"PSG-2025-{number:03}",
            kind=kind,
            subject=subject,
            opened=self.day(),
            focus_areas=self._dice.choice(AREAS),
            referred_by=self.agency(),
            lead_agency=self.agency(),
            risk=self._dice.choice([*RiskLevel, None]),
            state=CaseState.CLOSED if closed else CaseState.ACTIVE_PLAN,
            review_due=None if closed else self.maybe(),
            closures=tuple(closures),
        )

    def referral(self, number: int, case: CaseId) -> Referral:
        kind, subject = self.about()
        one = Referral(
            id=ReferralId(new_id()),
            reference=f"R-2025-{number:03}",
            received_on=self.day(),
            kind=kind,
            subject=self._dice.choice([subject, None]),
            name="Somebody",
            postcode=self._dice.choice(POSTCODES),
            problem="Shouting at night.",
            referred_by=self.agency(),
        )
        if self._dice.random() < 0.3:
            return one
        outcome = self._dice.choice(list(ReferralOutcome))
        decision = ReferralDecision(
            outcome=outcome,
            reason="Read at the meeting.",
            decided_by="PSG meeting",
            forum="MARAC",
            on=one.received_on + timedelta(days=self._dice.randrange(90)),
        )
        return replace(
            one,
            state=ReferralState.DECIDED,
            decision=decision,
            case=case if outcome in ACCEPTING | JOINING else None,
        )

    def review(self, case: CaseId) -> Review:
        held = self.day()
        due = held + timedelta(days=self._dice.randrange(7, 90))
        return a_review(
            id=new_id(), case=case, held_on=held, next_due=self._dice.choice([due, None])
        )

    def action(self, case: CaseId) -> Action:
        owner = self.agency()
        states = list(ActionState) if owner else [ActionState.PROPOSED, ActionState.CANCELLED]
        return an_action(
            id=new_id(),
            case=case,
            state=self._dice.choice(states),
            owner=owner,
            due=self.day() if owner else self.maybe(),
            ended=self.day(),
            outcome="Done.",
        )

    def intervention(self, case: CaseId) -> Intervention:
        kind = self._dice.choice(["cpn", "cbo", "off_every_list"])
        plan = planned(case=case, kind=kind, agency=self._dice.choice(self._agencies[:-1]))
        if self._dice.random() < 0.2:
            return plan
        on = self.day()
        order = plan.serve(on, on, self._dice.choice([on + timedelta(days=90), None]))
        if self._dice.random() < 0.3:
            order = order.breach(Breach(on=on + timedelta(days=20), evidence="Seen."))
        if self._dice.random() < 0.3:
            order = order.end_early(on + timedelta(days=40), "Kept to.")
        return order

    def check(self, case: Case) -> HoldCheck:
        return HoldCheck(
            id=HoldCheckId(new_id()),
            case=case.id,
            closed_on=case.closures[-1].on,
            result=self._dice.choice(list(HoldResult)),
            answered_on=case.closures[-1].on + timedelta(days=self._dice.randrange(200)),
            asked_by="Ilse Sedgeway",
            finding="As told.",
        )


def fill(office: Office, seed: int, count: int = 40) -> list[CaseId]:
    """Put a caseload into a vault, and two groups of wards; give its cases."""
    maker = Maker(office, Random(seed))
    made = [maker.case(number) for number in range(count)]
    ids = [one.id for one in made]
    with office.working(Act.IMPORT_RECORDS) as unit:
        known = unit.partnership.get(PARTNERSHIP_ID)
        groups = (WardGroup(name="North", wards=tuple(WARDS[:4])),
                  WardGroup(name="South", wards=(*WARDS[3:8], "E05999998")))  # fmt: skip
        unit.partnership.put(replace(known, ward_groups=groups))
        unit.people.put_all(maker.people)
        unit.places.put_all(maker.places)
        unit.cases.put_all(made)
        unit.referrals.put_all(maker.referral(n, ids[n % count]) for n in range(2 * count))
        unit.reviews.put_all(maker.review(one) for one in ids for _ in range(3))
        unit.actions.put_all(maker.action(one) for one in ids for _ in range(3))
        unit.interventions.put_all(maker.intervention(one) for one in ids)
        unit.hold_checks.put_all(maker.check(one) for one in made[::2] if one.closures)
    return ids
