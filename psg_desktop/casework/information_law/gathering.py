"""Which records are about somebody, and which only speak of them, over every kind there is.

A record is about them if it is theirs, names them by its own field, belongs to a case of theirs,
or points at a record that is about them. Any other record speaks of them if one of its texts
does, or a thing in one of its lists points at them. No kind of record is listed here by hand.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.leaves import Leaf, leaves, top_level
from psg_desktop.domain.merges import Merge
from psg_desktop.domain.people import Person
from psg_desktop.domain.plain import from_plain
from psg_desktop.privacy.identities import IdentityKind
from psg_desktop.privacy.subject_copies import CopyReader
from psg_desktop.store import shelves
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.units import Unit

# The notes of the review itself: they say what is held back, and why.
LEFT_OUT = frozenset({RecordKind.ACCESS_MARK})
_WAS = "was"
# What the audit trail is searched for, letter by letter.
NAMING_WORDS = frozenset({IdentityKind.PERSON, IdentityKind.PHONE, IdentityKind.EMAIL})
Held = tuple[tuple[Shelf[Any], Any], ...]


class Relation(StrEnum):
    """What a record has to do with the person."""

    ABOUT = "about"
    SPEAKS = "speaks"
    MAY_SPEAK = "may_speak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """One record and what of it concerns the person: all of it, or some of its parts."""

    kind: RecordKind
    id: UUID
    value: Any = field(repr=False)
    relation: Relation
    groups: frozenset[str] = frozenset()

    def parts(self) -> Iterator[Leaf]:
        """Give what of the record concerns the person."""
        for leaf in leaves_of(self.value):
            whole = self.relation is Relation.ABOUT or leaf.group in self.groups
            if whole or not (leaf.identifying or leaf.points):
                yield leaf


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """Whom a copy is made for, and what was found."""

    ids: frozenset[UUID]
    about: frozenset[UUID]
    found: tuple[Gathered, ...]
    known: dict[str, str] = field(repr=False)
    reader: CopyReader = field(repr=False)
    own_words: frozenset[str] = field(repr=False)


def leaves_of(value: Any) -> Iterator[Leaf]:
    """Give every value of a record; of a merge those of the record that went as well."""
    for leaf in leaves(value):
        if isinstance(value, Merge) and leaf.name == _WAS:
            yield from _of_merged(value)
        else:
            yield leaf


def same_person(unit: Unit, person: PersonId) -> frozenset[UUID]:
    """Give the identifiers of a person, those that were merged into it among them."""
    found, merges = {UUID(str(person))}, unit.merges.all()
    before = 0
    while len(found) != before:
        before = len(found)
        found |= {one.merged for one in merges if one.kept in found}
    return frozenset(found)


def everything(unit: Unit) -> Held:
    """Read every record of every kind."""
    return tuple(
        (shelf, value)
        for shelf in shelves.ALL
        if shelf.kind not in LEFT_OUT
        for value in unit.shelf(shelf).all()
    )


def gather(
    held: Held, about: Collection[UUID], ids: frozenset[UUID], reader: CopyReader
) -> tuple[Gathered, ...]:
    """Find every record that is about the person or speaks of them."""
    found = (_gathered(shelf, value, frozenset(about) | ids, reader) for shelf, value in held)
    return tuple(one for one in found if one is not None)


def about(held: Held, ids: frozenset[UUID]) -> set[UUID]:
    """Give what is about the person: what points at them, and what points at that."""
    pointing = [
        (value.id, {id_ for _, id_ in top_level(value)})
        for _, value in held
        if _whose(value) is None or _whose(value) in ids
    ]
    found = set(ids)
    before = 0
    while len(found) != before:
        before = len(found)
        found |= {id_ for id_, names in pointing if names & found}
    return found


def _whose(value: Any) -> UUID | None:
    """Say whom a record is about by its own field, where it has one."""
    whose = getattr(value, "subject", None)
    return whose if isinstance(whose, UUID) else None


def _gathered(
    shelf: Shelf[Any], value: Any, own: frozenset[UUID], reader: CopyReader
) -> Gathered | None:
    if value.id in own:
        return Gathered(kind=shelf.kind, id=value.id, value=value, relation=Relation.ABOUT)
    sure, unsure = set[str](), set[str]()
    for leaf in leaves_of(value):
        if leaf.points:
            if leaf.value in own:
                sure.add(leaf.group)
            continue
        text = leaf.value if type(leaf.value) is str else ""
        said = reader.mentions(text, str(value.id))
        if said is not False:
            (unsure if said is None else sure).add(leaf.group)
    if not sure | unsure:
        return None
    relation = Relation.SPEAKS if sure else Relation.MAY_SPEAK
    return Gathered(
        kind=shelf.kind, id=value.id, value=value, relation=relation,
        groups=frozenset(sure | unsure),
    )  # fmt: skip


def _of_merged(merge: Merge) -> Iterator[Leaf]:
    was = json.loads(merge.was)
    if was.get("full_name"):
        for leaf in leaves(from_plain(Person, was)):
            yield Leaf(
                path=f"{_WAS}.{leaf.path}",
                name=leaf.name,
                group=_WAS,
                value=leaf.value,
                identifying=leaf.identifying,
            )
