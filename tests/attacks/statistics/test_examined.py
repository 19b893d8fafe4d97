"""What the product's audit must look at, found by attacking what it had let pass."""

from datetime import date

import pytest

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import Shown
from psg_desktop.domain.statistics.histories import Event, History, Population, Standing
from psg_desktop.privacy.tables.quantities import quantities
from psg_desktop.privacy.tables.safety import Thresholds
from psg_desktop.privacy.tables.scene import Published, Scene

QUARTERS = (date(2026, 4, 1), date(2026, 7, 1))
HIDDEN = Shown(number=None, low=0, high=9)


def scene(*openness: tuple[bool, bool]) -> Scene:
    """Units that are open, or not, at the end of two quarters."""
    histories = tuple(
        History(
            standings=tuple(
                Standing(traits=(), events=(Event(measure="open"),) if one else ())
                for one in quarters
            )
        )
        for quarters in openness
    )
    population = Population(code="matters", variables=(), quarters=QUARTERS, histories=histories)
    cells = (Cell(measure="open", quarters=(quarter,)) for quarter in QUARTERS)
    return Scene(population, [Published(cell=cell, shown=HIDDEN) for cell in cells])


@pytest.mark.parametrize(("number", "examined"), [(4, 2), (5, 2), (6, 0)])
def test_that_four_are_protected_from_a_fifth(number: int, examined: int) -> None:
    """Five is no small number, but whoever knows one of the five may find that others are there."""
    found = quantities(scene(*[(True, True)] * number), Thresholds())
    assert len([one for one in found if not one.change]) == examined


def test_that_one_who_came_is_protected_from_the_one_who_left() -> None:
    """Nothing changed in all; who left, and sees that, learns that somebody came."""
    found = quantities(scene((True, False), (False, True), *[(True, True)] * 7), Thresholds())
    assert [one.change for one in found] == [True]
