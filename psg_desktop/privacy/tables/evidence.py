"""The data sets found so far, and what they prove: how far each quantity can lie off the truth."""

from collections.abc import Sequence

import numpy as np

from psg_desktop.privacy.tables.safety import (
    Answers,
    Known,
    Numbers,
    Quantity,
    Thresholds,
    holds,
)
from psg_desktop.privacy.tables.scene import Scene
from psg_desktop.privacy.tables.witnesses import Witness

# The reader who knows nobody has the last column, after those who know a unit of each kind.
NOBODY = -1


class Evidence:
    """Data sets that show the same numbers, kept together with the ends they prove."""

    def __init__(
        self, scene: Scene, quantities: Sequence[Quantity], thresholds: Thresholds
    ) -> None:
        """Begin with the one data set that is known to fit: the true one."""
        self._scene = scene
        self.quantities = tuple(quantities)
        self._small = thresholds.small
        self._thresholds = thresholds
        self._sums = Sums(self.quantities, len(scene.cells))
        self.values = self._sums.of(scene.values)
        readers = len(scene.kinds) + 1
        self.shares = np.zeros((len(self.quantities), readers), dtype=np.int64)
        self.shares[:, :NOBODY] = self._sums.of(scene.shares).T
        self._change = np.array([one.change for one in self.quantities], dtype=np.bool_)
        self._empty = np.array([one.empty for one in self.quantities], dtype=np.bool_)
        self._rows = np.array([one.terms[0][0] for one in self.quantities], dtype=np.int64)
        self._widths = self._asked()
        self._found: list[tuple[Numbers, Answers]] = []
        self._stacked = np.zeros((0, len(scene.cells)), dtype=np.int64)
        self._below = np.zeros((len(self.quantities), readers), dtype=np.int64)
        self._above = self._below.copy()
        self._open = np.arange(len(self.quantities))

    def add(self, found: Witness) -> None:
        """Take a data set in."""
        keeps = np.append(found.keeps, values=True)
        self._found.append((found.rows, keeps))
        self._stretch(found.rows, keeps)

    def sift(self) -> None:
        """Let go of data sets that no longer fit, after bands have changed."""
        self._widths = self._asked()
        self._open = np.arange(len(self.quantities))
        if not self._found:
            return
        fitting = self._scene.fits(np.array([rows for rows, _ in self._found]))
        if fitting.all():
            return
        self._stacked = self._stacked[:0]
        self._found = [one for one, fits in zip(self._found, fitting, strict=True) if fits]
        self._below[:], self._above[:] = 0, 0
        for rows, keeps in self._found:
            self._stretch(rows, keeps)

    def width(self, place: int) -> int:
        """Give how far apart the ends of a quantity must lie."""
        return int(self._widths[place])

    def _asked(self) -> Numbers:
        """Give the widths asked for: more for numbers that are withheld among exact ones."""
        beside = np.array(self._scene.beside_exact, dtype=np.bool_)[self._rows] & ~self._change
        return np.where(beside, self._thresholds.beside_exact, self._thresholds.width)

    def holds(self, places: Sequence[int] | Numbers) -> Answers:
        """Tell for some quantities and each reader whether they are proven safe from them."""
        chosen = np.asarray(places, dtype=np.int64)
        values = self.values[chosen, np.newaxis]
        known = Known(
            values=values,
            change=self._change[chosen, np.newaxis],
            widths=self._widths[chosen, np.newaxis],
            lows=values + self._below[chosen],
            highs=values + self._above[chosen],
            shares=self.shares[chosen],
        )
        found = holds(known, self._small)
        empty = self._empty[chosen]
        found[empty] = True
        # A 0 that is shown as such is no secret.
        free = self._scene.highs[self._rows[chosen[empty]]] >= self._widths[chosen[empty]]
        far = known.highs[empty, NOBODY] >= self._widths[chosen[empty]]
        found[empty, NOBODY] = far | ~free
        return found

    def missing(self) -> Answers:
        """Tell for each quantity and reader whether it is not yet proven safe from them."""
        found = np.zeros(self.shares.shape, dtype=np.bool_)
        # What is proven once stays so until bands change.
        found[self._open] = ~self.holds(self._open)
        self._open = self._open[found[self._open].any(axis=1)]
        return found

    def ends(self, place: int, reader: int) -> tuple[int, int]:
        """Give how far below and above the truth a quantity was shown to lie, for a reader."""
        return int(self._below[place, reader]), int(self._above[place, reader])

    @property
    def narrowest(self) -> int | None:
        """The least distance between the ends shown for what is small to everybody; None if none.

        What is small only to somebody who knows a unit of it is judged without that unit.
        """
        size = np.abs(self.values)
        small = (size > 0) & (size < self._small)
        wide = (self._above[:, NOBODY] - self._below[:, NOBODY])[small]
        return int(wide.min()) if wide.size else None

    def reaches(self, quantity: Quantity, least: int) -> bool:
        """Tell whether any quantity is as great as that in some data set."""
        if not self._found:
            return False
        if len(self._stacked) != len(self._found):
            self._stacked = np.array([rows for rows, _ in self._found])
        return bool((quantity.of(self._stacked) >= least).any())

    def _stretch(self, rows: Numbers, keeps: Answers) -> None:
        off = self._sums.of(rows) - self.values
        # Who knows a unit is of no more interest where a quantity is proven safe from everybody.
        np.minimum(self._below[:, NOBODY], off, out=self._below[:, NOBODY])
        np.maximum(self._above[:, NOBODY], off, out=self._above[:, NOBODY])
        moved = self._open[off[self._open] != 0]
        ends = off[moved, np.newaxis] * keeps
        self._below[moved] = np.minimum(self._below[moved], ends)
        self._above[moved] = np.maximum(self._above[moved], ends)


class Sums:
    """Works out many quantities at once: each is a row, or a row less another."""

    def __init__(self, quantities: Sequence[Quantity], rows: int) -> None:
        """Note the rows of each; one more row, always 0, stands in where there is no second."""
        terms = [(*one.terms, (rows, 0), (rows, 0)) for one in quantities]
        shape = (len(terms), 2)
        self._places = np.array([[row for row, _ in one[:2]] for one in terms], dtype=np.int64)
        self._places = self._places.reshape(shape)
        self._factors = np.array([[by for _, by in one[:2]] for one in terms], dtype=np.int64)
        self._factors = self._factors.reshape(shape)

    def of(self, rows: Numbers) -> Numbers:
        """Give each quantity of one data set (rows), or of several (data sets x rows)."""
        nothing = np.zeros((*rows.shape[:-1], 1), dtype=np.int64)
        wider = np.concatenate([rows, nothing], axis=-1)
        return np.asarray((wider[..., self._places] * self._factors).sum(axis=-1))
