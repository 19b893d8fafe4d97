"""Releases as readers have them, and everything an attacker makes of them.

Numbers and bands go to the attacker as printed; the truth is used to judge only.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from psg_desktop.casework.statistics.board import board_tables
from psg_desktop.domain import quarters
from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.domain.statistics.displays import DisplayRule, Shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.matters import MATTERS
from psg_desktop.domain.statistics.periods import quarter_period
from psg_desktop.domain.statistics.tables import Table
from tests.attacks.statistics.caseload import CODES, TRAITS, catalogue
from tests.attacks.statistics.intruder import Intruder, Law, Seen
from tests.attacks.statistics.verdicts import Failure, Target, attacked
from tests.counted_by_hand import number

Unit = dict[tuple[str, str], list[dict[str, str]]]  # by measure and quarter: each event's codes
AT_END = "open_at_end"


@dataclass
class Hands:
    """What readers hold: every number printed so far, by the rule of its table."""

    shown: dict[Cell, Shown] = field(default_factory=dict)
    beside_exact: set[Cell] = field(default_factory=set)
    lines: list[Line] = field(default_factory=list)

    def given(
        self, tables: Iterable[Table], shown: dict[Cell, Shown], rules: dict[str, DisplayRule]
    ) -> None:
        """Take a release; what stands already stays as it was printed first."""
        for table in tables:
            self.lines += table.lines
            for cell in table.every_cell:
                self.shown.setdefault(cell, shown[cell])
                if rules.get(table.code) is DisplayRule.EXACT and shown[cell].number is None:
                    self.beside_exact.add(cell)

    def intruder(self, laws: Iterable[Law] = ()) -> Intruder:
        variables = {code.value: codes for code, codes in CODES.items()}
        return Intruder(variables, (_seen(cell, one) for cell, one in self.shown.items()), laws)


def tables_of(quarter: date, codes: Collection[str] = ()) -> list[Table]:
    """Give the board's tables of matters; only some of them where codes are given."""
    every = board_tables(quarter_period(quarter), catalogue())
    return [one for one in every if one.population == MATTERS and (not codes or one.code in codes)]


def floor_of_four(count: int) -> Shown:
    """Show a count as the rule does that hides 1 to 4 and shows the rest."""
    if 0 < count < 5:
        return Shown(number=None, low=1, high=4)
    return Shown(number=count, low=count, high=count)


def targets(hands: Hands, population: Population, intruder: Intruder) -> list[Target]:
    """Give every number and every change between two periods that is small in truth."""
    values = {cell: number(cell, population) for cell in hands.shown}
    found = [
        Target(
            name=_name(cell),
            expression=intruder.cells(*_place(cell)),
            value=value,
            width=5 if cell in hands.beside_exact else 3,
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


def failures(
    hands: Hands, population: Population, insiders: Callable[[Sequence[Unit]], Sequence[Unit]]
) -> list[Failure]:
    """Attack everything printed, as an outsider and as some insiders (S1 to S5)."""
    known = list(_units(population))
    intruder = hands.intruder(laws(known, population))
    wanted = targets(hands, population, intruder)
    found = attacked(intruder, wanted) + list(_forced(hands, population, intruder))
    for unit in insiders(known):
        events = [
            (measure, quarter, codes)
            for (measure, quarter), happened in unit.items()
            for codes in happened
        ]
        found += attacked(intruder, wanted, intruder.unit(events))
    return found


def laws(units: Sequence[Unit], population: Population) -> Iterator[Law]:
    """Give the laws of a caseload that hold of every single unit, which an attacker may guess."""
    for earlier, later in zip(population.quarters, population.quarters[1:], strict=False):
        before, now = str(earlier), str(later)
        same = not any(_recoded(history.standings) for history in population.histories)
        for law in _candidates(before, now):
            if all(_holds(law, unit) for unit in units):
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


def _units(population: Population) -> Iterator[Unit]:
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
    for line in dict.fromkeys(hands.lines):
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


def _place(cell: Cell) -> tuple[str, tuple[str, ...], tuple[tuple[str, frozenset[str]], ...]]:
    return cell.measure, tuple(map(str, cell.quarters)), cell.where


def _seen(cell: Cell, shown: Shown) -> Seen:
    return Seen(*_place(cell), low=shown.low, high=shown.high)


def _name(cell: Cell) -> str:
    where = ", ".join(f"{name} {'|'.join(sorted(codes))}" for name, codes in cell.where)
    return f"{cell.measure} {quarter_names(cell.quarters)} {where}".strip()


def quarter_names(found: Iterable[date]) -> str:
    return "+".join(f"{one.year}Q{quarters.number(one)}" for one in found)
