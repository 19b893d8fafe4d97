"""Chooses how each number of a release is shown, so that the audit of all releases passes.

Every new number starts from the floor of `displays`. Where readers would still come too close, the
number that leads them there is withheld as well; that only ever widens what is possible, so what
was proven stays proven. Then finer rules are tried, table by table, and kept where the audit of
everything passes again.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.tables import Table
from psg_desktop.privacy.tables.auditing import Audit, Examiner, Finding, Watch, unwatched
from psg_desktop.privacy.tables.safety import Thresholds
from psg_desktop.privacy.tables.scene import UNBOUNDED, Published, Scene

TOTALS = "totals"


class NoSafeRelease(Exception):
    """No way of showing these tables was found that protects everybody.

    Attributes:
        audit: What the last audit found.
        cells: The cells of those quantities.
    """

    def __init__(self, audit: Audit, cells: Sequence[Cell]) -> None:
        """Keep what was found."""
        super().__init__("no safe way of showing these tables was found")
        self.audit = audit
        self.cells = tuple(cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How the numbers of a release are shown.

    Attributes:
        shown: Every cell of its tables, those that earlier releases show included.
        rules: The rule of each table by its code; `TOTALS` for the totals of all of them.
        withheld: Numbers of 10 or more that are withheld, so that others cannot be worked out.
        mixed: Codes of tables in which a withheld number need not be under 10.
        audit: The audit of all releases with this one.
        left_out: Codes of tables that cannot be published, because earlier releases let too much
            of them be worked out.
    """

    shown: dict[Cell, Shown]
    rules: dict[str, DisplayRule]
    withheld: frozenset[Cell]
    mixed: frozenset[str]
    audit: Audit
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What counts as safe, and how finely numbers may be shown.

    Attributes:
        finer: Rules to try beyond the floor, the coarsest first. What is shown more finely now
            leaves less room for later releases.
    """

    thresholds: Thresholds = field(default_factory=Thresholds)
    finer: tuple[DisplayRule, ...] = ()


def choose(
    population: Population,
    tables: Sequence[Table],
    standing: Sequence[Published],
    policy: Policy,
    watch: Watch = unwatched,
) -> Choice:
    """Choose how the tables of one population are shown.

    Args:
        population: The units counted; their quarters reach over everything published.
        tables: What is to be released.
        standing: What earlier releases published and people still hold.
        policy: What counts as safe, and which rules are tried.
        watch: Is told how many of how many numbers are done; what it raises ends the search.

    Raises:
        NoSafeRelease: Withholding everything new would not protect everybody.
        TooFine: The cells combine more categories than can be looked at.
    """
    kept, before = list(tables), {one.cell for one in standing}
    while True:
        try:
            chooser = _Chooser(population, kept, standing, policy.thresholds)
            choice = chooser.choose(watch, policy.finer)
        except NoSafeRelease as found:
            # What earlier releases give away already is not asked for in a new table as well.
            new = set(found.cells) - before
            fewer = [table for table in kept if new.isdisjoint(table.every_cell)]
            if len(fewer) == len(kept):
                raise
            kept = fewer
        else:
            left_out = [table.code for table in tables if table not in kept]
            return replace(choice, left_out=tuple(left_out))


class _Chooser:
    """The state of one search: what is shown by which rule, and the examiner that judges it."""

    def __init__(
        self,
        population: Population,
        tables: Sequence[Table],
        standing: Sequence[Published],
        thresholds: Thresholds,
    ) -> None:
        self._standing = {one.cell: one.shown for one in standing}
        self._tables = {table.code: frozenset(table.every_cell) for table in tables}
        self._groups = _groups(tables, self._standing)
        fresh = [cell for cells in self._groups.values() for cell in cells]
        nothing = Shown(number=None, low=0, high=None)
        self._scene = Scene(
            population, [*standing, *(Published(cell=cell, shown=nothing) for cell in fresh)]
        )
        self._row = {cell: row for row, cell in enumerate(self._scene.cells)}
        self._floor(fresh)
        self._rules = dict.fromkeys(self._groups, DisplayRule.NEAREST_FIVE)
        self._withheld: set[Cell] = set()
        self._mixed: set[str] = set()
        self._shown: dict[Cell, Shown] = {}
        found = tuple(line for table in tables for line in table.lines)
        self._examiner = Examiner(self._scene, thresholds, found, self._standing)
        self._apply()

    def choose(self, watch: Watch, finer: Sequence[DisplayRule]) -> Choice:
        audit = self._repaired(self._examiner.audit(watch))
        for rule in finer:
            audit = self._refined(tuple(self._groups), rule, audit, watch)
        return Choice(
            shown={
                cell: self._shown.get(cell) or self._standing[cell]
                for cells in self._tables.values()
                for cell in cells
            },
            rules=self._rules,
            withheld=frozenset(self._withheld),
            mixed=frozenset(self._mixed),
            audit=audit,
        )

    def _repaired(self, audit: Audit) -> Audit:
        """Withhold, one after the other, the numbers that bring readers too close."""
        hopeless: list[Cell] = []
        for finding in audit.findings:
            # What was withheld for an earlier one may have settled this one too.
            left = self._examiner.again(finding)
            while left is not None:
                culprit = self._culprit(left)
                if culprit is None and left.quantity.empty:
                    self._examiner.let_be(left)
                    break
                if culprit is None:
                    hopeless += [self._scene.cells[row] for row, _ in left.quantity.terms]
                    break
                self._withhold(culprit)
                left = self._examiner.again(left)
        if hopeless:
            raise NoSafeRelease(audit, hopeless)
        return replace(audit, findings=(), narrowest=self._examiner.narrowest)

    def _culprit(self, finding: Finding) -> Cell | None:
        """Give the new number that does most to bring readers close, single ones before totals."""
        cells = [self._scene.cells[row] for row in self._examiner.binding(finding)]
        ours = [one for one in cells if one in self._shown and self._shown[one].high is not None]
        return next((one for one in ours if one.where), next(iter(ours), None))

    def _withhold(self, cell: Cell) -> None:
        """Withhold a number; in its tables a withheld number need not be under 10 any more."""
        if self._shown[cell].number is not None:
            self._withheld.add(cell)
        self._mixed |= {code for code, cells in self._tables.items() if cell in cells}
        self._apply()

    def _refined(
        self, groups: tuple[str, ...], rule: DisplayRule, audit: Audit, watch: Watch
    ) -> Audit:
        """Show groups by a finer rule where the audit of everything passes with it."""
        before = dict(self._rules)
        self._rules |= dict.fromkeys(groups, rule)
        self._apply()
        finer = self._examiner.audit(watch, first_only=True)
        if finer.passed:
            return finer
        self._rules = before
        self._apply()
        if len(groups) > 1:
            for half in (groups[: len(groups) // 2], groups[len(groups) // 2 :]):
                audit = self._refined(half, rule, audit, watch)
        return audit

    def _floor(self, fresh: Sequence[Cell]) -> None:
        """Bound each new number as the floor shows it: no rule bounds it less but withholding."""
        for row in (self._row[cell] for cell in fresh):
            one = shown(int(self._scene.values[row]), DisplayRule.NEAREST_FIVE)
            self._scene.lows[row] = one.low
            self._scene.highs[row] = UNBOUNDED if one.high is None else one.high

    def _apply(self) -> None:
        """Bring bands in line with the rules, what is withheld and where that is mixed."""
        for group, cells in self._groups.items():
            for cell in cells:
                row = self._row[cell]
                one = shown(int(self._scene.values[row]), self._rules[group])
                homes = [code for code, members in self._tables.items() if cell in members]
                if cell in self._withheld or (one.number is None and self._mixed.issuperset(homes)):
                    one = Shown(number=None, low=0, high=None)
                exact = self._rules[group] is DisplayRule.EXACT
                self._scene.beside_exact[row] = exact and one.number is None
                if one != self._shown.get(cell):
                    self._shown[cell] = one
                    high = UNBOUNDED if one.high is None else one.high
                    self._examiner.band(row, one.low, high)
        self._examiner.settle()


def _groups(tables: Sequence[Table], standing: Container[Cell]) -> dict[str, list[Cell]]:
    """Sort new cells by the first table they stand in; totals of all units are of their own."""
    groups: dict[str, list[Cell]] = {}
    seen: set[Cell] = set()
    for table in tables:
        for cell in table.every_cell:
            if cell not in standing and cell not in seen:
                seen.add(cell)
                groups.setdefault(table.code if cell.where else TOTALS, []).append(cell)
    return groups
