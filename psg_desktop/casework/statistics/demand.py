"""Demand before and after: sums over cases, with what is needed to tell whether they are safe.

A sum of contacts is a magnitude: a reader who knows the largest part of it knows nearly all, and
of two cases each knows the other's. So each sum comes with how many cases are in it and with the
largest part that one case gives. Nothing here is shown before that was weighed.
"""

from datetime import timedelta

from psg_desktop.casework.assessing import demand_cohort
from psg_desktop.casework.assessing.demand_cohort import Cohort
from psg_desktop.casework.office import Office
from psg_desktop.domain.demand_change import WindowLength
from psg_desktop.domain.statistics.periods import Period


def before_and_after(
    office: Office, period: Period, length: WindowLength = WindowLength.SIX
) -> tuple[Cohort, ...]:
    """Give, for each measure, contacts before and after of the cases known on both sides.

    Only months that were over by the end of the period are counted.
    """
    on = min(period.last_day + timedelta(days=1), office.today())
    return demand_cohort.cohort(office, length, on)
