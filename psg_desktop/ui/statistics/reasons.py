"""Why a number is withheld, as far as the one who publishes can know it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import FLOOR, Shown
from psg_desktop.domain.statistics.published import PublishedTable


class Reason(Enum):
    """Why a number is withheld."""

    UNDER = "under"
    HELD = "held"
    EITHER = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """What is known of the numbers that are withheld.

    Attributes:
        held: Numbers of 10 or more that are withheld so that others cannot be worked out.
        unknown: Numbers withheld by earlier releases, which do not say why; None where that is
            so of every number.
    """

    held: frozenset[Cell] = frozenset()
    unknown: frozenset[Cell] | None = None

    def reason(self, cell: Cell, shown: Shown) -> Reason | None:
        """Give why a number is withheld; None where it is not."""
        if shown.number is not None:
            return None
        if cell in self.held:
            return Reason.HELD
        if shown.high is not None and shown.high < FLOOR:
            return Reason.UNDER
        doubtful = self.unknown is None or cell in self.unknown
        return Reason.EITHER if doubtful else Reason.UNDER

    def of(self, tables: Iterable[PublishedTable]) -> Iterator[Reason]:
        """Give the reason for each number of some tables that is withheld."""
        for one in tables:
            for cells, row in zip(one.table.cells, one.shown, strict=True):
                for cell, shown in zip(cells, row, strict=True):
                    found = self.reason(cell, shown)
                    if found is not None:
                        yield found
