"""Problem analyses: what the problem is, why it goes on, what was tried on each side, what came.

The steps are those of OSARA (objective, scanning, analysis, response, assessment), the form in
which national policing guidance teaches problem solving; the sides are those of the problem
analysis triangle and of the people who could control each (design notes, domain, section b.7).
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import CaseId, ProblemAnalysisId
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.domain.spans import backwards

LARGEST_COUNT = 1_000_000


class Side(StrEnum):
    """What a response is aimed at: a side of the triangle, or who could control it."""

    VICTIM = "victim"
    OFFENDER = "offender"
    LOCATION = "location"
    GUARDIAN = "guardian"
    HANDLER = "handler"
    PLACE_MANAGER = "place_manager"


class ProblemResult(StrEnum):
    """What had become of the problem when it was assessed."""

    RESOLVED = "resolved"
    REDUCED = "reduced"
    UNCHANGED = "unchanged"
    WORSE = "worse"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What is done about one side of the problem.

    Raises:
        Refused: It is aimed at nothing.
    """

    side: Side
    text: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a response that is aimed at nothing."""
        if not self.side:
            raise refuse("responses", Problem.SIDE_MISSING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """How often it happened before anything was done, and in which days.

    Attributes:
        measure: What is counted, such as "calls to 101 about the green".
        count: How many there were from `since` to `until`, both days included.
    """

    measure: str = field(default="", repr=False)
    count: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemAnalysis:
    """One round of problem solving in a case; a later round is an analysis of its own.

    Attributes:
        objective: What the group wants to have changed.
        statement: Who or what is harmed, by whom, where and when.
        hypothesis: Why it goes on.
        assess_on: When the result is to be assessed.
        result: What had become of it on `assessed_on`; None while it is not assessed.
        count_after: The same measure again, over as many days.
        finding: What the result rests on, in words.
        differently: What would be done differently.

    Raises:
        Refused: The statement is missing, a text is too long, a period ends before it starts, a
            response says nothing, or a result lacks its day or what it rests on.
    """

    id: ProblemAnalysisId
    case: CaseId
    objective: str = field(default="", repr=False)
    statement: str = field(repr=False)
    baseline: Baseline = field(default_factory=Baseline)
    hypothesis: str = field(default="", repr=False)
    responses: tuple[Response, ...] = ()
    assess_on: date | None = None
    assessed_on: date | None = None
    result: ProblemResult | None = None
    count_after: int | None = None
    finding: str = field(default="", repr=False)
    differently: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse an analysis of nothing, and a result nobody could check."""
        found = Findings()
        found.when(not self.statement.strip(), "statement", Problem.STATEMENT_MISSING)
        for name in ("objective", "statement", "hypothesis", "finding", "differently"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        for one in self.responses:
            found.when(not one.text.strip(), "responses", Problem.TEXT_MISSING)
            found.when(len(one.text) > text.TEXT_LIMIT, "responses", Problem.TEXT_TOO_LONG)
        self._check_counts(found)
        if self.result is not None:
            found.when(self.assessed_on is None, "assessed_on", Problem.DATE_MISSING)
            found.when(not self.finding.strip(), "finding", Problem.OUTCOME_MISSING)
        found.settle()

    @property
    def assessed(self) -> bool:
        """Whether its result is known."""
        return self.result is not None

    def assessment_due_on(self, day: date) -> bool:
        """Say whether it should have been assessed by *day* and was not."""
        return not self.assessed and self.assess_on is not None and self.assess_on <= day

    def on_side(self, side: Side) -> tuple[Response, ...]:
        """Give the responses aimed at one side."""
        return tuple(one for one in self.responses if one.side is side)

    def without_result(self) -> "ProblemAnalysis":
        """Give it as it stood before it was assessed."""
        return replace(
            self, assessed_on=None, result=None, count_after=None, finding="", differently=""
        )

    def _check_counts(self, found: Findings) -> None:
        before = self.baseline
        found.when(len(before.measure) > text.LINE_LIMIT, "measure", Problem.LINE_TOO_LONG)
        found.when(not _countable(before.count), "count", Problem.NOT_A_COUNT)
        found.when(backwards(before.since, before.until), "until", Problem.ENDS_BEFORE_START)
        found.when(not _countable(self.count_after), "count_after", Problem.NOT_A_COUNT)


def _countable(count: int | None) -> bool:
    return count is None or 0 <= count <= LARGEST_COUNT
