"""What was counted once stays as it was counted: frozen quarters laid over what the vault says now.

A case that was changed, entered late or deleted after its quarter was published does not change
that quarter any more; it counts as it stands from the next quarter on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from psg_desktop.casework.statistics.ledger import Frozen, pseudonym
from psg_desktop.domain.statistics.counted import Counted
from psg_desktop.domain.statistics.histories import History, Population, Standing


def overlaid(counted: Counted, frozen: Frozen) -> dict[str, History]:
    """Give the history of every unit by its pseudonym, with frozen quarters as they were counted.

    Args:
        counted: What the vault says now, of all quarters that anything was published of.
        frozen: What was counted behind earlier releases.
    """
    population = counted.population
    now = {
        pseudonym(key): history.standings
        for key, history in zip(counted.keys, population.histories, strict=True)
    }
    asked = [frozen.get((population.code, quarter)) for quarter in population.quarters]
    units = sorted(set(now).union(*(one for one in asked if one is not None)))
    return {unit: _history(unit, now.get(unit), asked) for unit in units}


def population_of(population: Population, histories: dict[str, History]) -> Population:
    """Give a population with these histories."""
    return replace(population, histories=tuple(histories[unit] for unit in sorted(histories)))


def standings(
    population: Population, histories: dict[str, History], quarters: Sequence[date]
) -> dict[tuple[str, date], dict[str, Standing]]:
    """Give what is to be frozen: every unit with events in some quarters."""
    return {
        (population.code, quarter): {
            unit: history.standings[place]
            for unit, history in histories.items()
            if history.standings[place].events
        }
        for place, quarter in enumerate(population.quarters)
        if quarter in quarters
    }


def _history(
    unit: str, now: tuple[Standing, ...] | None, asked: Sequence[Mapping[str, Standing] | None]
) -> History:
    kept = [one[unit] if one is not None and unit in one else None for one in asked]
    known = [one for one in kept if one is not None]
    found = []
    for place, one in enumerate(kept):
        if one is not None:
            found.append(one)
        elif now is None:
            # Deleted since: nothing more befalls it, and it stays what it was.
            found.append(Standing(traits=known[-1].traits))
        elif asked[place] is not None:
            # Not counted when the quarter was published: entered late, or nothing befell it.
            found.append(Standing(traits=now[place].traits))
        else:
            found.append(now[place])
    return History(standings=tuple(found))
