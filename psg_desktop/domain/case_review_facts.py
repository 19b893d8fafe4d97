"""What follows once the threshold is met: information, the panel, recommendations, appeals.

Source: Anti-social Behaviour, Crime and Policing Act 2014, section 104, and the design's domain
notes, section b.10.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.lengths import check_lines, check_texts
from psg_desktop.domain.refusals import Findings, Problem


class VictimPart(StrEnum):
    """What part the victim had in the panel."""

    ATTENDED = "attended"
    REPRESENTED = "represented"
    WROTE = "wrote"
    INVITED_ONLY = "invited_only"
    NOT_INVITED = "not_invited"


class RecommendationAnswer(StrEnum):
    """What the addressee said to a recommendation."""

    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted_in_part"
    NOT_ACCEPTED = "not_accepted"


class AppealAgainst(StrEnum):
    """What an appeal is about."""

    THRESHOLD = "threshold"
    REVIEW = "review"


class ReviewAppealResult(StrEnum):
    """What became of an appeal."""

    UPHELD = "upheld"
    UPHELD_IN_PART = "upheld_in_part"
    NOT_UPHELD = "not_upheld"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRequest:
    """What an agency was asked for before the panel, and when it answered.

    Raises:
        Refused: No agency is named, it answered before it was asked, or a text is too long.
    """

    agency: AgencyId
    asked_on: date
    what: str = field(default="", repr=False)
    answered_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a request to nobody."""
        found = Findings()
        found.when(self.agency is None, "agency", Problem.NOTHING_CHOSEN)
        early = self.answered_on is not None and self.answered_on < self.asked_on
        found.when(early, "answered_on", Problem.ENDS_BEFORE_START)
        check_texts(found, self, "what")
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelMember:
    """An agency of the panel, who comes for it, and whether they did.

    Raises:
        Refused: No agency is named, or the name is too long.
    """

    agency: AgencyId
    officer: str = field(default="", repr=False)
    attended: bool = False

    def __post_init__(self) -> None:
        """Refuse a seat of nobody."""
        found = Findings()
        found.when(self.agency is None, "members", Problem.NOTHING_CHOSEN)
        check_lines(found, self, "officer")
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The meeting that reviews the response: planned, or held.

    Attributes:
        chair_from: The chair's agency or office; `independent` whether they had no part in it.
        representative: Who came for the victim.
        why_not: Why the victim was not invited.
        findings: What the panel found.

    Raises:
        Refused: It was held without a chair, or the victim was not invited and nothing says why.
    """

    on: date
    held: bool = False
    chair: str = field(default="", repr=False)
    chair_from: str = field(default="", repr=False)
    independent: bool = False
    members: tuple[PanelMember, ...] = ()
    victim: VictimPart = VictimPart.INVITED_ONLY
    representative: str = field(default="", repr=False)
    why_not: str = field(default="", repr=False)
    findings: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a panel nobody could account for."""
        found = Findings()
        found.when(self.held and not self.chair.strip(), "chair", Problem.NAME_MISSING)
        left_out = self.victim is VictimPart.NOT_INVITED and not self.why_not.strip()
        found.when(left_out, "why_not", Problem.REASON_MISSING)
        came = self.victim is VictimPart.REPRESENTED and not self.representative.strip()
        found.when(self.held and came, "representative", Problem.NAME_MISSING)
        agencies = [one.agency for one in self.members]
        twice = len(agencies) != len(set(agencies))
        found.when(twice, "members", Problem.ALREADY_THERE)
        check_lines(found, self, "chair", "chair_from", "representative")
        check_texts(found, self, "why_not", "findings")
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What the panel recommends to whom, what they said, and whether it was done.

    Attributes:
        agency: The addressee; `addressee` in words where it is not on file.
        answer_by: When the answer is due; `due` when it is to be done.

    Raises:
        Refused: It says nothing, to nobody, or something came before it was made.
    """

    what: str = field(repr=False)
    made_on: date
    agency: AgencyId | None = None
    addressee: str = field(default="", repr=False)
    answer_by: date | None = None
    due: date | None = None
    answer: RecommendationAnswer | None = None
    answered_on: date | None = None
    answer_text: str = field(default="", repr=False)
    done_on: date | None = None
    evidence: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a recommendation nobody could follow."""
        found = Findings()
        found.when(not self.what.strip(), "what", Problem.TEXT_MISSING)
        nobody = self.agency is None and not self.addressee.strip()
        found.when(nobody, "agency", Problem.ADDRESSEE_MISSING)
        undated = self.answer is not None and self.answered_on is None
        found.when(undated, "answered_on", Problem.DATE_MISSING)
        refused = self.answer is RecommendationAnswer.NOT_ACCEPTED
        found.when(refused and not self.answer_text.strip(), "answer_text", Problem.REASON_MISSING)
        for name in ("answer_by", "due", "answered_on", "done_on"):
            day = getattr(self, name)
            found.when(day is not None and day < self.made_on, name, Problem.ENDS_BEFORE_START)
        check_lines(found, self, "addressee")
        check_texts(found, self, "what", "answer_text", "evidence")
        found.settle()

    @property
    def to_be_done(self) -> bool:
        """Whether it still waits to be done: answered with yes, or not answered."""
        return self.done_on is None and self.answer is not RecommendationAnswer.NOT_ACCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLetter:
    """When the applicant was told the outcome, by whom, and what the letter says.

    Raises:
        Refused: It says nothing or was sent to nobody, or a text is too long.
    """

    on: date
    to: str = field(repr=False)
    says: str = field(repr=False)
    sent_by: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a letter to nobody."""
        found = Findings()
        found.when(not self.to.strip(), "to", Problem.NAME_MISSING)
        found.when(not self.says.strip(), "says", Problem.TEXT_MISSING)
        check_lines(found, self, "to", "sent_by")
        check_texts(found, self, "says")
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAppeal:
    """An appeal against the decision or the review, and its result.

    Attributes:
        decider: Who decides it, such as the Police and Crime Commissioner's office.

    Raises:
        Refused: Grounds are missing, or the result lacks its day or reason or came before.
    """

    asked_on: date
    against: AppealAgainst
    grounds: str = field(repr=False)
    decider: str = field(default="", repr=False)
    result: ReviewAppealResult | None = None
    decided_on: date | None = None
    reason: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse an appeal for nothing, and a result nobody could account for."""
        found = Findings()
        found.when(not self.against, "against", Problem.NOTHING_CHOSEN)
        found.when(not self.grounds.strip(), "grounds", Problem.REASON_MISSING)
        if self.result is not None:
            found.when(self.decided_on is None, "decided_on", Problem.DATE_MISSING)
            found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        early = self.decided_on is not None and self.decided_on < self.asked_on
        found.when(early, "decided_on", Problem.ENDS_BEFORE_START)
        check_lines(found, self, "decider")
        check_texts(found, self, "grounds", "reason")
        found.settle()

    @property
    def upheld(self) -> bool:
        """Whether it was upheld, in whole or in part."""
        return self.result in {ReviewAppealResult.UPHELD, ReviewAppealResult.UPHELD_IN_PART}
