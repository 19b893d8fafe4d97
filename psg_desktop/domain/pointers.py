"""Where a record points at a person or a place, found by the types of its fields.

A kind of record that is added later is found without a list to be kept up: a field whose type is
`PersonId`, `PlaceId` or a plain `UUID`, at any depth, may hold one.
"""

import dataclasses
import typing
from typing import Any, TypeVar
from uuid import UUID

from psg_desktop.domain.ids import PersonId, PlaceId
from psg_desktop.domain.plain import field_names

V = TypeVar("V")
_MAY_NAME = (PersonId, PlaceId, UUID)
# Worked out once for each dataclass: reading type hints is slow.
_FIELDS: dict[type[Any], tuple[str, ...]] = {}


def pointing_fields(kind: type[Any]) -> tuple[str, ...]:
    """Give the fields of a dataclass that may name a person or a place, but its own identifier."""
    if kind not in _FIELDS:
        hints = typing.get_type_hints(kind)
        found = (name for name in field_names(kind) if name != "id" and _may_name(hints[name]))
        _FIELDS[kind] = tuple(found)
    return _FIELDS[kind]


def repointed(value: V, old: UUID, new: UUID) -> V:
    """Give a record with *new* wherever it names *old*, at any depth, but as its own identifier."""
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    moved: dict[str, Any] = {}
    for name in field_names(type(value)):
        before = getattr(value, name)
        after = before if name == "id" else _moved(before, old, new)
        if after != before:
            moved[name] = after
    return typing.cast("V", dataclasses.replace(value, **moved)) if moved else value


def _moved(part: object, old: UUID, new: UUID) -> object:
    if isinstance(part, UUID):
        return new if part == old else part
    if isinstance(part, tuple):
        return tuple(_moved(one, old, new) for one in part)
    return repointed(part, old, new)


def _may_name(hint: Any) -> bool:
    if hint in _MAY_NAME:
        return True
    if dataclasses.is_dataclass(hint):
        inner = typing.get_type_hints(hint)
        return any(_may_name(inner[name]) for name in field_names(typing.cast("type[Any]", hint)))
    return any(_may_name(one) for one in typing.get_args(hint))
