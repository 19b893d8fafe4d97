"""What is counted, read from the vault: the four populations, quarter by quarter.

Cases that were deleted or disposed of are gone from here too. Categories are those that stand in
the vault now, for past quarters as well; what was published before is kept by the ledger of
releases.
"""

from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import catalogue, known_cases, matter_facts, work_facts
from psg_desktop.casework.statistics.known_cases import Codes
from psg_desktop.domain.quarters import last_day
from psg_desktop.domain.statistics import interventions, matters, work
from psg_desktop.domain.statistics.counted import Counted, counted
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.store.queries import counting


def populations(office: Office, quarters: tuple[date, ...]) -> tuple[Counted, ...]:
    """Count the matters, reviews, actions and interventions of a vault.

    Args:
        office: The open vault.
        quarters: First days of the quarters, in order of time; at least one.
    """
    day = min(last_day(quarters[-1]), office.today())
    with office.reading() as unit:
        codes = Codes(catalogue.of_unit(unit, day))
        cases = known_cases.read(unit, codes)
        wards = known_cases.subject_wards(unit, day)
        referrals, reading = tuple(counting.referrals(unit.reading)), unit.reading
        return (
            counted(
                Population(
                    code=matters.MATTERS, variables=matters.VARIABLES, quarters=quarters,
                    histories=(), derived=matters.DERIVED,
                ),
                matters.HAPPENINGS, matter_facts.matters(cases, referrals, wards, codes),
            ),
            counted(
                _empty(work.REVIEWS, work.REVIEW_VARIABLES, quarters), (work.REVIEW_DUE,),
                work_facts.reviews(cases, counting.reviews(reading), codes),
            ),
            counted(
                _empty(work.ACTIONS, work.ACTION_VARIABLES, quarters), (work.ACTION_DUE,),
                work_facts.actions(cases, counting.actions(reading), codes),
            ),
            counted(
                _empty(interventions.INTERVENTIONS, interventions.VARIABLES, quarters),
                interventions.HAPPENINGS,
                work_facts.interventions(counting.interventions(reading), codes),
            ),
        )  # fmt: skip


def _empty(code: str, variables: tuple[str, ...], quarters: tuple[date, ...]) -> Population:
    return Population(code=code, variables=variables, quarters=quarters, histories=())
