"""Verbs that write documents: the export of everything and the Delivery Group pack."""

from argparse import Namespace

from psg_desktop.casework import exports, packs
from psg_desktop.cli.outcomes import Exit, VerbRefusedError, say, show
from psg_desktop.cli.vaults import open_vault
from psg_desktop.clock import Clock
from psg_desktop.domain.ids import CaseId


def export(typed: Namespace, clock: Clock) -> Exit:
    """Write every record in files any program can read."""
    office = open_vault(typed, clock)
    try:
        written = exports.export_everything(office, typed.out)
    finally:
        office.close()
    show(str(path) for path in written)
    say("These files name people and nothing protects them. Delete them when they have served.")
    return Exit.DONE


def pack(typed: Namespace, clock: Clock) -> Exit:
    """Write the pack, or list what a person must decide first."""
    office = open_vault(typed, clock)
    try:
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
    finally:
        office.close()
    show([str(typed.out)])
    return Exit.DONE


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
        show([f"{references[CaseId(case.facts.case)]}\t{passage.part}\t{state}"])
