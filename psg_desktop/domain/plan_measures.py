"""Measures of a plan: a baseline that says its period and source, and readings against it.

Boards complained of indicators with no baseline, of counts mixed with percentages, and of small
changes that look large as percentages (the design's domain notes, c.3): a measure says its unit
and which way is better, and a change is given as a share only of a baseline that is large enough.
"""

import math
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import PlanMeasureId, PlanPriorityId
from psg_desktop.domain.refusals import Findings, Problem

SHARE_FROM = 50  # of a smaller baseline, a share says more than the figures hold


class MeasureScope(StrEnum):
    """Who set a measure."""

    NATIONAL = "national"
    LOCAL = "local"


class Better(StrEnum):
    """Which way a measure is meant to go."""

    LOWER = "lower"
    HIGHER = "higher"


class Course(StrEnum):
    """How the latest reading compares with the baseline."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NO_BASELINE = "no_baseline"
    NOT_READ = "not_read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One value of a measure: what it was over a period, and where it comes from.

    Attributes:
        period: What it counts over, such as "April to June 2026".
        on: The date of the data.

    Raises:
        Refused: The value is not a number, or the period or the source is missing or too long.
    """

    value: float
    period: str = field(repr=False)
    source: str = field(repr=False)
    on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a figure nobody could check."""
        found = Findings()
        found.when(not math.isfinite(self.value), "value", Problem.NOT_A_NUMBER)
        found.when(not self.period.strip(), "period", Problem.PERIOD_MISSING)
        found.when(not self.source.strip(), "source", Problem.SOURCE_MISSING)
        for name in ("period", "source"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The latest reading beside the baseline.

    Attributes:
        by: Latest less baseline; `share` is that over the baseline, None of a small baseline and
            of a measure that is a percentage itself.
    """

    course: Course
    by: float = 0.0
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMeasure:
    """One measure of a priority.

    Attributes:
        unit: What is counted, such as "reports" or "% of residents".
        readings: What was read since the baseline, in the order of the dates of the data.

    Raises:
        Refused: The name or unit is missing, the target is no number, or a text is too long.
    """

    id: PlanMeasureId
    priority: PlanPriorityId
    name: str = field(repr=False)
    scope: MeasureScope
    unit: str
    better: Better
    baseline: Figure | None = None
    target: float | None = None
    readings: tuple[Figure, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a measure that says not what it measures."""
        found = Findings()
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(not self.unit.strip(), "unit", Problem.UNIT_MISSING)
        for name in ("name", "unit"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        endless = self.target is not None and not math.isfinite(self.target)
        found.when(endless, "target", Problem.NOT_A_NUMBER)
        undated = any(one.on is None for one in self.readings)
        found.when(undated, "readings", Problem.DATE_MISSING)
        found.settle()

    @property
    def latest(self) -> Figure | None:
        """The reading of the latest data."""
        return self.readings[-1] if self.readings else None

    @property
    def is_share(self) -> bool:
        """Say whether it is a percentage itself, so that a share of it would only confuse."""
        return self.unit.lstrip().startswith("%")

    def with_readings(self, readings: tuple[Figure, ...]) -> "PlanMeasure":
        """Give it with these readings, in the order of the dates of their data."""
        return replace(self, readings=tuple(sorted(readings, key=lambda one: one.on or date.max)))

    def change(self) -> Change:
        """Compare the latest reading with the baseline."""
        if self.latest is None:
            return Change(course=Course.NOT_READ)
        if self.baseline is None:
            return Change(course=Course.NO_BASELINE)
        by = self.latest.value - self.baseline.value
        large = abs(self.baseline.value) >= SHARE_FROM and not self.is_share
        share = by / abs(self.baseline.value) if large else None
        if by == 0:
            return Change(course=Course.SAME, share=share)
        good = (by < 0) == (self.better is Better.LOWER)
        return Change(course=Course.BETTER if good else Course.WORSE, by=by, share=share)

    def met(self) -> bool | None:
        """Say whether the latest reading meets the target; None where there is nothing to say."""
        if self.target is None or self.latest is None:
            return None
        if self.better is Better.LOWER:
            return self.latest.value <= self.target
        return self.latest.value >= self.target
