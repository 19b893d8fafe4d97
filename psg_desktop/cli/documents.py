"""Verbs that write documents: the export of everything and the Delivery Group pack."""

from argparse import Namespace

from psg_desktop.casework import exports, packs
from psg_desktop.cli.outcomes import Exit, say, show
from psg_desktop.cli.vaults import open_vault
from psg_desktop.clock import Clock


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
        chosen = [row.id for row in packs.suggested_cases(office)]
        proposal = packs.propose_pack(office, typed.meeting, chosen)
        if typed.accept_unmarked:
            proposal = packs.accept_unmarked(office, proposal)
        if proposal.undecided:
            _list_undecided(proposal)
            return Exit.NEEDS_DECISION
        approved = packs.approve_pack(office, proposal)
        pdf = packs.draw(approved.pack)
        packs.save(pdf, typed.out)
        packs.record_release(office, approved, pdf)
    finally:
        office.close()
    show([str(typed.out)])
    return Exit.DONE


def _list_undecided(proposal: packs.PackProposal) -> None:
    waiting = proposal.undecided
    say(
        f"{len(waiting)} texts wait for a person's decision, so no pack was written. Open the "
        "vault in the window, choose Packs, and read each beside its original."
    )
    for case, passage in waiting:
        doubts = len(passage.doubtful)
        state = f"{doubts} doubtful" if doubts else "not read yet"
        show([f"{case.facts.label.split(' ', maxsplit=1)[0]}\t{passage.part}\t{state}"])
