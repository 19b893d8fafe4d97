"""What the police recorded in an area, as published by month: counts only, never a single crime.

Source: data.police.uk, which gives for each crime its month, its lower layer super output area
(LSOA, some 1,500 residents) and its category. What is kept here is how many there were.
"""

import uuid
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import PoliceMonthId
from psg_desktop.domain.refusals import Findings, Problem

LARGEST_COUNT = 10_000_000


class PoliceFigure(StrEnum):
    """What is counted: crimes and anti-social behaviour, or what became of crimes."""

    RECORDED = "recorded"
    OUTCOMES = "outcomes"


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryCount:
    """How many of one category, such as "Burglary" or "Local resolution", as published."""

    category: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCounts:
    """The counts of one small area.

    Attributes:
        ward: Code of the ward the area is counted in.
        area: LSOA code, or "" where it is not known.
    """

    ward: str
    area: str
    counts: tuple[CategoryCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthKey:
    """What one month's figures are about: there is one set for each kind, month and force.

    Attributes:
        month: The first day of the month.
        force: The police force that reported, as published.
    """

    kind: PoliceFigure
    month: date
    force: str

    @property
    def id(self) -> PoliceMonthId:
        """The identifier of the figures: made from what they are about, so there is only one."""
        about = f"police/{self.kind}/{self.month.isoformat()}/{self.force}"
        return PoliceMonthId(uuid.uuid5(uuid.NAMESPACE_OID, about))


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceMonth:
    """What one force published of one month, for the district only.

    Attributes:
        month: The first day of the month.
        unplaced: Rows of the force that name no area at all.
        outside: Rows of the force that lie outside the district.
        unmatched: Rows of the district whose area is of other boundaries and in no one ward.
        source: Name of the file it was read from.
        digest: SHA-256 of that file, as hexadecimal digits.

    Raises:
        Refused: A number is no count, the month does not begin on its first day, or a text is
            too long.
    """

    id: PoliceMonthId
    kind: PoliceFigure
    month: date
    force: str
    areas: tuple[AreaCounts, ...] = ()
    unplaced: int = 0
    outside: int = 0
    unmatched: int = 0
    source: str = ""
    digest: str = ""
    taken_in: date = field(default=date.min)

    def __post_init__(self) -> None:
        """Refuse figures that cannot be."""
        found = Findings()
        found.when(self.month.day != 1, "month", Problem.DATE_MISSING)
        for name in ("force", "source"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        for name in ("unplaced", "outside", "unmatched"):
            found.when(not _is_count(getattr(self, name)), name, Problem.NOT_A_COUNT)
        counts = (one.count for area in self.areas for one in area.counts)
        found.when(not all(map(_is_count, counts)), "areas", Problem.NOT_A_COUNT)
        found.settle()

    @property
    def key(self) -> MonthKey:
        """What the figures are about."""
        return MonthKey(kind=self.kind, month=self.month, force=self.force)

    @property
    def total(self) -> int:
        """How many rows lie in the wards of the district."""
        return sum(one.count for area in self.areas for one in area.counts)

    def says_the_same(self, other: "PoliceMonth") -> bool:
        """Say whether the figures of another reading are the same, whatever file they came in."""
        return (self.key, self.areas, self.unmatched) == (other.key, other.areas, other.unmatched)


def _is_count(number: int) -> bool:
    return 0 <= number <= LARGEST_COUNT
