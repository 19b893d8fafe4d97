"""Every cell of an imported sheet is found again: in the records, in what is told, or in a file."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from psg_desktop.casework.importing import imports
from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import exports
from psg_desktop.domain.text import fold
from psg_desktop.exchange.cells import as_text
from psg_desktop.exchange.check import DryRun
from psg_desktop.exchange.date_shapes import MONTHS, date_parts
from psg_desktop.exchange.fields import FACTS, Field, Shape
from psg_desktop.exchange.mapping import Use
from psg_desktop.exchange.missing import says_nothing
from psg_desktop.exchange.outcomes import Choice, ChooseAll, Status
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.exchange.rejected import not_imported, write_rejected
from psg_desktop.exchange.sheets import Cell, is_blank
from psg_desktop.exchange.template_columns import COLUMNS
from psg_desktop.paths import resource
from psg_desktop.reference import wards
from psg_desktop.store import desk as desk_store
from tests.exchange.test_open_data import EXPECTED

DISTRICT = "E07000009"
"""That of the vault the tests work in."""

IMPORTED = [
    name
    for name, expected in EXPECTED.items()
    if not isinstance(expected, str)
    and (name.startswith("messy/") or name.endswith("east-cambridgeshire-street.csv"))
]
TOLD = frozenset({Field.INCIDENT_REFERENCE})
"""Its label says that it serves to know the row again and is not kept."""

HELD = (
    *("agencies", "people", "places", "projects", "cases", "involvements", "actions"),
    *("reviews", "notes", "focus_areas", "closure_reasons"),
)
_LINKS = ("party", "owner", "lead_agency")
_SIGNS = re.compile(r"[\W_]+")


def _plain(text: str) -> str:
    return _SIGNS.sub("", fold(text))


def _dry_run(office: Office, path: Path) -> DryRun:
    offered = imports.offer(office, imports.likeliest_sheet(imports.read(path)))
    run = imports.dry_run(office, offered.table, offered.mapping)
    return run.apply(ChooseAll(status=Status.DUPLICATE, choice=Choice.NEW))


def _forms(cell: Cell, field: Field | None) -> Iterator[str]:
    """Give every form in which the records may hold what a cell says."""
    written = as_text(cell)
    yield _plain(written)
    shape = FACTS[field].shape if field is not None else Shape.TEXT
    if shape in {Shape.DATE, Shape.BIRTH_DATE, Shape.MONTH}:
        day = cell if isinstance(cell, date) else None
        parts = date_parts(written) if day is None else None
        if day is not None:
            yield _plain(day.isoformat())
            yield _plain(f"{MONTHS[day.month - 1]} {day.year}")
        elif parts is not None:
            yield _plain(f"{parts.year}-{parts.month:02}-{parts.day:02}")
            yield _plain(f"{MONTHS[parts.month - 1]} {parts.year}")
    if field is Field.WARD:
        named = fold(written)
        yield from (_plain(one.code) for one in wards.wards_of(DISTRICT) if fold(one.name) == named)


class Exported:
    """All an import has made, as texts by the identifier of the record a row belongs to."""

    def __init__(self, office: Office, folder: Path) -> None:
        files = [one for one in exports.export_everything(office, folder) if one.suffix == ".jsonl"]
        self.counts = {one.stem: len(one.read_text(encoding="utf-8").splitlines()) for one in files}
        kinds = [one for one in files if one.stem != exports.HISTORY]
        self._records = [
            json.loads(line)
            for one in kinds
            for line in one.read_text(encoding="utf-8").splitlines()
        ]
        self._by_id = {one["id"]: one for one in self._records if "id" in one}
        self._around: dict[str, list[str]] = defaultdict(list)
        for one in self._records:
            for near in {one.get("id"), one.get("case"), one.get("subject"), one.get("party")}:
                if near:
                    self._around[near].append(json.dumps(one, ensure_ascii=False))

    def text_of(self, record: str) -> str:
        """Give everything known of a record: itself, what it is about, and what hangs on it."""
        one = self._by_id[record]
        about = [record, one.get("subject", "")]
        near = [json.loads(text) for text in self._around[record]]
        about += [one[link] for one in near for link in _LINKS if one.get(link)]
        return _plain(" ".join(text for id_ in about for text in self._around.get(id_, ())))


def _lost(run: DryRun, office: Office, exported: Exported, rejected: str) -> list[tuple[int, str]]:
    with office.reading() as unit:
        record_of = {
            row.fingerprint: str(row.record) for row in desk_store.imported_rows(unit.reading)
        }
    by_row = {
        number: record_of[print_]
        for draft in run.drafts
        for number, print_ in zip(draft.rows, draft.fingerprints, strict=True)
    }
    left = {row.number for row in not_imported(run)}
    uses = {column.header: column for column in run.mapping.columns}
    texts = {record: exported.text_of(record) for record in set(by_row.values())}
    lost = []
    for row in run.table.rows:
        for header, cell in zip(run.table.headers, row.cells, strict=True):
            use = uses[header]
            told = use.use is Use.LEAVE_OUT or use.field in TOLD
            if says_nothing(cell) or is_blank(cell) or told:
                continue
            there = rejected if row.number in left else texts[by_row[row.number]]
            if not any(form in there for form in _forms(cell, use.field)):
                lost.append((row.number, header))
    return lost


@pytest.mark.parametrize("name", IMPORTED)
def test_that_every_cell_of_an_open_file_is_found_again(
    name: str, shared_data: Path, desk: Office, tmp_path: Path
) -> None:
    run = _dry_run(desk, shared_data / name)
    imports.commit(desk, run, skip_wrong=True)
    write_rejected(run, tmp_path / "rejected.xlsx")
    rejected = _plain(
        " ".join(
            as_text(cell)
            for sheet in read_workbook(tmp_path / "rejected.xlsx").sheets
            for row in sheet.rows
            for cell in row
        )
    )
    exported = Exported(desk, tmp_path / "out")
    assert _lost(run, desk, exported, rejected) == []


FULL: dict[Field, tuple[str | date, ...]] = {
    Field.REFERENCE: ("FEN-1", "FEN-2", "FEN-3"),
    Field.KIND: ("Person", "Place", "Project"),
    Field.TITLE: ("Late noise", "Damage at the green", "Safer path"),
    Field.PERSON_NAME: ("Wendell Tansyfield", "", ""),
    Field.KNOWN_AS: ("Wendy; Mr T", "", ""),
    Field.BORN: (date(1984, 3, 9), "", ""),
    Field.ADDRESS: ("3 Sluice Lane, Fenmarket", "", ""),
    Field.POSTCODE: ("CB7 4EE", "", ""),
    Field.PHONE: ("07700 900123 / 07700 900456", "", ""),
    Field.EMAIL: ("wendell@fen.example", "", ""),
    Field.NHS_NUMBER: ("943 476 5919", "", ""),
    Field.PLACE_NAME: ("", "Example Green play area", ""),
    Field.PLACE_ADDRESS: ("", "Example Green", ""),
    Field.PLACE_POSTCODE: ("", "CB7 4EG", ""),
    Field.PLACE_KIND: ("", "Park", ""),
    Field.WARD: ("", "Nowhere North", ""),
    Field.PROJECT_NAME: ("", "", "Safer station path"),
    Field.OBJECTIVE: ("", "", "Light the path before the clocks change."),
    Field.FOCUS_AREA: ("Anti-social behaviour: nuisance",) * 3,
    Field.LEAD_AGENCY: ("Fenmarket Homes",) * 3,
    Field.LEAD_PRACTITIONER: ("Officer One",) * 3,
    Field.RISK: ("High", "Medium", "Standard"),
    Field.STATE: ("Active plan", "Monitoring", "Closed"),
    Field.OPENED: (date(2026, 9, 1), date(2026, 9, 2), date(2026, 9, 3)),
    Field.REVIEW: (date(2026, 12, 3), date(2026, 12, 4), ""),
    Field.NOTE: ("Callers at all hours.", "Fence broken twice.", "Done by volunteers."),
    Field.ACTION: ("Visit the flat", "Mend the fence", "Cut the hedge"),
    Field.ACTION_AGENCY: ("Fenmarket Homes",) * 3,
    Field.ACTION_OFFICER: ("Officer Two",) * 3,
    Field.ACTION_DUE: (date(2026, 12, 10), date(2026, 12, 11), date(2026, 10, 11)),
    Field.ACTION_STATE: ("Agreed", "In progress", "Completed"),
    Field.ACTION_ENDED: ("", "", date(2026, 10, 9)),
    Field.ACTION_OUTCOME: ("", "", "Cut back along its whole length."),
    Field.CLOSED: ("", "", date(2026, 11, 2)),
    Field.CLOSING_REASON: ("", "", "Died"),
}
CODED = frozenset(
    {Field.KIND, Field.RISK, Field.STATE, Field.ACTION_STATE, Field.PLACE_KIND, Field.FOCUS_AREA}
)


def _filled_template(path: Path) -> Path:
    book = openpyxl.load_workbook(resource("templates/caseload-template.xlsx"))
    sheet = book["Caseload"]
    fields = [column.field for column in COLUMNS]
    assert set(fields) == set(FULL)
    for at, field in enumerate(fields, start=1):
        for row, value in enumerate(FULL[field], start=2):
            if value:
                sheet.cell(row=row, column=at, value=value)
    book.save(path)
    return path


def _records(folder: Path, name: str) -> list[dict[str, Any]]:
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_that_the_template_filled_in_comes_out_of_the_export_again(
    desk: Office, tmp_path: Path
) -> None:
    run = _dry_run(desk, _filled_template(tmp_path / "filled.xlsx"))
    assert run.wrong == ()
    imports.commit(desk, run)
    folder = tmp_path / "out"
    exported = Exported(desk, folder)
    lost = _lost(run, desk, exported, "")
    coded = {column.header for column in COLUMNS if column.field in CODED}
    assert [one for one in lost if one[1] not in coded] == []
    cases = {one["reference"]: one for one in _records(folder, "cases")}
    facts = ("kind", "risk", "state", "title", "opened", "review_due", "lead_practitioner")
    assert [[cases[ref][fact] for fact in facts] for ref in ("FEN-1", "FEN-2", "FEN-3")] == [
        ["person", "high", "active_plan", "Late noise", "2026-09-01", "2026-12-03", "Officer One"],
        ["place", "medium", "monitoring", "Damage at the green", "2026-09-02", "2026-12-04",
         "Officer One"],
        ["project", "standard", "closed", "Safer path", "2026-09-03", None, "Officer One"],
    ]  # fmt: skip
    assert {tuple(one["focus_areas"]) for one in cases.values()} == {("asb_nuisance",)}
    assert cases["FEN-3"]["closures"][0]["on"] == "2026-11-02"
    states = {one["what"]: one["state"] for one in _records(folder, "actions")}
    assert states == {
        "Visit the flat": "agreed",
        "Mend the fence": "in_progress",
        "Cut the hedge": "completed",
    }
    (place,) = _records(folder, "places")
    assert (place["kind"], place["remarks"]) == ("park", "Ward: Nowhere North")


def test_that_the_export_counts_what_the_vault_holds(
    desk: Office, shared_data: Path, tmp_path: Path
) -> None:
    for path in (
        _filled_template(tmp_path / "filled.xlsx"),
        shared_data / "messy/council_election_exports/democracy-counts-utf-16le.csv",
    ):
        imports.commit(desk, _dry_run(desk, path), skip_wrong=True)
    exported = Exported(desk, tmp_path / "out")
    with desk.reading() as unit:
        held = {name: sum(1 for _ in getattr(unit, name).all()) for name in HELD}
    assert held == {name: exported.counts[name] for name in held}
    assert held["cases"] == 3
    assert held["places"] > 20
    for name, number in held.items():
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as source:
            assert sum(1 for _ in csv.DictReader(source)) == number
