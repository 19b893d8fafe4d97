"""Which cases, people, places or actions the words typed in a search box mean."""

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    column,
    false,
    func,
    or_,
    select,
    table,
    true,
    union,
)

from psg_desktop.store import schema
from psg_desktop.store.search import Word, words

_ENTRIES = schema.search_entries
_CASES = schema.cases
_PEOPLE = schema.people
_PLACES = schema.places


def cases_with(typed: str) -> tuple[ColumnElement[bool], ...]:
    """Give one condition on cases for each word: it is somewhere in the case."""
    return tuple(_case_has(word, number) for number, word in enumerate(words(typed)))


def records_with(
    typed: str, id_: ColumnElement[str], key: ColumnElement[str]
) -> ColumnElement[bool]:
    """Give the condition that a record of its own (person, place ...) holds every word.

    Args:
        typed: The words as typed.
        id_: The identifier column of the records.
        key: Their folded name, for words too short for the index.
    """
    conditions = []
    for number, word in enumerate(words(typed)):
        found = id_.in_(_records(word, number))
        conditions.append(found if word.names else or_(found, _short(word, key)))
    return and_(true(), *conditions)


def wholes_with(
    typed: str,
    id_: ColumnElement[str],
    key: ColumnElement[str],
    parts: tuple[tuple[ColumnElement[str], ColumnElement[str]], ...],
) -> ColumnElement[bool]:
    """Give the condition that a record, or what belongs to it, holds every word.

    Args:
        typed: The words as typed.
        id_: The identifier column of the records.
        key: Their folded name, for words too short for the index.
        parts: Of each table of what belongs to them, its identifier and the column that leads to
            the record.
    """
    conditions = []
    for number, word in enumerate(words(typed)):
        held = select(_holding(word, number).c.record)
        places = [id_.in_(held)]
        places += [id_.in_(select(whole).where(part.in_(held))) for part, whole in parts]
        conditions.append(or_(*places) if word.names else or_(*places, _short(word, key)))
    return and_(true(), *conditions)


def actions_with(typed: str) -> tuple[ColumnElement[bool], ...]:
    """Give one condition on actions for each word: in the action itself or in its case."""
    found = []
    for number, word in enumerate(words(typed)):
        own = select(_ENTRIES.c.record).where(
            _ENTRIES.c.id.in_(_hits(word, number)), _ENTRIES.c.kind == "action"
        )
        titled = select(_ENTRIES.c.case).where(
            _ENTRIES.c.id.in_(_hits(word, number)), _ENTRIES.c.kind == "case"
        )
        found.append(or_(schema.actions.c.id.in_(own), schema.actions.c.case.in_(titled)))
    return tuple(found)


def documents_with(typed: str) -> tuple[ColumnElement[bool], ...]:
    """Give one condition on documents for each word: in their title or the name of their file."""
    found = []
    these = schema.attachments.c
    for number, word in enumerate(words(typed)):
        own = select(_ENTRIES.c.record).where(
            _ENTRIES.c.id.in_(_hits(word, number)), _ENTRIES.c.kind == "attachment"
        )
        held = these.id.in_(own)
        found.append(held if word.names else or_(held, _short(word, func.fold(these.title))))
    return tuple(found)


def interventions_with(typed: str) -> tuple[ColumnElement[bool], ...]:
    """Give one condition on interventions for each word: in them, their target or their case."""
    found = []
    these = schema.interventions.c
    for number, word in enumerate(words(typed)):
        hits = _hits(word, number)
        own = select(_ENTRIES.c.record).where(
            _ENTRIES.c.id.in_(hits), _ENTRIES.c.kind == "intervention"
        )
        titled = select(_ENTRIES.c.case).where(_ENTRIES.c.id.in_(hits), _ENTRIES.c.kind == "case")
        aimed = _records(word, number)
        found.append(or_(these.id.in_(own), these.case.in_(titled), these.target.in_(aimed)))
    return tuple(found)


def _case_has(word: Word, number: int) -> ColumnElement[bool]:
    # Asked once for all three: each asking reads every hit of the index anew.
    holding = _holding(word, number)
    own = select(holding.c.case).where(holding.c.case.is_not(None))
    parties = select(holding.c.record).where(holding.c.case.is_(None))
    found: list[ColumnElement[bool]] = [
        _CASES.c.id.in_(own),
        _CASES.c.subject.in_(parties),
        _CASES.c.id.in_(
            select(schema.involvements.c.case).where(schema.involvements.c.party.in_(parties))
        ),
    ]
    if not word.names:
        named = select(_PEOPLE.c.id).where(_short(word, _PEOPLE.c.name_key))
        placed = select(_PLACES.c.id).where(_short(word, _PLACES.c.name_key))
        found += [
            _short(word, _CASES.c.title_key),
            _short(word, _CASES.c.reference),
            _CASES.c.subject.in_(union(named, placed)),
        ]
    return or_(*found)


def _holding(word: Word, number: int) -> CTE:
    """Keep the records that hold a word, each with the case it belongs to, for one statement."""
    return (
        select(_ENTRIES.c.record, _ENTRIES.c.case)
        .where(_ENTRIES.c.id.in_(_hits(word, number)))
        .cte(f"holding{number}")
        .prefix_with("MATERIALIZED")
    )


def _records(word: Word, number: int) -> Select[tuple[str]]:
    """Choose the records that hold a word and belong to no single case: people, places ..."""
    return select(_ENTRIES.c.record).where(
        _ENTRIES.c.id.in_(_hits(word, number)), _ENTRIES.c.case.is_(None)
    )


def _hits(word: Word, number: int) -> Select[tuple[int]]:
    """Choose the numbers of the search entries that hold a word."""
    asked = []
    if word.names:
        asked.append(_matching("search_names", f"names{number}", word.names))
    if word.texts:
        asked.append(_matching("search_texts", f"texts{number}", word.texts))
    if not asked:
        return select(_ENTRIES.c.id).where(false())
    return select(union(*asked).subquery().c.id)


def _matching(index: str, name: str, question: str) -> Select[tuple[int]]:
    hidden = table(index, column("rowid", Integer), column("body", Text))
    asked = bindparam(name, question, type_=Text)
    return select(hidden.c.rowid.label("id")).where(hidden.c.body.op("MATCH")(asked))


def _short(word: Word, key: ColumnElement[str]) -> ColumnElement[bool]:
    """Match a word of one or two letters at the start of any word of a folded column."""
    escaped = word.plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return or_(
        key.like(f"{escaped}%", escape="\\"),
        key.like(f"% {escaped}%", escape="\\"),
        key.like(f"%-{escaped}%", escape="\\"),
    )
