"""Import of 10,000 rows, checked and committed, against Core inserts of the same rows: goal 4.

The same rows are all that the import wrote: records, search entries with both indexes, audit
entries, the batch, and what rows are recognised by. Reading the file is reported beside it.
"""

import csv
import shutil
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, text

from psg_desktop.casework.importing import imports
from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import vaults
from psg_desktop.exchange.sheets import Workbook
from psg_desktop.store import schema
from tests.bench.caseloads import PASSPHRASE, RISKS, SURNAMES, TROUBLES, empty
from tests.bench.measuring import Figure, peak_mb, seconds
from tests.fakes import FixedClock

GOAL = 4.0
ROWS = 10_000
HIDDEN = ("search_names", "search_texts")


def figures() -> list[Figure]:
    """Import a spreadsheet as a coordinator has it into an empty vault."""
    with TemporaryDirectory(prefix="psg-desktop-bench-") as name:
        folder = Path(name)
        with empty() as source:
            source.close()
            for copy in ("ours", "bare"):
                shutil.copytree(source.place, folder / copy)
        with closing(_open(folder / "ours")) as office:
            before = _rows(office.desk.vault.engine)
            path = _spreadsheet(folder)
            books: list[Workbook] = []
            read = seconds(lambda: books.append(imports.read(path)))
            offered = imports.offer(office, imports.likeliest_sheet(books[0]))
            ours = seconds(lambda: _import(office, offered))
            peak = peak_mb()
            new = _new(before, _rows(office.desk.vault.engine))
        with closing(_open(folder / "bare")) as other:
            bare = seconds(lambda: _insert(other.desk.vault.engine, new))
    return [
        Figure(
            name=f"import of {ROWS:,} rows, checked and kept",
            ours=ours,
            yardstick=f"Core inserts of its {sum(map(len, new.values())):,} rows",
            bare=bare,
            goal=GOAL,
            peak_mb=peak,
        ),
        Figure(name=f"  reading the file of {ROWS:,} rows", ours=read, peak_mb=peak),
    ]


def _open(place: Path) -> Office:
    return vaults.unlock(place, PASSPHRASE, FixedClock())


def _import(office: Office, offered: imports.Offered) -> None:
    run = imports.dry_run(office, offered.table, offered.mapping)
    done = imports.commit(office, run)
    if sum(done.made.values()) < ROWS:
        raise AssertionError("the import did not bring in every row")


def _spreadsheet(folder: Path) -> Path:
    path = folder / "caseload.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["Case ref", "Full name", "Date of birth", "Title", "Risk", "Lead agency",
             "Date opened", "Next review", "Action", "Owner", "Due date", "Notes"]
        )  # fmt: skip
        for number in range(ROWS):
            risk = RISKS[number % 3]
            writer.writerow(
                [f"PSG-2025-{number:05}", f"Wren {SURNAMES[number % 6]}{number}",
                 f"{number % 28 + 1:02}/03/{1950 + number % 50}", TROUBLES[number % 5],
                 risk.value if risk else "", "Housing", f"{number % 28 + 1:02}/02/2026",
                 "03/12/2026", "Visit at home", "Housing", "10/12/2026",
                 f"Neighbour rang about noise, call {number}."]
            )  # fmt: skip
    return path


def _rows(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    with engine.connect() as connection:
        found = {
            table.name: [dict(row) for row in connection.execute(table.select()).mappings()]
            for table in schema.metadata.sorted_tables
        }
        for name in HIDDEN:
            query = text(f"SELECT rowid AS id, body FROM {name}")  # noqa: S608 - two fixed names
            found[name] = [dict(row) for row in connection.execute(query).mappings()]
    return found


def _new(
    before: dict[str, list[dict[str, Any]]], after: dict[str, list[dict[str, Any]]]
) -> dict[str, list[dict[str, Any]]]:
    return {name: rows[len(before[name]) :] for name, rows in after.items()}


def _insert(engine: Engine, made: dict[str, list[dict[str, Any]]]) -> None:
    with engine.begin() as connection:
        for table in schema.metadata.sorted_tables:
            if made[table.name]:
                connection.execute(table.insert(), made[table.name])
        for name in HIDDEN:
            statement = text(f"INSERT INTO {name} (rowid, body) VALUES (:id, :body)")  # noqa: S608 - two fixed names
            connection.execute(statement, made[name])
