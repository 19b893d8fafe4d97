"""Which records are about somebody, and which only speak of them, over every kind there is.

A record is about them if it is theirs, names them by its own field, belongs to a case of theirs,
or points at a record that is about them. Any other record speaks of them if one of its texts
does, or a thing in one of its lists points at them. No kind of record is listed here by hand.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.leaves import Leaf, leaves, texts_and_pointers, top_level
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
# Every record, read once, by its shelf.
Held = Mapping[Shelf[Any], Sequence[Any]]
# Hears how many of how many records are behind, and may raise to stop.
Progress = Callable[[int, int], None]
_TELLING = 500


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


def same_person(held: Held, person: PersonId) -> frozenset[UUID]:
    """Give the identifiers of a person, those that were merged into it among them."""
    found, merges = {UUID(str(person))}, held[shelves.MERGES]
    before = 0
    while len(found) != before:
        before = len(found)
        found |= {one.merged for one in merges if one.kept in found}
    return frozenset(found)


def nobody_listens(_done: int, _total: int) -> None:
    """Hear how far it is, and do nothing."""


def everything(unit: Unit, progress: Progress = nobody_listens) -> Held:
    """Read every record of every kind, each table once; tells how many tables are behind."""
    held: dict[Shelf[Any], Sequence[Any]] = {}
    for number, shelf in enumerate(shelves.ALL):
        progress(number, len(shelves.ALL))
        held[shelf] = unit.shelf(shelf).all()
    return held


def gather(
    held: Held, own: Collection[UUID], reader: CopyReader, progress: Progress = nobody_listens
) -> tuple[Gathered, ...]:
    """Find every record that is one of *own* or speaks of the person."""
    found, ids = list[Gathered](), frozenset(own)
    records = tuple(_records(held))
    for number, (shelf, value) in enumerate(records):
        if not number % _TELLING:
            progress(number, len(records))
        if _may_concern(value, ids, reader):
            one = _gathered(shelf, value, ids, reader)
            found += [one] if one else []
    return tuple(found)


def _records(held: Held) -> Iterator[tuple[Shelf[Any], Any]]:
    """Give every record but the notes of the review itself."""
    for shelf, values in held.items():
        if shelf.kind not in LEFT_OUT:
            for value in values:
                yield shelf, value


def _may_concern(value: Any, own: frozenset[UUID], reader: CopyReader) -> bool:
    """Say quickly of most records that they do not concern the person."""
    if isinstance(value, Merge):  # what went is in it as a text of its own writing
        return True
    texts, pointers = texts_and_pointers(value)
    return not pointers.isdisjoint(own) or reader.may_mention("\n".join(texts))


def about(held: Held, ids: frozenset[UUID]) -> set[UUID]:
    """Give what is about the person: what points at them, and what points at that."""
    pointing = [
        (value.id, {id_ for _, id_ in top_level(value)})
        for _, value in _records(held)
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
