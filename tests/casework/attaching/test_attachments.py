"""Documents in a real vault: added, read back, removed, taken back, copied out and disposed of."""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from psg_desktop.casework import lists
from psg_desktop.casework.attaching import attachments, copies, files, kinds
from psg_desktop.casework.attaching.attachments import Described, Owner
from psg_desktop.casework.attaching.files import ReadFile
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.information_law import disposals, retention
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import identities
from psg_desktop.casework.trail import undoing
from psg_desktop.casework.vault import exports, upkeep, vaults
from psg_desktop.domain import attachments as limits
from psg_desktop.domain.attachments import Attachment, FileSort
from psg_desktop.domain.cases import Case
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.ids import AttachmentId
from psg_desktop.domain.referrals import ReferralDecision, ReferralOutcome, ReferralState
from psg_desktop.domain.refusals import Problem, Refused
from psg_desktop.faults import DamagedStore, DiskFull, Unreadable, Unwritable
from psg_desktop.store import attached
from tests.attacks import byte_search
from tests.builders import TODAY, a_case, a_closure, a_person
from tests.casework.referring.test_referrals import received
from tests.fakes import FixedClock
from tests.offices import PASSPHRASE
from tests.vault_bytes import decrypted, rows_holding

MARKER = "Wolderquist"
BYTES = (f"The letter of {MARKER}.\n" * 9000).encode()
SAID = Described(title="Letter about the gate", document_kind="letter_received", dated=TODAY)


@pytest.fixture
def case(desk: Office) -> Case:
    """A case about somebody."""
    person = a_person(full_name="Ansel Quorble")
    case = a_case(subject=person.id, reference="PSG-2026-001")
    cases.open_case(desk, Opening(case=case, new_subject=person))
    return case


def read(content: bytes = BYTES, name: str = "letter.txt") -> ReadFile:
    """Give a file as read."""
    digest = hashlib.sha256(content).hexdigest()
    return ReadFile(name=name, content=content, sort=FileSort.TEXT, digest=digest)


def added(office: Office, case: Case, content: bytes = BYTES) -> Attachment:
    """Add a document to a case."""
    return attachments.attach(office, Owner(case=case.id), read(content), SAID).attachment


def refused(act: Callable[[], object]) -> set[tuple[str, Problem]]:
    """Give what an act is refused for."""
    with pytest.raises(Refused) as refusal:
        act()
    return {(one.field, one.problem) for one in refusal.value.problems}


def test_that_a_document_is_kept_whole_and_the_trail_holds_no_content(
    desk: Office, case: Case
) -> None:
    made = added(desk, case)
    assert attachments.content(desk, made.id) == BYTES
    assert attachments.of_case(desk, case.id) == (made,)
    assert rows_holding(desk, {MARKER.lower()}) == [f"attachment_pieces: {MARKER.lower()}"]
    with desk.reading() as unit:
        assert sum(1 for _ in attached.pieces(unit.reading, made.id)) == 4
    assert upkeep.check_trail(desk).sound


def test_that_a_removal_is_taken_back_with_every_byte(desk: Office, case: Case) -> None:
    made = added(desk, case)
    attachments.remove(desk, made.id)
    assert attachments.of_case(desk, case.id) == ()
    undoing.undo_last(desk)
    assert attachments.content(desk, made.id) == BYTES
    undoing.undo_last(desk)  # the adding itself
    assert attachments.of_case(desk, case.id) == ()


def test_that_what_was_removed_is_wiped_after_thirty_days(
    desk: Office, case: Case, clock: FixedClock
) -> None:
    made = added(desk, case)
    attachments.remove(desk, made.id)
    clock.moment += timedelta(days=29)
    assert attachments.wipe_removed(desk) == 0
    clock.moment += timedelta(days=2)
    assert attachments.wipe_removed(desk) == 1
    assert MARKER.encode() not in decrypted(desk)
    assert refused(lambda: undoing.undo_last(desk)) == {("", Problem.CONTENTS_GONE)}
    assert attachments.of_case(desk, case.id) == ()


def test_that_opening_a_vault_wipes_what_was_removed_long_ago(
    desk: Office, case: Case, clock: FixedClock, vault: Path
) -> None:
    attachments.remove(desk, added(desk, case).id)
    desk.close()
    clock.moment += timedelta(days=40)
    again = vaults.unlock(vault, PASSPHRASE, clock)
    try:
        assert MARKER.encode() not in decrypted(again)
    finally:
        again.close()


def test_that_the_same_file_is_noticed(desk: Office, case: Case) -> None:
    added(desk, case)
    assert refused(lambda: added(desk, case)) == {("file", Problem.SAME_DOCUMENT)}
    referral = received(desk, reference="R-2026-077")
    other = attachments.attach(desk, Owner(referral=referral.id), read(), SAID)
    assert other.elsewhere == ("case PSG-2026-001",)


def test_that_what_is_wrong_with_a_document_stands_beside_its_field(
    desk: Office, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = Owner(case=case.id)

    def attach(said: Described) -> object:
        return attachments.attach(desk, owner, read(), said)

    assert refused(lambda: attach(replace(SAID, title=" ", document_kind=""))) == {
        ("title", Problem.DOCUMENT_TITLE_MISSING),
        ("document_kind", Problem.NOTHING_CHOSEN),
    }
    tomorrow = TODAY + timedelta(days=1)
    late = refused(lambda: attach(replace(SAID, dated=tomorrow)))
    assert late == {("dated", Problem.DATE_IN_FUTURE)}
    monkeypatch.setattr(attachments, "VAULT_LIMIT", 1000)
    assert refused(lambda: attach(SAID)) == {("file", Problem.VAULT_FULL_OF_DOCUMENTS)}
    assert rows_holding(desk, {MARKER.lower()}) == []


def test_that_a_closed_case_takes_no_document_and_loses_none(desk: Office, case: Case) -> None:
    made = added(desk, case)
    cases.close(desk, case.id, a_closure())
    closed = {("", Problem.CASE_IS_CLOSED)}
    assert refused(lambda: added(desk, case, b"more")) == closed
    assert refused(lambda: attachments.remove(desk, made.id)) == closed
    assert refused(lambda: attachments.amend(desk, made.id, SAID)) == closed


def test_that_a_copy_outside_is_written_and_on_record_or_neither(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    made = added(desk, case)
    out = tmp_path / "copy.txt"
    copies.save_copy(desk, made.id, out, "For the hearing of 9 March", "Prudence Oakshott")
    assert out.read_bytes() == BYTES
    (copy,) = attachments.get(desk, made.id).copies
    assert (copy.on, copy.by, copy.for_whom) == (TODAY, desk.who, "Prudence Oakshott")
    assert undoing.last_change(desk) is None  # a copy that exists cannot be taken back
    assert identities.finder(desk).find("Ask Prudence Oakshott about it.")
    nowhere = tmp_path / "no" / "copy.txt"
    with pytest.raises(Unwritable):
        copies.save_copy(desk, made.id, nowhere, "Why")
    with pytest.raises(Unwritable, match="belongs to the vault itself"):
        copies.save_copy(desk, made.id, desk.place / "copy.txt", "Why")
    nothing = refused(lambda: copies.save_copy(desk, made.id, tmp_path / "b.txt", " "))
    assert nothing == {("why", Problem.REASON_MISSING)}
    assert len(attachments.get(desk, made.id).copies) == 1


def test_that_several_copies_are_all_written_and_on_record_or_none(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    first, second = added(desk, case), added(desk, case, b"another")
    places = {first.id: tmp_path / "first.txt", second.id: tmp_path / "no" / "second.txt"}
    with pytest.raises(Unwritable):
        copies.save_copies(desk, places, "To be redacted")
    assert not list(tmp_path.glob("*.txt"))
    assert not any(attachments.get(desk, one).copies for one in places)
    (tmp_path / "no").mkdir()
    copies.save_copies(desk, places, "To be redacted")
    assert [place.read_bytes() for place in places.values()] == [BYTES, b"another"]
    assert all(len(attachments.get(desk, one).copies) == 1 for one in places)


def test_that_a_full_disk_loses_nothing(
    desk: Office, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(attachments.attached, "put_bytes", full)
    with pytest.raises(DiskFull, match="disk is full"):
        added(desk, case)
    assert attachments.of_case(desk, case.id) == ()


def test_that_damage_to_a_document_is_told(desk: Office, case: Case) -> None:
    made = added(desk, case)
    with desk.jotting() as unit:
        attached.drop(unit.reading.connection, [str(made.id)])
        attached.put_bytes(unit, made.id, b"something else")
    with pytest.raises(DamagedStore, match="not what was added"):
        attachments.content(desk, made.id)


def test_that_disposal_takes_documents_and_what_was_removed_before(
    desk: Office, case: Case, clock: FixedClock
) -> None:
    referral = received(desk, reference="R-2026-078", name="Ansel Quorble")
    of_referral = attachments.attach(desk, Owner(referral=referral.id), read(b"Grimsby"), SAID)
    gone = attachments.attach(
        desk, Owner(referral=referral.id), read(b"Vexmoor"), replace(SAID, title="Zibberwick")
    )
    attachments.remove(desk, gone.attachment.id)
    with desk.working(Act.DECIDE_REFERRAL) as unit:
        decision = ReferralDecision(
            outcome=ReferralOutcome.ACCEPTED_NEW, reason="Yes.", decided_by="Joan", on=TODAY
        )
        known = unit.referrals.get(referral.id)
        state = ReferralState.DECIDED
        unit.referrals.put(replace(known, case=case.id, state=state, decision=decision))
    attachments.remove(desk, added(desk, case, b"Snorfield").id)
    made = added(desk, case)
    cases.close(desk, case.id, a_closure())
    clock.moment += timedelta(days=3000)
    certificate = disposals.dispose(desk, case.id, case.reference)
    assert RecordKind.ATTACHMENT in {one.kind for one in certificate.removed}
    pieces = {MARKER, "Snorfield", "Grimsby", "Vexmoor", "Zibberwick", "Letter about the gate"}
    pieces |= {str(one) for one in (made.id, of_referral.attachment.id)}
    assert rows_holding(desk, {one.casefold() for one in pieces}) == []
    plain = decrypted(desk)
    assert not byte_search.held(plain, {MARKER, "Snorfield", "Grimsby", "Vexmoor", "Zibberwick"})
    assert upkeep.check_trail(desk).sound
    assert retention.due(desk) == ()


def test_that_an_export_of_everything_holds_the_documents(
    desk: Office, case: Case, tmp_path: Path
) -> None:
    file = replace(read(), name="../../CON: minutes?.txt")
    made = attachments.attach(desk, Owner(case=case.id), file, SAID).attachment
    written = exports.export_everything(desk, tmp_path / "out")
    (path,) = (tmp_path / "out" / "documents").iterdir()
    assert path in written
    assert path.read_bytes() == BYTES
    assert path.name.startswith(str(made.id))
    lines = (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8")
    assert json.loads(lines)["digest"] == made.digest


def test_that_backup_and_another_passphrase_keep_every_document(
    desk: Office, case: Case, clock: FixedClock, tmp_path: Path
) -> None:
    made = added(desk, case)
    place = tmp_path / "backups"
    place.mkdir()
    backup = upkeep.back_up(desk, place)
    vaults.change_passphrase(desk, PASSPHRASE, "another five words of it")
    assert attachments.content(desk, made.id) == BYTES
    assert byte_search.holding((MARKER,), place, desk.place) == []
    upkeep.restore(backup.path, tmp_path / "restored.psgstore", PASSPHRASE)
    again = vaults.unlock(tmp_path / "restored.psgstore", PASSPHRASE, clock)
    try:
        assert attachments.content(again, made.id) == BYTES
    finally:
        again.close()


def test_that_a_document_is_found_by_its_title_and_its_file(desk: Office, case: Case) -> None:
    made = added(desk, case)
    for typed in ("about the gate", "letter.txt"):
        assert made.id in {one.id for one in lists.find(desk, typed)}


def test_that_files_that_cannot_be_documents_are_refused_in_words(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert refused(lambda: files.read_file(empty)) == {("file", Problem.FILE_EMPTY)}
    vast = tmp_path / "vast.bin"
    with vast.open("wb") as file:
        file.truncate(limits.FILE_LIMIT + 1)
    assert refused(lambda: files.read_file(vast)) == {("file", Problem.FILE_TOO_LARGE)}
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for odd in (tmp_path, pipe, tmp_path / "none"):
        with pytest.raises(Unreadable):
            files.read_file(odd)


def test_that_a_file_changed_while_it_is_read_is_not_added(tmp_path: Path) -> None:
    growing = tmp_path / "growing.txt"
    growing.write_bytes(b"x" * 3_000_000)

    def grow(done: int, _total: int) -> None:
        if done < 2_000_000:
            with growing.open("ab") as more:
                more.write(b"more")

    with pytest.raises(Unreadable, match="changed while it was read"):
        files.read_file(growing, grow)


def test_that_a_file_is_read_whole_under_a_tidy_name(tmp_path: Path) -> None:
    odd = tmp_path / ("annex\u202efdp" + "x" * 60 + ".txt")
    odd.write_bytes(BYTES)
    found = files.read_file(odd)
    assert found.content == BYTES
    assert found.sort is FileSort.TEXT
    assert "\u202e" not in found.name
    assert found.name.endswith(".txt")


def test_that_kinds_of_document_are_dated_rows(desk: Office) -> None:
    (first, *_) = kinds.all_kinds(desk)
    kinds.save_kind(desk, replace(first, until=TODAY - timedelta(days=1)))
    assert first.code not in dict(kinds.choices(desk))
    assert first.code in dict(kinds.choices(desk, first.code))
    assert kinds.names(desk)[first.code] == first.name


def test_that_a_document_not_there_is_refused(desk: Office) -> None:
    nowhere = AttachmentId(desk.new_id())
    assert refused(lambda: attachments.content(desk, nowhere)) == {("", Problem.NOT_FOUND)}
