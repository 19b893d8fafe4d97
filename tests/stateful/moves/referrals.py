"""Referrals: received, returned, completed, decided, answered."""

from dataclasses import replace

from psg_desktop.casework.referring import referral_drafts, referral_subjects, referrals
from psg_desktop.casework.referring.referral_drafts import Answers
from psg_desktop.casework.referring.referral_subjects import NewCase
from psg_desktop.casework.referring.referrals import Joining
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import ReferralId
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.domain.reference_rows import ThresholdLimb
from psg_desktop.domain.referrals import (
    LimbAnswer,
    Referral,
    ReferralDecision,
    ReferralOutcome,
    ReferralState,
)
from tests.stateful.choosing import Choose
from tests.stateful.moves.life_of_a_case import SUBJECTS, any_case
from tests.stateful.world import World, move

JOINED = (ReferralOutcome.ACCEPTED_JOINED, ReferralOutcome.DUPLICATE)
ELSEWHERE = (
    ReferralOutcome.BELOW_THRESHOLD, ReferralOutcome.SINGLE_AGENCY, ReferralOutcome.REDIRECTED,
    ReferralOutcome.ADVICE_ONLY, ReferralOutcome.WITHDRAWN,
)  # fmt: skip
UNTESTED = {ReferralOutcome.WITHDRAWN, ReferralOutcome.DUPLICATE}


def any_referral(world: World, choose: Choose, *states: ReferralState) -> Referral:
    """Choose a referral, mostly one in one of these states, or one that waits."""
    wanted = states or {ReferralState.RECEIVED, ReferralState.INCOMPLETE}
    known: tuple[Referral, ...] = world.all(RecordKind.REFERRAL)
    return choose.likely(known, lambda one: one.state in wanted)


def waits(one: Referral) -> bool:
    return one.state is not ReferralState.DECIDED


@move("referrals", referrals.receive)
def receive(world: World, choose: Choose) -> None:
    kind, on = choose.of(CaseKind), choose.day(world.today, -20, 1)
    subject = choose.maybe([one.id for one in world.all(SUBJECTS[kind])])
    earlier = choose.maybe([one.id for one in world.all(RecordKind.REFERRAL)])
    referral = Referral(
        id=ReferralId(world.new_id()),
        reference=referrals.next_reference(world.office),
        received_on=on,
        kind=kind,
        subject=subject,
        name=choose.name(),
        problem=choose.text(),
        referred_by=choose.maybe([one.id for one in world.all(RecordKind.AGENCY)]),
        earlier=earlier,
    )
    world.legal(on <= world.today)
    referrals.receive(world.office, referral)


@move("referrals", referrals.amend)
def amend_a_referral(world: World, choose: Choose) -> None:
    one = any_referral(world, choose)
    changed = replace(one, name=choose.name(), asks=choose.text())
    world.legal(waits(one))
    referrals.amend(world.office, changed)


@move("referrals", referrals.send_back)
def send_back(world: World, choose: Choose) -> None:
    one, missing = any_referral(world, choose), choose.text()
    chase = choose.maybe((choose.day(world.today, -1, 20),))
    possible = chase is not None and chase >= world.today
    world.legal(waits(one) and missing.strip() and possible)
    referrals.send_back(world.office, one.id, missing, chase)


@move("referrals", referrals.complete)
def complete_a_referral(world: World, choose: Choose) -> None:
    one = any_referral(world, choose, ReferralState.INCOMPLETE)
    world.legal(one.state is ReferralState.INCOMPLETE)
    referrals.complete(world.office, one.id)


def decision(world: World, choose: Choose, outcome: ReferralOutcome) -> ReferralDecision:
    """Answer every part of the test of the day, or now and then all but one."""
    on = choose.day(world.today, -9, 1)
    asked = [one.code for one in referrals.limbs(world.office, on)]
    answered = asked[1:] if choose.rarely() else asked
    return ReferralDecision(
        outcome=outcome,
        limbs=tuple(LimbAnswer(limb=code, met=True) for code in answered),
        reason=choose.text(),
        decided_by="PSG of 3 December",
        on=on,
        forum="MARAC",
    )


def decidable(world: World, one: Referral, said: ReferralDecision) -> bool:
    asked = {limb.code for limb in referrals.limbs(world.office, said.on)}
    tested = said.outcome in UNTESTED or asked <= {limb.limb for limb in said.limbs}
    return waits(one) and tested and one.received_on <= said.on <= world.today


@move("referrals", referrals.accept)
def accept(world: World, choose: Choose) -> None:
    one = any_referral(world, choose)
    said = decision(world, choose, ReferralOutcome.ACCEPTED_NEW)
    name = choose.name()
    new = None if one.subject else referral_subjects.new_subject(world.office, one, name)
    asked = NewCase(title="Calls at night")
    opening = referral_subjects.opening(world.office, one, new, asked)
    world.legal(decidable(world, one, said))
    referrals.accept(world.office, one.id, said, opening)


@move("referrals", referrals.join)
def join(world: World, choose: Choose) -> None:
    one, case = any_referral(world, choose), any_case(world, choose)
    said = decision(world, choose, choose.one(JOINED))
    wanted = one.subject is None and choose.flag()
    new = referral_subjects.new_subject(world.office, one, "Tansy Fitz") if wanted else None
    world.legal(not case.closed and decidable(world, one, said))
    joining = Joining(case=case.id, role=choose.of(RoleKind), new_subject=new)
    referrals.join(world.office, one.id, said, joining)


@move("referrals", referrals.decide)
def decide(world: World, choose: Choose) -> None:
    one = any_referral(world, choose)
    placed = choose.rarely()  # these outcomes need a case
    said = decision(world, choose, choose.one(JOINED if placed else ELSEWHERE))
    world.legal(decidable(world, one, said) and not placed)
    referrals.decide(world.office, one.id, said)


@move("referrals", referrals.answer)
def answer_the_referrer(world: World, choose: Choose) -> None:
    one, told = any_referral(world, choose, ReferralState.DECIDED), choose.text()
    on = choose.likely(
        [choose.day(world.today, -9, 1), world.today], lambda day: day == world.today
    )
    possible = one.decision is not None and one.decision.on <= on <= world.today
    world.legal(possible)
    referrals.answer(world.office, one.id, told, on, None)


@move("referrals", referral_drafts.keep, referral_drafts.forget)
def leave_a_referral_half_written(world: World, choose: Choose) -> None:
    if choose.flag():
        referral_drafts.keep(world.office, Answers(name=choose.name(), problem=choose.text()))
    else:
        referral_drafts.forget(world.office)


@move("referrals", referrals.save_limb)
def change_the_test(world: World, choose: Choose) -> None:
    known = choose.maybe(referrals.all_limbs(world.office))
    id_ = world.new_id()
    limb = known or ThresholdLimb(id=id_, code=str(id_), name="Can anybody else act?")
    ended = choose.maybe((choose.day(world.today),))
    referrals.save_limb(world.office, replace(limb, prompt=choose.text(), until=ended))
