"""Merging two records of one person or place: what the one that stays says, and what is kept.

Nothing is dropped: lists are joined, the name that gives way becomes an alias, and the record that
goes is kept whole in the `Merge`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from psg_desktop.domain import text
from psg_desktop.domain.ids import BatchId, MergeId, PlaceId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.domain.people import HouseholdMember, Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.refusals import Findings, Problem

V = TypeVar("V")
# The fields of which one value stands; every other field is joined.
PERSON_CHOICES = ("full_name", "born")
PLACE_CHOICES = ("name", "kind", "address", "postcode", "uprn", "ward", "part_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """The record of one merge.

    Attributes:
        kept: The record that stays; `merged` the one that went, `name` what it was called.
        was: The whole record that went, in plain form as JSON.
        by: The public label of the key slot that was opened.
        batch: The unit of work that merged them, by which it is taken back.

    Raises:
        Refused: A record is merged with itself, the reason is missing or too long.
    """

    id: MergeId
    kind: PartyKind
    kept: UUID
    merged: UUID
    name: str = field(repr=False)
    was: str = field(repr=False)
    at: datetime
    by: str = field(repr=False)
    reason: str = field(repr=False)
    batch: BatchId

    def __post_init__(self) -> None:
        """Refuse a merge without its reason, and one of a record with itself."""
        found = Findings()
        found.when(self.kept == self.merged, "other", Problem.SAME_RECORD)
        found.when(not self.reason.strip(), "reason", Problem.REASON_MISSING)
        found.when(len(self.reason) > text.TEXT_LIMIT, "reason", Problem.TEXT_TOO_LONG)
        found.settle()


def merged_person(kept: Person, other: Person, theirs: frozenset[str]) -> Person:
    """Give the person who stays.

    Args:
        kept: The record that stays.
        other: The record that goes.
        theirs: The fields of `PERSON_CHOICES` in which the value of *other* stands.

    Raises:
        Refused: The remarks of both together are too long.
    """
    name = other.full_name if "full_name" in theirs else kept.full_name
    both = frozenset({kept.id, other.id})
    return replace(
        kept,
        full_name=name,
        born=other.born if "born" in theirs else kept.born,
        aliases=_names(name, (kept.full_name, *kept.aliases, other.full_name, *other.aliases)),
        addresses=_once((*kept.addresses, *other.addresses)),
        identifiers=_once((*kept.identifiers, *other.identifiers)),
        phones=_once((*kept.phones, *other.phones)),
        emails=_once((*kept.emails, *other.emails)),
        household=_once(_others((*kept.household, *other.household), both)),
        remarks=_joined(kept.remarks, other.remarks),
    )


def merged_place(
    kept: Place, other: Place, theirs: frozenset[str], above: Iterable[PlaceId] = ()
) -> Place:
    """Give the place that stays.

    Args:
        kept: The record that stays.
        other: The record that goes.
        theirs: The fields of `PLACE_CHOICES` in which the value of *other* stands.
        above: The place the chosen one is part of, the place that is part of, and so on.

    Raises:
        Refused: The remarks of both together are too long.
    """
    stands = {
        name: getattr(other if name in theirs else kept, name)
        for name in PLACE_CHOICES
        if name != "part_of"
    }
    names = (kept.name, *kept.aliases, other.name, *other.aliases)
    return replace(
        kept,
        **stands,
        part_of=_outside(tuple(above), frozenset({kept.id, other.id})),
        aliases=_names(stands["name"], names),
        remarks=_joined(kept.remarks, other.remarks),
    )


def _outside(above: tuple[PlaceId, ...], both: frozenset[PlaceId]) -> PlaceId | None:
    """Give what the merged place is part of: what is above both, where one lay in the other."""
    last = max((number for number, one in enumerate(above) if one in both), default=-1)
    return above[last + 1] if last + 1 < len(above) else None


def _names(stands: str, names: Iterable[str]) -> tuple[str, ...]:
    met = {text.fold(stands)}
    found = []
    for name in names:
        if text.fold(name) not in met:
            met.add(text.fold(name))
            found.append(name)
    return tuple(found)


def _once(parts: Iterable[V]) -> tuple[V, ...]:
    found: list[V] = []
    for part in parts:
        if part not in found:
            found.append(part)
    return tuple(found)


def _others(members: Iterable[HouseholdMember], both: frozenset[UUID]) -> Iterable[HouseholdMember]:
    """Leave out that somebody lives with themselves."""
    return (one for one in members if one.person not in both)


def _joined(kept: str, other: str) -> str:
    if other.strip() in kept:
        return kept
    return f"{kept}\n\n{other}" if kept.strip() else other
