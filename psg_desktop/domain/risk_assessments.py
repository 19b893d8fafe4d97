"""Risk assessments: what was answered, what it came to, and what a professional made of it.

Everything is kept as it stood on the day: an assessment reads the same after its instrument was
changed, and is never computed again (domain notes b.6).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.ids import CaseId, RiskAssessmentId, RiskInstrumentId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.risk_instruments import (
    Chosen,
    RiskInstrument,
    answer_of,
    band_of,
    check_answered,
    rank,
    score,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """One question with its answer, as both stood on the day.

    Attributes:
        answer: "" where an optional question stayed open.
        highest: The most points the question could weigh.
    """

    question: str
    answer: str = field(repr=False)
    points: int
    highest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What an assessment says beside its answers.

    Attributes:
        override: The level a professional sets in place of the band of the score.
        due_again: When the risk is to be assessed next.
    """

    made_on: date
    assessor: str = field(repr=False)
    override: RiskLevel | None = None
    override_reason: str = field(default="", repr=False)
    due_again: date | None = None
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAssessment:
    """One assessment of the risk in a case.

    Attributes:
        answers: Every question of the version, in its order.
        band: The level the score came to; `level` is what counts.

    Raises:
        Refused: Nobody assessed it, an override lacks its reason, it is due again before it was
            made, a text is too long, or the points do not add up.
    """

    id: RiskAssessmentId
    case: CaseId
    instrument: RiskInstrumentId
    instrument_name: str
    instrument_version: int
    answers: tuple[GivenAnswer, ...] = field(repr=False)
    score: int
    highest: int
    band: RiskLevel
    override: RiskLevel | None = None
    override_reason: str = field(default="", repr=False)
    assessor: str = field(repr=False)
    made_on: date
    due_again: date | None = None
    note: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse an assessment that could not be defended."""
        found = Findings()
        found.when(not self.assessor.strip(), "assessor", Problem.ASSESSOR_MISSING)
        found.when(len(self.assessor) > text.LINE_LIMIT, "assessor", Problem.LINE_TOO_LONG)
        silent = self.override is not None and not self.override_reason.strip()
        found.when(silent, "override_reason", Problem.REASON_MISSING)
        for name in ("override_reason", "note"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        early = self.due_again is not None and self.due_again <= self.made_on
        found.when(early, "due_again", Problem.ENDS_BEFORE_START)
        points = sum(one.points for one in self.answers)
        most = sum(one.highest for one in self.answers)
        found.when((self.score, self.highest) != (points, most), "score", Problem.SCORE_NOT_SUM)
        found.settle()

    @property
    def level(self) -> RiskLevel:
        """The level that counts: the professional's where there is one, else the band's."""
        return self.override or self.band


def assessed(
    id_: RiskAssessmentId,
    case: CaseId,
    instrument: RiskInstrument,
    chosen: Chosen,
    sitting: Sitting,
) -> RiskAssessment:
    """Score the answers chosen and keep them as they stand today.

    An override that says the same as the score is none.

    Raises:
        Refused: A question is open that needs an answer, or the assessment would be refused.
    """
    check_answered(instrument, chosen)
    points = score(instrument, chosen)
    band = band_of(instrument.bands, points)
    differs = sitting.override is not None and sitting.override is not band
    return RiskAssessment(
        id=id_,
        case=case,
        instrument=instrument.id,
        instrument_name=instrument.name,
        instrument_version=instrument.version,
        answers=given_answers(instrument, chosen),
        score=points,
        highest=instrument.highest,
        band=band,
        override=sitting.override if differs else None,
        override_reason=sitting.override_reason if differs else "",
        assessor=sitting.assessor,
        made_on=sitting.made_on,
        due_again=sitting.due_again,
        note=sitting.note,
    )


def given_answers(instrument: RiskInstrument, chosen: Chosen) -> tuple[GivenAnswer, ...]:
    """Give every question with the words and points of its answer."""
    found = []
    for question in instrument.questions:
        answer = answer_of(question, chosen)
        found.append(
            GivenAnswer(
                question=question.words,
                answer=answer.words if answer else "",
                points=answer.points if answer else 0,
                highest=question.highest,
            )
        )
    return tuple(found)


def in_order(assessments: Iterable[RiskAssessment]) -> tuple[RiskAssessment, ...]:
    """Give assessments from the oldest to the latest; of one day, in the order they were made."""
    return tuple(sorted(assessments, key=lambda one: (one.made_on, str(one.id))))


class Direction(StrEnum):
    """Which way a risk moved since the assessment before."""

    FIRST = "first"
    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """How the latest assessment compares with the one before.

    Attributes:
        level: Which way the level moved that counts.
        score: Which way the score moved, None where the two scores have not one measure: another
            instrument, or another version of it.
    """

    level: Direction
    score: Direction | None = None
    latest: RiskAssessment
    before: RiskAssessment | None = None


def trend(assessments: Iterable[RiskAssessment]) -> Trend | None:
    """Compare the latest assessment with the one before; None where there is none."""
    ordered = in_order(assessments)
    if not ordered:
        return None
    latest = ordered[-1]
    if len(ordered) == 1:
        return Trend(level=Direction.FIRST, latest=latest)
    before = ordered[-2]
    measured = latest.instrument == before.instrument
    return Trend(
        level=_way(rank(before.level), rank(latest.level)),
        score=_way(before.score, latest.score) if measured else None,
        latest=latest,
        before=before,
    )


def _way(before: int, after: int) -> Direction:
    if before == after:
        return Direction.SAME
    return Direction.UP if after > before else Direction.DOWN
