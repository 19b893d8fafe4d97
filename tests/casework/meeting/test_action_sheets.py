"""Action sheets: only the rows of one agency, a mail draft that names nobody, and a record."""

from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from psg_desktop.casework.caseload import actions
from psg_desktop.casework.meeting import action_sheets
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.action_sheets import SheetColumn, row_code
from psg_desktop.domain.agencies import Contact
from psg_desktop.domain.changes import Act
from psg_desktop.domain.refusals import Refused
from psg_desktop.faults import Unwritable
from psg_desktop.papers.mail_drafts import MailDraft, draw_mail
from tests.replying import FIRST, agreed, opened, owner, page_of, sheet_of

DUE = date(2026, 12, 4)
OTHERS = "Zibberwick must be told"


@pytest.fixture
def office(desk: Office) -> Office:
    """An office with two actions of one agency and one of another."""
    case = opened(desk)
    agreed(desk, case, owner(desk), "=Fit a gate", DUE)
    agreed(desk, opened(desk, 701), owner(desk), "Write to the owner", date(2026, 12, 1))
    agreed(desk, case, owner(desk, 1), OTHERS, DUE)
    return desk


def mail_of(path: Path) -> EmailMessage:
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_that_a_sheet_holds_the_rows_of_its_agency_by_due_date(
    office: Office, tmp_path: Path
) -> None:
    page = page_of(sheet_of(office, owner(office), tmp_path))
    assert [cell.value for cell in page[FIRST - 1]] == [one.value for one in SheetColumn]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=FIRST)]
    assert [row[:2] for row in rows] == [
        ["PSG-2026-701", "Write to the owner"],
        ["PSG-2026-700", "=Fit a gate"],
    ]
    assert rows[0][3] == datetime(2026, 12, 1)  # noqa: DTZ001 - a spreadsheet knows no zone
    assert page.cell(FIRST + 1, 2).data_type == "s"


def test_that_nothing_of_another_agency_stands_in_any_part_of_the_files(
    office: Office, tmp_path: Path
) -> None:
    made = action_sheets.make(office, [owner(office)], tmp_path)[0]
    with ZipFile(made.workbook) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist())
    for content in (parts, made.mail.read_bytes()):
        assert b"Zibberwick" not in content
        assert b"Quorbleton" not in content
        assert str(owner(office, 1)).encode() not in content


def test_that_only_the_cells_to_fill_in_are_open_and_it_prints_across_on_one_width(
    office: Office, tmp_path: Path
) -> None:
    page = page_of(sheet_of(office, owner(office), tmp_path))
    unlocked = [cell.column_letter for cell in page[FIRST] if not cell.protection.locked]
    assert page.protection.sheet
    assert unlocked == ["F", "G", "H"]
    assert page.page_setup.orientation == "landscape"
    assert page.page_setup.paperSize == 9
    assert page.page_setup.fitToWidth in {None, 1}  # one page wide is the default
    assert page.page_setup.fitToHeight == 0
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage


def test_that_a_mail_draft_is_unsent_and_names_nobody_outside_its_attachment(
    office: Office, tmp_path: Path
) -> None:
    made = action_sheets.make(office, [owner(office)], tmp_path)[0]
    message = mail_of(made.mail)
    assert message["X-Unsent"] == "1"
    assert message["To"] is None
    assert message["Subject"] == "Actions for PSG-2026-701, PSG-2026-700"
    body = message.get_body(("plain",))
    assert body is not None
    said = body.get_content()
    assert "PSG-2026-700, due Fri 4 Dec 2026" in said
    for name in ("Quorbleton", "Cloverley", "Fit a gate"):
        assert name not in said
        assert name not in str(message.items())
    attached = next(message.iter_attachments())
    assert attached.get_filename() == made.workbook.name
    assert attached.get_content() == made.workbook.read_bytes()


def test_that_a_mail_draft_goes_to_the_contact_of_the_agency(
    office: Office, tmp_path: Path
) -> None:
    agency = agencies.get(office, owner(office))
    contacts = (Contact(name="No Mail"), Contact(name="Ida Fennick", email="ida@fen.example"))
    agencies.save(office, replace(agency, contacts=contacts))
    message = mail_of(action_sheets.make(office, [agency.id], tmp_path)[0].mail)
    assert message["To"] == "ida@fen.example"
    assert "Fennick" not in str(message.items())


@pytest.mark.parametrize(
    "to", ["a@b.example\r\nBcc: spy@b.example", "Ida <ida@fen.example>", "x", "a@b", "é@b.example"]
)
def test_that_an_address_that_is_not_plain_is_left_open(to: str) -> None:
    drawn = draw_mail(
        MailDraft(to=to, subject="Actions\r\nBcc: spy@b.example", body="", attachment=b"", name="a")
    )
    message = message_from_bytes(drawn, policy=default)
    assert message["To"] is None
    assert message["Bcc"] is None


def test_that_what_was_sent_is_recorded_and_not_taken_back_by_a_key(
    office: Office, tmp_path: Path
) -> None:
    made = action_sheets.make(office, action_sheets.owing(office), tmp_path)
    assert len({one.workbook for one in made}) == 2
    record = action_sheets.sent(office, owner(office))[0]
    assert [one.reference for one in record.actions] == ["PSG-2026-701", "PSG-2026-700"]
    files = {sha256(one.workbook.read_bytes()).hexdigest() for one in made}
    assert record.digest in files
    last = undoing.last_change(office)
    assert last is None or last[1] is not Act.MAKE_ACTION_SHEETS


def test_that_an_agency_that_owes_nothing_gets_no_sheet(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        action_sheets.make(office, [owner(office, 2)], tmp_path)
    assert list(tmp_path.glob("*.xlsx")) == []


def test_that_a_folder_that_is_gone_leaves_no_record(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Unwritable):
        action_sheets.make(office, [owner(office)], tmp_path / "gone")
    assert action_sheets.sent(office, owner(office)) == ()


def test_that_a_row_code_tells_of_every_change_and_shows_no_identifier(office: Office) -> None:
    case = opened(office, 702)
    action = agreed(office, case, owner(office), "Call", DUE)
    codes = {
        row_code(action),
        row_code(replace(action, what="Call twice")),
        row_code(replace(action, due=date(2027, 1, 4))),
        row_code(action.start()),
        row_code(replace(action, owner=owner(office, 1))),
    }
    assert len(codes) == 5
    assert len({code.partition("-")[0] for code in codes}) == 1
    assert str(action.id)[:8] not in row_code(action)


def test_that_a_finished_action_is_left_out(office: Office, tmp_path: Path) -> None:
    found = actions.get(office, _first(office))
    actions.complete(office, found.id, office.today(), "Done.")
    drawn = sheet_of(office, owner(office), tmp_path).read_bytes()
    page = load_workbook(BytesIO(drawn)).active
    assert page is not None
    assert found.what not in [cell.value for row in page.iter_rows() for cell in row]


def _first(office: Office):
    with office.reading() as unit:
        return unit.actions.where(owner=owner(office))[0].id
