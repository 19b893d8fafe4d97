"""The true number of a cell, added up over the units of a population."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.histories import History, Population


def counts(population: Population, cells: Iterable[Cell]) -> Counter[Cell]:
    """Count some cells of a population; nothing of this may be shown as it is."""
    wanted: dict[tuple[str, object], list[Cell]] = defaultdict(list)
    for cell in dict.fromkeys(cells):
        for quarter in cell.quarters:
            wanted[cell.measure, quarter].append(cell)
    found: Counter[Cell] = Counter()
    # Units of one history count alike, and a caseload has few different ones.
    for history, many in Counter(population.histories).items():
        for cell, times in _of(population, history, wanted).items():
            found[cell] += many * times
    return found


def _of(
    population: Population, history: History, wanted: dict[tuple[str, object], list[Cell]]
) -> Counter[Cell]:
    found: Counter[Cell] = Counter()
    for quarter, standing in zip(population.quarters, history.standings, strict=True):
        traits = dict(zip(population.variables, standing.traits, strict=True))
        for event in standing.events:
            codes = traits | dict(event.details)
            for cell in wanted.get((event.measure, quarter), ()):
                if all(codes.get(variable) in allowed for variable, allowed in cell.where):
                    found[cell] += 1
    return found
