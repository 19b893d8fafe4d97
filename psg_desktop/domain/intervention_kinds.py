"""Kinds of intervention as dated rows: what the law or the partnership says of each, and when.

Two rows with the same code and different dates stand for the law before and after a change. An
intervention keeps what its row said on the day it was served (`KindFacts`), so that a later edit
changes nothing that is registered. Facts and sources: the design's domain notes, section b.8.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.spans import backwards, covers

ADULT = 18
_HOURS_A_DAY = 24
_MONTHS = 12


class Family(StrEnum):
    """What sort of thing an intervention is."""

    WARNING = "warning"
    NOTICE = "notice"
    ORDER = "order"
    AREA_POWER = "area_power"
    SUPPORT = "support"


# A notice or order binds by law until its last day, whatever the group decides about the case; a
# warning or an offer of support is over with the case in which it was given.
LASTING = frozenset({Family.NOTICE, Family.ORDER, Family.AREA_POWER})


class Aim(StrEnum):
    """What a kind of intervention is given to or made against."""

    PERSON = "person"
    PLACE = "place"
    EITHER = "either"
    AREA = "area"


class LengthUnit(StrEnum):
    """What a length is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long something lasts, such as 6 months.

    Raises:
        Refused: The count is not 1 or more.
    """

    count: int
    unit: LengthUnit

    def __post_init__(self) -> None:
        """Refuse a length of nothing."""
        found = Findings()
        found.when(self.count < 1, "count", Problem.INTERVAL_NOT_POSITIVE)
        found.settle()

    def last_day(self, first: date) -> date:
        """Give the last day of a time of this length that begins on *first*.

        Six months from 1 March end on 31 August; 48 hours end on the second day after.
        """
        match self.unit:
            case LengthUnit.HOURS:
                return first + timedelta(days=-(-self.count // _HOURS_A_DAY))
            case LengthUnit.DAYS:
                return first + timedelta(days=self.count - 1)
            case LengthUnit.WEEKS:
                return first + timedelta(days=7 * self.count - 1)
            case LengthUnit.MONTHS:
                return _months_on(first, self.count)
            case LengthUnit.YEARS:
                return _months_on(first, _MONTHS * self.count)


def _months_on(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, _MONTHS)
    year = min(first.year + years, date.max.year)
    last = calendar.monthrange(year, month + 1)[1]
    if first.day > last:
        return date(year, month + 1, last)  # from 31 August, six months end with February
    return date(year, month + 1, first.day) - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFacts:
    """What an intervention keeps of its kind, as it stood on the day it was served.

    Attributes:
        row: Identifier of the row it was taken from.
        review_every: Days between reviews, None where none is usual.
        appeal_days: Days in which an appeal can be lodged, None where there is no appeal.
        one_off: Whether it is done once it is given, and does not run until a date.
    """

    row: UUID
    name: str
    short_name: str
    family: Family
    breach: str = ""
    review_every: int | None = None
    appeal_days: int | None = None
    one_off: bool = False

    @property
    def outlives_case(self) -> bool:
        """Whether it goes on by law when its case is closed, once it was served."""
        return self.family in LASTING


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionKind:
    """A kind of intervention between two dates; either may be open.

    Attributes:
        minimum_age: The youngest age in whole years, None where there is none.
        age_is_law: Whether a younger person is refused rather than only pointed out.
        issuers: Who may issue it.
        usual: The usual length; `usual_under_18` where it differs for a child.
        longest: The longest the law allows; `longest_under_18` likewise.
        review_every: Days between reviews; `review_every_under_18` likewise.
        one_off: Whether it is done once it is given.
        after: Code of the kind that is usually on record before it, "" for none.
        breach: What a breach means.
        caveat: What to check before relying on this row.
        commenced: Whether it is law yet; one that is not cannot be chosen on any day.

    Raises:
        Refused: Code or name is missing, a text is too long, a number is not 1 or more, or the
            dates run backwards.
    """

    id: UUID
    code: str
    name: str
    short_name: str
    family: Family
    aim: Aim
    jurisdiction: str = "England"
    minimum_age: int | None = None
    age_is_law: bool = False
    issuers: str = ""
    usual: Length | None = None
    usual_under_18: Length | None = None
    longest: Length | None = None
    longest_under_18: Length | None = None
    review_every: int | None = None
    review_every_under_18: int | None = None
    one_off: bool = False
    after: str = ""
    appeal_days: int | None = None
    breach: str = ""
    caveat: str = ""
    source: str = ""
    commenced: bool = True
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a kind nobody could choose."""
        found = Findings()
        found.when(not self.code.strip(), "code", Problem.REFERENCE_MISSING)
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(not self.short_name.strip(), "short_name", Problem.NAME_MISSING)
        for name in ("name", "short_name", "issuers", "source"):
            found.when(len(getattr(self, name)) > text.LINE_LIMIT, name, Problem.LINE_TOO_LONG)
        for name in ("breach", "caveat"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        for name in ("minimum_age", "review_every", "review_every_under_18", "appeal_days"):
            number = getattr(self, name)
            few = number is not None and number < 1
            found.when(few, name, Problem.INTERVAL_NOT_POSITIVE)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def in_force(self, day: date) -> bool:
        """Say whether it can be chosen on *day*."""
        return self.commenced and covers(self.since, self.until, day)

    def overlaps(self, other: "InterventionKind") -> bool:
        """Say whether both rows would be the law of one power on the same day."""
        if self.code != other.code or not (self.commenced and other.commenced):
            return False
        first = max(self.since or date.min, other.since or date.min)
        return first <= min(self.until or date.max, other.until or date.max)

    def usual_for(self, age: int | None) -> Length | None:
        """Give the usual length at an age; of unknown age is taken as adult."""
        child = self.usual_under_18 if _is_child(age) else None
        return child or self.usual

    def longest_for(self, age: int | None) -> Length | None:
        """Give the longest length at an age; of unknown age is taken as adult."""
        child = self.longest_under_18 if _is_child(age) else None
        return child or self.longest

    def facts(self, age: int | None) -> KindFacts:
        """Give what an intervention keeps of it, for somebody of an age."""
        child = self.review_every_under_18 if _is_child(age) else None
        return KindFacts(
            row=self.id,
            name=self.name,
            short_name=self.short_name,
            family=self.family,
            breach=self.breach,
            review_every=child or self.review_every,
            appeal_days=self.appeal_days,
            one_off=self.one_off,
        )

    def proposed_expiry(self, starts: date, age: int | None) -> date | None:
        """Propose the last day, from the usual length at that age; None where none is usual."""
        usual = None if self.one_off else self.usual_for(age)
        return usual.last_day(starts) if usual else None


def _is_child(age: int | None) -> bool:
    return age is not None and age < ADULT
