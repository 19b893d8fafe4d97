"""What is asked of published tables: numbers, their changes, and whole rows and columns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations
from math import isfinite

from psg_desktop.attack.judging import (
    LEAST_WIDTH,
    SMALLEST_SAFE,
    WIDTH_BESIDE_EXACT,
    Finding,
    Kind,
    harmless,
    judged,
    wanted_least,
    wanted_most,
)
from psg_desktop.attack.knowing import Knowledge, Known
from psg_desktop.attack.published import Cell, Publication, State, Table
from psg_desktop.attack.splitting import Parts, Split
from psg_desktop.attack.sums import Interval, Terms, added
from psg_desktop.attack.unknowns import Region, Unknowns, region

_LEAST, _GREATEST = 1, -1
_NOT_YET = Interval(low=None, high=None)


class Asking:
    """What is known while questions are asked, and how sums fall into parts."""

    def __init__(self, knowledge: Knowledge, split: Split) -> None:
        """Ask of one publication."""
        self.knowledge = knowledge
        self._split = split

    def known(self, terms: Terms) -> Known:
        """Say what is known of a sum so far."""
        return self.knowledge.of(self.parts(terms))

    def parts(self, terms: Terms) -> Parts:
        """Give the parts of a sum."""
        return self._split.parts_of[terms]

    def find(self, terms: Terms, sign: int, enough: float | None = None) -> Known:
        """Find an end of a sum, or that it may be what is enough, and say what is known then.

        Raises:
            AttackUnfinished: The time was up.
        """
        self.knowledge.find(self.parts(terms), sign, enough)
        return self.known(terms)

    def ends(self, terms: Terms) -> Interval:
        """Find both ends.

        Raises:
            AttackUnfinished: The time was up.
        """
        self.find(terms, _GREATEST)
        return _ends(self.find(terms, _LEAST))


@dataclass(frozen=True, slots=True)
class Number:
    """A cell's own number, or its change since an earlier table; `width` is what is safe."""

    finding: Finding
    sums: Terms
    width: int = LEAST_WIDTH

    @property
    def asked(self) -> tuple[Terms, ...]:
        """The sums it is about."""
        return (self.sums,)

    def settled(self, asking: Asking) -> bool:
        """Say whether it is certain that this is not found."""
        known = asking.known(self.sums)
        if self._marked:
            return known.low >= SMALLEST_SAFE
        return harmless(known, self.width)

    def wishes(self, asking: Asking) -> Iterator[tuple[Parts, int]]:
        """Give what should be larger, or smaller, so that it would be settled."""
        known = asking.known(self.sums)
        if known.greatest < known.high:
            yield asking.parts(self.sums), 1
        if known.least > known.low:
            yield asking.parts(self.sums), -1

    def answer(self, asking: Asking) -> Finding | None:
        """Find its ends, as far as they are needed.

        Raises:
            AttackUnfinished: The time was up.
        """
        if self.finding.kind is Kind.PRINTED:
            return self.finding if judged(self.finding.interval) else None
        if not self._marked:
            enough = wanted_most(asking.known(self.sums), self.width)
            known = asking.find(self.sums, _GREATEST, enough)
            asking.find(self.sums, _LEAST, wanted_least(known, self.width))
        if self.settled(asking):
            return None
        ends = asking.ends(self.sums)
        kind = judged(ends, self.width)
        if kind is None and self._marked and ends.low is not None and ends.low < SMALLEST_SAFE:
            kind = Kind.PRESENT
        return None if kind is None else replace(self.finding, kind=kind, interval=ends)

    def somebody(self, asking: Asking) -> Finding | None:
        """Find whether somebody is certainly there, of a number that is not found otherwise.

        Raises:
            AttackUnfinished: The time was up.
        """
        printed = self.finding.interval
        if printed.low != 0 or asking.known(self.sums).least < 1:
            return None
        if not 1 <= asking.find(self.sums, _LEAST, 0).low < SMALLEST_SAFE:
            return None
        ends = asking.ends(self.sums)
        if judged(ends, self.width) is not None:
            return None
        return replace(self.finding, kind=Kind.PRESENT, interval=ends)

    @property
    def _marked(self) -> bool:
        """Say whether its very marker says that somebody is there, maybe few."""
        low = self.finding.interval.low
        return self.finding.kind is not Kind.PRINTED and low in range(1, SMALLEST_SAFE)


@dataclass(frozen=True, slots=True)
class Group:
    """A total and one of its categories: is everybody who may be there certainly in it?"""

    finding: Finding
    total: Terms
    others: Terms

    @property
    def asked(self) -> tuple[Terms, ...]:
        """The sums it is about."""
        return (self.total, self.others)

    def settled(self, asking: Asking) -> bool:
        """Say whether it is certain that this is not found."""
        return asking.known(self.others).greatest > 0 or asking.known(self.total).high == 0

    def wishes(self, asking: Asking) -> Iterator[tuple[Parts, int]]:
        """Give what should be larger, or smaller, so that it would be settled."""
        yield asking.parts(self.others), 1

    def answer(self, asking: Asking) -> Finding | None:
        """Find whether others are possible, and if not, whether anybody can be there.

        Raises:
            AttackUnfinished: The time was up.
        """
        if asking.find(self.others, _GREATEST, 1).greatest > 0:
            return None
        total = asking.ends(self.total)
        return None if total.high == 0 else replace(self.finding, interval=total)


Question = Number | Group


def _ends(known: Known) -> Interval:
    low, high = known.low, known.high
    return Interval(
        low=int(low) if isfinite(low) else None, high=int(high) if isfinite(high) else None
    )


@dataclass(slots=True)
class Asked:
    """Everything that is asked of a publication."""

    cells: list[Number] = field(default_factory=list)
    changes: list[Number] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    @property
    def every(self) -> list[Question]:
        """All of it in the order of the tables."""
        return [*self.cells, *self.changes, *self.groups]


def questions(published: Publication, unknowns: Unknowns) -> Asked:
    """Ask whatever may be asked of numbers of people."""
    numbers = _numbers(published)
    return Asked(
        cells=list(_cells(published, numbers, unknowns)),
        changes=list(_changes(published, numbers, unknowns)),
        groups=list(_groups(numbers, unknowns)),
    )


_Place = tuple[tuple[State, ...], Region]
_Printed = tuple[Table, Cell]


def _numbers(published: Publication) -> dict[_Place, _Printed]:
    """Give each number of people once, however many tables print it."""
    found: dict[_Place, _Printed] = {}
    for table in published.tables:
        for cell in table.cells if table.people else ():
            number = (cell.states, region(cell.where))
            if number not in found or cell.exact:
                found[number] = (table, cell)
    return found


def _cells(
    published: Publication, numbers: dict[_Place, _Printed], unknowns: Unknowns
) -> Iterator[Number]:
    beside_exact = set(_beside_exact(published))
    for (states, place), (table, cell) in numbers.items():
        kind = Kind.PRINTED if cell.exact else Kind.EXACT
        shown = Interval(low=cell.low, high=cell.high)
        finding = Finding(kind=kind, table=table, cell=cell, interval=shown)
        width = WIDTH_BESIDE_EXACT if (states, place) in beside_exact else LEAST_WIDTH
        yield Number(finding, added(unknowns.at(states, place)), width)


def _beside_exact(published: Publication) -> Iterator[_Place]:
    """Give the numbers withheld among exact ones: parts among parts, or totals among totals."""
    for table in published.tables:
        exact = {bool(cell.where) for cell in table.cells if cell.exact and cell.low}
        for one in table.cells:
            if not one.exact and bool(one.where) in exact:
                yield one.states, region(one.where)


def _changes(
    published: Publication, numbers: dict[_Place, _Printed], unknowns: Unknowns
) -> Iterator[Number]:
    """Ask the change of each place between two states of what is counted on."""
    alike: dict[object, list[_Place]] = defaultdict(list)
    for states, place in numbers:
        alike[states[0].measure, len(states), place].append((states, place))
    for places in alike.values():
        ordered = sorted(places, key=lambda one: numbers[one][1].period)
        for one, other in combinations(ordered, 2):
            (_, first), (table, second) = numbers[one], numbers[other]
            if first.measure in published.standing or first.period == second.period:
                finding = Finding(
                    kind=Kind.EXACT, table=table, cell=second, interval=_NOT_YET, earlier=first
                )
                yield Number(finding, added((*unknowns.at(*other), *unknowns.at(*one, -1))))


def _groups(numbers: dict[_Place, _Printed], unknowns: Unknowns) -> Iterator[Group]:
    """Ask of each number with one condition more than another whether it holds all of that."""
    for (states, place), (table, cell) in numbers.items():
        for condition in sorted(place, key=repr):
            whole = numbers.get((states, place - {condition}))
            if whole is None or _must_have_others(whole[1], cell):
                continue
            total = unknowns.at(states, place - {condition})
            others = added((*total, *unknowns.at(states, place, -1)))
            if others:
                finding = Finding(kind=Kind.GROUP, table=table, cell=cell, interval=_NOT_YET)
                yield Group(finding, added(total), others)


def _must_have_others(total: Cell, part: Cell) -> bool:
    """Say whether the print alone shows people outside the part, so that nothing need be solved."""
    return total.high == 0 or (part.high is not None and part.high < total.low)


def every_sum(asked: Iterable[Question]) -> list[Terms]:
    """List the sums that are asked about."""
    return [terms for one in asked for terms in one.asked]
