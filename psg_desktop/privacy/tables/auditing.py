"""The audit: is any small number, or small change, of what was published known too well?

For each sensitive quantity data sets are looked for that show the same numbers and in which it is
small, or large, enough; see `safety` for the tests. What is found is a proof, so a quantity passes
only when it was proven safe from an outsider and from every reader who knows one unit (S4). What
is not proven, also for want of time, fails.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from psg_desktop.domain.statistics.cells import Line, same_figure
from psg_desktop.privacy.tables.evidence import NOBODY, Evidence
from psg_desktop.privacy.tables.safety import Numbers, Quantity, Thresholds, sensitive
from psg_desktop.privacy.tables.scene import Scene
from psg_desktop.privacy.tables.solving import Goal, Program
from psg_desktop.privacy.tables.sweeping import Sweeper

Watch = Callable[[int, int], None]
_STEPS = 3
_SWEEPS = 40
# A round of sweeps that settles fewer quantities than this takes longer than looking one by one.
_WORTH = 5


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


def quantities(scene: Scene, thresholds: Thresholds) -> Iterator[Quantity]:
    """Give the sensitive quantities: small numbers, and small changes between two periods.

    Small for anybody: of five, four are left for a reader who knows the fifth (S4).
    """
    series: dict[object, list[int]] = {}
    for row, cell in enumerate(scene.cells):
        series.setdefault(same_figure(cell), []).append(row)
        if _few_to_somebody(int(scene.values[row]), scene.shares[:, row], thresholds):
            yield Quantity(terms=((row, 1),), beside_exact=scene.beside_exact[row])
    for rows in series.values():
        ordered = sorted(rows, key=lambda row: scene.cells[row].quarters)
        for earlier, later in combinations(ordered, 2):
            change = int(scene.values[later] - scene.values[earlier])
            shares = scene.shares[:, later] - scene.shares[:, earlier]
            if _few_to_somebody(change, shares, thresholds):
                yield Quantity(terms=((later, 1), (earlier, -1)), change=True)


def _few_to_somebody(value: int, shares: Numbers, thresholds: Thresholds) -> bool:
    """Tell whether a number is small, or what is left of it for a reader who knows one unit."""
    left = {value, *(value - shares).tolist()}
    return any(sensitive(one, thresholds) for one in left)


def lines(scene: Scene, found: Iterable[Line]) -> Iterator[Quantity]:
    """Give, for each line whose units all lie in one category, the sum of the others (S5).

    At least one unit must be possible there, or readers know the category of everybody in it.
    """
    places = {cell: row for row, cell in enumerate(scene.cells)}
    for line in found:
        rows = [places[cell] for cell in line.cells if cell in places]
        filled = [row for row in rows if scene.values[row]]
        if len(filled) == 1 and len(rows) > 1:
            yield Quantity(terms=tuple((row, 1) for row in rows if row != filled[0]))


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

    def __init__(self, scene: Scene, thresholds: Thresholds, found: Sequence[Line] = ()) -> None:
        """List what is to be examined."""
        self._scene = scene
        self._thresholds = thresholds
        self._lines = tuple(lines(scene, found))
        self._program = Program(scene)
        self._evidence = Evidence(scene, tuple(quantities(scene, thresholds)), thresholds)
        # Chance only orders the search; the same seed makes the same audit of the same release.
        self._chance = np.random.default_rng(0)

    def audit(self, watch: Watch = unwatched, *, first_only: bool = False) -> Audit:
        """Examine every sensitive quantity and the lines.

        Args:
            watch: Is told how many of how many are done; what it raises ends the audit.
            first_only: End at the first finding.
        """
        self._sweep(watch)
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
            examined=len(self._evidence.quantities),
            narrowest=self._evidence.narrowest,
            solved=self._program.solved,
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

    def band(self, row: int, low: int, high: int) -> None:
        """Change the band of a row; `settle` when all are changed."""
        self._scene.lows[row], self._scene.highs[row] = low, high
        self._program.band(row)

    def settle(self) -> None:
        """Let go of data sets that changed bands have ruled out."""
        self._evidence.sift()

    def binding(self, finding: Finding) -> list[int]:
        """Give the rows whose bands bring readers too close, the tightest first."""
        down = self._program.binding(finding.quantity, -1)
        return [*down, *self._program.binding(finding.quantity, 1)]

    def _open(self) -> list[int]:
        """Give the quantities that are not proven safe from everybody."""
        return [int(one) for one in np.nonzero(self._evidence.missing().any(axis=1))[0]]

    def _sweep(self, watch: Watch) -> None:
        """Begin with data sets that move many quantities at once; each saves many searches."""
        evidence, total = self._evidence, len(self._evidence.quantities)
        sweeper = Sweeper(self._scene, evidence, self._chance)
        for _ in range(_SWEEPS):
            missing, open_ = evidence.missing(), self._open()
            watch(total - len(open_), total)
            for aim in sweeper.aims(missing):
                found = self._program.sweep(aim.weights, aim.kept)
                if found is not None:
                    evidence.add(found)
            if len(open_) - len(self._open()) < _WORTH:
                return

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
        if self._evidence.greatest(line) < least:
            found = self._program.search(Goal(quantity=line, amount=least))
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
        evidence, quantity = self._evidence, self._evidence.quantities[place]
        reader = kinds[0] if kinds else NOBODY
        for step in range(_STEPS):
            if evidence.holds([place])[0, list(kinds) or [NOBODY]].all():
                return
            value = int(evidence.values[place])
            low, high = evidence.ends(place, reader)
            rest = value - int(evidence.shares[place, reader])
            seen = _Seen(value=value, rest=rest, low=low, high=high)
            amount = seen.further(step, quantity, self._thresholds)
            if low <= amount <= high and len(kinds) <= 1:
                continue
            found = self._program.search(Goal(quantity=quantity, amount=amount, kept=kinds))
            if found is not None:
                evidence.add(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """How far a quantity was seen to lie off the truth, for one reader.

    Attributes:
        value: The quantity.
        rest: The quantity without the unit that the reader knows.
    """

    value: int
    rest: int
    low: int
    high: int

    def further(self, step: int, quantity: Quantity, thresholds: Thresholds) -> int:
        """Give how far off to look next: that it is nothing; that it is many; then back again."""
        width = thresholds.beside_exact if quantity.beside_exact else thresholds.width
        if not quantity.change:
            # The last is for readers who know a unit of it: to them it must not be surely small.
            return (-self.rest, max(1, self.low + width), thresholds.small - self.value)[step]
        sign = -1 if self.rest < 0 else 1
        low, high = (self.low, self.high) if sign > 0 else (-self.high, -self.low)
        size = abs(self.rest)
        many = max(low + width, 1 if low <= -size else thresholds.small - size)
        return sign * (-size, many, high - width)[step]
