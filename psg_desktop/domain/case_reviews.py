"""ASB case reviews (the community trigger): from an application to its closing and appeals.

Anybody may apply for a review of how agencies answered complaints of anti-social behaviour; one is
held when the threshold is met. Where a review stands follows from its facts and is never typed.
Source: Anti-social Behaviour, Crime and Policing Act 2014, sections 104 and 105.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from psg_desktop.domain.case_review_applications import Applicant, ApplicationRoute, Incident
from psg_desktop.domain.case_review_facts import (
    AppealAgainst,
    InformationRequest,
    OutcomeLetter,
    Panel,
    Recommendation,
    ReviewAppeal,
)
from psg_desktop.domain.case_review_thresholds import ThresholdDecision
from psg_desktop.domain.ids import CaseId, CaseReviewId, PersonId, PlaceId
from psg_desktop.domain.lengths import check_lines, check_texts
from psg_desktop.domain.refusals import Findings, Problem, refuse

V = TypeVar("V")


class ReviewState(StrEnum):
    """Where a review stands."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    NOT_MET = "not_met"
    MET = "met"
    HELD = "held"
    TOLD = "told"
    APPEALED = "appealed"
    DECIDE_AGAIN = "decide_again"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


FINISHED = frozenset({ReviewState.CLOSED, ReviewState.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReview:
    """One application for an ASB case review, and everything that followed.

    Attributes:
        reference: Such as "ACR-2026-003".
        victim: Who suffers the behaviour, where that is not the applicant.
        person, place: The victim and the place on file, where they are.
        case: The case of the caseload it is about, where there is one.
        behaviour: What happens; `asks` what the applicant wants of the review.
        acknowledged_how: How the applicant was answered.
        decisions: The decision on the threshold, the latest last: another follows an appeal.
        panels: Planned and held, in the order of their days.
        closed_because: Why it was closed, or what the applicant said on withdrawing it.

    Raises:
        Refused: Reference or behaviour is missing, a text is too long, or a step lies before the
            application.
    """

    id: CaseReviewId
    reference: str
    received_on: date
    route: ApplicationRoute
    applicant: Applicant
    victim: str = field(default="", repr=False)
    person: PersonId | None = None
    place: PlaceId | None = None
    case: CaseId | None = None
    behaviour: str = field(repr=False)
    asks: str = field(default="", repr=False)
    incidents: tuple[Incident, ...] = ()
    acknowledged_on: date | None = None
    acknowledged_how: str = field(default="", repr=False)
    decisions: tuple[ThresholdDecision, ...] = ()
    requests: tuple[InformationRequest, ...] = ()
    panels: tuple[Panel, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    outcome: OutcomeLetter | None = None
    appeals: tuple[ReviewAppeal, ...] = ()
    withdrawn: bool = False
    closed_on: date | None = None
    closed_because: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a review nobody could follow."""
        found = Findings()
        found.when(not self.reference.strip(), "reference", Problem.REFERENCE_MISSING)
        found.when(not self.behaviour.strip(), "behaviour", Problem.TEXT_MISSING)
        check_lines(found, self, "reference", "victim")
        check_texts(found, self, "behaviour", "asks", "acknowledged_how", "closed_because")
        if self.closed_on is not None:
            found.when(not self.closed_because.strip(), "closed_because", Problem.REASON_MISSING)
        for name, day in _days(self):
            found.when(day < self.received_on, name, Problem.BEFORE_APPLICATION)
        found.settle()

    @property
    def decision(self) -> ThresholdDecision | None:
        """The decision on the threshold that counts."""
        return self.decisions[-1] if self.decisions else None

    @property
    def held(self) -> Panel | None:
        """The first panel that was held: the review itself."""
        return next((one for one in self.panels if one.held), None)

    @property
    def appeal_pending(self) -> ReviewAppeal | None:
        """The appeal that waits for its result."""
        return next((one for one in self.appeals if one.result is None), None)

    @property
    def finished(self) -> bool:
        """Whether it is closed or withdrawn."""
        return self.state in FINISHED

    @property
    def decides_again(self) -> bool:
        """Whether an appeal against the last decision was upheld, so that another is due."""
        upheld = sum(one.against is AppealAgainst.THRESHOLD and one.upheld for one in self.appeals)
        return bool(self.decisions) and upheld >= len(self.decisions)

    @property
    def ending(self) -> str:
        """What can still be counted once it is disposed of: how far it came."""
        if self.held is not None:
            return "reviewed_with_recommendations" if self.recommendations else "reviewed"
        refused = self.decision is not None and not self.decision.met
        return "threshold_not_met" if refused else self.state.value

    @property
    def state(self) -> ReviewState:
        """Where it stands."""
        if self.closed_on is not None:
            return ReviewState.WITHDRAWN if self.withdrawn else ReviewState.CLOSED
        steps = (
            (ReviewState.APPEALED, self.appeal_pending is not None),
            (ReviewState.DECIDE_AGAIN, self.decides_again),
            (ReviewState.TOLD, self.outcome is not None),
            (ReviewState.HELD, self.held is not None),
            (ReviewState.MET, self.decision is not None and self.decision.met),
            (ReviewState.NOT_MET, self.decision is not None),
            (ReviewState.ACKNOWLEDGED, self.acknowledged_on is not None),
        )
        return next((state for state, there in steps if there), ReviewState.RECEIVED)

    def acknowledge(self, on: date, how: str) -> "CaseReview":
        """Say when and how the applicant was answered.

        Raises:
            Refused: It is finished, or the day lies before the application.
        """
        self._only_open()
        return replace(self, acknowledged_on=on, acknowledged_how=how)

    def decide(self, decision: ThresholdDecision, *, correcting: bool = False) -> "CaseReview":
        """Keep the decision on the threshold; *correcting* puts it in the place of the last.

        Raises:
            Refused: It is finished, or decided already and no appeal was upheld since.
        """
        self._only_open()
        if correcting and self.decisions:
            return replace(self, decisions=(*self.decisions[:-1], decision))
        if self.decisions and not self.decides_again:
            raise refuse("", Problem.ALREADY_DECIDED)
        return replace(self, decisions=(*self.decisions, decision))

    def request(self, place: int | None, asked: InformationRequest) -> "CaseReview":
        """Keep what an agency was asked for; *place* is the one it corrects, counted from 0."""
        self._only_open()
        return replace(self, requests=_put(self.requests, place, asked))

    def meet(self, place: int | None, panel: Panel) -> "CaseReview":
        """Keep a panel, planned or held; *place* is the one it corrects, counted from 0.

        Raises:
            Refused: It is finished, or the threshold is not met.
        """
        self._only_open()
        if self.decision is None or not self.decision.met:
            raise refuse("", Problem.THRESHOLD_NOT_MET)
        panels = sorted(_put(self.panels, place, panel), key=lambda one: one.on)
        return replace(self, panels=tuple(panels))

    def recommend(self, place: int | None, made: Recommendation) -> "CaseReview":
        """Keep a recommendation; *place* is the one it changes, counted from 0.

        Raises:
            Refused: No panel was held.
        """
        if self.held is None:
            raise refuse("", Problem.PANEL_NOT_HELD)
        return replace(self, recommendations=_put(self.recommendations, place, made))

    def tell(self, letter: OutcomeLetter) -> "CaseReview":
        """Say that the applicant was told the outcome.

        Raises:
            Refused: It is finished, or no panel was held.
        """
        self._only_open()
        if self.held is None:
            raise refuse("", Problem.PANEL_NOT_HELD)
        return replace(self, outcome=letter)

    def appeal(self, asked: ReviewAppeal) -> "CaseReview":
        """Keep an appeal, also after it was closed: that opens it again.

        Raises:
            Refused: One waits for its result, or there is nothing yet to appeal against.
        """
        found = Findings()
        found.when(self.appeal_pending is not None, "", Problem.ALREADY_THERE)
        about_review = asked.against is AppealAgainst.REVIEW
        nothing = self.held is None if about_review else self.decision is None
        found.when(nothing, "against", Problem.NOTHING_TO_APPEAL)
        found.settle()
        opened = replace(self, closed_on=None, closed_because="", withdrawn=False)
        return replace(opened, appeals=(*self.appeals, asked))

    def decide_appeal(self, decided: ReviewAppeal) -> "CaseReview":
        """Keep the result of the appeal that waits, or correct the last.

        Raises:
            Refused: There is no appeal, or the result is missing.
        """
        if not self.appeals:
            raise refuse("", Problem.MOVE_NOT_POSSIBLE)
        if decided.result is None:
            raise refuse("result", Problem.RESULT_MISSING)
        return replace(self, appeals=(*self.appeals[:-1], decided))

    def close(self, on: date, because: str, *, withdrawn: bool = False) -> "CaseReview":
        """Close it, or say that the applicant withdrew it.

        Raises:
            Refused: It is finished, an appeal waits, or the applicant was not told the decision,
                or the outcome where the threshold is met.
        """
        self._only_open()
        found = Findings()
        found.when(not because.strip(), "closed_because", Problem.REASON_MISSING)
        found.when(self.appeal_pending is not None, "", Problem.APPEAL_WAITS)
        found.when(not (withdrawn or self._answered), "", Problem.OUTCOME_NOT_TOLD)
        found.settle()
        return replace(self, closed_on=on, closed_because=because, withdrawn=withdrawn)

    def reopen(self) -> "CaseReview":
        """Take it up again where it was closed too early.

        Raises:
            Refused: It is not closed.
        """
        if self.closed_on is None:
            raise refuse("", Problem.MOVE_NOT_POSSIBLE)
        return replace(self, closed_on=None, closed_because="", withdrawn=False)

    @property
    def _answered(self) -> bool:
        if self.state is ReviewState.NOT_MET:
            return self.decision is not None and self.decision.told_on is not None
        return self.state is ReviewState.TOLD

    def _only_open(self) -> None:
        if self.finished:
            raise refuse("", Problem.REVIEW_IS_CLOSED)


def _put(known: tuple[V, ...], place: int | None, value: V) -> tuple[V, ...]:
    if place is None:
        return (*known, value)
    if not 0 <= place < len(known):
        raise refuse("", Problem.NOT_FOUND)
    return (*known[:place], value, *known[place + 1 :])


def _days(review: CaseReview) -> Iterable[tuple[str, date]]:
    """Give every day that cannot lie before the application, by its field."""
    single = (("acknowledged_on", review.acknowledged_on), ("closed_on", review.closed_on))
    yield from ((name, day) for name, day in single if day is not None)
    yield from (("decisions", one.on) for one in review.decisions)
    yield from (("panels", one.on) for one in review.panels)
    if review.outcome is not None:
        yield "outcome", review.outcome.on
    yield from (("appeals", one.asked_on) for one in review.appeals)
