"""A document leaves nothing outside the encrypted file: added, looked at, removed, vault closed."""

import tempfile
from datetime import date
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from psg_desktop.casework.attaching import attachments, files, previewing
from psg_desktop.casework.attaching.attachments import Described, Owner
from psg_desktop.casework.caseload import cases, learning
from psg_desktop.casework.meeting import action_sheets, calendar_files, minutes
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.domain.ids import CaseId
from tests.attacks import byte_search
from tests.attacks.searching import everything_in
from tests.builders import a_case, a_person
from tests.previews.test_drawing import pdf
from tests.replying import agreed, owner

MARKER = "Thistlewaite Grovebeck"


def test_that_a_document_leaves_no_word_outside_the_encrypted_file(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = tmp_path / "temporary"
    passing.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(passing))
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    person = a_person()
    case = a_case(subject=person.id)
    cases.open_case(desk, cases.Opening(case=case, new_subject=person))
    outside = tmp_path / "outside"
    outside.mkdir()
    said = Described(title=MARKER, document_kind="letter_received")
    for name, content in (("a.txt", f"{MARKER} rang.\n".encode() * 500), ("b.pdf", pdf(MARKER))):
        file = outside / f"{MARKER} {name}"
        file.write_bytes(content)
        read = files.read_file(file)
        made = attachments.attach(desk, Owner(case=case.id), read, said).attachment
        if read.content.startswith(b"%PDF"):
            held = attachments.content(desk, made.id)
            drawn = previewing.page(made.sort, held, 0, 200, lambda: None)
            assert MARKER in drawn.words
    attachments.remove(desk, made.id)
    pieces = (MARKER, *MARKER.split())
    assert byte_search.holding(pieces, desk.place, passing) == []
    desk.close()
    assert byte_search.holding(pieces, desk.place, passing) == []
    assert byte_search.holding(pieces, outside)  # the search would find them


def test_that_no_paper_for_others_says_a_word_of_a_document(desk: Office, tmp_path: Path) -> None:
    person = a_person()
    case = a_case(subject=person.id, problem="Calls at night.")
    cases.open_case(desk, cases.Opening(case=case, new_subject=person))
    agency = owner(desk)
    agreed(desk, case, agency, "Visit at home", date(2026, 12, 1))
    outside = tmp_path / f"{MARKER}.txt"
    outside.write_text(f"{MARKER} rang.\n", encoding="utf-8")
    said = Described(title=f"Letter of {MARKER}", document_kind="letter_received")
    with desk.reading() as unit:
        meeting = unit.meetings.all()[0]
    for whose in (Owner(case=case.id), Owner(meeting=meeting.id)):
        attachments.attach(desk, whose, files.read_file(outside), said)
    told = [everything_in(_pack(desk, case.id))]
    made = tmp_path / "out"
    made.mkdir()
    calendar_files.save_calendar(desk, made / "dates.ics")
    learning.write_sheet(desk, 2026, made / "held.xlsx")
    action_sheets.make(desk, [agency], made)
    told += [_unpacked(one) for one in sorted(made.iterdir())]
    assert len(told) == 5
    assert not [one for one in told for piece in MARKER.split() if piece in one]
    minuted = docx.Document(BytesIO(minutes.draft_minutes(desk, meeting.id)))
    assert MARKER not in "\n".join(one.text for one in minuted.paragraphs)


def _pack(office: Office, case: CaseId) -> bytes:
    proposal = packs.propose_pack(office, date(2026, 12, 3), [case])
    return packs.draw(packs.approve_pack(office, packs.accept_as_proposed(office, proposal)).pack)


def _unpacked(path: Path) -> str:
    """Give all that a file holds: of a workbook its parts, of a mail its parts decoded."""
    held = path.read_bytes()
    if path.suffix == ".eml":
        message = message_from_bytes(held, policy=policy.default)
        parts = [one for one in message.walk() if not one.is_multipart()]
        return str(message.items()) + "".join(str(one.get_content()) for one in parts)
    if not held.startswith(b"PK"):
        return held.decode("utf-8")
    with ZipFile(BytesIO(held)) as book:
        return "".join(book.read(name).decode("utf-8") for name in book.namelist())
