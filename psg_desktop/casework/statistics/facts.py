"""What is counted, read from the vault: the four populations, quarter by quarter.

Cases that were deleted or disposed of are gone from here too. Categories are those that stand in
the vault now, for past quarters as well; what was published before is kept by the ledger of
releases.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import catalogue, known_cases, matter_facts, work_facts
from psg_desktop.casework.statistics.known_cases import Codes
from psg_desktop.domain.quarters import last_day
from psg_desktop.domain.statistics import interventions, matters, possible, work
from psg_desktop.domain.statistics.breakdowns import Breakdown, BreakdownCode
from psg_desktop.domain.statistics.counted import Counted, Facts, counted
from psg_desktop.domain.statistics.happenings import OTHER, REST, Happening
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.store.queries import counting

F = TypeVar("F", bound=Facts)


def populations(office: Office, quarters: tuple[date, ...]) -> tuple[Counted, ...]:
    """Count the matters, reviews, actions and interventions of a vault.

    Args:
        office: The open vault.
        quarters: First days of the quarters, in order of time; at least one.
    """
    day = min(last_day(quarters[-1]), office.today())
    with office.reading() as unit:
        lists = catalogue.of_unit(unit, day)
        codes = Codes(lists)
        cases = known_cases.read(unit, codes)
        wards = known_cases.known_wards(unit, day)
        referrals, reading = tuple(counting.referrals(unit.reading)), unit.reading
        return (
            counted(
                _matters(quarters, lists[BreakdownCode.REASON]), matters.HAPPENINGS,
                matter_facts.matters(cases, referrals, wards, codes),
            ),
            counted(
                _reviews(quarters), (work.REVIEW_DUE,),
                work_facts.reviews(cases, counting.reviews(reading), codes),
            ),
            counted(
                _actions(quarters), (work.ACTION_DUE,),
                work_facts.actions(cases, counting.actions(reading), codes),
            ),
            counted(
                _interventions(quarters), interventions.HAPPENINGS,
                work_facts.interventions(counting.interventions(reading), codes),
            ),
        )  # fmt: skip


def _matters(quarters: tuple[date, ...], reasons: Breakdown) -> Population:
    empty = Population(
        code=matters.MATTERS, variables=matters.VARIABLES, quarters=quarters, histories=(),
        derived=matters.DERIVED,
    )  # fmt: skip
    named = [one.code for one in reasons.categories if one.code not in REST]
    return _living(empty, matters.HAPPENINGS, possible.matters(quarters, named or [OTHER]))


def _reviews(quarters: tuple[date, ...]) -> Population:
    empty = Population(
        code=work.REVIEWS, variables=work.REVIEW_VARIABLES, quarters=quarters, histories=()
    )
    return _living(empty, (work.REVIEW_DUE,), possible.reviews(quarters))


def _actions(quarters: tuple[date, ...]) -> Population:
    empty = Population(
        code=work.ACTIONS, variables=work.ACTION_VARIABLES, quarters=quarters, histories=()
    )
    return _living(empty, (work.ACTION_DUE,), possible.actions(quarters))


def _interventions(quarters: tuple[date, ...]) -> Population:
    empty = Population(
        code=interventions.INTERVENTIONS, variables=interventions.VARIABLES, quarters=quarters,
        histories=(),
    )  # fmt: skip
    return _living(empty, interventions.HAPPENINGS, possible.interventions(quarters))


def _living(
    empty: Population, happenings: Sequence[Happening[F]], lives: Iterator[F]
) -> Population:
    return replace(empty, possible=possible.courses(empty, happenings, lives))
