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
from psg_desktop.privacy.tables.solving import Witness

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
        self._factors = np.zeros((len(scene.cells), len(self.quantities)), dtype=np.int64)
        for place, quantity in enumerate(self.quantities):
            for row, factor in quantity.terms:
                self._factors[row, place] += factor
        self.values = scene.values @ self._factors
        readers = len(scene.kinds) + 1
        self.shares = np.zeros((len(self.quantities), readers), dtype=np.int64)
        self.shares[:, :NOBODY] = (scene.shares @ self._factors).T
        self._change = np.array([one.change for one in self.quantities], dtype=np.bool_)
        self._widths = np.array(
            [
                thresholds.beside_exact if one.beside_exact else thresholds.width
                for one in self.quantities
            ],
            dtype=np.int64,
        )
        self._rows = np.zeros((0, len(scene.cells)), dtype=np.int64)
        self._keeps = np.zeros((0, readers), dtype=np.bool_)
        self._below = np.zeros((len(self.quantities), readers), dtype=np.int64)
        self._above = self._below.copy()

    def add(self, found: Witness) -> None:
        """Take a data set in."""
        keeps = np.append(found.keeps, values=True)
        self._rows = np.vstack([self._rows, found.rows])
        self._keeps = np.vstack([self._keeps, keeps])
        self._stretch(found.rows, keeps)

    def sift(self) -> None:
        """Let go of data sets that no longer fit, after bands have changed."""
        fitting = self._scene.fits(self._rows)
        if fitting.all():
            return
        self._rows, self._keeps = self._rows[fitting], self._keeps[fitting]
        self._below[:], self._above[:] = 0, 0
        for rows, keeps in zip(self._rows, self._keeps, strict=True):
            self._stretch(rows, keeps)

    def holds(self, places: Sequence[int] | None = None) -> Answers:
        """Tell for each quantity and reader whether it is proven safe from them."""
        chosen = slice(None) if places is None else list(places)
        values = self.values[chosen, np.newaxis]
        known = Known(
            values=values,
            change=self._change[chosen, np.newaxis],
            widths=self._widths[chosen, np.newaxis],
            lows=values + self._below[chosen],
            highs=values + self._above[chosen],
            shares=self.shares[chosen],
        )
        return holds(known, self._small)

    def ends(self, place: int, reader: int) -> tuple[int, int]:
        """Give how far below and above the truth a quantity was shown to lie, for a reader."""
        return int(self._below[place, reader]), int(self._above[place, reader])

    @property
    def narrowest(self) -> int | None:
        """The least distance between the ends shown for a quantity; None without quantities."""
        if not self.quantities:
            return None
        return int((self._above[:, NOBODY] - self._below[:, NOBODY]).min())

    def greatest(self, quantity: Quantity) -> int:
        """Give the greatest value of any quantity in a data set, the true one included."""
        rows = np.vstack([self._rows, self._scene.values])
        return int(quantity.of(rows).max())

    def _stretch(self, rows: Numbers, keeps: Answers) -> None:
        off = (rows @ self._factors - self.values)[:, np.newaxis] * keeps
        np.minimum(self._below, off, out=self._below)
        np.maximum(self._above, off, out=self._above)
