"""The ledger of releases as written in the vault: tables and histories to text and back.

What an entry holds is covered by its digest. An entry that does not read back as it was written
stops every further release: without it nobody can say what people hold already.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import ledger_demand
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.plain import Plain, to_plain
from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.domain.statistics.displays import DisplayRule, Shown
from psg_desktop.domain.statistics.histories import Event, Standing
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.domain.statistics.magnitudes import PublishedCohort
from psg_desktop.domain.statistics.periods import read_period
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Heading, Table
from psg_desktop.faults import VaultFault
from psg_desktop.store.queries.told import told

DAMAGED = (
    "The ledger of earlier releases does not read back as it was written, so nothing more can be "
    "published from this vault. Restore the latest backup that passes its check."
)
FOREIGN = (
    "The ledger of earlier releases does not agree with the history of this vault: a release was "
    "put in, taken out or altered from outside, so nothing more can be published from it. Restore "
    "the latest backup that passes its check."
)
_ACTS = (Act.PUBLISH_STATISTICS, Act.WITHDRAW_STATISTICS)
# For each population and quarter, the standing of every unit by the digest of its key.
Frozen = Mapping[tuple[str, date], Mapping[str, Standing]]


class LedgerDamaged(VaultFault):
    """The ledger of releases was altered, or is not what was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Every release of a vault, read back and checked.

    Attributes:
        entries: The releases, the earliest first.
        tables: The tables of each, in the same order.
        frozen: What was counted behind them.
        cohorts: Demand before and after as each showed it, in the same order.
    """

    entries: tuple[LedgerEntry, ...]
    tables: tuple[tuple[PublishedTable, ...], ...]
    frozen: Frozen
    cohorts: tuple[tuple[PublishedCohort, ...], ...] = ()


def read(office: Office) -> Ledger:
    """Read the ledger.

    Raises:
        LedgerDamaged: An entry is not what was written, or the vault's history does not know of
            it, or knows of one that is not there.
    """
    with office.reading() as unit:
        entries = tuple(sorted(unit.statistics.all(), key=lambda one: one.published_at))
        check_history(told(unit.reading, RecordKind.STATISTICS, _ACTS), entries)
    frozen: dict[tuple[str, date], dict[str, Standing]] = {}
    tables, cohorts = [], []
    for entry in entries:
        if digest_of(entry) != entry.digest:
            raise LedgerDamaged(DAMAGED)
        try:
            tables.append(_tables(entry.content))
            frozen |= _units(entry.units)
            cohorts.append(ledger_demand.read_back(entry.demand))
        except (KeyError, TypeError, ValueError) as error:
            raise LedgerDamaged(DAMAGED) from error
    return Ledger(entries=entries, tables=tuple(tables), frozen=frozen, cohorts=tuple(cohorts))


def check_history(history: Mapping[str, Plain], records: Iterable[Any]) -> None:
    """Hold records against what the audit trail says of them.

    A row that was copied from another vault has a digest that fits; only the trail tells that
    nobody published it here.

    Args:
        history: Each record as the trail says that it stands, by its identifier.
        records: The records as they stand.

    Raises:
        LedgerDamaged: One differs, is not known there, or is missing here.
    """
    there = {str(one.id): to_plain(one) for one in records}
    if history.keys() != there.keys() or any(
        _filled(there[id_]) != _filled(one) for id_, one in history.items()
    ):
        raise LedgerDamaged(FOREIGN)


def _filled(plain: Plain) -> Plain:
    """Give what holds something: a trail says nothing of what was empty, or not there yet."""
    return {name: part for name, part in plain.items() if part not in {None, ""}}


def digest(content: str, units: str, about: str = "", demand: str = "") -> str:
    """Give the digest of what an entry holds, as 64 hexadecimal digits.

    One that is about the board's tables alone has the digest it had before there was anything
    else to be about.
    """
    held = f"{len(content)}\n{content}\n{units}"
    if about or demand:
        held = f"{len(content)} {len(units)} {len(about)}\n{content}{units}{about}{demand}"
    return hashlib.sha256(held.encode()).hexdigest()


def digest_of(entry: LedgerEntry) -> str:
    """Give the digest that an entry has if it is what was written."""
    return digest(entry.content, entry.units, entry.about, entry.demand)


def pseudonym(key: str) -> str:
    """Give what a unit is known by in the ledger: it points at nobody once the record is gone."""
    return hashlib.sha256(f"counted\n{key}".encode()).hexdigest()[:32]


def written(tables: Iterable[PublishedTable]) -> str:
    """Give published tables as text."""
    return _json([_plain_table(one) for one in tables])


def written_units(frozen: Frozen) -> str:
    """Give standings of units as text, those of each quarter in the order of their pseudonyms."""
    return _json(
        [
            [
                population,
                quarter.isoformat(),
                [
                    [unit, list(one.traits), [[e.measure, list(e.details)] for e in one.events]]
                    for unit, one in sorted(standings.items())
                ],
            ]
            for (population, quarter), standings in sorted(frozen.items())
        ]
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain_table(one: PublishedTable) -> dict[str, Any]:
    table = one.table
    places = {cell: place for place, cell in enumerate(table.every_cell)}
    return {
        "code": table.code,
        "population": table.population,
        "title": table.title,
        "unit": table.unit,
        "period": table.period.code,
        "row_header": table.row_header,
        "rows": [[head.code, head.label] for head in table.rows],
        "columns": [[head.code, head.label] for head in table.columns],
        "cells": [
            [_plain_cell(cell, shown) for cell, shown in zip(cells, shown_row, strict=True)]
            for cells, shown_row in zip(table.cells, one.shown, strict=True)
        ],
        "lines": [[places[cell] for cell in line.cells] for line in table.lines],
        "rule": one.rule.value,
        "totals_rule": one.totals_rule.value,
        "mixed": one.mixed,
    }


def _plain_cell(cell: Cell, shown: Shown) -> list[Any]:
    where = [[variable, sorted(codes)] for variable, codes in cell.where]
    quarters = [one.isoformat() for one in cell.quarters]
    return [cell.measure, quarters, where, shown.number, shown.low, shown.high]


def _tables(content: str) -> tuple[PublishedTable, ...]:
    return tuple(_table(one) for one in json.loads(content))


def _table(plain: Mapping[str, Any]) -> PublishedTable:
    period = read_period(plain["period"])
    if period is None:
        raise ValueError(plain["code"])
    pairs = [[_cell(one) for one in row] for row in plain["cells"]]
    every = [cell for row in pairs for cell, _ in row]
    return PublishedTable(
        table=Table(
            code=plain["code"],
            population=plain["population"],
            title=plain["title"],
            unit=plain["unit"],
            period=period,
            row_header=plain["row_header"],
            rows=_headings(plain["rows"]),
            columns=_headings(plain["columns"]),
            cells=tuple(tuple(cell for cell, _ in row) for row in pairs),
            lines=tuple(Line(cells=tuple(every[at] for at in one)) for one in plain["lines"]),
        ),
        shown=tuple(tuple(shown for _, shown in row) for row in pairs),
        rule=DisplayRule(plain["rule"]),
        totals_rule=DisplayRule(plain["totals_rule"]),
        mixed=bool(plain["mixed"]),
    )


def _headings(plain: Sequence[Sequence[str]]) -> tuple[Heading, ...]:
    return tuple(Heading(code=code, label=label) for code, label in plain)


def _cell(plain: Sequence[Any]) -> tuple[Cell, Shown]:
    measure, quarters, where, number, low, high = plain
    cell = Cell(
        measure=measure,
        quarters=tuple(date.fromisoformat(one) for one in quarters),
        where=tuple((variable, frozenset(codes)) for variable, codes in where),
    )
    return cell, Shown(number=number, low=low, high=high)


def _units(units: str) -> dict[tuple[str, date], dict[str, Standing]]:
    return {
        (population, date.fromisoformat(quarter)): {
            unit: Standing(
                traits=tuple(traits),
                events=tuple(
                    Event(measure=measure, details=tuple((name, code) for name, code in details))
                    for measure, details in events
                ),
            )
            for unit, traits, events in standings
        }
        for population, quarter, standings in json.loads(units)
    }
