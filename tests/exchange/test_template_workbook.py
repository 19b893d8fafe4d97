"""The shipped template is what the program makes, and what the program reads."""

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl

from psg_desktop.exchange.check import check
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.headings import match_header
from psg_desktop.exchange.known import Known
from psg_desktop.exchange.opening import EXAMPLES_SHEET, likeliest_sheet, open_sheet
from psg_desktop.exchange.outcomes import Status
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.exchange.template_columns import COLUMNS
from psg_desktop.exchange.template_workbook import TEMPLATE, shipped_lists, template_workbook
from psg_desktop.paths import resource
from tests.exchange.workbooks import TODAY


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_that_the_shipped_template_is_the_one_the_program_makes() -> None:
    made = template_workbook(shipped_lists(resource("reference/lists")))
    assert _parts(made) == _parts(resource(TEMPLATE).read_bytes()), "make the template again"


def test_that_every_column_of_the_template_finds_its_field() -> None:
    for column in COLUMNS:
        match = match_header(column.header)
        assert match is not None, column.header
        assert match.field is column.field, column.header
    assert len({column.field for column in COLUMNS}) == len(COLUMNS)


def test_that_the_examples_import_without_a_problem_that_stops() -> None:
    book = read_workbook(resource(TEMPLATE))
    assert [sheet.name for sheet in book.sheets] == [
        "Caseload",
        EXAMPLES_SHEET,
        "How to fill this in",
        "Lists",
    ]
    opened = open_sheet(book.sheets[1])
    run = check(opened.table, opened.mapping, Known(), TODAY)
    assert run.count(Status.NEW) == 4
    assert [len(draft.actions) for draft in run.drafts] == [2, 0, 0]
    assert not any(group.stops for group in run.groups())
    people = [draft.person.full_name for draft in run.drafts if draft.person is not None]
    assert all("Example" in name for name in people)


def test_that_a_filled_template_is_chosen_before_its_examples(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(resource(TEMPLATE))
    at = [column.field for column in COLUMNS].index(Field.PERSON_NAME) + 1
    book["Caseload"].cell(2, at, "Example One")
    book["Caseload"].cell(2, 1, "1")
    book.save(tmp_path / "filled.xlsx")
    opened = likeliest_sheet(read_workbook(tmp_path / "filled.xlsx"))
    assert opened.sheet.name == "Caseload"


def test_that_the_template_offers_lists_and_checks_dates() -> None:
    sheet = openpyxl.load_workbook(resource(TEMPLATE))["Caseload"]
    kinds = [check.type for check in sheet.data_validations.dataValidation]
    assert kinds.count("list") >= 6
    assert kinds.count("date") == sum(column.is_date for column in COLUMNS)
    assert sheet.freeze_panes == "B2"
