"""The blank referral workbook: sent out, filled in, sent back, and imported as it came back."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P
from openpyxl.worksheet.worksheet import Worksheet

from psg_desktop.casework.importing import imports
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.referring import referral_papers
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.referrals import Awareness, Referral, Urgency
from psg_desktop.exchange.mapping import Purpose, Use
from psg_desktop.exchange.outcomes import Status
from psg_desktop.exchange.purpose_words import VOCABULARIES
from psg_desktop.exchange.referral_columns import COLUMNS
from psg_desktop.exchange.referral_workbook import BlankWorkbook, referral_workbook
from psg_desktop.faults import Unreadable

HEADERS = tuple(one.header for one in COLUMNS)
ROWS: tuple[dict[str, object], ...] = (
    {
        "It is about a": "Person",
        "Name of person, place or project": "Wilf Marrowby",
        "Date of birth": date(1984, 3, 7),
        "Address": "12 Mardle Lane, Fenmarket",
        "Postcode": "FM1 1AA",
        "Telephone": "01632 960001",
        "Also known as": "Wilfie; The Ferret",
        "Children at the address": "Two, 4 and 9",
        "Does the person know?": "Told, and does not agree",
        "What they said, or why not told": "Says it is nothing",
        "What the problem is": "Shouts at night\nand throws bottles",
        "How long it can wait": "Before the next meeting",
        "Risk or urgency, and why": "A neighbour is ill",
        "What was tried first": "Two visits",
        "What the group is asked for": "A plan",
        "Referring agency": "Fenmarket Homes",
        "Referrer's name": "Officer One",
        "How to reach the referrer": "01632 960002",
        "Date of referral": date(2026, 11, 2),
    },
    {
        "It is about a": "Place",
        "Name of person, place or project": "Sluice Row play area",
        "What the problem is": "Fires in bins",
    },
    {
        "It is about a": "Project",
        "Name of person, place or project": "Safer station path",
        "What the problem is": "No light on the path",
    },
)


@pytest.fixture
def blank(desk: Office, tmp_path: Path) -> Path:
    agencies.save(desk, Agency(id=AgencyId(desk.new_id()), name="Fenmarket Homes"))
    place = tmp_path / "Referral workbook.xlsx"
    referral_papers.write_blank_workbook(desk, place)
    return place


def imported(office: Office, file: Path) -> tuple[Referral, ...]:
    """Import a workbook with nothing matched or decided by hand."""
    sheet = imports.likeliest_sheet(imports.read(file))
    offered = imports.offer(office, sheet)
    assert offered.mapping.purpose is Purpose.REFERRALS
    own = {one.header: one for one in offered.mapping.columns if one.header in HEADERS}
    assert {one.use for one in own.values()} == {Use.FIELD}
    run = imports.dry_run(office, offered.table, offered.mapping)
    assert run.count(Status.NEW) == len(ROWS)
    assert not any(group.stops for group in run.groups())
    imports.commit(office, run)
    with office.reading() as unit:
        return tuple(sorted(unit.referrals.all(), key=lambda one: one.reference))


def assert_all_told(office: Office, found: tuple[Referral, ...]) -> None:
    person, place, project = found
    assert (person.kind, place.kind, project.kind) == tuple(CaseKind)
    assert (person.name, person.born) == ("Wilf Marrowby", date(1984, 3, 7))
    assert (person.address, person.postcode) == ("12 Mardle Lane, Fenmarket", "FM1 1AA")
    assert person.aliases == ("Wilfie", "The Ferret")
    assert [one.replace(" ", "") for one in person.phones] == ["01632960001"]
    assert person.children == "Two, 4 and 9"
    assert (person.awareness, person.urgency) == (Awareness.OBJECTS, Urgency.BEFORE_MEETING)
    assert person.awareness_reason == "Says it is nothing"
    assert person.problem == "Shouts at night\nand throws bottles"
    assert (person.risk_reason, person.tried) == ("A neighbour is ill", "Two visits")
    assert (person.asks, person.referrer) == ("A plan", "Officer One")
    assert (person.contact, person.received_on) == ("01632 960002", date(2026, 11, 2))
    with office.reading() as unit:
        (agency,) = [one for one in unit.agencies.all() if one.name == "Fenmarket Homes"]
    assert person.referred_by == agency.id
    assert (place.name, place.received_on) == ("Sluice Row play area", office.today())
    assert (project.name, project.problem) == ("Safer station path", "No light on the path")


def fill(sheet: Worksheet, first: int = 2) -> None:
    places = {str(cell.value).strip().casefold(): cell.column for cell in sheet[first - 1]}
    for line, row in enumerate(ROWS, start=first):
        for header, value in row.items():
            sheet.cell(line, places[header.casefold()], value)


def test_that_a_filled_workbook_imports_without_matching_by_hand(desk: Office, blank: Path) -> None:
    book = openpyxl.load_workbook(blank)
    fill(book["Referrals"])
    book.save(blank)
    assert_all_told(desk, imported(desk, blank))


def test_that_what_a_spreadsheet_program_does_to_a_workbook_is_put_up_with(
    desk: Office, blank: Path
) -> None:
    book = openpyxl.load_workbook(blank)
    sheet = book["Referrals"]
    fill(sheet)
    for cell in sheet[1]:
        cell.value = f" {str(cell.value).upper()} "
    for line in range(2, 5):
        for at in (3, 19):
            told = sheet.cell(line, at).value
            if isinstance(told, datetime | date):
                sheet.cell(line, at, f"{told:%d.%m.%Y}")
    sheet.move_range(f"A1:S{len(ROWS) + 1}", rows=3)
    sheet.cell(1, 1, "Referrals for December")
    sheet.title = "Sheet1"
    sheet.data_validations.dataValidation.clear()
    book.move_sheet("Sheet1", offset=2)
    sheet.cell(4, 20, "Our colour")
    sheet.cell(5, 20, "")
    book.save(blank)
    sheet = imports.likeliest_sheet(imports.read(blank))
    offered = imports.offer(desk, sheet)
    run = imports.dry_run(desk, offered.table, offered.mapping)
    imports.commit(desk, run)
    with desk.reading() as unit:
        found = sorted(unit.referrals.all(), key=lambda one: one.reference)
    assert_all_told(desk, tuple(found))


def test_that_the_workbook_saved_as_opendocument_imports_too(
    desk: Office, blank: Path, tmp_path: Path
) -> None:
    document = OpenDocumentSpreadsheet()
    sheet = OdfTable(name="Referrals")
    named: dict[str, object] = {header: header for header in HEADERS}
    for cells in (named, *ROWS):
        line = TableRow()
        for header in reversed(HEADERS):
            line.addElement(_odf_cell(cells.get(header)))
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    document.save(str(tmp_path / "filled.ods"))
    assert blank.exists()
    assert_all_told(desk, imported(desk, tmp_path / "filled.ods"))


def _odf_cell(value: object) -> TableCell:
    if isinstance(value, date):
        return TableCell(valuetype="date", datevalue=value.isoformat())
    cell = TableCell(valuetype="string")
    for part in str(value or "").split("\n"):
        cell.addElement(P(text=part))
    return cell


def test_that_every_column_is_known_noted_and_without_an_example() -> None:
    for column in COLUMNS:
        match = VOCABULARIES[Purpose.REFERRALS].match(column.header)
        if match is not None:
            assert match.field is column.field, column.header
        assert column.note
        assert len(column.note) <= 255
    hostile = BlankWorkbook(partnership="=1+1", agencies=("=cmd()", "Fenmarket Homes"))
    made = referral_workbook(hostile)
    assert made == referral_workbook(hostile)
    book = openpyxl.load_workbook(BytesIO(made))
    sheet = book["Referrals"]
    assert sheet.max_row == 1
    checks = sheet.data_validations.dataValidation
    assert len(checks) == len(COLUMNS)
    assert [one.type for one in checks].count("list") == 4
    lists = book["Lists"]
    cells = [cell for row in lists.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}


def test_that_the_empty_workbook_says_that_nothing_is_filled_in(desk: Office, blank: Path) -> None:
    offered = imports.offer(desk, imports.likeliest_sheet(imports.read(blank)))
    with pytest.raises(Unreadable, match="no rows below the header"):
        imports.dry_run(desk, offered.table, offered.mapping)
