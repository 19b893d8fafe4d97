"""All data sets over a population's courses, in few unknowns and without losing one of them.

What befell a unit (its course) is the hub: given the course, published cells bind only traits that
stand together in some cell. So the unknowns are the number of units of each course, and for each
course and each block of such traits the number of units with each of their values. Tables that
agree on what they share can always be put together to whole units (the model is decomposable), so
these unknowns allow exactly the data sets that all combinations of traits would allow.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.happenings import REST
from psg_desktop.domain.statistics.histories import Event, History, Population

Course = tuple[tuple[Event, ...], ...]
# The codes of one variable, quarter by quarter; they differ where a record was corrected.
Trait = tuple[str, ...]
Values = tuple[Trait, ...]

# More values of traits that stand together are not looked at; the table is too fine to be proven.
MOST_VALUES = 4_000


class TooFine(Exception):
    """Cells combine so many categories that no audit could be made of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A number of units: of a course, or of a course with certain values of one block."""

    course: int
    block: int | None = None
    values: Values = ()


class Blocks:
    """The unknowns of a population, with what each adds to published cells: one row for each."""

    def __init__(self, population: Population, cells: Sequence[Cell]) -> None:
        """Find the blocks and list the unknowns.

        Raises:
            TooFine: A block has more values than can be looked at.
        """
        self._population = population
        self._cells = tuple(cells)
        self._places = _joined(population.variables, cells)
        self._asked: dict[str, set[str]] = defaultdict(set)
        for variable, codes in (condition for cell in self._cells for condition in cell.where):
            self._asked[variable] |= codes
        lived = {_course(one) for one in population.histories}
        known = sorted(lived.union(population.possible), key=repr)
        self._courses = [*known, *self._unseen(known)]
        self._course_of = {course: number for number, course in enumerate(self._courses)}
        self._values = [list(self._possible(places)) for places in self._places]
        self._met: dict[tuple[object, ...], list[Values]] = {}
        self.unknowns = [Unknown(course=number) for number in range(len(self._courses))]
        self.unknowns += [
            Unknown(course=number, block=block, values=values)
            for number in range(len(self._courses))
            for block, found in enumerate(self._values)
            for values in found
        ]
        self.place = {unknown: place for place, unknown in enumerate(self.unknowns)}

    def of(self, history: History) -> tuple[int, ...]:
        """Give the unknowns that count a unit of this history."""
        course = self._course_of[_course(history)]
        found = [self.place[Unknown(course=course)]]
        for block, places in enumerate(self._places):
            values = tuple(_trait(history, place) for place in places)
            found.append(self.place[Unknown(course=course, block=block, values=values)])
        return tuple(found)

    def sums(self) -> Iterator[tuple[int, list[int]]]:
        """Give each course with the unknowns of one block that must add up to it."""
        for course in range(len(self._courses)):
            for block, found in enumerate(self._values):
                yield (
                    self.place[Unknown(course=course)],
                    [
                        self.place[Unknown(course=course, block=block, values=values)]
                        for values in found
                    ],
                )

    def amounts(self) -> list[dict[int, int]]:
        """Give what a unit counted by each unknown adds to each row."""
        found: list[Counter[int]] = [Counter() for _ in self.unknowns]
        rows = self._rows_by_event()
        for number, course in enumerate(self._courses):
            for spot, (quarter, events) in enumerate(
                zip(self._population.quarters, course, strict=True)
            ):
                for event in events:
                    for row in rows.get((event.measure, quarter), ()):
                        self._add(found, row, (number, spot, event))
        return [dict(one) for one in found]

    def _rows_by_event(self) -> dict[tuple[str, object], list[int]]:
        rows: dict[tuple[str, object], list[int]] = defaultdict(list)
        for row, cell in enumerate(self._cells):
            for quarter in cell.quarters:
                rows[cell.measure, quarter].append(row)
        return rows

    def _add(self, found: list[Counter[int]], row: int, at: tuple[int, int, Event]) -> None:
        number, spot, event = at
        details = dict(event.details)
        wanted: list[tuple[int, frozenset[str]]] = []
        for variable, codes in self._cells[row].where:
            if variable in details:
                if details[variable] not in codes:
                    return
            elif variable in self._population.variables:
                wanted.append((self._population.variables.index(variable), codes))
            else:
                return
        if not wanted:
            found[self.place[Unknown(course=number)]][row] += 1
            return
        block = next(at for at, places in enumerate(self._places) if wanted[0][0] in places)
        spots = [(self._places[block].index(place), codes) for place, codes in wanted]
        for values in self._matching(block, spot, tuple(spots)):
            found[self.place[Unknown(course=number, block=block, values=values)]][row] += 1

    def _matching(
        self, block: int, spot: int, wanted: tuple[tuple[int, frozenset[str]], ...]
    ) -> list[Values]:
        """Give the values of a block that meet what is wanted of its traits in a quarter."""
        key = (block, spot, wanted)
        if key not in self._met:
            self._met[key] = [
                values
                for values in self._values[block]
                if all(values[at][spot] in codes for at, codes in wanted)
            ]
        return self._met[key]

    def _unseen(self, known: Sequence[Course]) -> list[Course]:
        """Give courses with a second category where all known ones have but one in a quarter.

        Without it that category would seem to hold everybody for certain.
        """
        have: dict[tuple[int, str, str], set[str]] = defaultdict(set)
        for spot, event in (
            (spot, event) for one in known for spot, events in enumerate(one) for event in events
        ):
            for variable, code in event.details:
                have[spot, event.measure, variable].add(code)
        found: list[Course] = []
        for course in known:
            for spot, events in enumerate(course):
                for number, event in enumerate(events):
                    for variable, other in self._categories(event):
                        seen = have[spot, event.measure, variable]
                        if len(seen) == 1:
                            seen.add(variable)
                            changed = (*events[:number], other, *events[number + 1 :])
                            found.append((*course[:spot], changed, *course[spot + 1 :]))
        return found

    def _categories(self, event: Event) -> Iterator[tuple[str, Event]]:
        """Give an event with another category that the tables ask for, for each of its details."""
        for place, (variable, own) in enumerate(event.details):
            # Readers may know that something is always recorded: a named category comes first.
            others = sorted(self._asked[variable] - {own}, key=lambda one: (one in REST, one))
            if variable not in self._population.derived and others:
                details = list(event.details)
                details[place] = (variable, others[0])
                yield variable, replace(event, details=tuple(details))

    def _possible(self, places: Sequence[int]) -> Iterator[Values]:
        traits: list[list[Trait]] = []
        for place in places:
            seen = {_trait(history, place) for history in self._population.histories}
            codes = {code for trait in seen for code in trait}
            # One category that is empty stands for all that are: any of them might hold somebody.
            empty = self._asked[self._population.variables[place]] - codes
            codes |= set(sorted(empty)[:1])
            steady = {(code,) * len(self._population.quarters) for code in codes}
            traits.append(sorted(seen | steady))
        size = 1
        for one in traits:
            size *= len(one)
        if size > MOST_VALUES:
            raise TooFine
        yield from product(*traits)


def _joined(variables: Sequence[str], cells: Sequence[Cell]) -> list[tuple[int, ...]]:
    """Give the places of variables that some cell binds together, block by block."""
    blocks: list[set[int]] = []
    for cell in cells:
        own = {variables.index(name) for name, _ in cell.where if name in variables}
        if own:
            touching = [block for block in blocks if block & own]
            blocks = [block for block in blocks if not block & own]
            blocks.append(own.union(*touching))
    return sorted(tuple(sorted(block)) for block in blocks)


def _course(history: History) -> Course:
    return tuple(one.events for one in history.standings)


def _trait(history: History, place: int) -> Trait:
    return tuple(one.traits[place] for one in history.standings)
