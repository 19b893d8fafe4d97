"""Rows of a risk instrument's form: questions with weighted answers, and actions to propose."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from typing_extensions import override

from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.risk_instruments import RiskAnswer, RiskProposal, RiskQuestion
from psg_desktop.domain.text import LINE_LIMIT, fold
from psg_desktop.ui.parts.number_lines import CountLine
from psg_desktop.ui.parts.record_rows import RecordRows
from psg_desktop.ui.settings_page.list_sheets import code_for
from psg_desktop.ui.widgets.choices import Ticks
from psg_desktop.ui.widgets.controls import Choice, Line, LongText, Option
from psg_desktop.ui.widgets.row_editor import Cells
from psg_desktop.words import names

_OPTIONAL = "optional"
_ANSWERS = "Answers, one on each line, each with its points: Every day = 5"
_RAISED = (RiskLevel.MEDIUM, RiskLevel.HIGH)


def read_answers(typed: str) -> tuple[RiskAnswer, ...]:
    """Read answers with their points, such as "Every day = 5", one on each line.

    Raises:
        Refused: A line has no points at its end.
    """
    return tuple(_answer(line) for line in typed.splitlines() if line.strip())


def shown_answers(answers: Sequence[RiskAnswer]) -> str:
    """Give answers as they are typed."""
    return "\n".join(f"{one.words} = {one.points}" for one in answers)


def _answer(line: str) -> RiskAnswer:
    said, _sign, points = line.rpartition("=")
    if not points.strip().isdecimal():
        raise refuse("answers", Problem.POINTS_MISSING)
    return RiskAnswer(words=said.strip(), points=int(points))


class QuestionRows(RecordRows):
    """Questions in the order they are asked; one whose words stay keeps its key."""

    def __init__(self) -> None:
        super().__init__("question", _question_cells, _question, _shown_question, upright=True)
        self._keys: dict[str, str] = {}

    @override
    def value(self) -> tuple[Any, ...]:
        made: list[RiskQuestion] = []
        for one in super().value():
            taken = {other.key for other in made} | set(self._keys.values())
            known = self._keys.get(fold(one.words))
            doubled = known in {other.key for other in made}
            key = known if known and not doubled else code_for(one.words, taken)
            made.append(replace(one, key=key))
        return tuple(made)

    @override
    def set_value(self, value: Sequence[Any] | None) -> None:
        self._keys = {fold(one.words): one.key for one in value or ()}
        super().set_value(value)


class ProposalRows(RecordRows):
    """Actions to propose when the risk is raised to a level."""

    def __init__(self) -> None:
        super().__init__("action", _proposal_cells, _proposal, _shown_proposal, upright=True)


def _question_cells() -> Cells:
    return {
        "words": ("Question", Line(longest=LINE_LIMIT)),
        "hint": ("What to think of (optional)", Line(longest=LINE_LIMIT)),
        "answers": (_ANSWERS, LongText(lines=5)),
        "optional": ("May it stay open?", Ticks([Option(_OPTIONAL, "Yes, it then adds nothing")])),
    }


def _question(given: dict[str, Any]) -> RiskQuestion:
    return RiskQuestion(
        key="asked",
        words=given["words"],
        hint=given["hint"],
        answers=read_answers(given["answers"]),
        optional=bool(given["optional"]),
    )


def _shown_question(one: RiskQuestion) -> dict[str, Any]:
    return {
        "words": one.words,
        "hint": one.hint,
        "answers": shown_answers(one.answers),
        "optional": (_OPTIONAL,) if one.optional else (),
    }


def _proposal_cells() -> Cells:
    options = [Option(level, names.risk(level)) for level in _RAISED]
    return {
        "level": ("When raised to", Choice(options)),
        "what": ("Action", Line(longest=LINE_LIMIT)),
        "days": ("Due after days (optional)", CountLine()),
    }


def _proposal(given: dict[str, Any]) -> RiskProposal:
    if given["level"] is None:
        raise refuse("level", Problem.NOTHING_CHOSEN)
    return RiskProposal(level=given["level"], what=given["what"], days=given["days"] or None)


def _shown_proposal(one: RiskProposal) -> dict[str, Any]:
    return {"level": one.level, "what": one.what, "days": one.days or 0}
