"""Risk instruments: the questions a risk is scored by, their weights, and the bands of the score.

There is no single national matrix (domain notes b.6), so an instrument is data the partnership
owns. A version that a case was assessed with is never changed: an edit makes the next version.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from psg_desktop.domain import text
from psg_desktop.domain.cases import CaseKind, RiskLevel
from psg_desktop.domain.ids import RiskInstrumentId
from psg_desktop.domain.refusals import FieldProblem, Findings, Problem, Refused
from psg_desktop.domain.spans import backwards, covers

MOST_POINTS = 99
_FEWEST_ANSWERS = 2
# From the lowest to the highest; a level counts as raised when it moves to the right.
LEVELS = (RiskLevel.STANDARD, RiskLevel.MEDIUM, RiskLevel.HIGH)
# Which answer was chosen of each question, by the key of the question; None where none was.
Chosen = Mapping[str, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAnswer:
    """One answer that can be chosen, and the points it weighs."""

    words: str
    points: int

    def __post_init__(self) -> None:
        """Refuse an answer without words, or with points out of reason."""
        found = Findings()
        found.when(not self.words.strip(), "answers", Problem.TEXT_MISSING)
        found.when(len(self.words) > text.LINE_LIMIT, "answers", Problem.LINE_TOO_LONG)
        found.when(not 0 <= self.points <= MOST_POINTS, "answers", Problem.POINTS_OUT_OF_RANGE)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskQuestion:
    """One question; an optional one may stay open and then weighs nothing.

    Attributes:
        key: Tells it from the other questions of its version.
        hint: What to think of when answering.
    """

    key: str
    words: str
    hint: str = ""
    answers: tuple[RiskAnswer, ...]
    optional: bool = False

    def __post_init__(self) -> None:
        """Refuse a question nobody could answer."""
        found = Findings()
        found.when(not self.words.strip(), "words", Problem.TEXT_MISSING)
        for name in ("words", "hint"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        found.when(len(self.answers) < _FEWEST_ANSWERS, "answers", Problem.ANSWERS_TOO_FEW)
        found.settle()

    @property
    def highest(self) -> int:
        """The most points it can weigh."""
        return max(answer.points for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskBand:
    """From which score on a risk level holds, up to the next band."""

    level: RiskLevel
    begins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskProposal:
    """An action to propose when the risk is raised to a level.

    Attributes:
        days: When it would be due, in days after the assessment; None where that is left open.
    """

    level: RiskLevel
    what: str
    days: int | None = None

    def __post_init__(self) -> None:
        """Refuse a proposal that says nothing."""
        found = Findings()
        found.when(not self.what.strip(), "what", Problem.TEXT_MISSING)
        found.when(len(self.what) > text.LINE_LIMIT, "what", Problem.LINE_TOO_LONG)
        few = self.days is not None and self.days < 1
        found.when(few, "days", Problem.INTERVAL_NOT_POSITIVE)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskInstrument:
    """One version of an instrument.

    Attributes:
        code: The same for all versions of one instrument.
        example: Whether it came with the program, to be replaced by the partnership's own.
        kinds: The kinds of case it is made for.
        bands: From the lowest, which begins at 0, to the highest; each lasts until the next.

    Raises:
        Refused: Name, questions or kinds are missing, two questions are the same, the bands do
            not cover every score once, or it ends before it starts.
    """

    id: RiskInstrumentId
    code: str
    name: str
    version: int = 1
    example: bool = False
    remarks: str = ""
    kinds: tuple[CaseKind, ...]
    questions: tuple[RiskQuestion, ...]
    bands: tuple[RiskBand, ...]
    proposals: tuple[RiskProposal, ...] = ()
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse an instrument that could not be scored."""
        found = Findings()
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(len(self.name) > text.LINE_LIMIT, "name", Problem.LINE_TOO_LONG)
        found.when(len(self.remarks) > text.TEXT_LIMIT, "remarks", Problem.TEXT_TOO_LONG)
        found.when(not self.kinds, "kinds", Problem.NOTHING_CHOSEN)
        found.when(not self.questions, "questions", Problem.QUESTIONS_MISSING)
        for said in ("key", "words"):
            each = {text.fold(getattr(one, said)) for one in self.questions}
            found.when(len(each) < len(self.questions), "questions", Problem.ALREADY_THERE)
        self._check_bands(found)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def _check_bands(self, found: Findings) -> None:
        none = not self.bands or self.bands[0].begins != 0
        found.when(none, "bands", Problem.BANDS_NOT_FROM_ZERO)
        for before, band in zip(self.bands, self.bands[1:], strict=False):
            field = f"{band.level.value}_from"
            low = band.begins <= before.begins or rank(band.level) <= rank(before.level)
            found.when(low, field, Problem.BAND_NOT_HIGHER)
            beyond = bool(self.questions) and band.begins > self.highest
            found.when(beyond, field, Problem.BAND_OUT_OF_REACH)

    @property
    def highest(self) -> int:
        """The highest score there can be."""
        return sum(question.highest for question in self.questions)

    def in_force(self, day: date) -> bool:
        """Say whether it can be used on *day*."""
        return covers(self.since, self.until, day)

    def follow(self, id_: RiskInstrumentId, since: date, version: int) -> "RiskInstrument":
        """Give a copy as another version, in force from a day on, to be edited."""
        return replace(self, id=id_, version=version, since=since, until=None)


def rank(level: RiskLevel | None) -> int:
    """Give the place of a level from the lowest, 0 where nothing was assessed."""
    return 0 if level is None else 1 + LEVELS.index(level)


def score(instrument: RiskInstrument, chosen: Chosen) -> int:
    """Add up the points of the answers chosen so far."""
    found = (answer_of(question, chosen) for question in instrument.questions)
    return sum(answer.points for answer in found if answer is not None)


def answer_of(question: RiskQuestion, chosen: Chosen) -> RiskAnswer | None:
    """Give the answer chosen of a question, None where none was."""
    place = chosen.get(question.key)
    return question.answers[place] if place is not None else None


def band_of(bands: Iterable[RiskBand], points: int) -> RiskLevel:
    """Give the level of a score: that of the last band that begins at or below it."""
    return [band.level for band in bands if band.begins <= points][-1]


def unanswered(instrument: RiskInstrument, chosen: Chosen) -> tuple[RiskQuestion, ...]:
    """Give the questions that still need an answer."""
    return tuple(
        question
        for question in instrument.questions
        if not question.optional and chosen.get(question.key) is None
    )


def check_answered(instrument: RiskInstrument, chosen: Chosen) -> None:
    """Refuse answers that leave a question open which needs one.

    Raises:
        Refused: With every open question, by its key.
    """
    found = unanswered(instrument, chosen)
    if found:
        raise Refused(
            *(FieldProblem(field=one.key, problem=Problem.ANSWER_NOT_CHOSEN) for one in found)
        )


def raised_to(before: RiskLevel | None, after: RiskLevel) -> frozenset[RiskLevel]:
    """Give the levels reached when the risk is raised; nothing when it stays or falls.

    A first assessment is a raise from nothing; the standard level asks for nothing more.
    """
    floor = max(rank(before), rank(RiskLevel.STANDARD))
    return frozenset(level for level in LEVELS if floor < rank(level) <= rank(after))


def in_use(
    versions: Iterable[RiskInstrument], day: date, kind: CaseKind | None = None
) -> tuple[RiskInstrument, ...]:
    """Give the version of each instrument that holds on a day, for one kind of case or all.

    Where two versions hold on one day, as on the day of an edit, it is the later one.
    """
    latest: dict[str, RiskInstrument] = {}
    for one in sorted(versions, key=lambda version: version.version):
        if one.in_force(day):
            latest[one.code] = one
    return tuple(one for one in latest.values() if kind is None or kind in one.kinds)


def ended(instrument: RiskInstrument, next_since: date) -> RiskInstrument:
    """Take a version out of force by the day before the next one."""
    last = next_since - timedelta(days=1)
    if instrument.until is not None and instrument.until <= last:
        return instrument
    return replace(instrument, until=max(last, instrument.since or last))
