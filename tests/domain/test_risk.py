"""Risk: scores, bands and trends, and what an assessment keeps for good."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psg_desktop.domain.cases import CaseKind, RiskLevel
from psg_desktop.domain.ids import CaseId, RiskAssessmentId, RiskInstrumentId
from psg_desktop.domain.plain import from_plain, to_plain
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.domain.risk_assessments import (
    Direction,
    RiskAssessment,
    Sitting,
    assessed,
    trend,
)
from psg_desktop.domain.risk_instruments import (
    LEVELS,
    Chosen,
    RiskAnswer,
    RiskBand,
    RiskInstrument,
    RiskQuestion,
    band_of,
    ended,
    in_use,
    raised_to,
    rank,
    score,
)
from tests.risk_values import an_instrument, chosen_of, risk_instruments

DAY = date(2026, 11, 21)
CASE = CaseId(uuid4())
SMALL = an_instrument()


@st.composite
def answered(draw: st.DrawFn) -> tuple[RiskInstrument, Chosen]:
    instrument = draw(risk_instruments())
    return instrument, draw(chosen_of(instrument))


def sat(chosen: Chosen, instrument: RiskInstrument = SMALL, **facts: object) -> RiskAssessment:
    sitting = Sitting(**({"made_on": DAY, "assessor": "Ilse Sedgeway"} | facts))  # type: ignore[arg-type]  # facts by name
    return assessed(RiskAssessmentId(uuid4()), CASE, instrument, chosen, sitting)


def problems(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, Problem]]:
    return {(one.field, one.problem) for one in refused.value.problems}


@given(answered())
def test_that_a_score_lies_between_nothing_and_the_most_there_can_be(
    found: tuple[RiskInstrument, Chosen],
) -> None:
    instrument, chosen = found
    assert 0 <= score(instrument, chosen) <= instrument.highest
    assert sat(chosen, instrument).score == score(instrument, chosen)


@given(risk_instruments())
def test_that_every_score_falls_into_exactly_one_band_and_more_is_never_less(
    instrument: RiskInstrument,
) -> None:
    ends = [band.begins for band in instrument.bands[1:]] + [instrument.highest + 1]
    for points in range(instrument.highest + 1):
        inside = [
            band.level
            for band, end in zip(instrument.bands, ends, strict=True)
            if band.begins <= points < end
        ]
        assert inside == [band_of(instrument.bands, points)]
    levels = [rank(band_of(instrument.bands, points)) for points in range(instrument.highest + 1)]
    assert levels == sorted(levels)


@given(answered(), st.data())
def test_that_an_assessment_reads_the_same_after_any_edit_of_its_instrument(
    found: tuple[RiskInstrument, Chosen], data: st.DataObject
) -> None:
    instrument, chosen = found
    kept = sat(chosen, instrument)
    written = to_plain(kept)
    data.draw(risk_instruments())  # whatever the next version is, nothing of it is asked again
    read = from_plain(RiskAssessment, written)
    assert read == kept
    assert [one.question for one in read.answers] == [one.words for one in instrument.questions]
    assert read.score == sum(one.points for one in read.answers)


@given(answered())
def test_that_every_question_is_kept_with_its_words_and_points(
    found: tuple[RiskInstrument, Chosen],
) -> None:
    instrument, chosen = found
    for question, given_answer in zip(
        instrument.questions, sat(chosen, instrument).answers, strict=True
    ):
        place = chosen[question.key]
        if place is None:
            assert (given_answer.answer, given_answer.points) == ("", 0)
        else:
            answer = question.answers[place]
            assert (given_answer.answer, given_answer.points) == (answer.words, answer.points)


def test_that_an_open_question_is_refused_by_its_key_and_an_optional_one_is_not() -> None:
    with pytest.raises(Refused) as refused:
        sat({"often": 1, "worse": None, "others": None})
    assert problems(refused) == {("worse", Problem.ANSWER_NOT_CHOSEN)}
    assert sat({"often": 1, "worse": 0, "others": None}).score == 1


def test_that_another_level_than_the_score_needs_its_reason() -> None:
    with pytest.raises(Refused) as refused:
        sat({"often": 0, "worse": 0}, override=RiskLevel.HIGH)
    assert problems(refused) == {("override_reason", Problem.REASON_MISSING)}
    judged = sat({"often": 0, "worse": 0}, override=RiskLevel.HIGH, override_reason="Threats.")
    assert (judged.band, judged.level) == (RiskLevel.STANDARD, RiskLevel.HIGH)


def test_that_the_level_of_the_score_said_again_is_no_override() -> None:
    same = sat({"often": 0, "worse": 0}, override=RiskLevel.STANDARD, override_reason="Agreed")
    assert (same.override, same.override_reason) == (None, "")


def test_that_an_assessment_needs_somebody_and_is_due_again_later() -> None:
    with pytest.raises(Refused) as refused:
        sat({"often": 0, "worse": 0}, assessor=" ", due_again=DAY, note="x" * 20_001)
    assert problems(refused) == {
        ("assessor", Problem.ASSESSOR_MISSING),
        ("due_again", Problem.ENDS_BEFORE_START),
        ("note", Problem.TEXT_TOO_LONG),
    }


def test_that_a_score_which_is_not_the_sum_of_its_answers_is_refused() -> None:
    with pytest.raises(Refused, match="score_not_sum"):
        replace(sat({"often": 1, "worse": 1}), score=9)


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"name": " "}, "name", Problem.NAME_MISSING),
        ({"kinds": ()}, "kinds", Problem.NOTHING_CHOSEN),
        ({"questions": ()}, "questions", Problem.QUESTIONS_MISSING),
        ({"questions": (SMALL.questions[0],) * 2}, "questions", Problem.ALREADY_THERE),
        ({"bands": ()}, "bands", Problem.BANDS_NOT_FROM_ZERO),
        ({"bands": SMALL.bands[1:]}, "bands", Problem.BANDS_NOT_FROM_ZERO),
        ({"until": DAY, "since": DAY + timedelta(days=1)}, "until", Problem.ENDS_BEFORE_START),
    ],
)
def test_that_an_instrument_that_cannot_be_scored_is_refused(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(Refused) as refused:
        an_instrument(**changes)
    assert (field, problem) in problems(refused)


@pytest.mark.parametrize(
    ("medium", "high", "expected"),
    [
        (0, 7, {("medium_from", Problem.BAND_NOT_HIGHER)}),
        (7, 7, {("high_from", Problem.BAND_NOT_HIGHER)}),
        (8, 3, {("high_from", Problem.BAND_NOT_HIGHER)}),
        (4, 10, {("high_from", Problem.BAND_OUT_OF_REACH)}),
    ],
)
def test_that_bands_leave_no_score_out_and_none_out_of_reach(
    medium: int, high: int, expected: set[tuple[str, Problem]]
) -> None:
    starts = zip(LEVELS, (0, medium, high), strict=True)
    with pytest.raises(Refused) as refused:
        an_instrument(bands=tuple(RiskBand(level=one, begins=start) for one, start in starts))
    assert problems(refused) == expected


def test_that_a_question_needs_two_answers_and_points_within_reason() -> None:
    with pytest.raises(Refused, match="answers_too_few"):
        RiskQuestion(key="a", words="A?", answers=(RiskAnswer(words="Yes", points=1),))
    for points in (-1, 100):
        with pytest.raises(Refused, match="points_out_of_range"):
            RiskAnswer(words="Yes", points=points)


def test_that_a_raise_reaches_every_level_on_the_way() -> None:
    standard, medium, high = LEVELS
    assert raised_to(None, standard) == frozenset()
    assert raised_to(None, medium) == {medium}
    assert raised_to(standard, high) == {medium, high}
    assert raised_to(medium, high) == {high}
    assert raised_to(high, high) == raised_to(high, standard) == frozenset()


def test_that_the_later_version_holds_and_the_earlier_ends_the_day_before() -> None:
    first = an_instrument(since=DAY - timedelta(days=40))
    second = first.follow(RiskInstrumentId(uuid4()), DAY, 2)
    over = ended(first, DAY)
    assert over.until == DAY - timedelta(days=1)
    assert in_use((second, over), DAY) == (second,)
    assert in_use((second, over), over.until) == (over,)
    assert in_use((second, over), DAY, CaseKind.PLACE) == ()


def test_that_two_versions_of_one_day_leave_the_later_in_use() -> None:
    second = SMALL.follow(RiskInstrumentId(uuid4()), DAY, 2)
    third = second.follow(RiskInstrumentId(uuid4()), DAY, 3)
    assert in_use((third, ended(second, DAY)), DAY) == (third,)


def test_that_a_trend_compares_scores_of_one_version_only() -> None:
    first = sat({"often": 1, "worse": 1}, made_on=DAY - timedelta(days=28))
    worse = sat({"often": 3, "worse": 3})
    assert trend(()) is None
    alone = trend((first,))
    assert alone is not None
    assert alone.level is Direction.FIRST
    rising = trend((worse, first))
    assert rising is not None
    assert (rising.level, rising.score) == (Direction.UP, Direction.UP)
    other = SMALL.follow(RiskInstrumentId(uuid4()), DAY, 2)
    unlike = trend((first, sat({"often": 3, "worse": 3}, other)))
    assert unlike is not None
    assert (unlike.level, unlike.score) == (Direction.UP, None)


def test_that_nothing_an_assessment_says_of_somebody_gets_into_a_log() -> None:
    kept = sat(
        {"often": 3, "worse": 3},
        override=RiskLevel.STANDARD,
        override_reason="Moved to Sluice Lane",
        note="Wilf Marrowby told us",
    )
    shown = repr(kept)
    assert not any(words in shown for words in ("Ilse", "Sluice", "Wilf", "Daily"))
