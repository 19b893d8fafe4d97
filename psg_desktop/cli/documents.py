"""Verbs that write documents: the export of everything and the Delivery Group pack."""

from argparse import Namespace
from datetime import date
from textwrap import shorten
from typing import Final

from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.casework.vault import exports
from psg_desktop.cli.outcomes import Exit, VerbRefusedError, say, show
from psg_desktop.cli.vaults import open_vault
from psg_desktop.clock import Clock
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.privacy.summaries import BLOCKED, TEXT, Passage
from psg_desktop.words.dates import prose

_KINDS: Final = {TEXT: "Problem and last review", BLOCKED: "What is blocked"}
_OPENING: Final = 60


def export(typed: Namespace, clock: Clock) -> Exit:
    """Write every record in files any program can read."""
    with open_vault(typed, clock) as office:
        written = exports.export_everything(office, typed.out)
    show(str(path) for path in written)
    say("These files name people and nothing protects them. Delete them when they have served.")
    return Exit.DONE


def pack(typed: Namespace, clock: Clock) -> Exit:
    """Write the pack, or list what a person must decide first."""
    with open_vault(typed, clock) as office:
        done = _pack(office, typed)
    if done is Exit.DONE:
        show([str(typed.out)])
    return done


def _pack(office: Office, typed: Namespace) -> Exit:
    _check_meeting(office, typed.meeting)
    suggested = packs.suggested_cases(office)
    if not suggested:
        raise VerbRefusedError(
            "No case is open, and none was closed this quarter, so there is nothing to put in "
            "a pack."
        )
    proposal = packs.propose_pack(office, typed.meeting, [row.id for row in suggested])
    if typed.accept_unmarked:
        proposal = packs.accept_unmarked(office, proposal)
    if proposal.undecided:
        _list_undecided(proposal, {row.id: row.reference for row in suggested})
        return Exit.NEEDS_DECISION
    approved = packs.approve_pack(office, proposal)
    pdf = packs.draw(approved.pack)
    packs.save(pdf, typed.out)
    packs.record_release(office, approved, pdf)
    return Exit.DONE


def _check_meeting(office: Office, on: date) -> None:
    """Refuse a day that has passed, unless the vault knows a meeting of that day."""
    recorded = (day for group in MeetingGroup for day in meeting_days.days(office, group))
    if on < office.today() and on not in recorded:
        raise VerbRefusedError(
            f"{prose(on)} has passed, and no meeting of that day is recorded. Give the day of the "
            "meeting the pack is for."
        )


def _list_undecided(proposal: packs.PackProposal, references: dict[CaseId, str]) -> None:
    waiting = proposal.undecided
    texts = "1 text waits" if len(waiting) == 1 else f"{len(waiting)} texts wait"
    say(
        f"{texts} for a person's decision, so no pack was written. Open the "
        "vault in the window, choose Packs, and read each beside its original."
    )
    for case, passage in waiting:
        doubts = len(passage.doubtful)
        state = f"{doubts} doubtful" if doubts else "not read yet"
        reference = references[CaseId(case.facts.case)]
        show([f"{reference}\t{_kind(passage)}\t{state}\t{_opening(passage)}"])


def _kind(passage: Passage) -> str:
    """Say which text of a case waits."""
    return _KINDS.get(passage.part, "Action")


def _opening(passage: Passage) -> str:
    """Give the first words as they are proposed: whoever they named is masked."""
    words = " ".join(passage.proposed.split())
    return shorten(words, _OPENING, placeholder=" …")
