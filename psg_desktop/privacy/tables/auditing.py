"""The audit: is any small number, or small change, of what was published known too well?

For each sensitive quantity data sets are looked for that show the same numbers and in which it is
small, or large, enough; see `safety` for the tests. What is found is a proof, so a quantity passes
only when it was proven safe from an outsider and from every reader who knows one unit (S4). What
is not proven, also for want of time, fails.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.privacy.tables.aiming import STEPS, Aims, Done
from psg_desktop.privacy.tables.crew import Crew
from psg_desktop.privacy.tables.evidence import NOBODY, Evidence
from psg_desktop.privacy.tables.quantities import lines, quantities
from psg_desktop.privacy.tables.safety import Quantity, Thresholds
from psg_desktop.privacy.tables.scene import Scene
from psg_desktop.privacy.tables.walking import Walker
from psg_desktop.privacy.tables.witnesses import Goal, Witness

Watch = Callable[[int, int], None]
# So few walks, or walks of which so few arrive, take longer than solving for each.
_WORTH = 24
_HOPE = 0.3
# Walks made side by side, and how often one is made that must arrive.
_TOGETHER = 256
_TIMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A quantity that was not proven safe.

    Attributes:
        low: The least value that was shown to be possible to a reader who knows nobody.
        high: The greatest.
        insider: Whether only a reader who knows one unit comes too close.
        line: Whether it is a row or column forced into one category; then the quantity is the sum
            of its other categories.
    """

    quantity: Quantity
    low: int
    high: int
    insider: bool = False
    line: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What an audit found.

    Attributes:
        examined: How many sensitive quantities there are.
        narrowest: The least distance between the ends shown for one of them, None without any.
        solved: How many programs were solved.
    """

    findings: tuple[Finding, ...]
    examined: int
    narrowest: int | None
    solved: int

    @property
    def passed(self) -> bool:
        """Whether every quantity was proven safe."""
        return not self.findings


def unwatched(done: int, total: int) -> None:
    """Let an audit go on unseen."""


def audit(scene: Scene, thresholds: Thresholds, found: Iterable[Line] = ()) -> Audit:
    """Examine every sensitive quantity of a scene, and its lines.

    Args:
        scene: What is, or would be, in the hands of readers.
        thresholds: What counts as small and as wide enough.
        found: Rows and columns of the tables.
    """
    return Examiner(scene, thresholds, tuple(found)).audit()


class Examiner:
    """Examines one scene, also after its bands have changed; what was found serves again."""

    def __init__(
        self,
        scene: Scene,
        thresholds: Thresholds,
        found: Sequence[Line] = (),
        standing: Container[Cell] = (),
    ) -> None:
        """List what is to be examined; *standing* are the cells that were published before."""
        self._scene = scene
        self._thresholds = thresholds
        self._lines = tuple(lines(scene, found))
        self._crew = Crew(scene)
        self._evidence = Evidence(scene, tuple(quantities(scene, thresholds, standing)), thresholds)
        # Chance only orders the search; the same seed makes the same audit of the same release.
        self._chance = np.random.default_rng(0)
        self._let_be: set[int] = set()
        self._walker = Walker(scene, self._chance)
        self._aims = Aims(scene, self._evidence, thresholds, self._chance)

    def audit(self, watch: Watch = unwatched, *, first_only: bool = False) -> Audit:
        """Examine every sensitive quantity and the lines.

        Args:
            watch: Is told how many of how many are done; what it raises ends the audit.
            first_only: End at the first finding.
        """
        self._walk(watch)
        self._solve(watch)
        self._insist(watch)
        findings = []
        for place in self._open():
            watch(len(self._evidence.quantities) - 1, len(self._evidence.quantities))
            finding = self._examine(place)
            findings += [finding] if finding else []
            if findings and first_only:
                break
        if not (findings and first_only):
            findings += [one for line in self._lines if (one := self._forced(line))]
        return Audit(
            findings=tuple(findings),
            examined=sum(not one.empty for one in self._evidence.quantities),
            narrowest=self._evidence.narrowest,
            solved=self._crew.solved,
        )

    @property
    def narrowest(self) -> int | None:
        """The least distance between the ends shown for a quantity, None without any."""
        return self._evidence.narrowest

    def again(self, finding: Finding) -> Finding | None:
        """Examine what was found once more, after bands have changed."""
        if finding.line:
            return self._forced(finding.quantity)
        return self._examine(self._evidence.quantities.index(finding.quantity))

    def let_be(self, finding: Finding) -> None:
        """Find a quantity no more: nothing that can still be changed would make it safer."""
        self._let_be.add(self._evidence.quantities.index(finding.quantity))

    def band(self, row: int, low: int, high: int) -> None:
        """Change the band of a row; `settle` when all are changed."""
        self._scene.lows[row], self._scene.highs[row] = low, high
        self._crew.band(row)

    def settle(self) -> None:
        """Let go of data sets that changed bands have ruled out."""
        self._evidence.sift()

    def binding(self, finding: Finding) -> list[int]:
        """Give the rows whose bands bring readers too close, the tightest first."""
        down = self._crew.first.binding(finding.quantity, -1)
        return [*down, *self._crew.first.binding(finding.quantity, 1)]

    def _open(self) -> list[int]:
        """Give the quantities that are not proven safe from everybody."""
        found = np.nonzero(self._evidence.missing().any(axis=1))[0].tolist()
        return [one for one in found if one not in self._let_be]

    def _walk(self, watch: Watch) -> None:
        """Walk to what is near first: each data set found saves many searches."""
        walked: Done = set()
        while len(goals := self._near(walked, watch)) >= _WORTH:
            if self._add(self._walker.walk(goals)) < _HOPE * len(goals):
                return

    def _solve(self, watch: Watch) -> None:
        """Solve for what is further off with fractions allowed, and walk on from beside those."""
        solved: Done = set()
        while goals := self._near(solved, watch):
            self._go_on(goals)

    def _insist(self, watch: Watch) -> None:
        """Walk several times, and further, to what was not reached yet."""
        if goals := self._near(set(), watch):
            self._go_on(goals, times=_TIMES)

    def _go_on(self, goals: Sequence[Goal], times: int = 1) -> None:
        """Walk from where the solver comes close to goals, for every reader they would answer."""
        missing = self._evidence.missing()
        walks = [
            (each, start)
            for goal, start in zip(goals, self._crew.starts(goals), strict=True)
            if start is not None
            for each in [goal, *self._aims.alike(goal, missing)] * times
        ]
        for first in range(0, len(walks), _TOGETHER):
            some = walks[first : first + _TOGETHER]
            self._add(self._walker.walk([goal for goal, _ in some], [at for _, at in some], times))

    def _near(self, done: Done, watch: Watch) -> list[Goal]:
        missing = self._evidence.missing()
        total = len(self._evidence.quantities)
        watch(total - int(missing.any(axis=1).sum()), total)
        return self._aims.near(missing, done)

    def _add(self, found: Iterable[Witness | None]) -> int:
        """Take in what was found; give how many there were."""
        there = [one for one in found if one is not None]
        for one in there:
            self._evidence.add(one)
        return len(there)

    def _examine(self, place: int) -> Finding | None:
        """Prove a quantity safe from everybody, or say what is wrong."""
        outsider = safe = self._proven(place, NOBODY)
        if safe:
            missing = self._missing(place)
            strangers = [kind for kind in missing if not self._evidence.shares[place, kind]]
            if strangers:
                self._widen(place, tuple(strangers))
            safe = all(self._proven(place, kind) for kind in self._missing(place))
        if safe:
            return None
        value = int(self._evidence.values[place])
        below, above = self._evidence.ends(place, NOBODY)
        quantity = self._evidence.quantities[place]
        return Finding(quantity=quantity, low=value + below, high=value + above, insider=outsider)

    def _forced(self, line: Quantity) -> Finding | None:
        """Look for a data set in which a line has a unit in another category."""
        # One alone would not do: a reader who knows that they lie that far apart knows it is none.
        least = self._thresholds.width
        if not self._evidence.reaches(line, least):
            found = self._crew.first.search(Goal(quantity=line, amount=least))
            if found is None:
                return Finding(quantity=line, low=0, high=0, line=True)
            self._evidence.add(found)
        return None

    def _missing(self, place: int) -> list[int]:
        return [int(one) for one in np.nonzero(~self._evidence.holds([place])[0, :NOBODY])[0]]

    def _proven(self, place: int, reader: int) -> bool:
        """Look for what is missing until a quantity is safe from a reader; tell whether it is."""
        if not self._evidence.holds([place])[0, reader]:
            self._widen(place, () if reader == NOBODY else (reader,))
        return bool(self._evidence.holds([place])[0, reader])

    def _widen(self, place: int, kinds: tuple[int, ...]) -> None:
        """Look for data sets in which a quantity lies further off, with units of kinds kept."""
        evidence = self._evidence
        for step in range(STEPS):
            if evidence.holds([place])[0, list(kinds) or [NOBODY]].all():
                return
            goal = self._aims.goal(place, kinds, step)
            found = self._crew.first.search(goal) if goal is not None else None
            if found is not None:
                evidence.add(found)
