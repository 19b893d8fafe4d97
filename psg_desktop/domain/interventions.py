"""Interventions: what was issued to whom, until when, and what became of it.

States and facts follow the design's domain notes, section b.8. What is past its last day has
expired: that is read from its dates and never typed or kept. Renewing makes a new intervention
that names the one it follows.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.ids import AgencyId, CaseId, InterventionId
from psg_desktop.domain.intervention_facts import (
    Appeal,
    AppealOutcome,
    Breach,
    InterventionState,
    ReviewHeld,
    Standing,
    TargetKind,
)
from psg_desktop.domain.intervention_kinds import KindFacts
from psg_desktop.domain.refusals import Findings, Problem, refuse

ENDED = frozenset(
    {InterventionState.ENDED_EARLY, InterventionState.WITHDRAWN, InterventionState.QUASHED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One intervention of a case.

    Attributes:
        kind: Code of its kind; `facts` is what the kind said on the day it was served.
        agency: Who issued it; `officer` names the person there.
        target: Identifier of the person or place, None where `area` describes an area instead.
        reference: The number the court or agency knows it by.
        reason: Why it is used.
        expires: The last day it runs, None where it has no set end.
        ended: The day it was ended, withdrawn or quashed, and `end_reason` why.
        renews: The intervention it follows.

    Raises:
        Refused: Something its state needs is missing, a text is too long, or dates run backwards.
    """

    id: InterventionId
    case: CaseId
    kind: str
    facts: KindFacts
    target_kind: TargetKind
    target: UUID | None = None
    area: str = field(default="", repr=False)
    agency: AgencyId | None = None
    officer: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    state: InterventionState = InterventionState.PLANNED
    served_on: date | None = None
    starts: date | None = None
    expires: date | None = None
    conditions: tuple[str, ...] = field(default=(), repr=False)
    reviews: tuple[ReviewHeld, ...] = ()
    breaches: tuple[Breach, ...] = ()
    appeal: Appeal | None = None
    ended: date | None = None
    end_reason: str = field(default="", repr=False)
    renews: InterventionId | None = None

    def __post_init__(self) -> None:
        """Refuse an intervention whose state and facts disagree."""
        found = Findings()
        found.when(not self.kind.strip(), "kind", Problem.NOTHING_CHOSEN)
        self._check_target(found)
        self._check_texts(found)
        self._check_dates(found)
        found.settle()

    def _check_target(self, found: Findings) -> None:
        described = self.target_kind is TargetKind.AREA
        found.when(described and not self.area.strip(), "area", Problem.TEXT_MISSING)
        found.when(not described and self.target is None, "target", Problem.SUBJECT_MISSING)
        two = self.target is not None if described else bool(self.area)
        found.when(two, "target", Problem.SUBJECT_OF_OTHER_KIND)

    def _check_texts(self, found: Findings) -> None:
        for name in ("area", "officer", "reference"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        for name in ("reason", "end_reason"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        blank = any(not one.strip() for one in self.conditions)
        found.when(blank, "conditions", Problem.TEXT_MISSING)
        long = any(len(one) > text.TEXT_LIMIT for one in self.conditions)
        found.when(long, "conditions", Problem.TEXT_TOO_LONG)

    def _check_dates(self, found: Findings) -> None:
        if self.served or self.state not in {
            InterventionState.PLANNED,
            InterventionState.WITHDRAWN,
        }:
            found.when(self.served_on is None, "served_on", Problem.DATE_MISSING)
            found.when(self.starts is None, "starts", Problem.DATE_MISSING)
            found.when(self.agency is None, "agency", Problem.OWNER_MISSING)
        planned = self.state is InterventionState.PLANNED
        found.when(planned and self.served_on is not None, "state", Problem.MOVE_NOT_POSSIBLE)
        first, last = self.starts, self.expires
        backwards = first is not None and last is not None and last < first
        found.when(backwards, "expires", Problem.ENDS_BEFORE_START)
        if self.state in ENDED:
            found.when(self.ended is None, "ended", Problem.DATE_MISSING)
            found.when(not self.end_reason.strip(), "end_reason", Problem.REASON_MISSING)
        early = any(first is None or one.on < first for one in self.breaches)
        found.when(early, "on", Problem.BEFORE_IT_STARTED)

    @property
    def served(self) -> bool:
        """Whether it was ever served."""
        return self.served_on is not None

    @property
    def last_day(self) -> date | None:
        """The last day it runs or ran: its expiry, or the day it ended where that is earlier."""
        days = [day for day in (self.expires, self.ended) if day is not None]
        return min(days) if days else None

    def standing(self, day: date) -> Standing:
        """Say where it stands on *day*."""
        return standing_on(self.state, self.expires, day, one_off=self.facts.one_off)

    def live(self, day: date) -> bool:
        """Say whether it is in force on *day* and still runs."""
        return self.standing(day) is Standing.IN_FORCE

    def days_left(self, day: date) -> int | None:
        """Give the days from *day* to the last one; None where it does not run to a date."""
        if not self.live(day) or self.expires is None:
            return None
        return (self.expires - day).days

    @property
    def next_review(self) -> date | None:
        """When it is looked at next, as its kind asks; None once that would be past its end."""
        every = self.facts.review_every
        if self.state is not InterventionState.IN_FORCE or not every or self.starts is None:
            return None
        last = max((one.on for one in self.reviews), default=self.starts)
        due = last + timedelta(days=every)
        return None if self.expires is not None and due > self.expires else due

    @property
    def appeal_until(self) -> date | None:
        """The last day to appeal, None where nobody can or somebody has."""
        days = self.facts.appeal_days
        in_force = self.state is InterventionState.IN_FORCE
        if not in_force or days is None or self.served_on is None or self.appeal is not None:
            return None
        # The day of serving is the first: section 46(2) of the 2014 Act, community protection.
        return self.served_on + timedelta(days=days - 1)

    @property
    def unanswered_since(self) -> date | None:
        """The day of the first breach about which nothing was done, None where there is none."""
        if self.state in {InterventionState.WITHDRAWN, InterventionState.QUASHED}:
            return None
        return min((one.on for one in self.breaches if not one.answered), default=None)

    def serve(self, on: date, starts: date, expires: date | None) -> "Intervention":
        """Put it in force.

        Raises:
            Refused: It is not planned, or its issuing agency is missing.
        """
        self._only_from(InterventionState.PLANNED)
        in_force = InterventionState.IN_FORCE
        return replace(self, state=in_force, served_on=on, starts=starts, expires=expires)

    def review(self, held: ReviewHeld) -> "Intervention":
        """Add a review; those held stay in the order of their days.

        Raises:
            Refused: It is not in force, or the review lies before its start.
        """
        self._only_from(InterventionState.IN_FORCE)
        if self.starts is not None and held.on < self.starts:
            raise refuse("on", Problem.BEFORE_IT_STARTED)
        ordered = sorted((*self.reviews, held), key=lambda one: one.on)
        return replace(self, reviews=tuple(ordered))

    def breach(self, breach: Breach) -> "Intervention":
        """Add a breach; those known stay in the order of their days.

        Raises:
            Refused: It was never in force, or the breach lies outside the time it ran.
        """
        self._only_from(InterventionState.IN_FORCE, InterventionState.ENDED_EARLY)
        last = self.last_day
        if last is not None and breach.on > last:
            raise refuse("on", Problem.AFTER_IT_ENDED)
        ordered = sorted((*self.breaches, breach), key=lambda one: one.on)
        return replace(self, breaches=tuple(ordered))

    def answer_breach(self, place: int, action: str, reported_to: str = "") -> "Intervention":
        """Say what was done about the breach at a place of the list, counted from 0.

        Raises:
            Refused: Without saying what was done, or there is no such breach.
        """
        if not 0 <= place < len(self.breaches):
            raise refuse("", Problem.NOT_FOUND)
        if not action.strip():
            raise refuse("action", Problem.OUTCOME_MISSING)
        known = list(self.breaches)
        told = reported_to or known[place].reported_to
        known[place] = replace(known[place], action=action, reported_to=told)
        return replace(self, breaches=tuple(known))

    def lodge_appeal(self, appeal: Appeal) -> "Intervention":
        """Say that somebody appealed.

        Raises:
            Refused: It was never served, an appeal is on record, or it lies before serving.
        """
        self._only_from(InterventionState.IN_FORCE, InterventionState.ENDED_EARLY)
        if self.appeal is not None:
            raise refuse("lodged", Problem.ALREADY_THERE)
        if self.served_on is not None and appeal.lodged < self.served_on:
            raise refuse("lodged", Problem.BEFORE_IT_STARTED)
        return replace(self, appeal=appeal)

    def decide_appeal(self, outcome: AppealOutcome, on: date, why: str = "") -> "Intervention":
        """Say what became of the appeal; one that succeeds quashes it.

        Raises:
            Refused: No appeal waits for a decision, or quashing gives no reason.
        """
        if self.appeal is None or self.appeal.outcome is not None:
            raise refuse("outcome", Problem.MOVE_NOT_POSSIBLE)
        decided = replace(self, appeal=replace(self.appeal, outcome=outcome, decided=on))
        if outcome is not AppealOutcome.QUASHED:
            return decided
        return replace(decided, state=InterventionState.QUASHED, ended=on, end_reason=why)

    def end_early(self, on: date, why: str) -> "Intervention":
        """End it before its last day.

        Raises:
            Refused: It is not in force, without a reason, or on a day it did not run.
        """
        self._only_from(InterventionState.IN_FORCE)
        self._check_end(on)
        return replace(self, state=InterventionState.ENDED_EARLY, ended=on, end_reason=why)

    def withdraw(self, on: date, why: str) -> "Intervention":
        """Take it back, whether planned or in force.

        Raises:
            Refused: It has ended, without a reason, or on a day it did not run.
        """
        self._only_from(InterventionState.PLANNED, InterventionState.IN_FORCE)
        self._check_end(on)
        return replace(self, state=InterventionState.WITHDRAWN, ended=on, end_reason=why)

    def _check_end(self, on: date) -> None:
        if self.served_on is None:
            return  # a plan can be dropped on any day
        if on < self.served_on:
            raise refuse("ended", Problem.BEFORE_IT_STARTED)
        if self.expires is not None and on > self.expires:
            raise refuse("ended", Problem.AFTER_IT_ENDED)

    def renewed(self, id_: InterventionId, facts: KindFacts) -> "Intervention":
        """Give the plan of the intervention that follows it, with the same conditions.

        Raises:
            Refused: It was never in force, or was withdrawn or quashed.
        """
        self._only_from(InterventionState.IN_FORCE, InterventionState.ENDED_EARLY)
        return replace(
            self, id=id_, facts=facts, state=InterventionState.PLANNED, served_on=None,
            starts=None, expires=None, reviews=(), breaches=(), appeal=None, ended=None,
            end_reason="", reference="", renews=self.id,
        )  # fmt: skip

    def _only_from(self, *states: InterventionState) -> None:
        if self.state not in states:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)


def standing_on(
    state: InterventionState, expires: date | None, day: date, *, one_off: bool
) -> Standing:
    """Say where an intervention in a state stands on *day*."""
    if state is not InterventionState.IN_FORCE:
        return Standing(state.value)
    if one_off:
        return Standing.GIVEN
    return Standing.EXPIRED if expires is not None and expires < day else Standing.IN_FORCE
