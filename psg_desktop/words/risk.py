"""What a person reads about the risk in a case: scores, reasons and how it moves."""

from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.risk_assessments import Direction, RiskAssessment, Trend
from psg_desktop.domain.risk_instruments import RiskInstrument
from psg_desktop.domain.text import TEXT_LIMIT
from psg_desktop.words import dates, names

_MOVED = {
    Direction.UP: "up from {before}",
    Direction.DOWN: "down from {before}",
    Direction.SAME: "as before",
}


def instrument(assessment: RiskAssessment) -> str:
    """Name the instrument and version an assessment was made with."""
    return f"{assessment.instrument_name}, version {assessment.instrument_version}"


def version(one: RiskInstrument) -> str:
    """Name a version of an instrument."""
    return f"{one.name}, version {one.version}"


def out_of(assessment: RiskAssessment) -> str:
    """Give a score with the most it could be, such as "18 of 41"."""
    return f"{assessment.score} of {assessment.highest}"


def level(one: RiskLevel) -> str:
    """Give a level in the middle of a sentence."""
    return names.risk(one).casefold()


def reason(assessment: RiskAssessment) -> str:
    """Say what the risk level of a case rests on, short enough for the case to keep.

    The answers stay with the assessment; of a long reason the rest is read there.
    """
    day = dates.prose(assessment.made_on)
    scored = f"{out_of(assessment)} by the {instrument(assessment)}, on {day}."
    if assessment.override is None:
        return scored
    judged = (
        f"{scored} That is {level(assessment.band)}; {level(assessment.override)} by "
        f"professional judgement: {assessment.override_reason}"
    )
    return judged if len(judged) <= TEXT_LIMIT else f"{judged[: TEXT_LIMIT - 1]}…"


def trend(moved: Trend) -> str:
    """Say in one or two sentences how the latest assessment compares with the one before."""
    before = moved.before
    if before is None:
        return "This is the first assessment, so there is nothing yet to compare it with."
    since = dates.grid(before.made_on)
    levels = _MOVED[moved.level].format(before=level(before.level))
    if moved.score is None:
        return (
            f"Since {since} the level is {levels}. The two scores came from different questions "
            "and cannot be compared."
        )
    scores = _MOVED[moved.score].format(before=before.score)
    return f"Since {since} the score is {scores} and the level is {levels}."


def spoken_course(ordered: tuple[RiskAssessment, ...]) -> str:
    """Read the scores out from the oldest to the latest."""
    read = (f"{dates.grid(one.made_on)}, {out_of(one)}, {level(one.level)}" for one in ordered)
    return "Scores over time: " + "; ".join(read)
