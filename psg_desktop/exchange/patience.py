"""How long reading a file may take before it is given up.

The limits on size and shape keep honest readers quick. The clock is the last resort, for a file
made so that every limit holds and the reading still drags on.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from psg_desktop.exchange import limits
from psg_desktop.faults import Unreadable

Thing = TypeVar("Thing")


class Patience:
    """Gives up when a file has been read for too long."""

    __slots__ = ("_ends", "_seconds", "_timer")

    def __init__(
        self, seconds: float = limits.SECONDS, timer: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin now; the timer gives seconds that only ever grow."""
        self._seconds = seconds
        self._timer = timer
        self._ends = timer() + seconds

    def check(self) -> None:
        """Look at the clock.

        Raises:
            Unreadable: The time is over.
        """
        if self._timer() > self._ends:
            raise Unreadable(
                f"Reading the file took more than {self._seconds:.0f} seconds, so it was given up. "
                "Copy the rows you need to a new workbook and import that."
            )

    def over(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """Give things one by one, looking at the clock before each."""
        for thing in things:
            self.check()
            yield thing
