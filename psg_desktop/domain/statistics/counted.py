"""Histories made of facts: each unit's events, quarter by quarter, and the key it is known by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, Protocol, TypeVar

from psg_desktop.domain.statistics.happenings import Details, Happening, ends
from psg_desktop.domain.statistics.histories import Event, History, Population, Standing


class Facts(Protocol):
    """What is known of a unit, whatever it is."""

    @property
    def traits(self) -> tuple[str, ...]:
        """The code of its category for each variable of the population."""


F = TypeVar("F", bound=Facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A population, and the keys by which the vault knows its units.

    Attributes:
        keys: The identifier of each unit as text, one for each history and in the same order; they
            stay in the vault.
    """

    population: Population
    keys: tuple[str, ...]


def counted(
    empty: Population, happenings: Sequence[Happening[F]], units: Iterable[tuple[str, F]]
) -> Counted:
    """Count units quarter by quarter, in the order of their keys.

    Args:
        empty: The population without histories.
        happenings: What is counted of each unit.
        units: The key of each unit with its facts.
    """
    counter = _Counter(empty.quarters, happenings)
    found = sorted(units, key=lambda one: one[0])
    histories = tuple(counter.history(facts) for _, facts in found)
    return Counted(
        population=replace(empty, histories=histories), keys=tuple(key for key, _ in found)
    )


class _Counter(Generic[F]):
    """Makes histories; what is the same of many units is made once and shared.

    Equal parts are one object each, so that the next larger part is looked up by which objects it
    is made of, and not by all that is in them.
    """

    def __init__(self, asked: tuple[date, ...], happenings: Sequence[Happening[F]]) -> None:
        self._ends = ends(asked)
        self._places = {quarter: place for place, quarter in enumerate(asked)}
        self._happenings = happenings
        self._events: dict[tuple[str, Details], Event] = {}
        self._standings: dict[tuple[tuple[str, ...], tuple[int, ...]], Standing] = {}
        self._histories: dict[tuple[int, ...], History] = {}

    def history(self, facts: F) -> History:
        """Give what is counted of a unit."""
        found: dict[int, list[Event]] = {}
        for happening in self._happenings:
            for quarter, details in happening.when(facts, self._ends):
                place = self._places.get(quarter)
                if place is not None:
                    found.setdefault(place, []).append(self._event(happening.code, details))
        standings = [self._standing(facts.traits, [])] * len(self._ends)
        for place, events in found.items():
            standings[place] = self._standing(facts.traits, events)
        key = tuple(map(id, standings))
        known = self._histories.get(key)
        if known is None:
            known = self._histories[key] = History(standings=tuple(standings))
        return known

    def _event(self, code: str, details: Details) -> Event:
        known = self._events.get((code, details))
        if known is None:
            known = self._events[code, details] = Event(measure=code, details=details)
        return known

    def _standing(self, traits: tuple[str, ...], events: list[Event]) -> Standing:
        if len(events) > 1:
            events.sort(key=_order)
        key = (traits, tuple(map(id, events)))
        known = self._standings.get(key)
        if known is None:
            known = self._standings[key] = Standing(traits=traits, events=tuple(events))
        return known


def _order(event: Event) -> tuple[str, Details]:
    return event.measure, event.details
