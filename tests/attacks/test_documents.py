"""A document leaves nothing outside the encrypted file: added, looked at, removed, vault closed."""

import tempfile
from pathlib import Path

import pytest

from psg_desktop.casework.attaching import attachments, files, previewing
from psg_desktop.casework.attaching.attachments import Described, Owner
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.office import Office
from tests.attacks import byte_search
from tests.builders import a_case, a_person
from tests.previews.test_drawing import pdf

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
