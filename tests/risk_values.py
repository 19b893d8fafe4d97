"""Risk instruments and answers, as Hypothesis makes them, and plain ones for stories."""

from datetime import date
from uuid import UUID

from hypothesis import strategies as st

from psg_desktop.domain.cases import CaseKind, RiskLevel
from psg_desktop.domain.ids import RiskInstrumentId
from psg_desktop.domain.risk_instruments import (
    LEVELS,
    Chosen,
    RiskAnswer,
    RiskBand,
    RiskInstrument,
    RiskProposal,
    RiskQuestion,
)

_ID = UUID("01935000-0000-7000-8000-000000000001")
_WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=20)
_DAYS = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))


@st.composite
def risk_instruments(draw: st.DrawFn) -> RiskInstrument:
    """Any version of any instrument that can be scored."""
    count = draw(st.integers(1, 6))
    questions = tuple(draw(_question(number)) for number in range(count))
    highest = sum(question.highest for question in questions)
    since = draw(_DAYS)
    id_ = draw(st.uuids(version=4))
    return RiskInstrument(
        id=RiskInstrumentId(id_),
        code=str(id_),
        name=draw(_WORDS),
        version=draw(st.integers(1, 9)),
        example=draw(st.booleans()),
        remarks=draw(_WORDS),
        kinds=tuple(draw(st.sets(st.sampled_from(CaseKind), min_size=1))),
        questions=questions,
        bands=draw(_bands(highest)),
        proposals=tuple(draw(st.lists(_proposals, max_size=3))),
        since=since,
    )


def chosen_of(instrument: RiskInstrument) -> st.SearchStrategy[Chosen]:
    """Any whole set of answers to an instrument; optional questions may stay open."""
    return st.fixed_dictionaries(
        {
            question.key: st.none() | _places(question) if question.optional else _places(question)
            for question in instrument.questions
        }
    )


def _places(question: RiskQuestion) -> st.SearchStrategy[int]:
    return st.integers(0, len(question.answers) - 1)


@st.composite
def _question(draw: st.DrawFn, number: int) -> RiskQuestion:
    points = draw(st.lists(st.integers(0, 9), min_size=2, max_size=5))
    answers = tuple(RiskAnswer(words=draw(_WORDS), points=weight) for weight in points)
    return RiskQuestion(
        key=f"q{number}",
        words=f"{draw(_WORDS)} {number}",
        answers=answers,
        optional=draw(st.booleans()),
    )


@st.composite
def _bands(draw: st.DrawFn, highest: int) -> tuple[RiskBand, ...]:
    starts = draw(st.sets(st.integers(1, highest), max_size=2)) if highest else set()
    begins = (0, *sorted(starts))
    levels = sorted(
        draw(st.sets(st.sampled_from(LEVELS), min_size=len(begins), max_size=len(begins))),
        key=LEVELS.index,
    )
    return tuple(
        RiskBand(level=level, begins=start) for level, start in zip(levels, begins, strict=True)
    )


_proposals = st.builds(
    RiskProposal,
    level=st.sampled_from((RiskLevel.MEDIUM, RiskLevel.HIGH)),
    what=_WORDS,
    days=st.none() | st.integers(1, 90),
)


def an_instrument(**changes: object) -> RiskInstrument:
    """A small instrument of three questions, from 0 to 9: medium from 4, high from 7."""
    answers = tuple(
        RiskAnswer(words=words, points=points)
        for words, points in (("Never", 0), ("Sometimes", 1), ("Weekly", 2), ("Daily", 3))
    )
    facts: dict[str, object] = {
        "id": RiskInstrumentId(_ID),
        "code": "small",
        "name": "Small matrix",
        "kinds": (CaseKind.PERSON,),
        "questions": tuple(
            RiskQuestion(key=key, words=words, answers=answers, optional=key == "others")
            for key, words in (
                ("often", "How often?"),
                ("worse", "How often is it worse than before?"),
                ("others", "How often are others affected?"),
            )
        ),
        "bands": (
            RiskBand(level=RiskLevel.STANDARD, begins=0),
            RiskBand(level=RiskLevel.MEDIUM, begins=4),
            RiskBand(level=RiskLevel.HIGH, begins=7),
        ),
        "proposals": (
            RiskProposal(level=RiskLevel.MEDIUM, what="Agree a single contact", days=14),
            RiskProposal(level=RiskLevel.HIGH, what="Visit within two working days", days=2),
        ),
    }
    return RiskInstrument(**(facts | changes))  # type: ignore[arg-type]  # by name, as replace does
