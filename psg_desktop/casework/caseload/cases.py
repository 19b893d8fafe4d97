"""Cases: opening, amending and moving them through their life."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from psg_desktop.casework.caseload.closing import close
from psg_desktop.casework.caseload.openings import Opening, check_opening, put_opening, subject_of
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.domain.cases import Case, CaseMove, ExternalLead, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.reference_rows import ClosureReason
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.domain.reviews import DEFAULT_INTERVALS, next_review
from psg_desktop.reference import workdays
from psg_desktop.store.queries import caseload
from psg_desktop.store.units import Reading

__all__ = ["Opening", "close"]


def next_reference(office: Office) -> str:
    """Propose the next free reference of the year, such as "PSG-2026-014"."""
    with office.reading() as unit:
        return free_reference(unit.reading, office)


def free_reference(reading: Reading, office: Office, taken: int = 0) -> str:
    """Give the reference after the highest of this year, *taken* more having been given out."""
    start = f"{office.partnership().reference_prefix}-{office.today().year}-"
    pattern = re.compile(re.escape(start) + r"(\d+)")
    found = [pattern.fullmatch(one) for one in caseload.all_references(reading)]
    highest = max((int(match.group(1)) for match in found if match), default=0)
    return f"{start}{highest + 1 + taken:03}"


def open_case(office: Office, opening: Opening) -> CaseId:
    """Open a case, with a new subject and first actions where they are given.

    Raises:
        Refused: The subject is missing or of another kind, the reference is taken, or the
            opening date lies in the future.
    """
    check_opening(office, opening)
    with office.working(Act.OPEN_CASE) as unit:
        put_opening(office, unit, opening)
    return opening.case.id


def amend(office: Office, case: Case) -> None:
    """Keep changed facts of a case; its state is changed by the moves below.

    Raises:
        Refused: It is closed, its state differs from the one kept, the reference is taken, or a
            subject of the kind is not there.
    """
    with office.working(Act.AMEND_CASE) as unit:
        kept = unit.cases.get(case.id)
        found = Findings()
        found.when(kept.closed, "", Problem.CASE_IS_CLOSED)
        found.when(kept.state is not case.state, "state", Problem.CHANGED_MEANWHILE)
        taken = case.reference != kept.reference and (
            case.reference in caseload.all_references(unit.reading)
        )
        found.when(taken, "reference", Problem.ALREADY_THERE)
        missing = subject_of(unit, case.kind, case.subject) is None
        found.when(missing, "subject", Problem.SUBJECT_MISSING)
        found.settle()
        unit.cases.put(case)


def move(office: Office, id_: CaseId, step: CaseMove) -> None:
    """Start the plan, step down, step up, or go back to assessment.

    Raises:
        Refused: The move is not possible from the state it is in.
    """
    _change(office, Act.MOVE_CASE, id_, lambda case: case.move(step))


def hold(office: Office, id_: CaseId, reason: str, restart_on: date | None) -> None:
    """Put a case on hold until a day, or until further notice.

    Raises:
        Refused: Without a reason, or where the day is not ahead.
    """
    today = office.today()
    _change(office, Act.HOLD_CASE, id_, lambda case: case.hold_back(reason, today, restart_on))


def hand_over(office: Office, id_: CaseId, lead: ExternalLead) -> None:
    """Say that another group leads and the PSG supports.

    Raises:
        Refused: Without the group's name.
    """
    _change(office, Act.HAND_OVER_CASE, id_, lambda case: case.hand_over(lead))


def update_lead(office: Office, id_: CaseId, lead: ExternalLead) -> None:
    """Keep what has changed about the group that leads, such as when it meets next.

    Raises:
        Refused: No other group leads, or the group is not named.
    """
    _change(office, Act.HAND_OVER_CASE, id_, lambda case: case.update_lead(lead))


def escalate(office: Office, id_: CaseId, to: str, ask: str) -> None:
    """Ask a higher group for something.

    Raises:
        Refused: Without the group or the ask.
    """
    today = office.today()
    _change(office, Act.ESCALATE_CASE, id_, lambda case: case.escalate(to, ask, today))


def resume(office: Office, id_: CaseId, answer: str = "") -> None:
    """Take up a case that was set aside.

    Raises:
        Refused: It is not set aside, or an escalation is left without its answer.
    """
    today = office.today()
    _change(office, Act.RESUME_CASE, id_, lambda case: case.resume(today, answer))


def reopen(office: Office, id_: CaseId, because: str, review_due: date | None = None) -> None:
    """Open a closed case again, with its reference, roles and history.

    Raises:
        Refused: It is not closed, or without a reason.
    """
    today = office.today()
    _change(
        office,
        Act.REOPEN_CASE,
        id_,
        lambda case: replace(case.reopen(today, because), review_due=review_due),
    )


def set_review(office: Office, id_: CaseId, due: date | None) -> None:
    """Set when a case is reviewed next.

    Raises:
        Refused: The case is closed.
    """

    def dated(case: Case) -> Case:
        if case.closed:
            raise refuse("review_due", Problem.CASE_IS_CLOSED)
        return replace(case, review_due=due)

    _change(office, Act.AMEND_CASE, id_, dated)


def proposed_review(
    office: Office,
    risk: RiskLevel | None,
    every: int | None = None,
    since: date | None = None,
) -> date:
    """Propose a review date: the interval of the risk level, no later than the next meeting.

    It counts from *since*, the day of the review before it, or from today. It is a working day:
    the last one before a weekend or a bank holiday, unless that has passed.
    """
    start = since or office.today()
    due = next_review(start, every or interval(office, risk), meeting_days.days(office))
    if workdays.is_working_day(due):
        return due
    before = workdays.add_working_days(due, -1)
    return before if before > start else workdays.next_working_day(due)


def interval(office: Office, risk: RiskLevel | None) -> int:
    """Give the days between reviews of a risk level in force today; unassessed cases as medium."""
    level = risk or RiskLevel.MEDIUM
    with office.reading() as unit:
        rows = [
            one
            for one in unit.review_intervals.all()
            if one.risk is level and one.in_force(office.today())
        ]
    return rows[-1].days if rows else DEFAULT_INTERVALS[level]


def proposed_review_after(reason: ClosureReason | None, closed_on: date) -> date | None:
    """Propose when to ask whether a closing held."""
    if reason is None or reason.review_after_days is None:
        return None
    return closed_on + timedelta(days=reason.review_after_days)


def _change(office: Office, act: Act, id_: CaseId, moved: Callable[[Case], Case]) -> None:
    with office.working(act) as unit:
        unit.cases.put(moved(unit.cases.get(id_)))
