"""The best safe alternative to a table somebody asked for: what else would tell readers more.

Breakdowns are made wider or left out and the period longer. All of that is judged by what the
floor of `displays` would show; the most telling few are then protected like any release.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import catalogue, ledger, publishing
from psg_desktop.casework.statistics.builder import made_table
from psg_desktop.casework.statistics.designing import by_floor
from psg_desktop.casework.statistics.protecting import NoSafeTables, Watch, counted
from psg_desktop.casework.statistics.publishing import Plan
from psg_desktop.domain.refusals import Refused
from psg_desktop.domain.statistics.asked import Asked
from psg_desktop.domain.statistics.breakdowns import WIDER, BreakdownCode, Catalogue
from psg_desktop.domain.statistics.displays import DisplayRule
from psg_desktop.domain.statistics.periods import Period, PeriodKind, financial_year
from psg_desktop.domain.statistics.tables import Table
from psg_desktop.privacy.tables.choosing import Policy
from psg_desktop.privacy.tables.information import information
from psg_desktop.words import breakdowns as breakdown_words
from psg_desktop.words import periods as period_words
from psg_desktop.words import statistics_choices as words

# Each is protected in full, which takes seconds; the ranking by the floor is rarely far off.
_TRIED = 4
_FINER = Policy(finer=(DisplayRule.NEAREST_THREE, DisplayRule.EXACT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A table that could be published in place of the one asked for.

    Attributes:
        changes: What is different, in words; none for the table as it was asked for.
        plan: The release; None where there is no safe way of showing it.
        why: Why there is none, in a sentence.
        information: The bits it tells about where units stand.
        finer: Whether numbers are given more finely than by the floor.
    """

    asked: Asked
    changes: tuple[str, ...] = ()
    plan: Plan | None
    why: str = ""
    information: float = 0.0
    finer: bool = False

    @property
    def numbers(self) -> int:
        """How many numbers it has."""
        return sum(len(one.table.every_cell) for one in self.plan.tables) if self.plan else 0

    @property
    def withheld(self) -> int:
        """How many of them are withheld."""
        return sum(one.withheld for one in self.plan.tables) if self.plan else 0


def search(office: Office, asked: Asked, watch: Watch | None = None) -> tuple[Alternative, ...]:
    """Give safe tables to choose from, the most telling first; the one asked for is among them.

    Of two that tell the same, the one with fewer numbers withheld comes first.

    Args:
        office: The open vault.
        asked: What somebody asked for.
        watch: Is told how far the audits are; what it raises ends them, and nothing is kept.

    Raises:
        Refused: There can be no such table, or its period is not over or more than ten years past.
        LedgerDamaged: What was published before cannot be read.
    """
    ways = [asked, *_promising(office, asked)]
    # One more: the best of them, more finely.
    told_of = _parts_of(watch, len(ways) + 1)
    found = [_tried(office, one, told_of[number]) for number, one in enumerate(ways)]
    told = [replace(one, changes=_changes(asked, one.asked)) for one in found]
    best = min(told, key=lambda one: (-one.information, one.withheld))
    finer = (
        _tried(office, best.asked, told_of[-1], _FINER) if best.withheld < best.numbers else best
    )
    if finer.information > best.information:
        told.append(replace(finer, changes=(*best.changes, words.FINER), finer=True))
    return tuple(sorted(told, key=lambda one: (-one.information, one.withheld)))


def _parts_of(watch: Watch | None, ways: int) -> list[Watch | None]:
    """Tell of several audits as parts of one way to the end, which never goes back."""
    if watch is None:
        return [None] * ways
    furthest = (0, 1)

    def told(number: int, population: str, done: int, total: int) -> None:
        nonlocal furthest
        here = (number * total + done, ways * total)
        if here[0] * furthest[1] > furthest[0] * here[1]:
            furthest = here
        watch(population, *furthest)

    return [partial(told, number) for number in range(ways)]


def _tried(
    office: Office, asked: Asked, watch: Watch | None, policy: Policy | None = None
) -> Alternative:
    try:
        plan = publishing.plan_table(office, asked, watch, policy)
    except NoSafeTables as fault:
        return Alternative(asked=asked, plan=None, why=str(fault))
    told = sum(information(one) for one in plan.tables)
    return Alternative(asked=asked, plan=plan, information=told)


def _promising(office: Office, asked: Asked) -> list[Asked]:
    """Give the alternatives that would tell most by the floor alone."""
    made = dict(_possible(office, asked))
    numbers = counted(office, list(made.values()), ledger.read(office))
    told = {one: information(by_floor(table, numbers)) for one, table in made.items()}
    ranked = sorted(told, key=lambda one: (-told[one], len(_changes(asked, one))))
    return [one for one in ranked if told[one]][:_TRIED]


def _possible(office: Office, asked: Asked) -> Iterator[tuple[Asked, Table]]:
    today = office.today()
    lists: dict[Period, Catalogue] = {}
    for period in _periods(asked.period):
        if not period.over(today):
            continue
        lists[period] = catalogue.of_vault(office, period.last_day)
        for chosen in product(*(_ways(one) for one in asked.breakdowns)):
            by = tuple(one for one in chosen if one is not None)
            other = replace(asked, period=period, breakdowns=by)
            if other == asked or not by:
                continue
            try:
                yield other, made_table(lists[period], period, other.measure, by)
            except Refused:
                # Such as single wards over less than a year: not a table there can be.
                continue


def _periods(period: Period) -> tuple[Period, ...]:
    if period.kind is not PeriodKind.QUARTER:
        return (period,)
    rolling = Period(kind=PeriodKind.ROLLING_YEAR, last_quarter=period.last_quarter)
    return period, rolling, financial_year(period.last_quarter)


def _ways(breakdown: BreakdownCode) -> tuple[BreakdownCode | None, ...]:
    """Give a breakdown, its wider one where there is one, and none at all."""
    wider = WIDER.get(breakdown)
    return (breakdown, wider, None) if wider else (breakdown, None)


def _changes(asked: Asked, other: Asked) -> tuple[str, ...]:
    found = []
    for one in asked.breakdowns:
        wider = WIDER.get(one)
        if one in other.breakdowns:
            continue
        name = breakdown_words.name(one)
        if wider in other.breakdowns:
            found.append(words.wider(name, breakdown_words.name(wider)))
        else:
            found.append(words.without(name))
    if other.period != asked.period:
        found.append(words.longer(period_words.period(other.period)))
    return tuple(found)
