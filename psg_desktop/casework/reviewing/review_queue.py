"""The review queue: which case to look at next, its essentials, and one line that reviews it."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from psg_desktop.casework import lists
from psg_desktop.casework.assessing import risk
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from psg_desktop.casework.reviewing import reviews
from psg_desktop.domain.actions import LIVE_STATES, Action, ActionState
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.ids import CaseId, ReviewId
from psg_desktop.domain.lists import CasePage
from psg_desktop.domain.reviews import Review
from psg_desktop.store.queries import review_dates

AT_A_TIME = 5
_SOON = timedelta(days=7)
_RISKS = {RiskLevel.HIGH: 0, RiskLevel.MEDIUM: 1, None: 2, RiskLevel.STANDARD: 3}
_DONE = frozenset({ActionState.COMPLETED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Essentials:
    """What one needs to know of a case to review it in a minute.

    Attributes:
        levels: The risk levels of its assessments, the oldest first.
        since: The day of the last review, or the day it was opened.
        decided: What the last review decided, "" where there was none.
        notes: How many notes were written about the days since; `done` how many actions ended.
        waiting: Its open and proposed actions, the earliest due first.
        proposed: The day proposed for the review after this one.
    """

    page: CasePage
    levels: tuple[RiskLevel, ...]
    since: date
    decided: str = field(repr=False)
    notes: int
    done: int
    waiting: tuple[Action, ...]
    proposed: date


def queue(office: Office) -> tuple[CaseId, ...]:
    """Read the cases to review: overdue first, then those of the coming week, by risk in each."""
    today = office.today()
    with office.reading() as unit:
        found = review_dates.open_cases(unit.reading)
    due = [one for one in found if one.due <= today + _SOON]
    due.sort(key=lambda one: (one.due >= today, _RISKS[one.risk], one.due, one.reference))
    return tuple(one.case for one in due)


def essentials(office: Office, case: CaseId) -> Essentials:
    """Read what is needed to review a case.

    Raises:
        Refused: There is no such case.
    """
    page = lists.case_page(office, case)
    last = max(page.reviews, key=lambda one: (one.held_on, one.id), default=None)
    since = last.held_on if last else page.case.opened
    waiting = sorted(
        (one for one in page.actions if one.state in LIVE_STATES),
        key=lambda one: (one.due or date.max, one.id),
    )
    return Essentials(
        page=page,
        levels=tuple(one.level for one in risk.assessments(office, case)),
        since=since,
        decided=last.decision if last else "",
        notes=sum(one.happened_on > since for one in page.notes),
        done=sum(_ended_since(one, since) for one in page.actions),
        waiting=tuple(waiting),
        proposed=cases.proposed_review(office, page.case.risk, page.case.review_every),
    )


def reviewed(office: Office, case: CaseId, decision: str, next_due: date | None) -> None:
    """Keep that a case was reviewed today, between meetings, in one line.

    Raises:
        Refused: Without a decision, or the next review is not after today.
    """
    review = Review(
        id=ReviewId(office.new_id()),
        case=case,
        held_on=office.today(),
        decision=decision,
        next_due=next_due,
    )
    reviews.record(office, review)


def _ended_since(action: Action, since: date) -> bool:
    return action.state in _DONE and action.ended is not None and action.ended > since
