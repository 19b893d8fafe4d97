"""What a project promised: objectives with a measure, kept as first agreed; changes are dated."""

import math
from dataclasses import dataclass, field, replace
from datetime import date

from psg_desktop.domain import text
from psg_desktop.domain.ids import ObjectiveId, ProjectId
from psg_desktop.domain.refusals import Findings, Problem

LARGEST_NUMBER = 1e12


def check_number(found: Findings, name: str, number: float | None) -> None:
    """Note a number that cannot be shown or compared."""
    wrong = number is not None and not (math.isfinite(number) and abs(number) <= LARGEST_NUMBER)
    found.when(wrong, name, Problem.NOT_A_NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How it is seen whether an objective is met.

    Attributes:
        what: What is counted, such as "Calls to the police from the street".
        unit: What one of them is, such as "calls a month".
        baseline: The number at the beginning, None where it is not known.
        target: The number that was promised, None where none was.

    Raises:
        Refused: A number without anything that is counted, a text too long, a number beyond belief.
    """

    what: str = field(default="", repr=False)
    unit: str = ""
    baseline: float | None = None
    target: float | None = None

    def __post_init__(self) -> None:
        """Refuse a measure nobody could compare with."""
        found = Findings()
        numbers = self.baseline is not None or self.target is not None
        found.when(numbers and not self.what.strip(), "what", Problem.TEXT_MISSING)
        for name in ("what", "unit"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        for name in ("baseline", "target"):
            check_number(found, name, getattr(self, name))
        found.settle()

    def progress(self, value: float | None) -> float | None:
        """Give how much of the way from baseline to target a value is: 1 is all of it.

        None where it cannot be said. Works for what is to fall as for what is to rise.
        """
        if value is None or self.baseline is None or self.target is None:
            return None
        way = self.target - self.baseline
        return (value - self.baseline) / way if way else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveRevision:
    """What an objective was changed to later, why, and who agreed to it.

    Raises:
        Refused: The wording, the reason or who agreed is missing, or a text is too long.
    """

    on: date
    wording: str = field(repr=False)
    target: float | None = None
    reason: str = field(repr=False)
    agreed_by: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a change nobody could account for."""
        found = Findings()
        found.when(not self.wording.strip(), "wording", Problem.TEXT_MISSING)
        found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        found.when(not self.agreed_by.strip(), "agreed_by", Problem.NAME_MISSING)
        for name in ("wording", "reason"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        found.when(len(self.agreed_by) > text.LINE_LIMIT, "agreed_by", Problem.LINE_TOO_LONG)
        check_number(found, "target", self.target)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """One objective of a project, as first agreed.

    `wording` and `measure` stay as they were: reports are made against them. What was agreed
    later is in `revisions`, the oldest first.

    Raises:
        Refused: The wording is missing or too long, or a revision lies before what it revises.
    """

    id: ObjectiveId
    project: ProjectId
    agreed_on: date
    wording: str = field(repr=False)
    measure: Measure = field(default_factory=Measure)
    revisions: tuple[ObjectiveRevision, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an objective that says nothing."""
        found = Findings()
        found.when(not self.wording.strip(), "wording", Problem.TEXT_MISSING)
        found.when(len(self.wording) > text.TEXT_LIMIT, "wording", Problem.TEXT_TOO_LONG)
        days = [self.agreed_on, *(one.on for one in self.revisions)]
        found.when(days != sorted(days), "on", Problem.BEFORE_AGREED)
        found.settle()

    def revised(self, revision: ObjectiveRevision) -> "Objective":
        """Give the objective with one more change.

        Raises:
            Refused: The change lies before the agreement or an earlier change.
        """
        return replace(self, revisions=(*self.revisions, revision))

    @property
    def wording_now(self) -> str:
        """What was agreed last."""
        return self.revisions[-1].wording if self.revisions else self.wording

    @property
    def target_now(self) -> float | None:
        """The target that was agreed last."""
        return self.revisions[-1].target if self.revisions else self.measure.target
