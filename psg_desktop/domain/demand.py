"""Demand: how often a case calls on services, counted by month, measure and agency."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.ids import AgencyId, CaseId, DemandCountId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.spans import backwards, covers, meets

LARGEST_COUNT = 100_000
LONGEST_TRIGGER = 12
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandMeasure:
    """Something that is counted, such as calls to 999, in force between two dates.

    Raises:
        Refused: Code or name is missing or too long, or it ends before it starts.
    """

    id: UUID
    code: str
    name: str
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a measure nobody could choose."""
        found = Findings()
        found.when(not self.code.strip(), "code", Problem.REFERENCE_MISSING)
        _check_name(found, self.name)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def in_force(self, day: date) -> bool:
        """Say whether it can be counted on *day*."""
        return covers(self.since, self.until, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandTrigger:
    """How many contacts in how many months in a row make high demand.

    Attributes:
        name: What it is called, such as "Ambulance high demand: five in a month".
        measures: Codes of the measures that count towards it, added up.
        at_least: Contacts that meet it, within `months` calendar months in a row.
        caution: What a count by month cannot see of the rule it stands for, "" for nothing.
        source: Where the rule comes from.

    Raises:
        Refused: The name or the measures are missing, a text is too long, a number is not
            possible, or it ends before it starts.
    """

    id: UUID
    name: str
    measures: tuple[str, ...]
    at_least: int
    months: int = 1
    caution: str = ""
    source: str = ""
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a trigger that nothing or anything would meet."""
        found = Findings()
        _check_name(found, self.name)
        found.when(not self.measures, "measures", Problem.NOTHING_CHOSEN)
        possible = 1 <= self.at_least <= LARGEST_COUNT
        found.when(not possible, "at_least", Problem.LENGTH_NOT_POSSIBLE)
        found.when(not 1 <= self.months <= LONGEST_TRIGGER, "months", Problem.LENGTH_NOT_POSSIBLE)
        for name in ("caution", "source"):
            found.when(len(getattr(self, name)) > text.TEXT_LIMIT, name, Problem.TEXT_TOO_LONG)
        found.when(backwards(self.since, self.until), "until", Problem.ENDS_BEFORE_START)
        found.settle()

    def in_force(self, day: date) -> bool:
        """Say whether it counts on *day*."""
        return covers(self.since, self.until, day)

    def in_force_during(self, month: date) -> bool:
        """Say whether it counts on any day of a month, given by its first day."""
        return meets(self.since, self.until, month, shifted(month, 1) - timedelta(days=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandCell:
    """What one count is about: a case has one count for each measure, agency and month.

    Attributes:
        agency: Whose count it is, None where no agency is named.
        month: The first day of the month.
    """

    case: CaseId
    measure: str
    agency: AgencyId | None = None
    month: date

    @property
    def id(self) -> DemandCountId:
        """The identifier of the count: made from what it is about, so that there is only one."""
        about = f"{self.measure}/{self.agency or ''}/{self.month.isoformat()}"
        return DemandCountId(uuid.uuid5(self.case, about))

    @property
    def field(self) -> str:
        """The name a refusal knows it by."""
        return f"{self.measure}/{self.agency or ''}/{self.month.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandCount:
    """How many contacts there were in one month; no record means that it is not known.

    Raises:
        Refused: The measure is missing, the month is not given by its first day, or the count is
            below 0 or beyond belief.
    """

    id: DemandCountId
    case: CaseId
    measure: str
    agency: AgencyId | None = None
    month: date
    count: int

    def __post_init__(self) -> None:
        """Refuse what is not a count of a month."""
        found = Findings()
        found.when(not self.measure.strip(), "measure", Problem.NOTHING_CHOSEN)
        found.when(self.month.day != 1, "month", Problem.DATE_MISSING)
        found.when(not countable(self.count), "count", Problem.NOT_A_COUNT)
        found.settle()

    @property
    def cell(self) -> DemandCell:
        """What it is about."""
        return DemandCell(
            case=self.case, measure=self.measure, agency=self.agency, month=self.month
        )


def counted(cell: DemandCell, count: int) -> DemandCount:
    """Give the count of a cell.

    Raises:
        Refused: It is not a count of a month.
    """
    return DemandCount(
        id=cell.id,
        case=cell.case,
        measure=cell.measure,
        agency=cell.agency,
        month=cell.month,
        count=count,
    )


def countable(count: int) -> bool:
    """Say whether a number can be a count of contacts in a month."""
    return 0 <= count <= LARGEST_COUNT


def month_of(day: date) -> date:
    """Give the first day of the month a day lies in."""
    return day.replace(day=1)


def shifted(month: date, by: int) -> date:
    """Give the first day of the month so many months later, or earlier if *by* is below 0."""
    years, place = divmod(month.month - 1 + by, _MONTHS)
    return date(month.year + years, place + 1, 1)


def months_from(first: date, last: date) -> tuple[date, ...]:
    """Give the first days of the months from *first* to *last*, both included."""
    apart = (last.year - first.year) * _MONTHS + last.month - first.month
    return tuple(shifted(first, by) for by in range(apart + 1))


def _check_name(found: Findings, name: str) -> None:
    found.when(not name.strip(), "name", Problem.NAME_MISSING)
    found.when(len(name) > text.LINE_LIMIT, "name", Problem.LINE_TOO_LONG)
