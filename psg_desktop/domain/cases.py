"""Cases: one person, place or project worked on together, and the moves of its life.

States and moves follow the design's domain notes, section b.3. A move gives a new case; where it
came from and who moved it is kept by the audit trail. The states and the facts that belong to them
are offered from here too, because they are part of what a case is.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.case_facts import Closure, Escalation, ExternalLead, Hold
from psg_desktop.domain.case_states import (
    FROM,
    SET_ASIDE_STATES,
    TO,
    WORKING_STATES,
    CaseKind,
    CaseMove,
    CaseState,
    RiskLevel,
)
from psg_desktop.domain.ids import AgencyId, CaseId
from psg_desktop.domain.refusals import Findings, Problem, refuse

__all__ = [
    "SET_ASIDE_STATES",
    "WORKING_STATES",
    "Case",
    "CaseKind",
    "CaseMove",
    "CaseState",
    "Closure",
    "Escalation",
    "ExternalLead",
    "Hold",
    "RiskLevel",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case of the group's caseload.

    Attributes:
        reference: Such as "PSG-2026-014".
        subject: Identifier of the person, place or project it is about, by `kind`.
        title: A neutral working title.
        focus_areas: Codes of the partnership's focus areas.
        problem: What the problem is.
        blocked: What stands in the way, for the group.
        resume_to: The working state to go back to while the case is set aside.
        review_every: Days between reviews where it differs from the default of its risk level.
        closures: Every closing, the latest last; kept when a case is opened again.

    Raises:
        Refused: Reference or title is missing, a text is too long, or the state lacks its facts.
    """

    id: CaseId
    reference: str
    kind: CaseKind
    subject: UUID
    title: str = field(repr=False)
    opened: date
    focus_areas: tuple[str, ...] = ()
    problem: str = field(default="", repr=False)
    blocked: str = field(default="", repr=False)
    referred_by: AgencyId | None = None
    lead_agency: AgencyId | None = None
    lead_practitioner: str = field(default="", repr=False)
    risk: RiskLevel | None = None
    risk_reason: str = field(default="", repr=False)
    state: CaseState = CaseState.ASSESSMENT
    resume_to: CaseState | None = None
    review_due: date | None = None
    review_every: int | None = None
    hold: Hold | None = None
    external_leads: tuple[ExternalLead, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    closures: tuple[Closure, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a case whose state and facts disagree."""
        found = Findings()
        found.when(not self.reference.strip(), "reference", Problem.REFERENCE_MISSING)
        found.when(not self.title.strip(), "title", Problem.TITLE_MISSING)
        for name in ("reference", "title", "lead_practitioner"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        for name in ("problem", "blocked", "risk_reason"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        few = self.review_every is not None and self.review_every < 1
        found.when(few, "review_every", Problem.INTERVAL_NOT_POSITIVE)
        held = (self.state is CaseState.ON_HOLD) != (self.hold is not None)
        found.when(held, "hold", Problem.REASON_MISSING)
        found.when(
            self.closed != (bool(self.closures) and self.closures[-1].reopened_on is None),
            "closures",
            Problem.SUMMARY_MISSING,
        )
        found.settle()

    @property
    def closed(self) -> bool:
        """Whether it is closed."""
        return self.state is CaseState.CLOSED

    @property
    def external_lead(self) -> ExternalLead | None:
        """The group that leads now, if another does."""
        live = [lead for lead in self.external_leads if lead.until is None]
        return live[-1] if live else None

    @property
    def closure(self) -> Closure | None:
        """The closing in force, if it is closed."""
        return self.closures[-1] if self.closed else None

    @property
    def ended(self) -> date | None:
        """The day it was closed, if it is closed."""
        return self.closures[-1].on if self.closed else None

    def moves(self) -> tuple[CaseMove, ...]:
        """Give the moves that are possible now, in the order of work."""
        return tuple(move for move, states in FROM.items() if self.state in states)

    def move(self, move: CaseMove) -> "Case":
        """Move between working states (start plan, step down, step up, back to assessment).

        Raises:
            Refused: The move is not possible from here.
        """
        self._only(move)
        return replace(self, state=TO[move])

    def hold_back(self, reason: str, since: date, restart_on: date | None) -> "Case":
        """Put it on hold.

        Raises:
            Refused: Without a reason, or from a state that cannot be held.
        """
        self._only(CaseMove.HOLD)
        found = Findings()
        found.when(not reason.strip(), "reason", Problem.REASON_MISSING)
        early = restart_on is not None and restart_on <= since
        found.when(early, "restart_on", Problem.ENDS_BEFORE_START)
        found.settle()
        held = Hold(reason=reason, since=since, restart_on=restart_on)
        return replace(
            _ended_lead(self, since),
            state=CaseState.ON_HOLD,
            resume_to=_working(self),
            hold=held,
        )

    def hand_over(self, lead: ExternalLead) -> "Case":
        """Say that another group manages it and the PSG supports.

        Raises:
            Refused: Without the group's name.
        """
        self._only(CaseMove.HAND_OVER)
        if not lead.group.strip():
            raise refuse("group", Problem.GROUP_MISSING)
        return replace(
            _without_hold(self),
            state=CaseState.EXTERNAL_LEAD,
            resume_to=_working(self),
            external_leads=(*self.external_leads, lead),
        )

    def update_lead(self, lead: ExternalLead) -> "Case":
        """Keep what has changed about the group that leads now.

        Raises:
            Refused: No other group leads, or the group is not named.
        """
        if self.external_lead is None:
            raise refuse("group", Problem.MOVE_NOT_POSSIBLE)
        if not lead.group.strip():
            raise refuse("group", Problem.GROUP_MISSING)
        return replace(self, external_leads=(*self.external_leads[:-1], lead))

    def escalate(self, to: str, ask: str, on: date) -> "Case":
        """Ask a higher group for something.

        Raises:
            Refused: Without the group or the ask.
        """
        self._only(CaseMove.ESCALATE)
        found = Findings()
        found.when(not to.strip(), "to", Problem.GROUP_MISSING)
        found.when(not ask.strip(), "ask", Problem.ASK_MISSING)
        found.settle()
        return replace(
            _ended_lead(_without_hold(self), on),
            state=CaseState.ESCALATED,
            resume_to=_working(self),
            escalations=(*self.escalations, Escalation(to=to, ask=ask, on=on)),
        )

    def resume(self, on: date, answer: str = "") -> "Case":
        """Take it up again where it was set aside.

        Raises:
            Refused: It is not set aside, or an escalation is left without its answer.
        """
        self._only(CaseMove.RESUME)
        if self.state is CaseState.ESCALATED and not answer.strip():
            raise refuse("answer", Problem.ANSWER_MISSING)
        escalations = self.escalations
        if self.state is CaseState.ESCALATED:
            last = replace(escalations[-1], answer=answer, answered_on=on)
            escalations = (*escalations[:-1], last)
        return replace(
            _ended_lead(_without_hold(self), on),
            state=self.resume_to or CaseState.ACTIVE_PLAN,
            resume_to=None,
            escalations=escalations,
        )

    def close(self, closure: Closure) -> "Case":
        """Close it.

        Raises:
            Refused: Without reason or summary, before it was opened, or when it is closed.
        """
        self._only(CaseMove.CLOSE)
        found = Findings()
        found.when(not closure.reason.strip(), "reason", Problem.REASON_MISSING)
        found.when(not closure.summary.strip(), "summary", Problem.SUMMARY_MISSING)
        found.when(len(closure.summary) > text.TEXT_LIMIT, "summary", Problem.TEXT_TOO_LONG)
        found.when(closure.on < self.opened, "on", Problem.BEFORE_CASE_OPENED)
        found.settle()
        return replace(
            _ended_lead(_without_hold(self), closure.on),
            state=CaseState.CLOSED,
            resume_to=None,
            review_due=None,
            closures=(*self.closures, closure),
        )

    def reopen(self, on: date, because: str) -> "Case":
        """Open it again, keeping reference, roles and history.

        Raises:
            Refused: It is not closed, no reason is given, or the day lies before the closing.
        """
        self._only(CaseMove.REOPEN)
        last = self.closures[-1]
        found = Findings()
        found.when(not because.strip(), "because", Problem.REASON_MISSING)
        found.when(on < last.on, "on", Problem.ENDS_BEFORE_START)
        found.settle()
        last = replace(last, reopened_on=on, reopened_because=because)
        return replace(self, state=CaseState.ASSESSMENT, closures=(*self.closures[:-1], last))

    def _only(self, move: CaseMove) -> None:
        if self.state not in FROM[move]:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)


def _working(case: Case) -> CaseState:
    if case.state in WORKING_STATES:
        return case.state
    return case.resume_to or CaseState.ACTIVE_PLAN


def _without_hold(case: Case) -> Case:
    if case.state is not CaseState.ON_HOLD:
        return case
    return replace(case, hold=None, state=_working(case), resume_to=None)


def _ended_lead(case: Case, on: date) -> Case:
    if case.external_lead is None:
        return case
    leads = tuple(
        replace(lead, until=max(on, lead.since)) if lead.until is None else lead
        for lead in case.external_leads
    )
    return replace(case, external_leads=leads)
