"""The Delivery Group pack: proposed, decided passage by passage, approved, drawn and recorded."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.casework.packing.pack_contents import contents_of, strings_of
from psg_desktop.casework.packing.pack_facts import facts_of
from psg_desktop.casework.parties import identities
from psg_desktop.documents.pdf.pack import render_pack
from psg_desktop.documents.whole_files import replacing
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, ReleaseId
from psg_desktop.domain.lists import CaseFilter, CaseRow, CaseView
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.packs import Pack, approve
from psg_desktop.domain.partnership import Partnership
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.releases import GroupText, Release, ReleasedCase, ReleaseKind
from psg_desktop.privacy.identities import Finder
from psg_desktop.privacy.redaction import Placeholders
from psg_desktop.privacy.summaries import (
    CaseProposal,
    Passage,
    identities_in,
    propose,
    undecided,
)
from psg_desktop.store.queries import caseload
from psg_desktop.store.queries.caseload import Horizon


@dataclass(frozen=True, slots=True, kw_only=True)
class PackProposal:
    """A pack on its way: the chosen cases, and the words proposed and accepted for each.

    What is overdue, and every state, is as at `as_at`, the day the pack is made: so the window and
    the pack agree, and the pack prints that day.
    """

    meeting_on: date
    as_at: date
    partnership: Partnership
    cases: tuple[CaseProposal, ...]
    finder: Finder = field(repr=False, compare=False)

    @property
    def undecided(self) -> tuple[tuple[CaseProposal, Passage], ...]:
        """The passages that wait for a person, with the case each belongs to."""
        return undecided(self.cases)

    def case(self, id_: UUID) -> CaseProposal:
        """Give the proposal of one case.

        Raises:
            KeyError: The case is not in the pack.
        """
        return {one.facts.case: one for one in self.cases}[id_]

    def replacing(self, changed: CaseProposal) -> "PackProposal":
        """Give the pack with one case's proposal changed."""
        cases = tuple(
            changed if one.facts.case == changed.facts.case else one for one in self.cases
        )
        return replace(self, cases=cases)


def suggested_cases(office: Office) -> tuple[CaseRow, ...]:
    """Read the cases a pack starts with: every open one, and those closed this quarter."""
    with office.reading() as unit:
        horizon = Horizon(day=office.today())
        everything = slice(0, None)
        still_open = caseload.page(
            unit.reading, CaseFilter(view=CaseView.OPEN), CaseOrder(), horizon, everything
        )
        closed = caseload.page(
            unit.reading,
            CaseFilter(view=CaseView.CLOSED_THIS_QUARTER),
            CaseOrder(),
            horizon,
            everything,
        )
    return (*still_open.rows, *closed.rows)


def propose_pack(office: Office, meeting_on: date, cases: Sequence[CaseId]) -> PackProposal:
    """Propose the words for each case; texts accepted before are taken up again.

    A text counts as accepted while the original is the same and holds nobody the vault has come
    to know since.

    Raises:
        Refused: No case was chosen, or one is not there.
    """
    if not cases:
        raise refuse("cases", Problem.NOTHING_CHOSEN)
    finder, as_at = identities.finder(office), office.today()
    with office.reading() as unit:
        partnership = office.partnership()
        facts = [facts_of(unit, id_, partnership, as_at) for id_ in cases]
        accepted = {(one.case, one.part): one for one in unit.group_texts.all()}
    return PackProposal(
        meeting_on=meeting_on,
        as_at=as_at,
        partnership=partnership,
        cases=tuple(
            _taken_up(propose(one, finder, Placeholders()), accepted, finder) for one in facts
        ),
        finder=finder,
    )


def _taken_up(
    proposal: CaseProposal, accepted: dict[tuple[CaseId, str], GroupText], finder: Finder
) -> CaseProposal:
    for passage in proposal.passages:
        kept = accepted.get((CaseId(proposal.facts.case), passage.part))
        same = kept is not None and kept.source == passage.source
        if kept is not None and same and not identities_in(kept.text, finder):
            proposal = proposal.accepting(passage.part, kept.text)
    return proposal


def accept(
    office: Office, proposal: PackProposal, case: UUID, words: dict[str, str]
) -> PackProposal:
    """Accept words for passages of a case, as a person read or rewrote them.

    The words are given by part: "text", "blocked" or "action/<identifier>".

    Raises:
        Refused: The words name somebody or somewhere the vault knows, beside the part.
    """
    for part, text in words.items():
        if identities_in(text, proposal.finder):
            raise refuse(part, Problem.IDENTITY_FOUND)
    return _keep(office, proposal, {case: words})


def accept_unmarked(office: Office, proposal: PackProposal) -> PackProposal:
    """Accept, as proposed, every passage in which nothing is doubtful."""
    clear = {
        case.facts.case: {one.part: one.proposed for one in case.undecided if not one.doubtful}
        for case in proposal.cases
    }
    return _keep(office, proposal, clear)


def accept_as_proposed(office: Office, proposal: PackProposal) -> PackProposal:
    """Accept every passage as proposed, with whatever is doubtful masked."""
    waiting = {
        case.facts.case: {one.part: one.proposed for one in case.undecided}
        for case in proposal.cases
    }
    return _keep(office, proposal, waiting)


def _keep(
    office: Office, proposal: PackProposal, accepted: dict[UUID, dict[str, str]]
) -> PackProposal:
    """Keep accepted words of many cases, by case and part, in one unit of work."""
    texts = []
    for case, words in accepted.items():
        changed = proposal.case(case)
        for part, text in words.items():
            changed = changed.accepting(part, text)
            texts.append((case, part, text, changed.passage(part).source))
        proposal = proposal.replacing(changed)
    with office.working(Act.ACCEPT_TEXT) as unit:
        known = {(one.case, one.part): one.id for one in unit.group_texts.all()}
        unit.group_texts.put_all(
            GroupText(
                id=known.get((CaseId(case), part)) or office.new_id(),
                case=CaseId(case),
                part=part,
                text=text,
                source=source,
                accepted_at=office.now(),
                accepted_by=office.who,
            )
            for case, part, text, source in texts
        )
    return proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedPack:
    """An approved pack and the key, kept in the vault only, from its references to cases."""

    pack: Pack
    cases: tuple[ReleasedCase, ...] = field(repr=False)


def approve_pack(office: Office, proposal: PackProposal) -> ApprovedPack:
    """Make the pack of the accepted words.

    References are numbers in an order drawn for this release alone.

    Raises:
        Refused: A passage waits for a decision, or accepted words name somebody after all.
    """
    if proposal.undecided:
        raise refuse("", Problem.UNDECIDED_PASSAGES)
    order = list(proposal.cases)
    secrets.SystemRandom().shuffle(order)
    contents = contents_of(proposal.partnership, proposal.meeting_on, proposal.as_at, order)
    finder = identities.finder(office)
    if any(identities_in(words, finder) for words in strings_of(contents)):
        raise refuse("", Problem.IDENTITY_FOUND)
    released = tuple(
        ReleasedCase(case=CaseId(one.facts.case), reference=entry.reference)
        for one, entry in zip(order, contents.entries, strict=True)
    )
    return ApprovedPack(pack=approve(contents, undecided=0), cases=released)


def draw(pack: Pack) -> bytes:
    """Draw a pack as PDF; the same pack gives the same bytes."""
    return render_pack(pack)


def save(pdf: bytes, path: Path) -> None:
    """Write a drawn pack to a file, whole or not at all.

    Raises:
        Unwritable, DiskFull: It cannot be written there.
    """
    with replacing(path) as file:
        file.write(pdf)


def record_release(office: Office, approved: ApprovedPack, pdf: bytes) -> Release:
    """Record that a pack left: when, by whom, which cases, with which digest; no content."""
    release = Release(
        id=ReleaseId(office.new_id()),
        kind=ReleaseKind.DELIVERY_GROUP_PACK,
        meeting_on=approved.pack.contents.meeting_on,
        released_at=office.now(),
        released_by=office.who,
        cases=approved.cases,
        digest=hashlib.sha256(pdf).hexdigest(),
        version=approved.pack.version,
    )
    with office.working(Act.RELEASE_PACK) as unit:
        unit.releases.put(release)
    return release


def releases(office: Office) -> tuple[Release, ...]:
    """Read every release, the latest first."""
    with office.reading() as unit:
        return tuple(reversed(unit.releases.all()))
