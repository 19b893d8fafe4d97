"""A project's money and milestones, one line at a time, and money that is to go back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.clawbacks import Clawback
from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.projects import BudgetLine, Milestone, Project
from psg_desktop.domain.refusals import Problem, refuse

T = TypeVar("T")


def save_line(
    office: Office, project: ProjectId, before: BudgetLine | None, after: BudgetLine | None
) -> None:
    """Keep a funding line: new without *before*, taken out without *after*.

    Raises:
        Refused: The line was changed meanwhile, has no source or no possible amount.
    """
    if after is not None and not after.source.strip():
        raise refuse("source", Problem.NAME_MISSING)

    def changed(held: Project) -> Project:
        return replace(held, budget=_exchanged(held.budget, before, after))

    _put(office, Act.SAVE_FUNDING, project, changed)


def save_spending(
    office: Office,
    project: ProjectId,
    before: tuple[BudgetLine, ...],
    after: tuple[BudgetLine, ...],
) -> None:
    """Keep what is planned and spent by quarter on all funding lines at once.

    Raises:
        Refused: The lines were changed meanwhile.
    """

    def changed(held: Project) -> Project:
        if held.budget != before:
            raise refuse("", Problem.CHANGED_MEANWHILE)
        return replace(held, budget=after)

    _put(office, Act.SAVE_FUNDING, project, changed)


def save_milestone(
    office: Office, project: ProjectId, before: Milestone | None, after: Milestone | None
) -> None:
    """Keep a milestone: new without *before*, taken out without *after*.

    A day that was promised is not changed here: `move_milestone` says why it moves.

    Raises:
        Refused: It says nothing, its day would change without a reason, it was reached in the
            future, or it was changed meanwhile.
    """
    if after is not None:
        if not after.what.strip():
            raise refuse("what", Problem.TEXT_MISSING)
        if after.reached is not None and after.reached > office.today():
            raise refuse("reached", Problem.DATE_IN_FUTURE)
        if before is not None and before.due is not None and after.due != before.due:
            raise refuse("due", Problem.MOVE_NOT_POSSIBLE)

    def changed(held: Project) -> Project:
        return replace(held, milestones=_exchanged(held.milestones, before, after))

    _put(office, Act.SAVE_MILESTONE, project, changed)


def move_milestone(
    office: Office, project: ProjectId, milestone: Milestone, to: date, reason: str
) -> None:
    """Move the day a milestone is due, and keep why.

    Raises:
        Refused: It was reached, has no day yet, stays where it is, or no reason is given.
    """
    after = milestone.moved(to, office.today(), reason)

    def changed(held: Project) -> Project:
        return replace(held, milestones=_exchanged(held.milestones, milestone, after))

    _put(office, Act.MOVE_MILESTONE, project, changed)


def save_clawback(office: Office, clawback: Clawback) -> None:
    """Keep money that is to go back, new or changed.

    Raises:
        Refused: A day lies in the future, or its project is not there.
    """
    for name in ("agreed_on", "asked_on", "recovered_on"):
        day: date | None = getattr(clawback, name)
        if day is not None and day > office.today():
            raise refuse(name, Problem.DATE_IN_FUTURE)
    with office.working(Act.SAVE_CLAWBACK) as unit:
        unit.projects.get(clawback.project)
        unit.clawbacks.put(clawback)


def _put(
    office: Office, act: Act, project: ProjectId, changed: Callable[[Project], Project]
) -> None:
    with office.working(act) as unit:
        unit.projects.put(changed(unit.projects.get(project)))


def _exchanged(held: tuple[T, ...], before: T | None, after: T | None) -> tuple[T, ...]:
    """Put *after* where *before* stood.

    Raises:
        Refused: *before* is no longer there.
    """
    if before is None:
        return held if after is None else (*held, after)
    if before not in held:
        raise refuse("", Problem.CHANGED_MEANWHILE)
    place = held.index(before)
    return (*held[:place], *(() if after is None else (after,)), *held[place + 1 :])
