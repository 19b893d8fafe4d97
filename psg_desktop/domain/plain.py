"""Values to plain form (text, numbers, lists, dictionaries) and back, for the store and exports."""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Any, TypeVar, Union
from uuid import UUID

T = TypeVar("T")
Plain = dict[str, Any]
# Most parts of a record are plain already.
_PLAIN = frozenset({type(None), bool, int, float, dict, str})
# Worked out once for each dataclass: reading type hints is slow.
_NAMES: dict[type[Any], tuple[str, ...]] = {}
_READERS: dict[type[Any], dict[str, Callable[[Any], Any]]] = {}
_NESTED: dict[type[Any], tuple[str, ...]] = {}


def to_plain(value: object) -> Any:
    """Give the plain form of a value of the domain; dates as ISO text, identifiers as text."""
    if type(value) in _PLAIN or isinstance(value, bool | int | float | dict):
        return value
    if isinstance(value, str | UUID):
        return str(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(one) for one in value]
    return {name: to_plain(getattr(value, name)) for name in field_names(type(value))}


def from_plain(kind: type[T], plain: Mapping[str, Any]) -> T:
    """Give the value of dataclass *kind* that has this plain form.

    Raises:
        Refused: The value would break a rule of the domain.
        KeyError, ValueError: The plain form is not that of such a value.
    """
    made = dict(plain)
    for name, reader in _readers(kind).items():
        if name in made:
            made[name] = reader(made[name])
    return kind(**made)


def field_names(kind: type[Any]) -> tuple[str, ...]:
    """Give the field names of a dataclass, in order."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(one.name for one in dataclasses.fields(kind))
    return _NAMES[kind]


def nested_fields(kind: type[Any]) -> tuple[str, ...]:
    """Give the fields of a dataclass whose plain form is a list or a dictionary, in order."""
    if kind not in _NESTED:
        hints = typing.get_type_hints(kind)
        _NESTED[kind] = tuple(name for name in field_names(kind) if _is_nested(hints[name]))
    return _NESTED[kind]


def _is_nested(hint: Any) -> bool:
    kinds = (
        typing.get_args(hint) if typing.get_origin(hint) in {Union, types.UnionType} else (hint,)
    )
    return any(typing.get_origin(one) is tuple or dataclasses.is_dataclass(one) for one in kinds)


def _readers(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    if kind not in _READERS:
        hints = typing.get_type_hints(kind)
        found = {name: _reader(hints[name]) for name in field_names(kind)}
        # Text, numbers and switches are what they are: not asked about for each of many rows.
        _READERS[kind] = {name: reader for name, reader in found.items() if reader is not _same}
    return _READERS[kind]


def _reader(hint: Any) -> Callable[[Any], Any]:
    plain_hint = getattr(hint, "__supertype__", hint)
    origin = typing.get_origin(plain_hint)
    if origin in {Union, types.UnionType}:
        return _optional(plain_hint)
    if origin is tuple:
        inner = _reader(typing.get_args(plain_hint)[0])
        return lambda parts: tuple(inner(part) for part in parts)
    if dataclasses.is_dataclass(plain_hint):
        return lambda part: from_plain(typing.cast("type[Any]", plain_hint), part)
    if issubclass(plain_hint, Enum | UUID):
        return typing.cast("Callable[[Any], Any]", plain_hint)
    if issubclass(plain_hint, date | time):
        return typing.cast("Callable[[Any], Any]", plain_hint.fromisoformat)
    return _same


def _optional(hint: Any) -> Callable[[Any], Any]:
    (inner_hint,) = (one for one in typing.get_args(hint) if one is not type(None))
    inner = _reader(inner_hint)
    return lambda part: None if part is None else inner(part)


def _same(part: Any) -> Any:
    return part
