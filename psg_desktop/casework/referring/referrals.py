"""Referrals: receiving, completing and deciding them, and telling the referrer."""

import re
from dataclasses import dataclass, replace
from datetime import date

from psg_desktop.casework.caseload.openings import (
    Opening,
    Subject,
    check_opening,
    put_opening,
    put_subject,
    subject_of,
)
from psg_desktop.casework.office import Office
from psg_desktop.casework.referring.referral_joining import put_joined
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, ReferralId
from psg_desktop.domain.involvements import RoleKind
from psg_desktop.domain.people import Person, check_birth
from psg_desktop.domain.reference_rows import ThresholdLimb
from psg_desktop.domain.referrals import (
    UNTESTED,
    Referral,
    ReferralDecision,
    Returned,
)
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.store import desk
from psg_desktop.store.queries import referrals_list
from psg_desktop.store.units import Reading, Unit

DRAFT_KEY = "referral/new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """How a referral joins a case that is there.

    Attributes:
        role: The part its subject plays in the case.
        new_subject: The person or place, where the record is new with this.
    """

    case: CaseId
    role: RoleKind = RoleKind.OTHER
    new_subject: Subject | None = None


def next_reference(office: Office) -> str:
    """Propose the next free reference of the year, such as "R-2026-014"."""
    with office.reading() as unit:
        return free_reference(unit.reading, office)


def free_reference(reading: Reading, office: Office, taken: int = 0) -> str:
    """Give the reference after the highest of this year, *taken* more having been given out."""
    start = f"R-{office.today().year}-"
    pattern = re.compile(re.escape(start) + r"(\d+)")
    found = [pattern.fullmatch(one) for one in referrals_list.references(reading)]
    highest = max((int(match.group(1)) for match in found if match), default=0)
    return f"{start}{highest + 1 + taken:03}"


def receive(office: Office, referral: Referral) -> None:
    """Keep a new referral and forget its draft.

    Raises:
        Refused: A date cannot be, the reference is taken, or the record it is about is not there.
    """
    check_dates(referral, office.today())
    with office.working(Act.RECEIVE_REFERRAL) as unit:
        _check_kept(unit, referral, taken=referrals_list.references(unit.reading))
        unit.referrals.put(referral)
        desk.discard_draft(unit, DRAFT_KEY)


def amend(office: Office, referral: Referral) -> None:
    """Keep changed facts of a referral that waits; its state is changed by the moves below.

    Raises:
        Refused: It was decided or moved on meanwhile, or as for a new one.
    """
    check_dates(referral, office.today())
    with office.working(Act.AMEND_REFERRAL) as unit:
        kept = unit.referrals.get(referral.id)
        if kept.state is not referral.state or kept.decided:
            raise refuse("state", Problem.CHANGED_MEANWHILE)
        taken = referrals_list.references(unit.reading) - {kept.reference}
        _check_kept(unit, referral, taken=taken)
        unit.referrals.put(referral)


def send_back(office: Office, id_: ReferralId, missing: str, chase_on: date | None) -> None:
    """Return a referral to the referrer, and set when to chase it.

    Raises:
        Refused: Nothing is said to be missing, the day is missing or past, or it is decided.
    """
    today = office.today()
    found = Findings()
    found.when(not missing.strip(), "missing", Problem.TEXT_MISSING)
    found.when(chase_on is None, "chase_on", Problem.DATE_MISSING)
    found.when(chase_on is not None and chase_on < today, "chase_on", Problem.DATE_IN_PAST)
    found.settle()
    returned = Returned(missing=missing, on=today, chase_on=chase_on or today)
    with office.working(Act.RETURN_REFERRAL) as unit:
        unit.referrals.put(unit.referrals.get(id_).send_back(returned))


def complete(office: Office, id_: ReferralId) -> None:
    """Say that what was missing has come.

    Raises:
        Refused: Nothing was missing.
    """
    with office.working(Act.COMPLETE_REFERRAL) as unit:
        unit.referrals.put(unit.referrals.get(id_).complete())


def accept(office: Office, id_: ReferralId, decision: ReferralDecision, opening: Opening) -> CaseId:
    """Accept a referral and open its case, with a new subject where there is none: all in one.

    Raises:
        Refused: A part of the test is not answered, the case cannot be opened, or the referral is
            decided already.
    """
    check_opening(office, opening)
    with office.working(Act.DECIDE_REFERRAL) as unit:
        _check_decision(unit, decision, office.today())
        referral = unit.referrals.get(id_)
        decided = replace(referral, subject=opening.case.subject).decide(decision, opening.case.id)
        put_opening(office, unit, opening)
        unit.referrals.put(decided)
    return opening.case.id


def join(office: Office, id_: ReferralId, decision: ReferralDecision, joining: Joining) -> None:
    """Join a referral to a case: with a note of it there, and the role of whom it is about.

    Raises:
        Refused: A part of the test is not answered, the case is closed, or the referral is
            decided already.
    """
    new = joining.new_subject
    if isinstance(new, Person):
        check_birth(new.born, office.today())
    with office.working(Act.DECIDE_REFERRAL) as unit:
        _check_decision(unit, decision, office.today())
        if unit.cases.get(joining.case).closed:
            raise refuse("case", Problem.CASE_IS_CLOSED)
        referral = unit.referrals.get(id_)
        if new is not None:
            put_subject(unit, new)
            referral = replace(referral, subject=new.id)
        put_joined(office, unit, referral.decide(decision, joining.case), joining.role)


def decide(office: Office, id_: ReferralId, decision: ReferralDecision) -> None:
    """Decide a referral that leads to no case here.

    Raises:
        Refused: A part of the test is not answered, the outcome needs a case, or the referral is
            decided already.
    """
    with office.working(Act.DECIDE_REFERRAL) as unit:
        _check_decision(unit, decision, office.today())
        unit.referrals.put(unit.referrals.get(id_).decide(decision))


def answer(
    office: Office, id_: ReferralId, told: str, told_on: date | None, acknowledged_on: date | None
) -> None:
    """Note what the referrer was told, and when another forum acknowledged the referral.

    Raises:
        Refused: It is not decided, or a day cannot be.
    """
    found = Findings()
    today = office.today()
    for name, day in (("told_on", told_on), ("acknowledged_on", acknowledged_on)):
        found.when(day is not None and day > today, name, Problem.DATE_IN_FUTURE)
    found.settle()
    with office.working(Act.ANSWER_REFERRER) as unit:
        unit.referrals.put(unit.referrals.get(id_).answer(told, told_on, acknowledged_on))


def get(office: Office, id_: ReferralId) -> Referral:
    """Read one referral.

    Raises:
        Refused: There is no such referral.
    """
    with office.reading() as unit:
        return unit.referrals.get(id_)


def limbs(office: Office, day: date) -> tuple[ThresholdLimb, ...]:
    """Read the parts of the threshold test in force on a day."""
    with office.reading() as unit:
        return tuple(one for one in unit.threshold_limbs.all() if one.in_force(day))


def all_limbs(office: Office) -> tuple[ThresholdLimb, ...]:
    """Read every part of the threshold test, those out of force included."""
    with office.reading() as unit:
        return unit.threshold_limbs.all()


def save_limb(office: Office, limb: ThresholdLimb) -> None:
    """Keep a new or changed part of the test; decisions keep what was asked then."""
    with office.working(Act.SAVE_SETTINGS) as unit:
        unit.threshold_limbs.put(limb)


def check_dates(referral: Referral, today: date) -> None:
    """Refuse dates of a referral that cannot be.

    Raises:
        Refused: It came in the future, or the date of birth cannot be.
    """
    found = Findings()
    found.when(referral.received_on > today, "received_on", Problem.DATE_IN_FUTURE)
    found.settle()
    check_birth(referral.born, today)


def _check_kept(unit: Unit, referral: Referral, taken: frozenset[str]) -> None:
    found = Findings()
    found.when(referral.reference in taken, "reference", Problem.ALREADY_THERE)
    if referral.subject is not None:
        gone = subject_of(unit, referral.kind, referral.subject) is None
        found.when(gone, "name", Problem.NOT_FOUND)
    if referral.earlier is not None:
        gone = unit.referrals.find(referral.earlier) is None
        found.when(gone, "earlier", Problem.NOT_FOUND)
    found.settle()


def _check_decision(unit: Unit, decision: ReferralDecision, today: date) -> None:
    found = Findings()
    for name in ("on", "sent_on", "acknowledged_on", "told_on"):
        day = getattr(decision, name)
        found.when(day is not None and day > today, name, Problem.DATE_IN_FUTURE)
    if decision.outcome not in UNTESTED:
        asked = {one.code for one in unit.threshold_limbs.all() if one.in_force(decision.on)}
        open_limbs = asked - {one.limb for one in decision.limbs}
        found.when(bool(open_limbs), "limbs", Problem.LIMB_UNANSWERED)
    found.settle()
