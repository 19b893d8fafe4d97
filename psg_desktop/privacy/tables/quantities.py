"""What is to be protected: small numbers, small changes, and lines forced into one category."""

from collections.abc import Container, Iterable, Iterator
from itertools import combinations

from psg_desktop.domain.statistics.cells import Cell, Line, same_figure
from psg_desktop.privacy.tables.safety import Numbers, Quantity, Thresholds, sensitive
from psg_desktop.privacy.tables.scene import Scene


def quantities(
    scene: Scene, thresholds: Thresholds, standing: Container[Cell] = ()
) -> Iterator[Quantity]:
    """Give the sensitive quantities: small numbers, and small changes between two periods.

    Small for anybody: of five, four are left for a reader who knows the fifth (S4). Numbers that
    are truly 0 are among them where the scene knows of units that might be there, but not those of
    *standing* cells: nothing can be done for them any more.
    """
    possible = {row for one in scene.amounts for row in one}
    series: dict[object, list[int]] = {}
    for row, cell in enumerate(scene.cells):
        series.setdefault(same_figure(cell), []).append(row)
        if _few_to_somebody(int(scene.values[row]), scene.shares[:, row], thresholds):
            yield Quantity(terms=((row, 1),))
        elif scene.values[row] == 0 and row in possible and cell not in standing:
            yield Quantity(terms=((row, 1),), empty=True)
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
