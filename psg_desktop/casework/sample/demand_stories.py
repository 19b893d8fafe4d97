"""Demand of the sample: calls that peaked as a case was opened, and mostly eased afterwards."""

from datetime import date
from random import Random

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.changes import Act
from psg_desktop.domain.demand import (
    DemandCell,
    DemandCount,
    counted,
    month_of,
    months_from,
    shifted,
)

_COUNTED, _UNKNOWN, _SECOND = 0.75, 0.01, 0.5  # how often, from 0 to 1
_BEFORE, _LEAST_AFTER, _MOST_MONTHS = 8, 6, 22
# Measures, and how many contacts a month there were at the worst.
_OF_KIND = {
    CaseKind.PERSON: (("police_101", 4), ("ambulance", 6), ("police_999", 3)),
    CaseKind.PLACE: (("police_101", 7), ("council_complaints", 5)),
}
_EASED = (0.25, 0.4, 0.6, 1.0)


def tell(office: Office, today: date) -> None:
    """Count the demand of some cases by month; the same each time."""
    with office.working(Act.COUNT_DEMAND) as unit:
        for case in unit.cases.all():
            # A chance of its own, so that the rest of the sample stays as it was.
            rng = Random(case.reference)  # noqa: S311 - made-up data, not a secret
            measures = _OF_KIND.get(case.kind, ())
            if not measures or rng.random() > _COUNTED:
                continue
            first = rng.randrange(len(measures))
            unit.demand_counts.put_all(_course(rng, case, measures[first], today))
            if rng.random() < _SECOND:
                second = measures[(first + 1) % len(measures)]
                unit.demand_counts.put_all(_course(rng, case, second, today))


def _course(rng: Random, case: Case, measured: tuple[str, int], today: date) -> list[DemandCount]:
    measure, worst = measured
    opened, eased = month_of(case.opened), rng.choice(_EASED)
    ended = max(month_of(case.ended or today), shifted(opened, _LEAST_AFTER))
    last = min(ended, shifted(opened, _MOST_MONTHS))
    told = []
    for month in months_from(shifted(opened, -_BEFORE), max(opened, last)):
        usual = worst * (eased if month > opened else 0.7)
        count = worst if month == opened else round(usual * rng.uniform(0.3, 1.5))
        if month < month_of(today) and rng.random() > _UNKNOWN:
            told.append(counted(DemandCell(case=case.id, measure=measure, month=month), count))
    return told
