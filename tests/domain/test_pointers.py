"""Who names whom: found by the types of fields, for every kind of record there is."""

import typing
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import NoteId, PersonId, PlaceId
from psg_desktop.domain.plain import field_names
from psg_desktop.domain.pointers import pointing_fields, repointed
from psg_desktop.store.shelves import BY_KIND
from tests.builders import a_case
from tests.store.records import any_of

OLD, NEW = UUID(int=7), UUID(int=8)
BASE = a_case(subject=OLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A value inside of a record."""

    who: PersonId | None = None
    where: tuple[PlaceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A kind of record that somebody may add tomorrow."""

    id: NoteId
    seen: tuple[Seen, ...] = ()
    about: UUID | None = None
    first: Seen | None = None
    note: NoteId | None = None
    text: str = ""


def test_that_a_kind_added_tomorrow_is_found_by_the_types_of_its_fields() -> None:
    assert pointing_fields(Added) == ("seen", "about", "first")


def test_that_names_are_moved_at_any_depth_but_not_the_records_own() -> None:
    seen = Seen(who=PersonId(OLD), where=(PlaceId(OLD), PlaceId(NEW)))
    record = Added(id=NoteId(OLD), seen=(seen,), about=OLD, first=seen, text=str(OLD))
    moved = repointed(record, OLD, NEW)
    there = Seen(who=PersonId(NEW), where=(PlaceId(NEW), PlaceId(NEW)))
    assert moved == Added(id=NoteId(OLD), seen=(there,), about=NEW, first=there, text=str(OLD))


@pytest.mark.parametrize(
    "kind", [kind for kind, shelf in BY_KIND.items() if pointing_fields(shelf.value)]
)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_that_no_record_of_any_kind_names_the_one_that_went(
    kind: RecordKind, data: st.DataObject
) -> None:
    """A person, place or any record is put into each field that can hold it, then moved."""
    record = data.draw(any_of(kind, BASE))
    hints = typing.get_type_hints(type(record))
    for name in _holding(type(record)):
        if typing.get_origin(hints[name]) is tuple:
            continue  # lists of values are moved in the test above
        moved = repointed(replace(record, **{name: OLD}), OLD, NEW)
        assert getattr(moved, name) == NEW, name


def _holding(kind: type[Any]) -> list[str]:
    """Give the fields whose type mentions a person, a place or any record, told by its words."""
    hints = typing.get_type_hints(kind)
    words = {name: _spelled(hints[name]) for name in field_names(kind) if name != "id"}
    return [name for name, said in words.items() if {"PersonId", "PlaceId", "UUID"} & said]


def _spelled(hint: Any) -> set[str]:
    """Give every type a hint mentions, through unions, lists and nested values."""
    said = {getattr(hint, "__name__", "")}
    for one in typing.get_args(hint):
        said |= _spelled(one)
    if hasattr(hint, "__dataclass_fields__"):
        for one in typing.get_type_hints(hint).values():
            said |= _spelled(one)
    return said


def test_that_every_field_that_mentions_a_person_or_place_is_one_that_is_moved() -> None:
    for shelf in BY_KIND.values():
        assert set(_holding(shelf.value)) == set(pointing_fields(shelf.value)), shelf.kind
    named = {kind: pointing_fields(shelf.value) for kind, shelf in BY_KIND.items()}
    assert named[RecordKind.CASE] == ("subject",)
    assert named[RecordKind.PERSON] == ("household",)
    assert named[RecordKind.INVOLVEMENT] == ("party",)
    assert "target" in named[RecordKind.INTERVENTION]
    assert "subject" in named[RecordKind.REFERRAL]
