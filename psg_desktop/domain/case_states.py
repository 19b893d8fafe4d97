"""Where a case can stand, and which moves lead from where to where (domain notes, section b.3)."""

from enum import StrEnum


class CaseKind(StrEnum):
    """What a case is about."""

    PERSON = "person"
    PLACE = "place"
    PROJECT = "project"


class RiskLevel(StrEnum):
    """The band of the latest risk assessment."""

    HIGH = "high"
    MEDIUM = "medium"
    STANDARD = "standard"


class CaseState(StrEnum):
    """Where a case stands."""

    ASSESSMENT = "assessment"
    ACTIVE_PLAN = "active_plan"
    MONITORING = "monitoring"
    ON_HOLD = "on_hold"
    EXTERNAL_LEAD = "external_lead"
    ESCALATED = "escalated"
    CLOSED = "closed"


WORKING_STATES = frozenset({CaseState.ASSESSMENT, CaseState.ACTIVE_PLAN, CaseState.MONITORING})
SET_ASIDE_STATES = frozenset({CaseState.ON_HOLD, CaseState.EXTERNAL_LEAD, CaseState.ESCALATED})


class CaseMove(StrEnum):
    """A move between states, named by what happens next."""

    START_PLAN = "start_plan"
    BACK_TO_ASSESSMENT = "back_to_assessment"
    STEP_DOWN = "step_down"
    STEP_UP = "step_up"
    HOLD = "hold"
    HAND_OVER = "hand_over"
    ESCALATE = "escalate"
    RESUME = "resume"
    CLOSE = "close"
    REOPEN = "reopen"


_OPEN = WORKING_STATES | SET_ASIDE_STATES
FROM: dict[CaseMove, frozenset[CaseState]] = {
    CaseMove.START_PLAN: frozenset({CaseState.ASSESSMENT}),
    CaseMove.STEP_DOWN: frozenset({CaseState.ACTIVE_PLAN}),
    CaseMove.STEP_UP: frozenset({CaseState.MONITORING}),
    CaseMove.BACK_TO_ASSESSMENT: frozenset({CaseState.ACTIVE_PLAN}),
    CaseMove.RESUME: SET_ASIDE_STATES,
    CaseMove.HOLD: _OPEN - {CaseState.ON_HOLD},
    CaseMove.HAND_OVER: _OPEN - {CaseState.EXTERNAL_LEAD},
    CaseMove.ESCALATE: _OPEN - {CaseState.ESCALATED},
    CaseMove.CLOSE: _OPEN,
    CaseMove.REOPEN: frozenset({CaseState.CLOSED}),
}
TO = {
    CaseMove.START_PLAN: CaseState.ACTIVE_PLAN,
    CaseMove.STEP_UP: CaseState.ACTIVE_PLAN,
    CaseMove.STEP_DOWN: CaseState.MONITORING,
    CaseMove.BACK_TO_ASSESSMENT: CaseState.ASSESSMENT,
}
