"""Whatever is flipped or cut in a real file, the outcome is records or one sentence, soon."""

import time
from functools import cache
from io import BytesIO
from itertools import count
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P

from psg_desktop.exchange.check import check
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.opening import likeliest_sheet
from psg_desktop.exchange.patience import Patience
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.faults import Unreadable
from tests.effort import examples
from tests.exchange.workbooks import TODAY

SECONDS = 10.0
EXAMPLES = examples(25, soak=600)
FILES = (
    "ons_baby_names_historic_top100.xls",
    "ni_council_noise_complaints_2023-24.xlsx",
    "council_election_exports/ems-other.csv",
    "council_election_exports/ext-csv-with-tsv-ext.tsv",
    "council_election_exports/democracy-counts-utf-16le.csv",
)

# Bytes are changed at shares of the length, so that small and large files are struck alike; heads
# of files hold most of what can mislead a reader, so every other place lies near one.
PLACES = st.one_of(st.integers(0, 2_000), st.floats(0, 1, exclude_max=True))
FLIPS = st.lists(st.tuples(PLACES, st.integers(0, 255)), max_size=12)
CUTS = st.none() | st.floats(0.01, 1)


def _struck(content: bytes, flips: list[tuple[int | float, int]], cut: float | None) -> bytes:
    changed = bytearray(content)
    for where, value in flips:
        at = where if isinstance(where, int) else int(where * len(changed))
        changed[min(at, len(changed) - 1)] = value
    return bytes(changed[: int(len(changed) * cut)] if cut is not None else changed)


def _records_or_sentence(path: Path) -> None:
    began = time.monotonic()
    try:
        opened = likeliest_sheet(read_workbook(path))
        run = check(opened.table, opened.mapping, Known(), TODAY)
        assert sum(len(draft.rows) for draft in run.drafts) <= len(run.rows)
    except Unreadable as refused:
        said = str(refused)
        assert said.endswith(".")
        assert "Traceback" not in said
    assert time.monotonic() - began < SECONDS


@cache
def _opendocument() -> bytes:
    document = OpenDocumentSpreadsheet()
    sheet = OdfTable(name="Cases")
    for cells in (("Ref", "Name", "Risk"), *((str(n), f"Example {n}", "High") for n in range(40))):
        row = TableRow()
        for text in cells:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            row.addElement(cell)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    target = BytesIO()
    document.write(target)
    return target.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_that_a_struck_file_gives_records_or_a_sentence(
    name: str, shared_data: Path, tmp_path: Path
) -> None:
    content = (shared_data / "messy" / name).read_bytes()
    _strike(content, tmp_path / Path(name).name)


def test_that_a_struck_opendocument_gives_records_or_a_sentence(tmp_path: Path) -> None:
    _strike(_opendocument(), tmp_path / "struck.ods")


def _strike(content: bytes, path: Path) -> None:
    numbers = count()

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), database=None)
    @given(FLIPS, CUTS)
    def strike(flips: list[tuple[int | float, int]], cut: float | None) -> None:
        struck = path.with_stem(f"struck{next(numbers) % 4}")
        struck.write_bytes(_struck(content, flips, cut))
        _records_or_sentence(struck)

    strike()


@given(st.binary(max_size=400))
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_any_bytes_give_records_or_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bytes").write_bytes(content)
    _records_or_sentence(tmp_path / "bytes")


def _large(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number in range(200):
        sheet.append([str(number), f"Example {number}"])
    book.save(path)
    return path


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "xls", "ods"])
def test_that_reading_is_given_up_when_time_is_over(
    suffix: str, shared_data: Path, tmp_path: Path
) -> None:
    path = {
        "xlsx": lambda: _large(tmp_path / "large.xlsx"),
        "csv": lambda: shared_data / "messy" / FILES[2],
        "xls": lambda: shared_data / "messy" / FILES[0],
        "ods": lambda: _written(tmp_path / "large.ods", _opendocument()),
    }[suffix]()
    ticks = count()
    slow = Patience(5, timer=lambda: next(ticks))
    with pytest.raises(Unreadable, match="more than 5 seconds"):
        read_workbook(path, slow)


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_that_what_a_parser_did_not_foresee_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise RuntimeError("a parser's own words")

    monkeypatch.setattr("psg_desktop.exchange.reading.read_values", broken)
    with pytest.raises(Unreadable) as refusal:
        read_workbook(_large(tmp_path / "large.xlsx"))
    assert str(refusal.value).startswith("This file could not be read: it does not hold together")
    assert "parser's own words" not in str(refusal.value)


def test_that_want_of_memory_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def starved(*_given: object) -> None:
        raise MemoryError

    monkeypatch.setattr("psg_desktop.exchange.reading.read_values", starved)
    with pytest.raises(Unreadable, match="far more than a caseload needs"):
        read_workbook(_large(tmp_path / "large.xlsx"))


def test_that_a_reader_that_panics_prints_no_trace(
    shared_data: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    content = bytearray((shared_data / "messy" / FILES[0]).read_bytes())
    at = content.find(b"\xe5\x00", 512)  # the record of merged cells
    content[at + 2 : at + 4] = b"\x00\x00"
    struck = _written(tmp_path / "struck.xls", bytes(content))
    _records_or_sentence(struck)
    assert capfd.readouterr().err == ""
