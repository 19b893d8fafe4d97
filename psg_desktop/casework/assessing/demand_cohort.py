"""Demand of the whole caseload: before and after, of the cases where both are known."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from psg_desktop.casework.assessing.rate_ratios import rate_ratio
from psg_desktop.casework.office import Office
from psg_desktop.domain import demand_change as rules
from psg_desktop.domain.demand import DemandCount
from psg_desktop.domain.demand_change import LeftOut, RateRatio, Series, Window, WindowLength
from psg_desktop.domain.ids import AgencyId, CaseId
from psg_desktop.store.queries import demand as demand_query


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """What one measure says of all cases whose months are known on both sides.

    Attributes:
        cases: How many cases are in the totals.
        before: Contacts in all their months before; likewise `after`.
        left_out: How many cases are left out, by reason.
    """

    measure: str
    length: WindowLength
    cases: int
    before: int
    after: int
    ratio: RateRatio | None
    left_out: Mapping[LeftOut, int]


def cohort(office: Office, length: WindowLength, on: date | None = None) -> tuple[Cohort, ...]:
    """Give the figure of each measure that was counted in any case, in the order of the measures.

    A case is in the totals where every month of both windows is known, so that each case gives as
    many months before as after; every other case is left out, and the reason is given. Months
    count that were over on the day *on*, today where it is not given.
    """
    with office.reading() as unit:
        opened = demand_query.opened(unit.reading)
        measures = [one.code for one in unit.demand_measures.all()]
        counts = unit.demand_counts.all()
    gathered = _gathered(counts)
    counted = {measure for measure, _case in gathered}
    today = office.today() if on is None else on
    return tuple(
        _of_measure(
            measure,
            length,
            {case: (day, gathered.get((measure, case))) for case, day in opened.items()},
            today,
        )
        for measure in (*measures, *sorted(counted - set(measures)))
        if measure in counted
    )


def shares(
    office: Office, length: WindowLength, on: date
) -> dict[str, dict[CaseId, tuple[int, int]]]:
    """Give what each case gives to the totals, by measure: contacts before, and after."""
    with office.reading() as unit:
        opened = demand_query.opened(unit.reading)
        counts = unit.demand_counts.all()
    found: dict[str, dict[CaseId, tuple[int, int]]] = {}
    for (measure, case), series in _gathered(counts).items():
        first = rules.before_window(series, opened[case], length)
        second = rules.after_window(series, opened[case], length, on)
        if _left_out(first, second, on) is None:
            found.setdefault(measure, {})[case] = (first.total, second.total)
    return found


def _of_measure(
    measure: str,
    length: WindowLength,
    cases: Mapping[CaseId, tuple[date, Series | None]],
    today: date,
) -> Cohort:
    before: list[int] = []
    after: list[int] = []
    left: Counter[LeftOut] = Counter()
    for opened, series in cases.values():
        if series is None:
            left[LeftOut.NOT_COUNTED] += 1
            continue
        first = rules.before_window(series, opened, length)
        second = rules.after_window(series, opened, length, today)
        reason = _left_out(first, second, today)
        if reason is not None:
            left[reason] += 1
            continue
        before.append(first.total)
        after.append(second.total)
    months = len(before) * length.value
    return Cohort(
        measure=measure,
        length=length,
        cases=len(before),
        before=sum(before),
        after=sum(after),
        ratio=rate_ratio(sum(before), months, sum(after), months),
        left_out=dict(left),
    )


def _left_out(before: Window, after: Window, today: date) -> LeftOut | None:
    if not rules.is_over(after, today):
        return LeftOut.NOT_OVER
    return None if before.whole and after.whole else LeftOut.MONTHS_UNKNOWN


def _gathered(counts: tuple[DemandCount, ...]) -> dict[tuple[str, CaseId], dict[date, int]]:
    """Give the counts by measure and case; those of several agencies are added up."""
    parts: dict[tuple[str, CaseId], dict[AgencyId | None, dict[date, int]]] = {}
    for one in counts:
        agencies = parts.setdefault((one.measure, one.case), {})
        agencies.setdefault(one.agency, {})[one.month] = one.count
    return {key: rules.merged(agencies.values()) for key, agencies in parts.items()}
