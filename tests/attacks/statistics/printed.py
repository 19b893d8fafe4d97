"""Releases as files, and what someone reads there who knows nothing but the files.

Reading follows `docs/statistics-files.md` and shares no line with the program.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import unquote
from uuid import UUID

from psg_desktop.domain.statistics.displays import FLOOR, DisplayRule
from psg_desktop.domain.statistics.periods import Period
from psg_desktop.domain.statistics.published import (
    Certificate,
    PublishedTable,
    StatisticsId,
    StatisticsRelease,
)
from psg_desktop.domain.statistics.tables import Table
from psg_desktop.papers.statistics.binding import bound
from psg_desktop.papers.statistics.described import csv_name, draw_csv, draw_description
from psg_desktop.papers.statistics.publication import Publication
from psg_desktop.privacy.tables.choosing import TOTALS, Choice
from tests.attacks.statistics.intruder import Seen

DESCRIPTION = "csv-metadata.json"
PROTECTION = "urn:psg-desktop:protection"
STARTS = {"Q1": "01-01", "Q2": "04-01", "Q3": "07-01", "Q4": "10-01"}
NONE = Certificate(rule="", solver="", examined=0, narrowest=None, ledger=0, digest="0" * 64)


def published_table(table: Table, choice: Choice) -> PublishedTable:
    """Give a table as it was chosen to be shown."""
    shown = tuple(tuple(choice.shown[cell] for cell in row) for row in table.cells)
    withheld = [one for row in shown for one in row if one.number is None]
    return PublishedTable(
        table=table,
        shown=shown,
        rule=choice.rules.get(table.code, DisplayRule.NEAREST_FIVE),
        totals_rule=choice.rules.get(TOTALS, DisplayRule.NEAREST_FIVE),
        mixed=any(one.high is None or one.high >= FLOOR for one in withheld),
    )


def files(period: Period, tables: Sequence[PublishedTable]) -> dict[str, bytes]:
    """Write a release as CSV with its description."""
    release = StatisticsRelease(
        id=StatisticsId(UUID(int=1)), period=period, data_on=date(2026, 10, 5),
        published_at=datetime(2026, 10, 20, 9, 30, tzinfo=UTC), published_by="Robin Ash",
        tables=tuple(tables), certificate=NONE,
    )  # fmt: skip
    book = bound(
        Publication(
            release=release, partnership="Fenmarket CSP", district="Fenmarket",
            contact="Fenmarket CSP", next_release=None,
        )
    )  # fmt: skip
    tidy = {csv_name(book, page): draw_csv(page) for page in book.files}
    return {DESCRIPTION: draw_description(book)} | tidy


def seen(written: Mapping[str, bytes]) -> Iterator[Seen]:
    """Read every number of a release: what it is of, and what it may be."""
    described = json.loads(written[DESCRIPTION])
    for table in described["tables"]:
        protection = table.get(PROTECTION, {})
        # What is of a kind of its own are sums, or says again what stands elsewhere.
        if protection.get("people") and "kind" not in protection:
            text = written[table["url"]].decode("utf-8")
            for row in csv.DictReader(io.StringIO(text, newline="")):
                yield _seen(row, protection, described["urn:psg-desktop:release"]["steps"])


def _seen(row: Mapping[str, str], protection: Mapping[str, Any], steps: Mapping[str, int]) -> Seen:
    names = list(row)
    variables = names[names.index("measure") + 1 : names.index("value")]
    where = tuple(
        (name, frozenset(map(unquote, row[name].split("|"))))
        for name in variables
        if row[name] != "*"
    )
    quarters = tuple(f"{one[:4]}-{STARTS[one[4:]]}" for one in row["period"].split("|"))
    floor = protection["floor"]
    if row["value"] == "[c]":
        low, high = 0, None if protection["mixed"] else floor - 1
    else:
        half = steps[row["status"]] // 2
        low, high = max(floor, int(row["value"]) - half), int(row["value"]) + half
    return Seen(row["measure"], quarters, where, low, high)
