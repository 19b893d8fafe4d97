"""Documents of a case, a referral or a meeting: added, described anew, removed, and read."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from psg_desktop.casework.attaching.files import ReadFile
from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import (
    KEPT_AFTER_REMOVAL_DAYS,
    VAULT_LIMIT,
    Attachment,
)
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import AttachmentId, CaseId, MeetingId, ReferralId
from psg_desktop.domain.refusals import Problem, Refused, refuse
from psg_desktop.faults import DamagedStore
from psg_desktop.store import attached
from psg_desktop.store.units import Unit
from psg_desktop.words import dates

_DAMAGED = (
    "What this document holds is not what was added: the vault's encrypted file was damaged. "
    "Verify the vault, and restore the latest backup to a new place to get the document back."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What a document belongs to: exactly one of these."""

    case: CaseId | None = None
    referral: ReferralId | None = None
    meeting: MeetingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a worker says of a document."""

    title: str = field(repr=False)
    document_kind: str
    dated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A document that was added; `elsewhere` says where the very same file is kept too."""

    attachment: Attachment
    elsewhere: tuple[str, ...] = field(default=(), repr=False)


def attach(office: Office, owner: Owner, file: ReadFile, said: Described) -> Added:
    """Add a file to a case, a referral or a meeting.

    Raises:
        Refused: The case is closed, the very same file is there already, the day lies in the
            future, the vault holds too much already, or something about it is missing.
        DiskFull: There is no room left; nothing was changed.
    """
    with office.working(Act.ATTACH) as unit:
        return _attach(office, unit, owner, file, said)


def attach_all(
    office: Office, owner: Owner, found: Sequence[tuple[ReadFile, Described]]
) -> tuple[Added | Refused, ...]:
    """Add several files in one step, which is taken back as one.

    Gives for each what was added, or why it was refused; one that is refused stops no other.

    Raises:
        DiskFull: There is no room left; nothing was changed.
    """
    with office.working(Act.ATTACH) as unit:
        return tuple(_tried(office, unit, owner, file, said) for file, said in found)


def _tried(
    office: Office, unit: Unit, owner: Owner, file: ReadFile, said: Described
) -> Added | Refused:
    try:
        return _attach(office, unit, owner, file, said)
    except Refused as refused:
        return refused


def _attach(office: Office, unit: Unit, owner: Owner, file: ReadFile, said: Described) -> Added:
    """Add a file within a unit; every reason to refuse is found before anything is written."""
    made = Attachment(
        id=AttachmentId(office.new_id()),
        case=owner.case,
        referral=owner.referral,
        meeting=owner.meeting,
        title=said.title,
        document_kind=said.document_kind,
        dated=said.dated,
        added_on=office.today(),
        added_by=office.who,
        file_name=file.name,
        sort=file.sort,
        size=len(file.content),
        digest=file.digest,
    )
    _check_date(office, said.dated)
    _check_open(unit, made)
    same = unit.attachments.where(digest=made.digest)
    if any(one.owner == made.owner for one in same):
        raise refuse("file", Problem.SAME_DOCUMENT)
    if attached.bytes_kept(unit.reading) + made.size > VAULT_LIMIT:
        raise refuse("file", Problem.VAULT_FULL_OF_DOCUMENTS)
    unit.attachments.put(made)
    attached.put_bytes(unit, made.id, file.content)
    return Added(attachment=made, elsewhere=tuple(_where(unit, one) for one in same))


def amend(office: Office, id_: AttachmentId, said: Described) -> None:
    """Keep another title, kind or date of a document; what it holds never changes.

    Raises:
        Refused: There is no such document, its case is closed, or something is missing.
    """
    _check_date(office, said.dated)
    with office.working(Act.AMEND_ATTACHMENT) as unit:
        before = unit.attachments.get(id_)
        _check_open(unit, before)
        unit.attachments.put(
            replace(before, title=said.title, document_kind=said.document_kind, dated=said.dated)
        )


def remove(office: Office, id_: AttachmentId) -> None:
    """Remove a document; this can be taken back for as long as its bytes stay, thirty days.

    Raises:
        Refused: There is no such document, or its case is closed.
    """
    with office.working(Act.REMOVE_ATTACHMENT) as unit:
        _check_open(unit, unit.attachments.get(id_))
        unit.attachments.remove(id_)


def get(office: Office, id_: AttachmentId) -> Attachment:
    """Read what is known of a document.

    Raises:
        Refused: There is none.
    """
    with office.reading() as unit:
        return unit.attachments.get(id_)


def content(office: Office, id_: AttachmentId) -> bytes:
    """Read what a document holds.

    Raises:
        Refused: There is no such document.
        DamagedStore: It is not what was added.
    """
    with office.reading() as unit:
        return content_in(unit, id_)


def content_in(unit: Unit, id_: AttachmentId) -> bytes:
    """Read what a document holds, in a unit of work that is open.

    Raises:
        Refused: There is no such document.
        DamagedStore: It is not what was added.
    """
    known = unit.attachments.get(id_)
    held = attached.read_bytes(unit.reading, id_)
    if hashlib.sha256(held).hexdigest() != known.digest:
        raise DamagedStore(_DAMAGED)
    return held


def of_owner(office: Office, owner: Owner) -> tuple[Attachment, ...]:
    """Read the documents of a case, a referral or a meeting, the newest first."""
    with office.reading() as unit:
        return _newest_first(_of_owner(unit, owner))


def of_case(office: Office, case: CaseId) -> tuple[Attachment, ...]:
    """Read the documents of a case and of the referrals it came from, the newest first."""
    with office.reading() as unit:
        found = list(unit.attachments.where(case=case))
        for referral in unit.referrals.where(case=case):
            found += unit.attachments.where(referral=referral.id)
    return _newest_first(found)


def wipe_removed(office: Office) -> int:
    """Wipe what removed documents held once their thirty days are over; give how many."""
    before = office.now() - timedelta(days=KEPT_AFTER_REMOVAL_DAYS)
    with office.reading() as unit:
        if not attached.any_removed(unit.reading):
            return 0
    with office.jotting() as unit:
        return attached.wipe_removed(unit, before)


def _of_owner(unit: Unit, owner: Owner) -> tuple[Attachment, ...]:
    if owner.case is not None:
        return unit.attachments.where(case=owner.case)
    if owner.referral is not None:
        return unit.attachments.where(referral=owner.referral)
    return unit.attachments.where(meeting=owner.meeting)


def _newest_first(found: Iterable[Attachment]) -> tuple[Attachment, ...]:
    return tuple(sorted(found, key=lambda one: one.id, reverse=True))


def _check_date(office: Office, dated: date | None) -> None:
    if dated is not None and dated > office.today():
        raise refuse("dated", Problem.DATE_IN_FUTURE)


def _check_open(unit: Unit, attachment: Attachment) -> None:
    if attachment.case is not None and unit.cases.get(attachment.case).closed:
        raise refuse("", Problem.CASE_IS_CLOSED)
    if attachment.referral is not None:
        unit.referrals.get(attachment.referral)
    if attachment.meeting is not None:
        unit.meetings.get(attachment.meeting)


def owner_words(office: Office, attachment: Attachment) -> str:
    """Name what a document belongs to, such as "case PSG-2026-014"."""
    with office.reading() as unit:
        return _where(unit, attachment)


def _where(unit: Unit, attachment: Attachment) -> str:
    if attachment.case is not None:
        return f"case {unit.cases.get(attachment.case).reference}"
    if attachment.referral is not None:
        return f"referral {unit.referrals.get(attachment.referral).reference}"
    meeting = unit.meetings.get(attachment.meeting) if attachment.meeting else None
    return f"the meeting of {dates.prose(meeting.on)}" if meeting else ""
