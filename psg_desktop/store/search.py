"""Full-text search: what is indexed of each record, and how words typed become a question.

Names, references and addresses are found by any three letters in a row (trigrams); notes and
other texts by the beginnings of words. Both are folded, so accents and capitals do not matter.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, text

from psg_desktop.domain.plain import Plain
from psg_desktop.domain.text import fold
from psg_desktop.store import schema

TRIGRAM = 3
_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"[\s\-/()]+")
_ENTRIES = schema.search_entries.c
_LAST = text("SELECT max(id) FROM search_entries")
_NUMBERS = select(_ENTRIES.id).where(_ENTRIES.record.in_(bindparam("records", expanding=True)))
_ADD_NAMES = text("INSERT INTO search_names (rowid, body) VALUES (:id, :body)")
_ADD_TEXTS = text("INSERT INTO search_texts (rowid, body) VALUES (:id, :body)")
_DROP_NAMES = text("DELETE FROM search_names WHERE rowid = :id")
_DROP_TEXTS = text("DELETE FROM search_texts WHERE rowid = :id")
_DROP_ENTRY = text("DELETE FROM search_entries WHERE id = :id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """What search may find in one record."""

    names: str
    texts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record to be indexed."""

    kind: str
    record: str
    case: str | None
    content: Searchable


def searchable(*names: str, texts: tuple[str, ...] = ()) -> Callable[[Plain], Searchable]:
    """Make the function that gathers the named fields of a plain value, folded."""

    def gather(plain: Plain) -> Searchable:
        found = [part for name in names for part in _strings(plain[name])]
        joined = [whole for part in found if (whole := _JOINED.sub("", part)) != part]
        return Searchable(
            names=fold("\n".join((*found, *(one for one in joined if _has_digit(one))))),
            texts=fold("\n".join(part for name in texts for part in _passages(plain[name]))),
        )

    return gather


def found_in(names: Iterable[str], texts: Iterable[str]) -> Searchable:
    """Give what search may find in a record whose parts were gathered one by one, folded."""
    return Searchable(
        names=fold("\n".join(filter(None, names))), texts=fold("\n".join(filter(None, texts)))
    )


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for one in part:
            yield from _strings(one)
    elif isinstance(part, dict):
        for name in ("lines", "postcode", "value"):
            if part.get(name):
                yield part[name]


def _passages(part: Any) -> Iterator[str]:
    """Give the prose of a field, and of the `text` of each thing in a list."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for one in part:
            yield from _passages(one)
    elif isinstance(part, dict):
        yield part["text"]


def _has_digit(part: str) -> bool:
    return any(sign.isdigit() for sign in part)


def add(connection: Connection, entries: list[Entry]) -> None:
    """Index records that are not indexed yet."""
    if not entries:
        return
    top = connection.execute(_LAST).scalar() or 0
    numbered = list(enumerate(entries, top + 1))
    rows = [
        {"id": number, "kind": one.kind, "record": one.record, "case": one.case}
        for number, one in numbered
    ]
    connection.execute(insert(schema.search_entries), rows)
    for statement, bodies in (
        (_ADD_NAMES, [(number, one.content.names) for number, one in numbered]),
        (_ADD_TEXTS, [(number, one.content.texts) for number, one in numbered]),
    ):
        filled = [{"id": number, "body": body} for number, body in bodies if body]
        if filled:
            connection.execute(statement, filled)


def drop(connection: Connection, records: list[str]) -> None:
    """Take records out of the index."""
    if not records:
        return
    gone = [{"id": number} for (number,) in connection.execute(_NUMBERS, {"records": records})]
    if gone:
        for statement in (_DROP_NAMES, _DROP_TEXTS, _DROP_ENTRY):
            connection.execute(statement, gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One typed word as the two indexes are asked for it; "" where an index cannot be asked."""

    plain: str
    names: str
    texts: str


def words(typed: str) -> tuple[Word, ...]:
    """Give the words of what was typed; a quoted phrase stays together."""
    return tuple(_word(one) for one in _parts(fold(typed)) if one)


def _parts(folded: str) -> list[str]:
    return [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|([^\s"]+)', folded)]


def _word(part: str) -> Word:
    inner = part.replace('"', '""')
    spoken = _WORD.findall(part)
    texts = " ".join(f'"{one}"' for one in spoken)
    return Word(
        plain=part,
        names=f'"{inner}"' if len(part) >= TRIGRAM else "",
        texts=f"{texts}*" if texts else "",
    )
