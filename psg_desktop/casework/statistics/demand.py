"""Demand before and after: cases whose twelve months are known, published together once.

Cases wait until enough of them are complete and no case is nearly all of a sum; then all that wait
are published as one cohort and frozen in the ledger. A cohort that would show too much goes on
waiting, to be pooled with the next ones: to withhold one of its sums would lose it for ever, as
each case is published once, and to leave out the largest case would tell which it is.

That a cohort is there at all says that enough cases became complete. When each did is not told:
counts may be entered at any time, and what else waits is not known.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from psg_desktop.casework.assessing import demand_cohort
from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics.ledger import Ledger, pseudonym
from psg_desktop.domain.demand import month_of, shifted
from psg_desktop.domain.demand_change import WindowLength
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.statistics.magnitudes import Part, PublishedCohort, cohort
from psg_desktop.domain.statistics.periods import Period
from psg_desktop.privacy.tables.magnitudes import MagnitudeRule

LENGTH = WindowLength.SIX


def cohorts(
    office: Office, period: Period, known: Ledger, rule: MagnitudeRule | None = None
) -> tuple[PublishedCohort, ...]:
    """Give every cohort published so far as it stands, and those that can be published now.

    Args:
        office: The open vault.
        period: What is reported; only months that were over by its end count.
        known: What was published so far, withdrawn or not.
        rule: What a sum has to keep to be shown.
    """
    rule = rule or MagnitudeRule()
    earlier = [one for found in known.cohorts for one in found if one.parts]
    on = period.last_day + timedelta(days=1)
    names = _names(office)
    shares = demand_cohort.shares(office, LENGTH, on)
    new: list[PublishedCohort] = []
    for measure in (*names, *sorted(shares.keys() - names.keys())):
        parts = _waiting(measure, shares.get(measure, {}), earlier)
        if rule.publishable(parts):
            made = cohort(measure, names.get(measure, measure), _opened_by(on), parts)
            if rule.safe_beside(made, [*earlier, *new]):
                new.append(made)
    return (*map(_repeated, earlier), *new)


def _waiting(
    measure: str, shares: Mapping[CaseId, tuple[int, int]], earlier: list[PublishedCohort]
) -> list[Part]:
    """Give the parts of cases that are in no cohort of a measure yet."""
    gone = {part.unit for one in earlier if one.measure == measure for part in one.parts}
    parts = (
        # Not what the case is known by among the matters: nothing there leads to its contacts.
        Part(unit=pseudonym(f"demand {case}"), before=before, after=after)
        for case, (before, after) in shares.items()
    )
    return [one for one in parts if one.unit not in gone]


def _repeated(one: PublishedCohort) -> PublishedCohort:
    return PublishedCohort(
        measure=one.measure,
        name=one.name,
        opened_by=one.opened_by,
        cases=one.cases,
        before=one.before,
        after=one.after,
    )


def _opened_by(on: date) -> date:
    """Give the last day of opening after which six whole months are not over."""
    return shifted(month_of(on), -LENGTH.value) - timedelta(days=1)


def _names(office: Office) -> dict[str, str]:
    with office.reading() as unit:
        return {one.code: one.name for one in unit.demand_measures.all()}
