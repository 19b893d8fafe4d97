"""What is known of every part of what is asked: what it was seen to be, and what it cannot be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from psg_desktop.attack.solving import Answer, Solver
from psg_desktop.attack.splitting import Bounds, Parts, Piece, Split
from psg_desktop.attack.sums import NO_LIMIT, Numbers, Stack, Terms

_LEAST, _GREATEST = 1, -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How far a number is known.

    Attributes:
        least: The least it was seen to be; a data set shows it.
        greatest: The greatest.
        low: It is not below this.
        high: It is not above this.
    """

    least: float
    greatest: float
    low: float
    high: float


class Knowledge:
    """The parts of all pieces; whatever data set comes up widens what they were seen to be."""

    def __init__(self, found: Split) -> None:
        """Find one data set for each piece.

        Raises:
            Impossible: A piece has none.
            AttackUnfinished: The time was up.
        """
        self._pieces = [_Asked(piece) for piece in found.pieces if piece.asked]
        for piece in found.pieces:
            if not piece.asked:
                Solver(piece).some()
        self._piece_of = {part: one for one in self._pieces for part in one.places}

    def of(self, parts: Parts) -> Known:
        """Say what is known of a sum of parts."""
        known = [self._piece_of[part].known(part) for part in parts]
        return Known(
            least=sum(one.least for one in known),
            greatest=sum(one.greatest for one in known),
            low=sum(one.low for one in known),
            high=sum(one.high for one in known),
        )

    def push(self, parts: Iterable[tuple[int, float]]) -> None:
        """Look for a data set in which parts are large, as they weigh; negative weights: small."""
        weighed: dict[int, list[tuple[int, float]]] = {}
        for part, weight in parts:
            piece = self._piece_of[part]
            weighed.setdefault(self._pieces.index(piece), []).append((part, weight))
        for number, lot in weighed.items():
            self._pieces[number].push(lot)

    def find(self, parts: Parts, sign: int, enough: float | None = None) -> None:
        """Find an end of a sum: the least with sign 1, the greatest with -1.

        Args:
            parts: Of the sum.
            sign: Which end.
            enough: The search may end where the sum is seen to be this; None for the very end.

        Raises:
            AttackUnfinished: The time was up.
        """
        enough = -sign * NO_LIMIT if enough is None else enough
        for part in parts:
            known, own = self.of(parts), self._piece_of[part].known(part)
            seen, seen_here = (
                (known.least, own.least) if sign == _LEAST else (known.greatest, own.greatest)
            )
            if sign * seen <= sign * enough:
                return
            self._piece_of[part].find(part, sign, seen_here - seen + enough)


class _Asked:
    """One piece with its solver and what is known of its parts."""

    def __init__(self, piece: Piece) -> None:
        self._solver = Solver(piece)
        self._sums = list(piece.asked.values())
        self._stack = Stack(self._sums)
        self._unknowns = piece.unknowns
        self.places = {part: place for place, part in enumerate(piece.asked)}
        limits = [_limits(terms, piece.rows.get(terms)) for terms in self._sums]
        self._low, self._high = [low for low, _ in limits], [high for _, high in limits]
        seen = self._stack.of(self._solver.some()).astype(np.float64)
        self._least, self._greatest = seen, seen.copy()

    def known(self, part: int) -> Known:
        place = self.places[part]
        return Known(
            least=float(self._least[place]),
            greatest=float(self._greatest[place]),
            low=self._low[place],
            high=self._high[place],
        )

    def push(self, parts: Sequence[tuple[int, float]]) -> None:
        weights: npt.NDArray[np.float64] = np.zeros(self._unknowns)
        for part, weight in parts:
            for one, times in self._sums[self.places[part]]:
                weights[one] -= times * weight
        self._see(self._solver.pushed(weights))

    def find(self, part: int, sign: int, enough: float) -> None:
        place = self.places[part]
        for target in (None, enough):
            if self._found(place, sign, enough):
                return
            self._learn(place, sign, self._solver.end(self._sums[place], sign, target))

    def _found(self, place: int, sign: int, enough: float) -> bool:
        if sign == _LEAST:
            return bool(self._least[place] <= max(self._low[place], enough))
        return bool(self._greatest[place] >= min(self._high[place], enough))

    def _learn(self, place: int, sign: int, answer: Answer) -> None:
        self._see(answer.data)
        if sign == _LEAST:
            self._low[place] = max(self._low[place], answer.bound)
        else:
            self._high[place] = min(self._high[place], answer.bound)
        # Without a limit there are data sets as far out as one likes.
        if answer.bound == -NO_LIMIT:
            self._least[place] = -NO_LIMIT
        if answer.bound == NO_LIMIT:
            self._greatest[place] = NO_LIMIT

    def _see(self, data: Numbers | None) -> None:
        if data is not None:
            seen = self._stack.of(data)
            self._least = np.minimum(self._least, seen)
            self._greatest = np.maximum(self._greatest, seen)


def _limits(terms: Terms, told: Bounds | None) -> Bounds:
    """Say between what a sum lies at once: counts are not below 0."""
    low, high = told or (-NO_LIMIT, NO_LIMIT)
    if all(times > 0 for _, times in terms):
        low = max(low, 0)
    return low, high
