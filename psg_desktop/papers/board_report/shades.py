"""Up to five shades for the numbers of a map, from light to dark.

Built on the sequential palette of the Analysis Function's guidance; neighbours differ less than
3 to 1, so every area has an edge and its number is printed in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_INK: Final = "#0B0C0C"
_PAPER: Final = "#FFFFFF"
_FILLS: Final = (
    ("#DCEAF7", _INK), ("#A9CCEE", _INK), ("#6BACE6", _INK), ("#2073BC", _PAPER),
    ("#12436D", _PAPER),
)  # fmt: skip
# Which of the five are taken where there are fewer numbers: as far apart as they can be.
_TAKEN: Final = {1: (2,), 2: (1, 4), 3: (0, 2, 4), 4: (0, 2, 3, 4), 5: (0, 1, 2, 3, 4)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """One class of numbers: from the least to the greatest in it, its fill and that of its ink."""

    low: int
    high: int
    fill: str
    ink: str


NONE: Final = Shade(low=0, high=0, fill=_PAPER, ink=_INK)


def of(numbers: Sequence[int]) -> tuple[Shade, ...]:
    """Give the classes of some displayed numbers: about as many different ones in each."""
    apart = sorted(set(numbers))
    count = min(len(apart), len(_FILLS))
    if not count:
        return ()
    ends = [len(apart) * place // count for place in range(count + 1)]
    return tuple(
        Shade(low=apart[start], high=apart[end - 1], fill=_FILLS[taken][0], ink=_FILLS[taken][1])
        for start, end, taken in zip(ends, ends[1:], _TAKEN[count], strict=False)
    )


def shade(known: Sequence[Shade], number: int | None) -> Shade:
    """Give the class of a number; that of none where it is withheld."""
    if number is None:
        return NONE
    return next(one for one in known if one.low <= number <= one.high)
