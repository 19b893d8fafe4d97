"""Demand: typing what was counted, and reading what it says of one case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from psg_desktop.casework.assessing.rate_ratios import rate_ratio
from psg_desktop.casework.office import Office
from psg_desktop.domain import demand_change as rules
from psg_desktop.domain.changes import Act
from psg_desktop.domain.demand import (
    DemandCell,
    DemandCount,
    DemandMeasure,
    countable,
    counted,
    month_of,
    shifted,
)
from psg_desktop.domain.demand_change import (
    DemandChange,
    Series,
    TriggerMet,
    WindowLength,
)
from psg_desktop.domain.ids import AgencyId, CaseId
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.store.units import Unit

_LATEST_MONTHS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSeries:
    """The counts of one measure by one agency in a case.

    Attributes:
        name: Such as "999 calls to the police, Fen Police".
    """

    measure: str
    agency: AgencyId | None
    name: str
    counts: Series


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestLine:
    """What is known of one series in the latest months: contacts in so many of them."""

    name: str
    total: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestDemand:
    """What the last months that are over say of a case, to be taken as its final demand."""

    first: date
    last: date
    months: int
    lines: tuple[LatestLine, ...]


def keep(office: Office, cells: Mapping[DemandCell, int | None]) -> None:
    """Keep what was typed into cells, all of it in one step; None takes a count away.

    Raises:
        Refused: A case is closed, or by the field of its cell: it is not a count, or its month
            has not begun.
    """
    _check(cells, month_of(office.today()))
    with office.working(Act.COUNT_DEMAND) as unit:
        found = Findings()
        for case in {cell.case for cell in cells}:
            found.when(unit.cases.get(case).closed, "case", Problem.CASE_IS_CLOSED)
        found.settle()
        unit.demand_counts.put_all(
            counted(cell, count) for cell, count in cells.items() if count is not None
        )
        for cell, count in cells.items():
            if count is None and unit.demand_counts.find(cell.id) is not None:
                unit.demand_counts.remove(cell.id)


def counts(office: Office, case: CaseId) -> tuple[DemandCount, ...]:
    """Read every count of a case."""
    with office.reading() as unit:
        return unit.demand_counts.where(case=case)


def series(office: Office, case: CaseId) -> tuple[CountedSeries, ...]:
    """Read the counts of a case by measure and agency, in the order of the measures."""
    with office.reading() as unit:
        measures = unit.demand_measures.all()
        labels = {one.id: one.label for one in unit.agencies.all()}
        found = unit.demand_counts.where(case=case)
    ranks = {one.code: place for place, one in enumerate(measures)}
    gathered: dict[tuple[str, AgencyId | None], dict[date, int]] = {}
    for one in sorted(found, key=lambda one: one.month):
        gathered.setdefault((one.measure, one.agency), {})[one.month] = one.count
    made = [
        CountedSeries(
            measure=measure,
            agency=agency,
            name=series_name(measures, measure, labels[agency] if agency else ""),
            counts=by_month,
        )
        for (measure, agency), by_month in gathered.items()
    ]
    return tuple(sorted(made, key=lambda one: (ranks.get(one.measure, len(ranks)), one.name)))


def series_name(measures: Iterable[DemandMeasure], code: str, agency: str = "") -> str:
    """Give what a series is called, such as "Ambulance calls, East of England Ambulance"."""
    name = next((one.name for one in measures if one.code == code), code)
    return f"{name}, {agency}" if agency else name


def triggers_met(office: Office, case: CaseId) -> tuple[TriggerMet, ...]:
    """Give each trigger that a case meets, with the latest months it meets it in."""
    with office.reading() as unit:
        return _met(unit, unit.demand_counts.where(case=case))


def triggers_met_by(office: Office, subject: UUID) -> tuple[TriggerMet, ...]:
    """Give each trigger that a person, place or project meets; counts of all their cases add up."""
    with office.reading() as unit:
        held = unit.cases.where(subject=subject)
        return _met(unit, [one for case in held for one in unit.demand_counts.where(case=case.id)])


def _met(unit: Unit, counted_in: Sequence[DemandCount]) -> tuple[TriggerMet, ...]:
    if not counted_in:
        return ()
    met = (rules.trigger_met(one, counted_in) for one in unit.demand_triggers.all())
    return tuple(one for one in met if one is not None)


def change(opened: date, of: Series, length: WindowLength, today: date) -> DemandChange:
    """Compare the months before a case was opened with those after it.

    The month of opening is left out: it belongs to neither side. Rates are by known month.
    """
    before = rules.before_window(of, opened, length)
    after = rules.after_window(of, opened, length, today)
    return DemandChange(
        opened=opened,
        before=before,
        after=after,
        ratio=rate_ratio(before.total, before.known, after.total, after.known),
        over=rules.is_over(after, today),
    )


def latest(office: Office, case: CaseId) -> LatestDemand | None:
    """Give the total of each series in the last three months that are over.

    None where no count is known in these months.
    """
    last = shifted(month_of(office.today()), -1)
    first = shifted(last, 1 - _LATEST_MONTHS)
    lines = []
    for one in series(office, case):
        known = [count for month, count in one.counts.items() if first <= month <= last]
        if known:
            lines.append(LatestLine(name=one.name, total=sum(known), known=len(known)))
    if not lines:
        return None
    return LatestDemand(first=first, last=last, months=_LATEST_MONTHS, lines=tuple(lines))


def _check(cells: Mapping[DemandCell, int | None], this_month: date) -> None:
    found = Findings()
    for cell, count in cells.items():
        wrong = count is not None and not countable(count)
        found.when(wrong, cell.field, Problem.NOT_A_COUNT)
        late = count is not None and cell.month > this_month
        found.when(late, cell.field, Problem.DATE_IN_FUTURE)
    found.settle()
