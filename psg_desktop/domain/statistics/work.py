"""Reviews and actions: what was due in a quarter, and whether it was done by the end of it.

What became of something is read as it stood at the end of the quarter it was due in. So a number
of a quarter that is over does not change because something was done later.
"""

from dataclasses import dataclass
from datetime import date

from psg_desktop.domain.actions import OPEN_STATES, ActionState
from psg_desktop.domain.statistics.happenings import (
    NOT_RECORDED,
    Ends,
    Happened,
    Happening,
    last_day,
    quarter_of,
)
from psg_desktop.domain.statistics.openness import Spell, open_on

REVIEWS, ACTIONS = "reviews", "actions"
REVIEW_VARIABLES = ("kind", "risk", "lead_agency")
ACTION_VARIABLES = ("kind", "owner_agency")

ON_TIME, LATE, NOT_HELD, STILL_OPEN = "on_time", "late", "not_held", "still_open"
REVIEW_TIMES = (ON_TIME, LATE, NOT_HELD, NOT_RECORDED)
ACTION_TIMES = (
    ON_TIME, LATE, STILL_OPEN, ActionState.NOT_ACHIEVED.value, ActionState.CANCELLED.value,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFacts:
    """One review that was to be held, or was held without a day having been set.

    Attributes:
        traits: The code of its category for each of `REVIEW_VARIABLES`.
        due: The day set for it when the case was reviewed before, or when it was opened.
        held: The day it was held; both are never None.
        spells: When its case was open.
    """

    traits: tuple[str, ...]
    due: date | None
    held: date | None
    spells: tuple[Spell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFacts:
    """One agreed action.

    Attributes:
        traits: The code of its category for each of `ACTION_VARIABLES`.
        ended: The day it was completed, given up or cancelled.
    """

    traits: tuple[str, ...]
    due: date | None
    ended: date | None
    state: ActionState


def _review_due(facts: ReviewFacts, _ends: Ends) -> Happened:
    due, held = facts.due, facts.held
    if due is not None and held is not None and held <= due:
        yield quarter_of(due), (("review_time", ON_TIME),)
    elif due is not None and open_on(facts.spells, due) is not None:
        quarter = quarter_of(due)
        late = held is not None and held <= last_day(quarter)
        yield quarter, (("review_time", LATE if late else NOT_HELD),)
    elif held is not None:
        yield quarter_of(held), (("review_time", NOT_RECORDED),)


def _action_due(facts: ActionFacts, _ends: Ends) -> Happened:
    if facts.due is not None and facts.state is not ActionState.PROPOSED:
        quarter = quarter_of(facts.due)
        yield quarter, (("action_time", _action_time(facts, facts.due, last_day(quarter))),)


def _action_time(facts: ActionFacts, due: date, end: date) -> str:
    if facts.state in OPEN_STATES or facts.ended is None or end < facts.ended:
        return STILL_OPEN
    if facts.state is ActionState.COMPLETED:
        return ON_TIME if facts.ended <= due else LATE
    return facts.state.value


REVIEW_DUE = Happening(code="review_due", when=_review_due)
ACTION_DUE = Happening(code="action_due", when=_action_due)
