"""Every refusal has its sentence, and it says what to do."""

import pytest

from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.words.refusals import sentence, sentences

BANNED = ("error", "invalid", "are you sure", "please", "must", "!")


def test_that_one_thing_to_choose_is_named() -> None:
    said = sentence(FieldProblem(field="role", problem=Problem.NOTHING_CHOSEN))
    assert said == "Choose the role."


@pytest.mark.parametrize("problem", list(Problem))
def test_that_every_problem_has_a_plain_sentence(problem: Problem) -> None:
    said = sentence(FieldProblem(field="", problem=problem))
    assert said[0].isupper()
    assert said.endswith(".")
    assert not any(word in said.casefold() for word in BANNED)


def test_that_a_field_may_have_its_own_sentence() -> None:
    general = sentence(FieldProblem(field="until", problem=Problem.ENDS_BEFORE_START))
    own = sentence(FieldProblem(field="next_due", problem=Problem.ENDS_BEFORE_START))
    assert own == "Choose a next review after this one."
    assert own != general


@pytest.mark.parametrize(
    ("field", "problem", "said"),
    [
        ("agency", Problem.NOTHING_CHOSEN, "Choose the agency."),
        ("purpose", Problem.NOTHING_CHOSEN, "Choose one."),
        ("kinds", Problem.NOTHING_CHOSEN, "Choose at least one."),
        ("told_on", Problem.DATE_MISSING, "Enter the day they were told."),
        ("until", Problem.DATE_MISSING, "Enter the last day."),
        ("answered_on", Problem.ENDS_BEFORE_START, "An answer comes after what it answers."),
    ],
)
def test_that_a_sentence_of_several_forms_fits_each_of_them(
    field: str, problem: Problem, said: str
) -> None:
    assert sentence(FieldProblem(field=field, problem=problem)) == said


def test_that_a_summary_says_each_thing_once() -> None:
    missing = [
        FieldProblem(field=field, problem=Problem.NAME_MISSING) for field in ("name", "alias")
    ]
    assert sentences(missing) == ("Enter a name.",)
