"""Canonical JSON: one value has exactly one spelling, and every other spelling is refused.

Header, seal, lock record and backup manifest are all written and read here, so that a byte
changed without changing the meaning (a space, an upper-case digit, a second key of the same
name) is noticed as surely as one that does.
"""

import base64
import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NoReturn, TypeAlias
from uuid import UUID

Json: TypeAlias = str | int | Sequence["Json"] | Mapping[str, "Json"] | None

_SHA256 = re.compile("[0-9a-f]{64}")
LARGEST = 64 * 1024
"""Bytes beyond which a header, seal or manifest is refused unread."""


class Malformed(Exception):
    """The bytes are not one of our records; the text never repeats what they hold."""


def encode(value: Json) -> bytes:
    """Spell a value in the only accepted way: sorted keys, no spaces, plain ASCII."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return text.encode("ascii")


def spell(data: bytes) -> str:
    """Spell bytes for a record, in base64: 32 full slots fit in 64 KiB."""
    return base64.b64encode(data).decode("ascii")


def decode(data: bytes) -> dict[str, Json]:
    """Read one canonical object.

    Raises:
        Malformed: too long, not JSON, a key twice, or spelt in another way.
    """
    if len(data) > LARGEST:
        raise Malformed("longer than 64 KiB")
    try:
        value = json.loads(
            data.decode("ascii"),
            object_pairs_hook=_each_key_once,
            parse_float=_no_such_number,
            parse_constant=_no_such_number,
        )
        if not isinstance(value, dict) or encode(value) != data:
            raise Malformed("not in canonical spelling")
    except (ValueError, RecursionError):
        # `from None`: the JSON error carries the text it could not read.
        raise Malformed("not JSON") from None
    return value


def _each_key_once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("a key twice")
    return found


def _no_such_number(_: str) -> NoReturn:
    raise Malformed("not a whole number")


class Fields:
    """The fields of one object, each read once with its type, none left over."""

    def __init__(self, value: object, names: frozenset[str]) -> None:
        if not isinstance(value, dict) or set(value) != names:
            raise Malformed("fields missing or unknown")
        self._values: dict[str, Json] = value

    def text(self, name: str, longest: int = 200) -> str:
        """Read a printable text of 1 to `longest` characters."""
        value = self._values[name]
        if not isinstance(value, str) or not 0 < len(value) <= longest or not value.isprintable():
            raise Malformed(f"{name} is not a short text")
        return value

    def whole(self, name: str, low: int, high: int) -> int:
        """Read a whole number within its limits."""
        value = self._values[name]
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise Malformed(f"{name} is out of its limits")
        return value

    def octets(self, name: str, shortest: int, longest: int | None = None) -> bytes:
        """Read bytes spelt in base64, in the one spelling `spell` gives."""
        value = self._values[name]
        longest = shortest if longest is None else longest
        try:
            found = base64.b64decode(value, validate=True) if isinstance(value, str) else b""
        except ValueError:
            raise Malformed(f"{name} is not base64") from None
        if spell(found) != value or not shortest <= len(found) <= longest:
            raise Malformed(f"{name} is not base64 of the right length")
        return found

    def digest(self, name: str) -> str:
        """Read a SHA-256, spelt in lower-case hexadecimal digits as the usual tools do."""
        text = self.text(name, 64)
        if not _SHA256.fullmatch(text):
            raise Malformed(f"{name} is not a SHA-256")
        return text

    def uuid(self, name: str) -> UUID:
        """Read an identifier."""
        text = self.text(name, 36)
        try:
            found = UUID(text)
        except ValueError:
            raise Malformed(f"{name} is not an identifier") from None
        if str(found) != text:
            raise Malformed(f"{name} is not spelt as an identifier")
        return found

    def moment(self, name: str) -> datetime:
        """Read a moment in UTC."""
        text = self.text(name, 40)
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            raise Malformed(f"{name} is not a moment") from None
        if found.utcoffset() != timedelta(0) or found.isoformat() != text:
            raise Malformed(f"{name} is not a moment in UTC")
        return found

    def several(self, name: str, most: int) -> list[Json]:
        """Read a list of at most `most` values."""
        value = self._values[name]
        if not isinstance(value, list) or len(value) > most:
            raise Malformed(f"{name} is not a list of at most {most}")
        return value

    def texts(self, name: str, most: int) -> tuple[str, ...]:
        """Read a sorted list of different short texts."""
        found: list[str] = []
        for value in self.several(name, most):
            if not isinstance(value, str) or not value.isprintable():
                raise Malformed(f"{name} is not a list of texts")
            found.append(value)
        if sorted(set(found)) != found:
            raise Malformed(f"{name} is not sorted")
        return tuple(found)

    def inner(self, name: str) -> Json:
        """Give a nested value for its own reader."""
        return self._values[name]
