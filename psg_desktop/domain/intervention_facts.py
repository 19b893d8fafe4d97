"""Facts that belong to one intervention: where it stands, reviews, breaches and an appeal."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.refusals import Findings, Problem


class InterventionState(StrEnum):
    """What was last done with an intervention; that it has expired follows from its dates."""

    PLANNED = "planned"
    IN_FORCE = "in_force"
    ENDED_EARLY = "ended_early"
    WITHDRAWN = "withdrawn"
    QUASHED = "quashed"


class Standing(StrEnum):
    """Where an intervention stands on a day, its dates taken into account."""

    PLANNED = "planned"
    IN_FORCE = "in_force"
    GIVEN = "given"
    EXPIRED = "expired"
    ENDED_EARLY = "ended_early"
    WITHDRAWN = "withdrawn"
    QUASHED = "quashed"


class TargetKind(StrEnum):
    """What one intervention was given to or made against."""

    PERSON = "person"
    PLACE = "place"
    AREA = "area"


class Appellant(StrEnum):
    """Who appealed; a name is not needed, so none is kept."""

    RECIPIENT = "recipient"
    ISSUER = "issuer"
    SOMEBODY_ELSE = "somebody_else"


class AppealOutcome(StrEnum):
    """What became of an appeal."""

    DISMISSED = "dismissed"
    VARIED = "varied"
    QUASHED = "quashed"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewHeld:
    """A review of an intervention and what came of it.

    Raises:
        Refused: Without an outcome, or with one that is too long.
    """

    on: date
    outcome: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a review that says nothing."""
        found = Findings()
        found.when(not self.outcome.strip(), "outcome", Problem.OUTCOME_MISSING)
        found.when(len(self.outcome) > text.TEXT_LIMIT, "outcome", Problem.TEXT_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A breach with its evidence, and what was done about it, "" while nothing was.

    Raises:
        Refused: Without evidence, or with a text that is too long.
    """

    on: date
    evidence: str = field(repr=False)
    reported_to: str = field(default="", repr=False)
    action: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a breach nobody could show."""
        found = Findings()
        found.when(not self.evidence.strip(), "evidence", Problem.EVIDENCE_MISSING)
        found.when(len(self.evidence) > text.TEXT_LIMIT, "evidence", Problem.TEXT_TOO_LONG)
        found.when(len(self.action) > text.TEXT_LIMIT, "action", Problem.TEXT_TOO_LONG)
        long = len(self.reported_to) > text.LINE_LIMIT
        found.when(long, "reported_to", Problem.LINE_TOO_LONG)
        found.settle()

    @property
    def answered(self) -> bool:
        """Whether anything was done about it."""
        return bool(self.action.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """An appeal, and what became of it once it is decided.

    Raises:
        Refused: It is decided before it was lodged, or decided without its day.
    """

    lodged: date
    by: Appellant
    outcome: AppealOutcome | None = None
    decided: date | None = None

    def __post_init__(self) -> None:
        """Refuse an appeal decided before it was lodged."""
        found = Findings()
        undated = (self.outcome is None) != (self.decided is None)
        found.when(undated, "decided", Problem.DATE_MISSING)
        early = self.decided is not None and self.decided < self.lodged
        found.when(early, "decided", Problem.ENDS_BEFORE_START)
        found.settle()
