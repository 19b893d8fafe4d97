"""The verb that attacks published tables from outside: it opens no vault and needs none."""

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import Any, Final

from psg_desktop.attack.attacking import Attacked, attack
from psg_desktop.attack.contradicting import Contradiction
from psg_desktop.attack.gathering import Gathered, gathered
from psg_desktop.attack.judging import Finding, Kind
from psg_desktop.attack.published import Cell
from psg_desktop.cli.outcomes import Exit, VerbRefusedError, say, show
from psg_desktop.clock import Clock

_MARGINS: Final = (
    "The tables have too many cells in common to be solved as one, so each was solved with those "
    "it shares variables with. A number may be known more narrowly than is said here."
)
_THERE: Final = (
    "certainly not 0, and may be small. That matters only where it is one to four, which the files "
    "do not tell; --json lists them."
)
_FLOWS: Final = (
    "What stood, came and went does not add up from each quarter to the next, as after "
    "corrections; the quarters that do not were attacked without the others."
)


def audit(typed: Namespace, clock: Clock) -> Exit:
    """Attack published tables and list each number of one to four that can be worked out.

    Raises:
        Fault: A file cannot be read, or the attack did not finish.
        VerbRefusedError: The tables contradict each other.
    """
    del clock
    given = gathered(typed.places)
    found = attack(given.publication)
    if isinstance(found, Contradiction):
        raise VerbRefusedError(_contradicting(found))
    plain = _plain(found, given)
    show([json.dumps(plain, ensure_ascii=False)] if typed.json else _lines(found))
    for sentence in (_summary(found), *_remarks(found, given)):
        say(sentence)
    return Exit.NEEDS_DECISION if found.findings else Exit.DONE


def _contradicting(found: Contradiction) -> str:
    names = [f"“{table.name}” ({table.file})" for table in found.tables]
    names += [f"the link “{link.name}”" for link in found.links]
    if len(names) == 1:
        return f"The numbers of {names[0]} contradict each other. Nothing was audited."
    return (
        f"These contradict each other: {', '.join(names[:-1])} and {names[-1]}. Nothing was "
        "audited. If one was corrected later, give it another version."
    )


def _summary(found: Attacked) -> str:
    attacked = (
        f"Attacked: {_many(found.cells, 'cell')} and {_many(found.changes, 'change')} of "
        f"{_many(found.tables, 'table')}."
    )
    if not found.findings:
        return f"{attacked} No number of one to four people can be worked out."
    return f"{attacked} {_many(len(found.findings), 'number')} can be worked out, or nearly."


def _remarks(found: Attacked, given: Gathered) -> Iterator[str]:
    """Say whatever limits what was found."""
    if given.withdrawn:
        yield (
            f"{_many(given.withdrawn, 'release')} withdrawn, attacked with the others: readers may "
            "still have what was published."
        )
    if given.unread:
        yield f"Not read, because no description speaks of them: {', '.join(given.unread)}."
    if found.there:
        yield f"{_many(len(found.there), 'withheld number')}: {_THERE}"
    if not found.joint:
        yield _MARGINS
    if not found.flows:
        yield _FLOWS


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _lines(found: Attacked) -> Iterator[str]:
    for one in found.findings:
        yield "\t".join(
            (_interval(one), one.table.name, one.cell.measure, one.cell.period, *_told(one))
        )


def _told(one: Finding) -> tuple[str, ...]:
    place = _place(one.cell)
    shown = one.cell.printed
    printed = f"printed as {shown}" if shown else "printed nowhere, and left over by others"
    if one.earlier is not None:
        return (place, f"change since {one.earlier.version or one.earlier.period}")
    if one.kind is Kind.GROUP:
        return (place, "whoever is in the total is certainly in this one category")
    if one.kind is Kind.PRESENT:
        return (place, f"{printed}, so somebody is certainly there")
    return (place, printed)


def _interval(one: Finding) -> str:
    low, high = one.interval.low, one.interval.high
    if one.kind is Kind.GROUP:
        return "all"
    if high is None:
        return f"{low} or more"
    return f"exactly {low}" if low == high else f"{low} to {high}"


def _place(cell: Cell) -> str:
    parts = (f"{name}: {' or '.join(sorted(chosen))}" for name, chosen in cell.where.items())
    return ", ".join(parts) or "Total"


def _plain(found: Attacked, given: Gathered) -> dict[str, Any]:
    return {
        "tables": found.tables,
        "cells": found.cells,
        "changes": found.changes,
        "exact_intervals": found.joint,
        "flows_add_up": found.flows,
        "withdrawn": given.withdrawn,
        "unread": list(given.unread),
        "found": [_plain_finding(one) for one in found.findings],
        "certainly_not_0": [_plain_finding(one) for one in found.there],
    }


def _plain_finding(one: Finding) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "interval": [one.interval.low, one.interval.high],
        "table": one.table.name,
        "file": one.table.file,
        **_plain_number(one.cell),
        "where": {name: sorted(chosen) for name, chosen in one.cell.where.items()},
        "printed": one.cell.printed,
        "change_since": None if one.earlier is None else _plain_number(one.earlier),
    }


def _plain_number(cell: Cell) -> dict[str, Any]:
    return {
        "measure": cell.measure,
        "periods": [state.period for state in cell.states],
        "version": cell.version,
    }
