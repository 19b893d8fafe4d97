"""The answers of an agency on its action sheet, and what each would change."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.action_sheets import row_code
from psg_desktop.domain.actions import LIVE_STATES, Action, ActionState
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.refusals import Problem


class Verdict(StrEnum):
    """What can be done with one answer."""

    TO_TAKE = "to_take"
    CHANGED = "changed"
    KEPT = "kept"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    REFUSED = "refused"


TAKEABLE = frozenset({Verdict.TO_TAKE, Verdict.CHANGED})


class Effect(StrEnum):
    """What taking an answer does."""

    COMPLETE = "complete"
    NOTE = "note"
    AMEND_DUE = "amend_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One row of a filled sheet, as it was read.

    Attributes:
        row: Its number in the spreadsheet.
        unreadable: One sentence for each cell that could not be read.
    """

    row: int
    code: str
    reference: str = ""
    progress: str = field(default="", repr=False)
    done_on: date | None = None
    new_due: date | None = None
    unreadable: tuple[str, ...] = field(default=(), repr=False)

    @property
    def empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.progress or self.done_on or self.new_due or self.unreadable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An action as it stands now, beside what must be known to judge an answer about it.

    Attributes:
        agency: Who was sent the row.
        note: What the note on the case would say; `noted` whether it is there already.
    """

    action: Action
    reference: str
    agency: AgencyId
    case_closed: bool
    note: str = field(repr=False)
    noted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLine:
    """One answer with what would come of it.

    Attributes:
        problem: Why it cannot be taken; unreadable cells say so themselves.
    """

    answer: Answer
    verdict: Verdict
    asked: Asked | None = None
    effects: tuple[Effect, ...] = ()
    problem: Problem | None = None

    @property
    def takeable(self) -> bool:
        """Whether it can be taken."""
        return self.verdict in TAKEABLE


def weigh(answer: Answer, asked: Asked | None, today: date) -> ReplyLine:
    """Judge one answer against the action as it stands now."""
    if answer.empty:
        return ReplyLine(answer=answer, verdict=Verdict.EMPTY, asked=asked)
    if asked is None:
        return ReplyLine(answer=answer, verdict=Verdict.UNKNOWN)
    effects = _effects(answer, asked)
    problem = next(
        (found for one in effects if (found := _problem(one, answer, asked, today))), None
    )
    if problem is not None or answer.unreadable:
        return ReplyLine(answer=answer, verdict=Verdict.REFUSED, asked=asked, problem=problem)
    return ReplyLine(
        answer=answer, verdict=_verdict(answer, asked, effects), asked=asked, effects=effects
    )


def _verdict(answer: Answer, asked: Asked, effects: tuple[Effect, ...]) -> Verdict:
    if not effects:
        return Verdict.KEPT
    seen_now = row_code(asked.action) == answer.code
    return Verdict.TO_TAKE if seen_now else Verdict.CHANGED


def _effects(answer: Answer, asked: Asked) -> tuple[Effect, ...]:
    """Say what is asked for and not so already; what is done needs no new date."""
    action = asked.action
    if answer.done_on is not None:
        done = action.state is ActionState.COMPLETED
        said = (action.ended, action.outcome) == (answer.done_on, answer.progress)
        return () if done and said else (Effect.COMPLETE,)
    found = []
    if answer.progress and not asked.noted:
        found.append(Effect.NOTE)
    if answer.new_due is not None and answer.new_due != action.due:
        found.append(Effect.AMEND_DUE)
    return tuple(found)


def _problem(effect: Effect, answer: Answer, asked: Asked, today: date) -> Problem | None:
    match effect:
        case Effect.COMPLETE:
            return _ending_problem(answer, asked.action, today)
        case Effect.NOTE:
            if asked.case_closed:
                return Problem.CASE_IS_CLOSED
            return Problem.TEXT_TOO_LONG if len(asked.note) > text.TEXT_LIMIT else None
        case Effect.AMEND_DUE:
            if asked.action.state not in LIVE_STATES:
                return Problem.MOVE_NOT_POSSIBLE
            past = answer.new_due is not None and answer.new_due < today
            return Problem.DATE_IN_PAST if past else None


def _ending_problem(answer: Answer, action: Action, today: date) -> Problem | None:
    if not action.open:
        return Problem.MOVE_NOT_POSSIBLE
    if not answer.progress:
        return Problem.OUTCOME_MISSING
    if answer.done_on is not None and answer.done_on > today:
        return Problem.DATE_IN_FUTURE
    return Problem.TEXT_TOO_LONG if len(answer.progress) > text.TEXT_LIMIT else None
