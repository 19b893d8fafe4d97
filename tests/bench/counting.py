"""What statistics count of 10,000 cases, read for a quarter and all it is compared with."""

from dataclasses import replace
from datetime import date, timedelta

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import board, catalogue, facts
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.cases import Case, CaseState, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ReferralId, ReviewId
from psg_desktop.domain.referrals import (
    Referral,
    ReferralDecision,
    ReferralOutcome,
    ReferralState,
)
from psg_desktop.domain.reviews import Review
from psg_desktop.domain.statistics.periods import Period, PeriodKind
from tests.bench.caseloads import filled
from tests.bench.measuring import Figure, peak_mb, seconds
from tests.builders import a_closure

GOAL = 1.0
TWO_SECONDS = 2.0
ROUNDS = 5
QUARTER = Period(kind=PeriodKind.QUARTER, last_quarter=date(2026, 7, 1))


def figures() -> list[Figure]:
    """Count 10,000 cases with 5,000 referrals, 30,000 reviews and 20,000 actions, five times."""
    with filled(10_000) as office:
        _more(office)
        known = catalogue.of_vault(office, QUARTER.last_day)
        quarters = board.quarters_of(board.board_tables(QUARTER, known))
        taken = [seconds(lambda: facts.populations(office, quarters)) for _ in range(ROUNDS)]
        return [
            Figure(
                name=f"counted over {len(quarters)} quarters, 10,000 cases",
                ours=min(taken),
                yardstick="two seconds",
                bare=TWO_SECONDS,
                goal=GOAL,
                peak_mb=peak_mb(),
            )
        ]


def _more(office: Office) -> None:
    home = (AddressStay(lines="1 High Street", postcode="CB7 4EE"),)
    with office.working(Act.IMPORT_RECORDS) as unit:
        known = unit.cases.all()
        unit.people.put_all(replace(one, addresses=home) for one in unit.people.all())
        unit.reviews.put_all(_review(office, one, turn) for one in known for turn in range(3))
        unit.referrals.put_all(_referral(office, one, n) for n, one in enumerate(known) if n % 2)
        unit.cases.put_all(_closed(one) for n, one in enumerate(known) if n % 3)


def _review(office: Office, case: Case, turn: int) -> Review:
    held = case.opened + timedelta(days=25 * turn + 25)
    return Review(
        id=ReviewId(office.new_id()), case=case.id, held_on=held, decision="Keep on the plan.",
        next_due=held + timedelta(days=28),
    )  # fmt: skip


def _referral(office: Office, case: Case, number: int) -> Referral:
    decided = ReferralDecision(
        outcome=ReferralOutcome.ACCEPTED_NEW, reason="It meets the test.",
        decided_by="PSG meeting", on=case.opened,
    )  # fmt: skip
    return Referral(
        id=ReferralId(office.new_id()), reference=f"R-2026-{number:06}", kind=case.kind,
        received_on=case.opened - timedelta(days=9), subject=case.subject, problem=case.problem,
        state=ReferralState.DECIDED, decision=decided, case=case.id,
    )  # fmt: skip


def _closed(case: Case) -> Case:
    ask = case.opened + timedelta(days=185)
    closing = a_closure(
        on=case.opened + timedelta(days=95), final_risk=RiskLevel.STANDARD, review_after=ask
    )
    return replace(case, state=CaseState.CLOSED, review_due=None, closures=(closing,))
