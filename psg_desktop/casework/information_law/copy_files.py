"""A copy of what is held on a person as files: to be reviewed, or as it is given away.

What is given is written down where it is asked about later: in the register of requests, and in the
log of what was told to whom of every case it draws on.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from psg_desktop.casework.information_law import copies, requests
from psg_desktop.casework.information_law.gathering import Progress, nobody_listens
from psg_desktop.casework.office import Office
from psg_desktop.documents.whole_files import replacing
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import AccessRequestId, CaseId, DisclosureId, PersonId
from psg_desktop.domain.information import Disclosure, Gateway
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.subject_access import AccessRequest, RequestState
from psg_desktop.faults import Unwritable
from psg_desktop.papers.subject_copy import CopyEntry, CopyPaper, draw_copy
from psg_desktop.privacy.redaction import Placeholders
from psg_desktop.privacy.subject_entries import SubjectCopy
from psg_desktop.words import subject_access as words


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFiles:
    """Where a copy was written: to be read, and to be read by a program."""

    paper: Path
    data: Path

    @property
    def paths(self) -> tuple[Path, Path]:
        """Both."""
        return (self.paper, self.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    paper: bytes
    data: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the paper."""
        return hashlib.sha256(self.paper).hexdigest()


def write_for_review(
    office: Office, person: PersonId, folder: Path, request: AccessRequestId | None = None
) -> CopyFiles:
    """Write everything held on a person with third parties masked, marked as not to be given out.

    Raises:
        Refused: There is no such person.
        Unwritable, DiskFull: It cannot be written there.
    """
    copy = copies.gather(office, person, request)
    named = requests.get(office, request).request if request else None
    return _write(_drawn(office, copy, named, final=False), folder, "For review")


def answer(
    office: Office,
    id_: AccessRequestId,
    folder: Path,
    searched: str,
    progress: Progress = nobody_listens,
) -> CopyFiles:
    """Write the copy as it is given, and record that it was: in the register and in the log.

    *progress* may raise to stop while it is gathered; nothing is written then.

    Raises:
        Refused: Something in it waits for a decision, it says not where was searched, the request
            has ended, or proof of identity is still waited for.
        Unwritable, DiskFull: It cannot be written there; nothing is recorded.
    """
    request = requests.get(office, id_).request
    if not searched.strip():
        raise refuse("searched", Problem.TEXT_MISSING)
    ended = _ended(request, office.today(), searched, "")
    copy = copies.gather(office, request.person, id_, progress)
    if copy.waiting:
        raise refuse("", Problem.UNDECIDED_PASSAGES)
    drawn = _drawn(office, copy, ended, final=True)
    files = _write(drawn, folder, request.reference)
    with office.working(Act.ANSWER_REQUEST) as unit:
        unit.access_requests.put(_ended(request, office.today(), searched, drawn.digest))
        for case in sorted(copy.cases):
            unit.disclosures.put(_disclosure(office, CaseId(case), request, copy))
    return files


def _ended(request: AccessRequest, today: date, searched: str, digest: str) -> AccessRequest:
    searching = replace(request, searched=searched)
    return searching.ended(RequestState.ANSWERED, today, words.ANSWERED, digest)


def _drawn(
    office: Office, copy: SubjectCopy, request: AccessRequest | None, *, final: bool
) -> _Written:
    placeholders = Placeholders(seed=copy.seed)
    given = tuple(
        CopyEntry(kind=entry.kind, title=entry.title, unsure=entry.unsure, parts=parts)
        for entry, parts in copy.given_entries(placeholders)
    )
    facts = words.cover(copy.person, request, office.today())
    documents = copy.documents(placeholders)
    told = words.explained(_recipients(office, copy), documents, final=final)
    paper = CopyPaper(
        partnership=office.partnership().name,
        title=words.TITLE if final else words.REVIEW_TITLE,
        facts=facts,
        told=told,
        entries=given,
        final=final,
    )
    data = {
        "title": paper.title,
        "facts": dict(facts),
        "documents_not_in_this_file": documents,
        "entries": [
            {
                "kind": one.kind,
                "title": one.title,
                "parts": [{"field": label, "text": text} for label, text in one.parts],
            }
            for one in given
        ],
    }
    written = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return _Written(paper=draw_copy(paper), data=written.encode())


def _recipients(office: Office, copy: SubjectCopy) -> tuple[str, ...]:
    """Give the agencies that were told something of these cases, each once."""
    with office.reading() as unit:
        told = {
            one.agency
            for case in copy.cases
            for one in unit.disclosures.where(case=case)
            if one.agency
        }
        return tuple(sorted(unit.agencies.get(one).name for one in told))


def _write(drawn: _Written, folder: Path, name: str) -> CopyFiles:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Unwritable(
            "The folder for the copy cannot be made here. Choose another place."
        ) from None
    files = CopyFiles(paper=folder / f"{name}.pdf", data=folder / f"{name}.json")
    for path, content in zip(files.paths, (drawn.paper, drawn.data), strict=True):
        with replacing(path) as file:
            file.write(content)
    return files


def _disclosure(
    office: Office, case: CaseId, request: AccessRequest, copy: SubjectCopy
) -> Disclosure:
    return Disclosure(
        id=DisclosureId(office.new_id()),
        case=case,
        on=office.today(),
        gateway=Gateway.SUBJECT_ACCESS,
        recipient=request.asked_by if request.authority.strip() else words.THEMSELVES,
        what=words.what_was_given(request, len(copy.entries)),
        why=words.why_given(request),
        told_by=office.who,
    )
