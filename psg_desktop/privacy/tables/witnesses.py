"""Data sets that show the same numbers: what is looked for, and what proves a quantity safe."""

from dataclasses import dataclass

import numpy as np

from psg_desktop.privacy.tables.safety import Answers, Numbers, Quantity
from psg_desktop.privacy.tables.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A quantity to lie off the truth by *amount* or more, below it if that is negative.

    A program is solved for any; walks are made for a quantity of one row or two.

    Attributes:
        kept: Kinds of which one unit must stay.
    """

    quantity: Quantity
    amount: int
    kept: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A data set that shows the same numbers: anyone can check it, so it proves what it shows.

    Attributes:
        rows: The number of each row in it.
        keeps: For each kind whether a unit of it is in the data set.
    """

    rows: Numbers
    keeps: Answers


class Checker:
    """Checks, in whole numbers, that a data set is one that readers cannot rule out."""

    def __init__(self, scene: Scene) -> None:
        """Lay out the unknowns of each kind."""
        self._scene = scene
        width = max(map(len, scene.kinds), default=1)
        # Of as many unknowns each: the first stands in where there are fewer.
        padded = [(*kind, *kind[:1] * (width - len(kind))) for kind in scene.kinds]
        self._kinds = np.array(padded, dtype=np.int64).reshape(len(scene.kinds), width)

    def witness(self, numbers: Numbers) -> Witness | None:
        """Give what a data set proves, from the number of each unknown; None if it does not fit."""
        rows = self._scene.measured(numbers)
        negative = bool((numbers < 0).any())
        if negative or not self._scene.fits(rows[np.newaxis])[0]:
            return None
        if not self._scene.adds_up(numbers):
            return None
        return Witness(rows=rows, keeps=np.asarray((numbers[self._kinds] > 0).all(axis=1)))

    def reaches(self, found: Witness, goal: Goal) -> bool:
        """Tell whether a data set is what was looked for."""
        reached = int(goal.quantity.of((found.rows - self._scene.values)[np.newaxis])[0])
        far = reached >= goal.amount if goal.amount > 0 else reached <= goal.amount
        return far and bool(found.keeps[list(goal.kept)].all())
