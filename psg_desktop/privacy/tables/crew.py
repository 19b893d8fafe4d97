"""Two solvers of one scene, at work side by side: most of a search is spent outside of Python."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from psg_desktop.privacy.tables.safety import Numbers
from psg_desktop.privacy.tables.scene import Scene
from psg_desktop.privacy.tables.solving import Program
from psg_desktop.privacy.tables.witnesses import Goal

# Always as many, so that the same release has the same audit on every computer.
_HANDS = 2


class Crew:
    """Programs of one scene that share work out among them."""

    def __init__(self, scene: Scene) -> None:
        """Hand the scene to each."""
        self._programs = [Program(scene) for _ in range(_HANDS)]

    @property
    def first(self) -> Program:
        """One of them, for what is done one by one."""
        return self._programs[0]

    @property
    def solved(self) -> int:
        """How many programs were solved."""
        return sum(one.solved for one in self._programs)

    def band(self, row: int) -> None:
        """Take over the band of a row that changed in the scene."""
        for one in self._programs:
            one.band(row)

    def starts(self, goals: Sequence[Goal]) -> list[Numbers | None]:
        """Give for each goal a data set that reaches it, or whole numbers beside one."""
        found: list[Numbers | None] = [None] * len(goals)
        with ThreadPoolExecutor(_HANDS) as hands:
            for number, theirs in enumerate(hands.map(_solved, self._shared(goals))):
                found[number::_HANDS] = theirs
        return found

    def _shared(self, goals: Sequence[Goal]) -> list[tuple[Program, Sequence[Goal]]]:
        return [(one, goals[number::_HANDS]) for number, one in enumerate(self._programs)]


def _solved(share: tuple[Program, Sequence[Goal]]) -> list[Numbers | None]:
    program, goals = share
    return [program.start(goal) for goal in goals]
