"""Referrals as the list, the first page, a case and the board's figures show them."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId, ReferralId
from psg_desktop.domain.lists import Page
from psg_desktop.domain.referral_lists import (
    ReferralFilter,
    ReferralOrder,
    ReferralRow,
    ReferralView,
)
from psg_desktop.domain.referrals import Referral, ReferralOutcome
from psg_desktop.reference import workdays
from psg_desktop.store.queries import referrals_list
from psg_desktop.store.queries.referrals_list import Waiting

SHOWN = 50
_FIRST = ReferralOrder()


def listed(
    office: Office, asked: ReferralFilter, part: slice, order: ReferralOrder = _FIRST
) -> Page[ReferralRow]:
    """Read one page of referrals."""
    waiting = _waiting(office)
    with office.reading() as unit:
        return referrals_list.page(unit.reading, asked, order, waiting, part)


def view_totals(office: Office) -> dict[ReferralView, int]:
    """Read how many referrals each saved view holds."""
    nothing = slice(0, 0)
    return {view: listed(office, ReferralFilter(view=view), nothing).total for view in ReferralView}


def undecided(office: Office, most: int = SHOWN) -> Page[ReferralRow]:
    """Read the referrals without a decision: those that wait too long first, then urgent ones."""
    waiting = _waiting(office)
    with office.reading() as unit:
        return referrals_list.waiting_longest(unit.reading, waiting, most)


def of_case(office: Office, id_: CaseId) -> tuple[ReferralRow, ...]:
    """Read the referrals that opened or joined a case, in the order they came."""
    waiting = _waiting(office)
    with office.reading() as unit:
        return referrals_list.of_case(unit.reading, id_, waiting)


def of_subject(office: Office, id_: UUID) -> tuple[ReferralRow, ...]:
    """Read the referrals of one person, place or project, in the order they came."""
    waiting = _waiting(office)
    with office.reading() as unit:
        return referrals_list.of_subject(unit.reading, id_, waiting)


def some(office: Office, ids: Iterable[ReferralId]) -> tuple[ReferralRow, ...]:
    """Read referrals by their identifiers, in the order they came."""
    waiting = _waiting(office)
    with office.reading() as unit:
        return referrals_list.some(unit.reading, ids, waiting)


def outcome_counts(office: Office, since: date, until: date) -> dict[ReferralOutcome, int]:
    """Count the referrals decided from one day to another, by outcome; exact, for use inside."""
    with office.reading() as unit:
        return referrals_list.counted(unit.reading, since, until)


def _waiting(office: Office) -> Waiting:
    today = office.today()
    days = office.partnership().referral_days
    # A referral of that day had its last working day yesterday.
    return Waiting(day=today, late_from=workdays.add_working_days(today, -(days + 1)))


def related(office: Office, referral: Referral) -> tuple[ReferralRow, ...]:
    """Read the other referrals of the same subject, and those linked before and after."""
    waiting = _waiting(office)
    with office.reading() as unit:
        return referrals_list.related(
            unit.reading, referral.id, referral.subject, referral.earlier, waiting
        )
