"""Corrections: what is said publicly about a release that stands as it was published.

A closed period is never counted again, so a mistake in it is put right by a sentence, never by
another number. Whoever said it and on which day stays on the record.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

from psg_desktop.domain import text as lengths
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.statistics.published import StatisticsId

StatisticsCorrectionId = NewType("StatisticsCorrectionId", UUID)


class PointingWhy(StrEnum):
    """Why words cannot stand in a correction as they are."""

    NAMES = "names"
    NUMBER = "number"
    MAY_NAME = "may_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """Words of a correction that point to somebody, give a number, or may.

    Attributes:
        why: With `MAY_NAME` a person has to say whether they do.
    """

    words: str = field(repr=False)
    why: PointingWhy


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsCorrection:
    """One correction of a release.

    Attributes:
        release: What is corrected.
        text: The sentence as everybody reads it.

    Raises:
        Refused: It says nothing, or is too long.
    """

    id: StatisticsCorrectionId
    release: StatisticsId
    said_on: date
    said_by: str = field(repr=False)
    text: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a correction that says nothing."""
        found = Findings()
        found.when(not self.text.strip(), "text", Problem.CORRECTION_MISSING)
        found.when(len(self.text) > lengths.TEXT_LIMIT, "text", Problem.TEXT_TOO_LONG)
        found.settle()
