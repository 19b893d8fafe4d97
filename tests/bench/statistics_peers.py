"""The same linked tables protected by us and by others: what is shown, what is found, what it took.

Two sets: six two-way tables over five variables, as in the design notes on privacy (section b), of
made-up caseloads; and what the board's report tells of the cases open at the end of a quarter by
one breakdown each. They are released at the end of two quarters, one after the other: the other
tools know nothing of the earlier release. All are attacked alike, by the tests' own attacker with
another solver than any of them.

The others run in an environment of their own, which `python -m tests.bench.statistics_peers` makes
in `.bench-env`; where it is missing the bench says so and goes on without them.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from psg_desktop.casework.statistics import catalogue, facts
from psg_desktop.casework.statistics.board import Candidate, Design
from psg_desktop.casework.statistics.designing import designed
from psg_desktop.domain.statistics.breakdowns import WIDER, BreakdownCode
from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown
from psg_desktop.domain.statistics.histories import Event, History, Population, Standing
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Table
from psg_desktop.privacy.tables.choosing import Policy, choose
from psg_desktop.privacy.tables.information import information
from tests.attacks.statistics.intruder import Intruder
from tests.attacks.statistics.printed import published_table
from tests.attacks.statistics.releases import Hands, targets
from tests.attacks.statistics.soak import standing
from tests.attacks.statistics.verdicts import SMALL, attacked, exact
from tests.bench.measuring import Figure, peak_mb
from tests.bench.statistics_caseloads import lived_in
from tests.counted_by_hand import number
from tests.privacy.tables.populations import table

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / ".bench-env"
PYTHON = OWN / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
OUTSIDE = Path(__file__).parent / "outside" / "suppressing.py"
PEERS = {"pytauargus": "0.6.0", "gconfid": "2.0.4"}
OPEN = "open_at_end"
QUARTERS = (date(2026, 4, 1), date(2026, 7, 1))
VARIABLES = {"kind": 6, "focus": 3, "area": 4, "status": 3, "quarter": 4}
SIX = (
    ("kind", "area"), ("kind", "focus"), ("focus", "area"), ("kind", "status"),
    ("kind", "quarter"), ("status", "area"),
)  # fmt: skip
B = BreakdownCode
BOARD = (B.FOCUS_AREA, B.WARD, B.RISK, B.LEAD_AGENCY, B.REFERRING_AGENCY)
FLOOR = DisplayRule.NEAREST_FIVE
FINER = (DisplayRule.NEAREST_THREE, DisplayRule.EXACT)
BETTER = 1.5
EVERYTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Units with their codes, and the tables that are to be published of them.

    Attributes:
        crossed: The variables of each table.
        coarser: Wider categories of some variables.
        many: Whether its tables are crossed so much that they are not attacked in whole numbers.
    """

    name: str
    codes: dict[str, tuple[str, ...]]
    population: Population
    crossed: tuple[tuple[str, ...], ...]
    coarser: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    many: bool = False

    def tables(self, quarter: date) -> tuple[Table, ...]:
        """Give the tables of a quarter, each with its totals first."""
        return tuple(self._table(quarter, names) for names in self.crossed)

    def until(self, quarter: date) -> Population:
        """Give what is known at the end of a quarter."""
        count = self.population.quarters.index(quarter) + 1
        histories = tuple(History(standings=one.standings[:count]) for one in self.units)
        return replace(
            self.population, quarters=self.population.quarters[:count], histories=histories
        )

    def count(self, cell: Cell) -> int:
        """Count a cell in truth."""
        return number(cell, self.population)

    @property
    def units(self) -> tuple[History, ...]:
        return self.population.histories

    def designs(self, quarter: date) -> tuple[Design, ...]:
        """Give each table with a coarser one beside it where there is one."""
        return tuple(
            tuple(
                Candidate(tables=(one,))
                for one in (self._table(quarter, names), *self._coarse(quarter, names))
            )
            for names in self.crossed
        )

    def _coarse(self, quarter: date, names: tuple[str, ...]) -> Iterator[Table]:
        if set(names) <= self.coarser.keys():
            yield self._table(quarter, names, self.coarser)

    def _table(
        self,
        quarter: date,
        names: tuple[str, ...],
        wider: Mapping[str, tuple[frozenset[str], ...]] | None = None,
    ) -> Table:
        parts = wider or {
            name: tuple(frozenset({one}) for one in self.codes[name]) for name in names
        }
        rows, columns = [(EVERYTHING, *parts[name]) for name in names] + [(EVERYTHING,)] * (
            2 - len(names)
        )
        sides = (*names, "")[:2]
        cells = [
            [_cell(quarter, zip(sides, (row, column), strict=True)) for column in columns]
            for row in rows
        ]
        lines = [[row[place] for row in cells[1:]] for place in range(len(columns))]
        lines += [row[1:] for row in cells if row[1:]]
        code = "_".join((*names, "coarse")) if wider else "_".join(names)
        return table(code, cells, lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a method shows of a problem, and what the attacker finds in it.

    Attributes:
        exact: Numbers from 1 to 4 that can be worked out exactly, and changes of 1 to 4.
        known: The same, too well known by S1 to S3.
    """

    shown: int
    nonzero: int
    exact: int
    known: int
    sensitive: int
    seconds: float
    bits: float

    def told(self) -> str:
        """Say it in a line."""
        return (
            f"{self.shown / max(1, self.nonzero):.0%} of {self.nonzero} non-zero shown, "
            f"{self.exact} exact, {self.known} too well known of {self.sensitive}, "
            f"{self.bits:,.0f} bits"
        )


_Given = tuple[list[PublishedTable], float | None]
# Protects the tables of one quarter, when some hands hold what came before; gives the seconds where
# the tool takes its own time.
Method = Callable[[Problem, date, Hands], _Given]


def figures() -> list[Figure]:
    """Protect both sets by every method."""
    return [figure for problem in problems() for figure in compared(problem)]


def problems() -> Iterator[Problem]:
    """Give the made-up caseload, then the board's tables of a vault of 300 cases."""
    yield six_tables(120, seed=0)
    yield of_board(300)


def compared(problem: Problem) -> Iterator[Figure]:
    """Protect a problem by every method and attack what each shows."""
    methods: dict[str, Method] = {
        "ours": _designed, "same tables, finer": _finer, "same tables": _audited,
        "plain floor": _plain,
    }  # fmt: skip
    if PYTHON.exists():
        methods |= {f"{tool} {version}": _other(tool) for tool, version in PEERS.items()}
    found = {name: outcome(problem, method) for name, method in methods.items()}
    for name, one in found.items():
        yield Figure(
            name=f"{problem.name}: {name}"[:43], ours=one.seconds, yardstick=one.told(),
            peak_mb=peak_mb(),
        )  # fmt: skip
    # As a ratio that must not be exceeded: what is asked for over what ours tells.
    asked, ours = found["plain floor"].bits * BETTER, found["ours"].bits
    yield Figure(
        name="  information, 1.5 x the floor's over ours", ours=asked / 1000,
        bare=max(ours, 1.0) / 1000, goal=1.0, yardstick="bits, not milliseconds",
    )  # fmt: skip
    if not PYTHON.exists():
        yield Figure(
            name=f"  {' and '.join(PEERS)}: not measured", ours=0.0,
            yardstick="make .bench-env: python -m tests.bench.statistics_peers",
        )  # fmt: skip


def outcome(problem: Problem, method: Method) -> Outcome:
    """Protect quarter after quarter, attack everything shown, and measure it."""
    hands, spent = Hands(), 0.0
    for quarter in QUARTERS:
        begun = time.perf_counter()
        found, own = method(problem, quarter, hands)
        spent += time.perf_counter() - begun if own is None else own
        hands.shown(found)
    intruder = Intruder(problem.codes, hands.seen, whole=not problem.many)
    wanted = targets(hands, problem.population, intruder)
    small = [one for one in wanted if 0 < abs(one.value) < SMALL]
    known = {one.name for one in attacked(intruder, small)}
    nonzero = [cell for cell in hands.numbers if number(cell, problem.population)]
    return Outcome(
        shown=sum(hands.numbers[cell].number is not None for cell in nonzero),
        nonzero=len(nonzero),
        exact=len(exact(intruder, [one for one in small if one.name in known])),
        known=len(known),
        sensitive=len(small),
        seconds=spent,
        bits=sum(information(one) for one in hands.tables),
    )


def six_tables(cases: int, seed: int) -> Problem:
    """Make up cases over five uneven variables; a seventh comes and a seventh goes."""
    dice = Random(seed)
    codes = {name: tuple(f"{name[0]}{one:02}" for one in range(n)) for name, n in VARIABLES.items()}
    weights = {name: [dice.random() ** 2 + 0.05 for _ in found] for name, found in codes.items()}
    units = [
        _unit(
            tuple(dice.choices(found, weights[name])[0] for name, found in codes.items()),
            dice.choices(((True, True), (True, False), (False, True)), (6, 1, 1))[0],
        )
        for _ in range(cases)
    ]
    return Problem(
        name=f"six tables, {cases} cases", codes=codes, crossed=SIX, many=True,
        population=_population(codes, units),
    )  # fmt: skip


def of_board(cases: int) -> Problem:
    """Take the cases open at the ends of quarters, by what the board's report breaks down."""
    with lived_in(cases) as office:
        matters = facts.populations(office, QUARTERS)[0].population
        known = catalogue.of_vault(office, QUARTERS[-1])
    codes = {one.value: tuple(sorted(known[one].codes)) for one in BOARD}
    places = [matters.variables.index(name) for name in codes]
    units = [
        _unit(
            tuple(history.standings[-1].traits[place] for place in places),
            [any(event.measure == OPEN for event in one.events) for one in history.standings],
        )
        for history in matters.histories
    ]
    wider = {
        one.value: tuple(cat.codes for cat in known[WIDER[one]].categories)
        for one in BOARD
        if one in WIDER
    }
    return Problem(
        name=f"board, {cases} cases", codes=codes, crossed=tuple((name,) for name in codes),
        population=_population(codes, units), coarser=wider,
    )  # fmt: skip


def _unit(codes: tuple[str, ...], opens: Sequence[bool]) -> History:
    event = Event(measure=OPEN)
    return History(
        standings=tuple(Standing(traits=codes, events=(event,) if one else ()) for one in opens)
    )


def _population(variables: Iterable[str], units: Sequence[History]) -> Population:
    return Population(
        code="units", variables=tuple(variables), quarters=QUARTERS,
        histories=tuple(one for one in units if any(told.events for told in one.standings)),
    )  # fmt: skip


def _cell(quarter: date, conditions: Iterable[tuple[str, frozenset[str]]]) -> Cell:
    where = sorted(((name, codes) for name, codes in conditions if codes), key=lambda one: one[0])
    return Cell(measure=OPEN, quarters=(quarter,), where=tuple(where))


def _designed(problem: Problem, quarter: date, hands: Hands) -> _Given:
    """Choose fine or coarse tables as the board's report does, then how finely they are shown."""
    designs = problem.designs(quarter)
    every = {cell for one in designs for way in one for cell in way.tables[0].every_cell}
    tables = designed(designs, {cell: problem.count(cell) for cell in every}).tables
    return _safe(problem, tables, hands, Policy(finer=FINER))


def _finer(problem: Problem, quarter: date, hands: Hands) -> _Given:
    return _safe(problem, problem.tables(quarter), hands, Policy(finer=FINER))


def _audited(problem: Problem, quarter: date, hands: Hands) -> _Given:
    return _safe(problem, problem.tables(quarter), hands, Policy())


def _safe(problem: Problem, tables: Sequence[Table], hands: Hands, policy: Policy) -> _Given:
    until = problem.until(tables[0].every_cell[0].quarters[0])
    choice = choose(until, tables, standing(hands), policy)
    left = choice.left_out
    return [published_table(one, choice) for one in tables if one.code not in left], None


def _plain(problem: Problem, quarter: date, hands: Hands) -> _Given:
    del hands
    return [
        _shown(one, DisplayRule.NEAREST_FIVE, lambda cell: shown(problem.count(cell), FLOOR))
        for one in problem.tables(quarter)
    ], None


def _other(tool: str) -> Method:
    """Give a method that hands one quarter's units to another tool and hides what it hides."""

    def protect(problem: Problem, quarter: date, hands: Hands) -> _Given:
        del hands
        now = [one.standings[-1] for one in problem.until(quarter).histories]
        asked = {
            "tool": tool,
            "variables": problem.population.variables,
            "units": [one.traits for one in now if one.events],
            "tables": problem.crossed,
        }
        with TemporaryDirectory() as folder:
            said = subprocess.run(
                [PYTHON, OUTSIDE], input=json.dumps(asked), capture_output=True, text=True,
                check=True, cwd=folder,
            )  # fmt: skip
        told = json.loads(said.stdout)
        withheld = {
            _cell(quarter, [(name, frozenset({code})) for name, code in one])
            for one in told["withheld"]
        }

        def hidden(cell: Cell) -> Shown:
            if cell in withheld:
                return Shown(number=None, low=0, high=None)
            count = problem.count(cell)
            return Shown(number=count, low=count, high=count)

        shown = [_shown(one, DisplayRule.EXACT, hidden) for one in problem.tables(quarter)]
        return shown, told["seconds"]

    return protect


def _shown(one: Table, rule: DisplayRule, show: Callable[[Cell], Shown]) -> PublishedTable:
    bands = tuple(tuple(show(cell) for cell in row) for row in one.cells)
    return PublishedTable(table=one, shown=bands, rule=rule, totals_rule=rule)


def main() -> int:
    """Make the environment of the other tools."""
    uv = Path(sys.executable).with_name("uv")
    named = [f"{tool}=={version}" for tool, version in PEERS.items()]
    subprocess.run([uv, "venv", "-q", OWN], check=True)
    subprocess.run([uv, "pip", "install", "-q", "--python", PYTHON, *named], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
