"""Entries of the ledger made by hand: an audit takes seconds, and what it proved is not asked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import ledger
from psg_desktop.domain.changes import Act
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.domain.statistics.published import PublishedTable, StatisticsId
from tests.papers.statistics.made_up import by_ward


def an_entry(
    office: Office, period: str, tables: Sequence[PublishedTable] = (), **fields: Any
) -> LedgerEntry:
    """Give an entry that reads back as it was written."""
    made = LedgerEntry(
        id=StatisticsId(office.new_id()),
        period=period,
        published_at=office.now(),
        published_by=office.who,
        data_on=office.today(),
        content=ledger.written(tables or [by_ward(120, 60, 25, 40)]),
        units=ledger.written_units({}),
        digest="",
        rule="S1-S6",
        solver="HiGHS",
        examined=0,
        **fields,
    )
    return replace(made, digest=ledger.digest_of(made))


def put_entry(
    office: Office, period: str, tables: Sequence[PublishedTable] = (), **fields: Any
) -> LedgerEntry:
    """Keep such an entry as publishing keeps one."""
    made = an_entry(office, period, tables, **fields)
    with office.working(Act.PUBLISH_STATISTICS) as unit:
        unit.statistics.put(made)
    return made
