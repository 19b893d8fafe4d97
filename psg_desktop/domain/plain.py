"""Values to plain form (text, numbers, lists, dictionaries) and back, for the store and exports."""

import dataclasses
import types
import typing
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Any, TypeVar, Union
from uuid import UUID, SafeUUID

T = TypeVar("T")
Plain = dict[str, Any]
# Most parts of a record are plain already.
_PLAIN = frozenset({type(None), bool, int, float, dict, str})
# The slots of a UUID: its `__init__` weighs six ways of telling one, and a vault knows one.
_SET_NUMBER: Callable[[UUID, int], None] = vars(UUID)["int"].__set__
_SET_SAFETY: Callable[[UUID, SafeUUID], None] = vars(UUID)["is_safe"].__set__
_DIGITS = 32
# Worked out once for each dataclass: reading type hints is slow.
_NAMES: dict[type[Any], tuple[str, ...]] = {}
_READERS: dict[type[Any], dict[str, Callable[[Any], Any]]] = {}
_NESTED: dict[type[Any], tuple[str, ...]] = {}
_SETTERS: dict[type[Any], dict[str, Callable[[Any, Any], None]]] = {}


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
    for name, reader in readers(kind).items():
        if name in made:
            made[name] = reader(made[name])
    return kind(**made)


def assembled(kind: type[T], count: int, columns: Mapping[str, Iterable[Any]]) -> tuple[T, ...]:
    """Give *count* values of a slotted dataclass from their parts, told column by column.

    The same values as its `__init__` makes one by one, each held to the rules of the domain too.
    Setting a field of all values at once takes a third of the time, and a full chronology is
    read each time its case is opened.

    Raises:
        Refused: A value would break a rule of the domain.
        KeyError: A column is missing.
    """
    made: list[T] = [object.__new__(kind) for _ in range(count)]
    for name, set_part in _setters(kind).items():
        # A deque of no length drains the map without a loop in Python.
        deque(map(set_part, made, columns[name]), maxlen=0)
    check = getattr(kind, "__post_init__", None)
    if check is not None:
        deque(map(check, made), maxlen=0)
    return tuple(made)


def _setters(kind: type[Any]) -> dict[str, Callable[[Any, Any], None]]:
    if kind not in _SETTERS:
        # The slots themselves: a frozen dataclass refuses only what goes through `setattr`.
        _SETTERS[kind] = {name: getattr(kind, name).__set__ for name in field_names(kind)}
    return _SETTERS[kind]


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


def readers(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    """Give what makes a part of a dataclass out of its plain form, for those parts that differ."""
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
        made_by = _identifier if plain_hint is UUID else plain_hint
        return typing.cast("Callable[[Any], Any]", made_by)
    if issubclass(plain_hint, date | time):
        return typing.cast("Callable[[Any], Any]", plain_hint.fromisoformat)
    return _same


def _optional(hint: Any) -> Callable[[Any], Any]:
    (inner_hint,) = (one for one in typing.get_args(hint) if one is not type(None))
    inner = _reader(inner_hint)
    return lambda part: None if part is None else inner(part)


def _identifier(written: str) -> UUID:
    """Read an identifier as `UUID` does, in half the time where it is written as we write it."""
    digits = written.replace("-", "")
    if len(digits) != _DIGITS:
        return UUID(written)
    made = object.__new__(UUID)
    _SET_NUMBER(made, int(digits, 16))
    _SET_SAFETY(made, SafeUUID.unknown)
    return made


def _same(part: Any) -> Any:
    return part
