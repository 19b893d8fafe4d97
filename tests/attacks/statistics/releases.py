"""Releases as readers have them, and everything an attacker makes of them.

The attacker gets the files; the truth is used to judge only.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from random import Random

from psg_desktop.domain import quarters
from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.domain.statistics.displays import DisplayRule, Shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.periods import Period
from psg_desktop.domain.statistics.published import PublishedTable
from tests.attacks.statistics import printed
from tests.attacks.statistics.caseload import CODES, TRAITS
from tests.attacks.statistics.intruder import Expression, Intruder, Law, Seen, Where
from tests.attacks.statistics.verdicts import SMALL, Failure, Target, attacked
from tests.counted_by_hand import number

Unit = dict[tuple[str, str], list[dict[str, str]]]  # by measure and quarter: each event's codes
AT_END = "open_at_end"


@dataclass
class Hands:
    """What readers hold: every release printed so far, as its files say."""

    seen: list[Seen] = field(default_factory=list)
    tables: list[PublishedTable] = field(default_factory=list)

    def given(self, period: Period, tables: Sequence[PublishedTable]) -> None:
        """Take the files of a release."""
        self.tables += tables
        self.seen += printed.seen(printed.files(period, tables))

    def shown(self, tables: Iterable[PublishedTable]) -> None:
        """Take tables that the program would never print, as they are."""
        for one in tables:
            self.tables.append(one)
            self.seen += [_seen(cell, shown) for cell, shown in _numbers(one)]

    @property
    def numbers(self) -> dict[Cell, Shown]:
        """Every number printed, as it was printed first."""
        found: dict[Cell, Shown] = {}
        for one in self.tables:
            for cell, shown in _numbers(one):
                found.setdefault(cell, shown)
        return found

    @property
    def lines(self) -> list[Line]:
        return list(dict.fromkeys(line for one in self.tables for line in one.table.lines))

    @property
    def beside_exact(self) -> set[Cell]:
        """Every number that was withheld among exact ones."""
        return {
            cell
            for one in self.tables
            for cell, shown in _numbers(one)
            if shown.number is None and among_exact(one, cell)
        }

    def intruder(self, laws: Iterable[Law] = ()) -> Intruder:
        return Intruder({code.value: codes for code, codes in CODES.items()}, self.seen, laws)


def among_exact(one: PublishedTable, cell: Cell) -> bool:
    """Tell whether the other numbers of its sort are exact in a table."""
    return (one.rule if cell.where else one.totals_rule) is DisplayRule.EXACT


def targets(hands: Hands, population: Population, intruder: Intruder) -> list[Target]:
    """Give every number and every change between two periods."""
    values = {cell: number(cell, population) for cell in hands.numbers}
    beside = hands.beside_exact
    found = [
        Target(
            name=_name(cell),
            expression=intruder.cells(*_place(cell)),
            value=value,
            width=5 if cell in beside else 3,
        )
        for cell, value in values.items()
    ]
    alike = defaultdict(list)
    for cell in values:
        alike[cell.measure, len(cell.quarters), cell.where].append(cell)
    for cells in alike.values():
        ordered = sorted(cells, key=lambda one: one.quarters)
        found += [
            _change(earlier, later, values, intruder) for earlier, later in combinations(ordered, 2)
        ]
    return found


@dataclass(frozen=True)
class Attack:
    """What came of an attack on everything printed: S1 to S5, all releases together (S6)."""

    sensitive: int
    insiders: int
    failures: tuple[Failure, ...]


def attack(hands: Hands, population: Population, dice: Random, insiders: int) -> Attack:
    """Attack everything printed, as an outsider and as so many insiders.

    Half of the insiders are those who stand in the most small numbers, half are anybody.
    """
    known = list(units(population))
    intruder = hands.intruder(laws(known, population))
    wanted = targets(hands, population, intruder)
    small = [one for one in wanted if 0 < abs(one.value) < SMALL]
    found = attacked(intruder, wanted) + list(_forced(hands, population, intruder))
    told = [intruder.unit(_events(one)) for one in known]
    exposed = sorted(told, key=lambda one: -_exposure(one, small))[: insiders // 2]
    anybody = dice.sample(told, min(insiders - len(exposed), len(told)))
    for one in (*exposed, *anybody):
        found += attacked(intruder, wanted, one)
    return Attack(len(small), len(exposed) + len(anybody), tuple(found))


def _exposure(unit: Expression, small: Iterable[Target]) -> int:
    return sum(any(column in unit for column in one.expression) for one in small)


def _events(unit: Unit) -> Iterator[tuple[str, str, dict[str, str]]]:
    for (measure, quarter), happened in unit.items():
        for codes in happened:
            yield measure, quarter, codes


def laws(known: Sequence[Unit], population: Population) -> Iterator[Law]:
    """Give the laws of a caseload that hold of every single unit, which an attacker may guess."""
    for earlier, later in zip(population.quarters, population.quarters[1:], strict=False):
        before, now = str(earlier), str(later)
        same = not any(_recoded(history.standings) for history in population.histories)
        for law in _candidates(before, now):
            if all(_holds(law, unit) for unit in known):
                yield law
                if same and not law.at_most:
                    yield from (Law(law.terms, (variable.value,)) for variable in TRAITS)


def _candidates(before: str, now: str) -> Iterator[Law]:
    yield Law(
        ((1, AT_END, before, ()), (1, "opened", now, ()), (-1, "closed", now, ()),
         (-1, AT_END, now, ()))
    )  # fmt: skip
    yield Law(
        ((1, "undecided_at_end", before, ()), (1, "referred", now, ()), (-1, "decided", now, ()),
         (-1, "undecided_at_end", now, ()))
    )  # fmt: skip
    young = (("age", frozenset({"under_3_months"})),)
    older = (("age", frozenset({"3_to_5_months"})),)
    yield Law(((1, AT_END, now, young), (-1, "opened", now, ())), at_most=True)
    yield Law(((1, AT_END, now, older), (-1, AT_END, before, young)), at_most=True)


def _holds(law: Law, unit: Unit) -> bool:
    total = 0
    for times, measure, quarter, where in law.terms:
        events = unit.get((measure, quarter), [])
        total += times * sum(all(one[name] in codes for name, codes in where) for one in events)
    return total <= 0 if law.at_most else total == 0


def _recoded(standings: Sequence[object]) -> bool:
    return len({one.traits for one in standings}) > 1  # type: ignore[attr-defined]  # standings


def units(population: Population) -> Iterator[Unit]:
    """Give what befell each unit, as whoever knows it knows it."""
    for history in population.histories:
        unit: Unit = defaultdict(list)
        for quarter, standing in zip(population.quarters, history.standings, strict=True):
            traits = dict(zip(population.variables, standing.traits, strict=True))
            for event in standing.events:
                unit[event.measure, str(quarter)].append(traits | dict(event.details))
        if unit:
            yield dict(unit)


def _forced(hands: Hands, population: Population, intruder: Intruder) -> Iterator[Failure]:
    """Find lines whose units certainly lie in one category (S5)."""
    for line in hands.lines:
        filled = [cell for cell in line.cells if number(cell, population)]
        if len(filled) != 1 or len(line.cells) == 1:
            continue
        others: dict[int, int] = defaultdict(int)
        for cell in line.cells:
            if cell is not filled[0]:
                for column, times in intruder.cells(*_place(cell)).items():
                    others[column] += times
        if intruder.greatest(others) == 0:
            yield Failure(f"all of a line: {_name(filled[0])}", 0, 0, 0)


def _change(earlier: Cell, later: Cell, values: dict[Cell, int], intruder: Intruder) -> Target:
    expression = dict(intruder.cells(*_place(later)))
    for column, times in intruder.cells(*_place(earlier)).items():
        expression[column] = expression.get(column, 0) - times
    return Target(
        name=f"{_name(later)} since {quarter_names(earlier.quarters)}",
        expression=expression,
        value=values[later] - values[earlier],
        change=True,
    )


def _numbers(one: PublishedTable) -> Iterator[tuple[Cell, Shown]]:
    for cells, row in zip(one.table.cells, one.shown, strict=True):
        yield from zip(cells, row, strict=True)


def _place(cell: Cell) -> tuple[str, tuple[str, ...], Where]:
    return cell.measure, tuple(map(str, cell.quarters)), cell.where


def _seen(cell: Cell, shown: Shown) -> Seen:
    return Seen(*_place(cell), low=shown.low, high=shown.high)


def _name(cell: Cell) -> str:
    where = ", ".join(f"{name} {'|'.join(sorted(codes))}" for name, codes in cell.where)
    return f"{cell.measure} {quarter_names(cell.quarters)} {where}".strip()


def quarter_names(found: Iterable[date]) -> str:
    return "+".join(f"{one.year}Q{quarters.number(one)}" for one in found)
