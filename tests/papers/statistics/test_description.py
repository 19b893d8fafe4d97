"""The JSON beside the CSV files says all that an outside program needs to attack the tables."""

import csv
import io
import json
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from hypothesis import HealthCheck, given, settings

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, Shown
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.papers.statistics.binding import bound
from psg_desktop.papers.statistics.described import csv_name, draw_csv, draw_description
from psg_desktop.papers.statistics.figures import quarter_code
from psg_desktop.papers.statistics.publication import Publication
from psg_desktop.papers.statistics.silent_tables import divide
from tests.papers.statistics.made_up import a_publication, by_ward, publications, sample
from tests.papers.statistics.reading import Files

RELEASE, PROTECTION = "urn:psg-desktop:release", "urn:psg-desktop:protection"


def counted(told: dict[str, Any]) -> list[dict[str, Any]]:
    tables = [one for one in told["tables"] if one[PROTECTION]["people"]]
    return [one for one in tables if "kind" not in one[PROTECTION]]


def band(row: dict[str, str], told: dict[str, Any], release: dict[str, Any]) -> Any:
    """The least and greatest number that a value may stand for, by the words of the docs."""
    if row["value"] == "[c]":
        return (0, None) if told["mixed"] else (0, told["floor"] - 1)
    number, step = int(row["value"]), release["steps"][row["status"]]
    return max(told["floor"], number - step // 2), number + step // 2


def where(row: dict[str, str], release: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {
        name: frozenset(map(unquote, row[name].split("|")))
        for name in release["variables"]
        if row.get(name, "*") != "*"
    }


def check(table: PublishedTable, rows: list[dict[str, str]], told: Any, release: Any) -> None:
    cells = zip(table.table.every_cell, (one for row in table.shown for one in row), strict=True)
    for (cell, one), row in zip(cells, rows, strict=True):
        assert row["period"].split("|") == [quarter_code(quarter) for quarter in cell.quarters]
        assert unquote(row["measure"]) == cell.measure
        assert where(row, release) == dict(cell.where)
        if one.number is not None:
            assert band(row, told, release) == (one.low, one.high)


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(publications())
def test_that_every_cell_and_band_can_be_read_back_from_the_csv_files_alone(
    publication: Publication,
) -> None:
    book = bound(publication)
    raw = {csv_name(book, page): draw_csv(page).decode() for page in book.files}
    told = json.loads(draw_description(book))
    release = told[RELEASE]
    divided = divide(publication.release.tables)
    tables = (*divided.shown, *divided.silent)
    for table, one in zip(tables, counted(told), strict=True):
        rows = list(csv.DictReader(io.StringIO(raw[one["url"]], newline="")))
        check(table, rows, one[PROTECTION], release)
        assert one[PROTECTION]["mixed"] is table.mixed
        assert one[PROTECTION]["withheld"] == table.withheld


def test_that_the_description_names_each_file_and_each_column_in_order() -> None:
    files = Files(sample())
    told = files.described()
    assert told["@context"][0] == "http://www.w3.org/ns/csvw"
    assert {one["url"] for one in told["tables"]} == {
        name for name in files.raw if name.endswith(".csv")
    }
    for one in told["tables"]:
        head, *rows = files.table(one["url"])
        columns = one["tableSchema"]["columns"]
        assert [column["titles"] for column in columns] == head
        assert len({column["name"] for column in columns}) == len(head)
        assert all(field for row in rows for field in row)
        for place, column in enumerate(columns):
            for row in rows:
                if column["datatype"] == "integer" and row[place] not in column["null"]:
                    int(row[place])
                if column["datatype"] == "decimal" and row[place] not in column["null"]:
                    float(row[place])


def test_that_the_protection_of_each_table_is_told() -> None:
    first, second, mixed = counted(Files(sample()).described())
    assert first[PROTECTION] == {
        "name": "open_by_ward", "people": True, "population": "matters", "unit": "cases",
        "display_rule": "nearest_five", "step": 5, "totals_rule": "nearest_five", "floor": 10,
        "mixed": False, "withheld": 2,
    }  # fmt: skip
    assert second["url"] == "psg-statistics-fenmarket-2026q3-board-table-a1.csv"
    assert (mixed[PROTECTION]["step"], mixed[PROTECTION]["mixed"]) == (1, True)
    kinds = {one["titles"]: one["datatype"] for one in first["tableSchema"]["columns"]}
    assert kinds["value"] == kinds["percentage"] == "integer"
    names = [one["name"] for one in first["tableSchema"]["columns"]]
    assert names == list(kinds)
    assert kinds["ward"] == kinds["compared_with_quarter_before"] == "string"


def test_that_the_release_tells_its_variables_states_and_sums() -> None:
    table = by_ward(30, 31, 30, 30)
    quarter = table.table.cells[0][0].quarters
    flow = [Cell(measure=one, quarters=quarter) for one in ("opened", "closed")]
    ends = (Shown(number=20, low=18, high=22),) * 2
    wide = replace(
        table,
        table=replace(
            table.table, rows=(*table.table.rows, table.table.rows[0]),
            cells=(*table.table.cells, tuple(flow)),
        ),
        shown=(*table.shown, ends),
    )  # fmt: skip
    release = Files(a_publication(wide)).described()[RELEASE]
    assert release["variables"] == {"ward": ["E05000"]}
    assert release["stocks"] == ["open_at_end"]
    assert release["identities"] == [
        {"measure": "open_at_end", "plus": ["opened"], "minus": ["closed"]}
    ]
    assert release["steps"][DisplayRule.NEAREST_THREE.value] == 3
    assert Files(sample()).described()[RELEASE]["identities"] == []
