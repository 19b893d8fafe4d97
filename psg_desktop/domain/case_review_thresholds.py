"""The decision whether the threshold of an ASB case review is met, part by part.

Source: Anti-social Behaviour, Crime and Policing Act 2014, section 104, and the design's domain
notes, section b.10.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain.lengths import check_lines, check_texts
from psg_desktop.domain.refusals import Findings, Problem


class ReviewLimb(StrEnum):
    """A part of the threshold test."""

    BEHAVIOUR = "behaviour"
    COMPLAINTS = "complaints"
    PERSISTENCE = "persistence"
    HARM = "harm"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True, kw_only=True)
class LimbFinding:
    """One part of the test, whether it is met, and why.

    Raises:
        Refused: The reason is too long.
    """

    limb: ReviewLimb
    met: bool
    reason: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a reason that is too long."""
        found = Findings()
        check_texts(found, self, "reason")
        found.settle()


_ENOUGH = frozenset(ReviewLimb) - {ReviewLimb.BEHAVIOUR}


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdDecision:
    """Whether the threshold is met, part by part, by whom and why, and who was told.

    Attributes:
        needed, counted: How many qualifying complaints were asked for, and how many there were, on
            the day of the decision.
        told: Who was told, and how.

    Raises:
        Refused: A part is not answered, somebody or something is missing, or the decision goes
            against its own findings: enough complaints of anti-social behaviour meet it by law.
    """

    on: date
    decided_by: str = field(repr=False)
    met: bool
    findings: tuple[LimbFinding, ...]
    reason: str = field(repr=False)
    needed: int
    counted: int
    told: str = field(default="", repr=False)
    told_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a decision nobody could defend."""
        found = Findings()
        found.when(not self.decided_by.strip(), "decided_by", Problem.NAME_MISSING)
        found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        answered = {one.limb: one.met for one in self.findings}
        found.when(set(answered) != set(ReviewLimb), "findings", Problem.LIMB_UNANSWERED)
        behaviour = answered.get(ReviewLimb.BEHAVIOUR, False)
        by_law = behaviour and answered.get(ReviewLimb.COMPLAINTS, False)
        found.when(by_law and not self.met, "met", Problem.MET_BY_LAW)
        some = behaviour and any(answered.get(limb, False) for limb in _ENOUGH)
        found.when(self.met and not some, "met", Problem.NO_PART_MET)
        undated = bool(self.told.strip()) and self.told_on is None
        found.when(undated, "told_on", Problem.DATE_MISSING)
        early = self.told_on is not None and self.told_on < self.on
        found.when(early, "told_on", Problem.ENDS_BEFORE_START)
        check_lines(found, self, "decided_by")
        check_texts(found, self, "reason", "told")
        found.settle()
