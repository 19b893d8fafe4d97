"""Reviews of deaths related to domestic abuse: their recommendations, and nobody's story.

Domestic Homicide Reviews are renamed Domestic Abuse Related Death Reviews by section 19 of the
Victims and Prisoners Act 2024; each review keeps the name it was begun under. Only recommendations
are kept: a known failure is one addressed to a body that was never told, another that nobody
looked whether it was done (the design's domain notes, b.15).
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import AgencyId, DeathReviewId, RecommendationId
from psg_desktop.domain.refusals import Findings, Problem

SEND_WITHIN = timedelta(days=7)
ANSWER_WITHIN = timedelta(days=14)


class DeathReviewKind(StrEnum):
    """What a review is called, by the law it was begun under."""

    RELATED_DEATH = "related_death"
    HOMICIDE = "homicide"


class ReviewStage(StrEnum):
    """How far a review has come, as boards report it."""

    COMMISSIONED = "commissioned"
    PANEL_HELD = "panel_held"
    UNDERWAY = "underway"
    REPORTED = "reported"
    WITH_HOME_OFFICE = "with_home_office"
    SENT_BACK = "sent_back"
    PUBLISHED = "published"
    ENDED_EARLY = "ended_early"


class RecommendationStanding(StrEnum):
    """Where a recommendation stands, read from its dates and never typed."""

    OVERDUE = "overdue"
    NOT_ACKNOWLEDGED = "not_acknowledged"
    NOT_SENT = "not_sent"
    MILESTONE_LATE = "milestone_late"
    WAITING = "waiting"
    IN_HAND = "in_hand"
    DONE = "done"


# What somebody has to look after, the gravest first.
PRESSING = (
    RecommendationStanding.OVERDUE,
    RecommendationStanding.NOT_ACKNOWLEDGED,
    RecommendationStanding.NOT_SENT,
    RecommendationStanding.MILESTONE_LATE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathReview:
    """One review, under a title that points to nobody.

    Attributes:
        reference: What the board calls it, such as "DARDR 3".
        since: The day it reached its stage.

    Raises:
        Refused: Reference or title is missing or too long.
    """

    id: DeathReviewId
    kind: DeathReviewKind
    reference: str
    title: str = field(repr=False)
    stage: ReviewStage
    since: date

    def __post_init__(self) -> None:
        """Refuse a review nobody could ask for."""
        found = Findings()
        found.when(not self.reference.strip(), "reference", Problem.REFERENCE_MISSING)
        found.when(not self.title.strip(), "title", Problem.TITLE_MISSING)
        for name in ("reference", "title"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A milestone on the way: what, by when, and when it was reached."""

    what: str = field(repr=False)
    due: date | None = None
    reached: date | None = None

    def late(self, day: date) -> bool:
        """Say whether it should have been reached before *day*."""
        return self.reached is None and self.due is not None and self.due < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One recommendation of a review, from the day it was made until there is evidence.

    Attributes:
        number: Its number in the report, such as "4a".
        agency: The body it is addressed to.
        made_on: The day the board or panel agreed it.
        sent, acknowledged: When the addressee was told, and when it said so.
        owner: Who looks after it at the addressee.
        evidence: What shows that it was done.

    Raises:
        Refused: Its words, addressee or due date are missing, its dates run backwards, or it is
            done without evidence.
    """

    id: RecommendationId
    review: DeathReviewId
    number: str
    text: str = field(repr=False)
    agency: AgencyId | None
    made_on: date
    due: date | None
    sent: date | None = None
    acknowledged: date | None = None
    owner: str = field(default="", repr=False)
    steps: tuple[Step, ...] = ()
    evidence: str = field(default="", repr=False)
    done: date | None = None

    def __post_init__(self) -> None:
        """Refuse a recommendation that could not be followed up."""
        found = Findings()
        found.when(not self.number.strip(), "number", Problem.REFERENCE_MISSING)
        found.when(not self.text.strip(), "text", Problem.RECOMMENDATION_MISSING)
        found.when(self.agency is None, "agency", Problem.ADDRESSEE_MISSING)
        found.when(self.due is None, "due", Problem.DUE_MISSING)
        self._check_dates(found)
        done = self.done is not None
        found.when(done and not self.evidence.strip(), "evidence", Problem.PROOF_MISSING)
        blank = any(not one.what.strip() for one in self.steps)
        found.when(blank, "steps", Problem.TEXT_MISSING)
        for name in ("number", "owner"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        for name in ("text", "evidence"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        found.settle()

    def _check_dates(self, found: Findings) -> None:
        sent, answered = self.sent, self.acknowledged
        found.when(sent is not None and sent < self.made_on, "sent", Problem.BEFORE_MADE)
        unsent = answered is not None and sent is None
        found.when(unsent, "sent", Problem.DATE_MISSING)
        early = answered is not None and sent is not None and answered < sent
        found.when(early, "acknowledged", Problem.BEFORE_SENT)
        for name in ("due", "done"):
            day = getattr(self, name)
            found.when(day is not None and day < self.made_on, name, Problem.BEFORE_MADE)

    def standing(self, day: date) -> RecommendationStanding:
        """Say where it stands on *day*, the gravest first."""
        if self.done is not None:
            return RecommendationStanding.DONE
        if self.due is not None and self.due < day:
            return RecommendationStanding.OVERDUE
        if self.sent is None:
            return RecommendationStanding.NOT_SENT
        unanswered = self.acknowledged is None
        if unanswered and self.sent + ANSWER_WITHIN < day:
            return RecommendationStanding.NOT_ACKNOWLEDGED
        if any(one.late(day) for one in self.steps):
            return RecommendationStanding.MILESTONE_LATE
        return RecommendationStanding.WAITING if unanswered else RecommendationStanding.IN_HAND

    def presses(self, day: date) -> bool:
        """Say whether somebody has to look after it on *day*; sending may take a week."""
        standing = self.standing(day)
        if standing is RecommendationStanding.NOT_SENT:
            return self.made_on + SEND_WITHIN < day
        return standing in PRESSING


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationDue:
    """A recommendation that somebody has to look after, with its review's reference."""

    reference: str
    recommendation: Recommendation
    agency: str
