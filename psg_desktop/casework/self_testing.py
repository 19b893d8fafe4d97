"""The program tries itself: vault, case, pack, reopening; also inside the built program."""

import hashlib
import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from psg_desktop.casework import lists
from psg_desktop.casework.assessing import rate_ratios
from psg_desktop.casework.attaching import attachments, previewing
from psg_desktop.casework.attaching.attachments import Described, Owner
from psg_desktop.casework.attaching.files import ReadFile
from psg_desktop.casework.caseload import cases
from psg_desktop.casework.meeting import calendar_files, meetings, minutes
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.parties import identities
from psg_desktop.casework.vault import vaults
from psg_desktop.clock import Clock
from psg_desktop.documents.pdf.reading import read_back
from psg_desktop.domain.attachments import FileSort
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import CaseId, PersonId
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.people import Person
from psg_desktop.papers.referral_form import BlankForm, blank_form
from psg_desktop.previews.recognising import recognise
from psg_desktop.store.vault import FLOOR_COST

_WORDS = "self test of five words"
_NAME = "Quillon Testerley"


def failures(clock: Clock) -> tuple[str, ...]:
    """Give a sentence for each part that does not do what it should; none means sound."""
    with tempfile.TemporaryDirectory(prefix="psg-desktop-self-test-") as folder:
        place = Path(folder) / "self-test.psgstore"
        office = vaults.create(place, _WORDS, Partnership(name="Self-test"), clock, cost=FLOOR_COST)
        try:
            case = _open_a_case(office)
            found = [
                *_pack_failures(office, case.id),
                *_paper_failures(office, Path(folder)),
                *_document_failures(office, case.id),
            ]
        finally:
            office.close()
        return (*found, *_reopening_failures(place, case, clock))


def _open_a_case(office: Office) -> Case:
    person = Person(id=PersonId(office.new_id()), full_name=_NAME, born=date(1980, 3, 31))
    case = Case(
        id=CaseId(office.new_id()),
        reference=cases.next_reference(office),
        kind=CaseKind.PERSON,
        subject=person.id,
        title="Self-test",
        opened=office.today(),
        problem=f"{_NAME} rang at night.",
    )
    cases.open_case(office, cases.Opening(case=case, new_subject=person))
    return case


def _pack_failures(office: Office, case: CaseId) -> tuple[str, ...]:
    proposal = packs.accept_as_proposed(office, packs.propose_pack(office, office.today(), [case]))
    approved = packs.approve_pack(office, proposal)
    pdf = packs.draw(approved.pack)
    found = []
    if pdf != packs.draw(approved.pack):
        found.append("The same pack drawn twice gave two different files.")
    text = " ".join(read_back(pdf).pages)
    if "Case 1" not in text:
        found.append("The pack does not show its case.")
    if any(part.casefold() in text.casefold() for part in _NAME.split()):
        found.append("The pack names the person it should not name.")
    if not identities.finder(office).find(_NAME):
        found.append("A person in the vault was not recognised in a text.")
    return tuple(found)


def _paper_failures(office: Office, folder: Path) -> tuple[str, ...]:
    """Make each paper that needs a library of its own: a built program may lack a part of one."""
    meeting = meetings.usual(office, MeetingGroup.PSG, office.today())
    meetings.plan(office, meeting)
    found = []
    if not minutes.draft_minutes(office, meeting.id).startswith(b"PK"):
        found.append("The draft minutes are not a Word file.")
    if not calendar_files.save_calendar(office, folder / "dates.ics"):
        found.append("The calendar file holds no date.")
    if rate_ratios.rate_ratio(9, 3, 3, 3) is None:
        found.append("A change in demand could not be worked out.")
    return tuple(found)


def _document_failures(office: Office, case: CaseId) -> tuple[str, ...]:
    """Keep a picture and a PDF, and have the confined process draw each."""
    made, words = BytesIO(), "Self-test of documents"
    Image.new("RGB", (40, 30), "green").save(made, "JPEG")
    form = blank_form(BlankForm(partnership=words, area="", agency="", limbs=()))
    found, said = [], Described(title=words, document_kind="other")
    for content in (made.getvalue(), form):
        digest = hashlib.sha256(content).hexdigest()
        read = ReadFile(name="test", content=content, sort=recognise(content), digest=digest)
        kept = attachments.attach(office, Owner(case=case), read, said)
        held = attachments.content(office, kept.attachment.id)
        drawn = previewing.page(read.sort, held, 0, 200, lambda: None)
        if not drawn.width or (read.sort is FileSort.PDF and words not in drawn.words):
            found.append("A document could not be shown.")
    return tuple(found)


def _reopening_failures(place: Path, case: Case, clock: Clock) -> tuple[str, ...]:
    office = vaults.unlock(place, _WORDS, clock)
    try:
        kept = lists.case_page(office, case.id)
    finally:
        office.close()
    same = kept.case == case and kept.subject_label == _NAME
    return () if same else ("The case read back from the vault is not the one that was put.",)
