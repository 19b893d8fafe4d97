"""Verbs about a vault as a whole."""

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from psg_desktop.casework import self_testing
from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import upkeep
from psg_desktop.casework.vault import vaults as vault_verbs
from psg_desktop.casework.vault.passphrases import too_weak
from psg_desktop.cli.outcomes import Exit, VerbRefusedError, say, show
from psg_desktop.cli.passphrases import passphrase
from psg_desktop.clock import Clock
from psg_desktop.domain.partnership import Partnership
from psg_desktop.faults import NotSealed
from psg_desktop.reference.districts import district
from psg_desktop.words.dates import moment_words


@contextmanager
def open_vault(typed: Namespace, clock: Clock) -> Iterator[Office]:
    """Open the vault that was named, and close it when the block ends.

    A vault that could not be closed in order is told, and takes nothing from what the verb did.

    Raises:
        Fault: It cannot be opened.
    """
    office = vault_verbs.unlock(typed.vault, passphrase(typed.passphrase_file), clock)
    try:
        yield office
    finally:
        close(office)


def close(office: Office) -> None:
    """Close a vault, and say so where that could not be done in order."""
    try:
        office.close()
    except NotSealed as fault:
        say(str(fault))


def create(typed: Namespace, clock: Clock) -> Exit:
    """Make a new, empty vault."""
    if typed.district and district(typed.district) is None:
        raise VerbRefusedError(
            "No district in England has this code. Use its GSS code, such as E07000009."
        )
    partnership = Partnership(name=typed.partnership, district=typed.district)
    words = passphrase(typed.passphrase_file, new=True)
    refused = too_weak(words, (typed.partnership, typed.vault.stem))
    if refused:
        raise VerbRefusedError(f"{refused} Use four or more unrelated words. Nothing was made.")
    close(vault_verbs.create(typed.vault, words, partnership, clock))
    say(f"A new vault is at {typed.vault}. There is no way to reset its passphrase: keep it safe.")
    return Exit.DONE


def backup(typed: Namespace, clock: Clock) -> Exit:
    """Write a backup and try it."""
    with open_vault(typed, clock) as office:
        made = upkeep.back_up(office, typed.out)
    show([str(made.path)])
    say(f"Backed up, restored elsewhere and compared: {moment_words(made.taken)}.")
    return Exit.DONE


def verify(typed: Namespace, clock: Clock) -> Exit:
    """Check a closed vault, or a backup file."""
    found = upkeep.verify(typed.vault, passphrase(typed.passphrase_file), clock)
    if typed.json:
        show([json.dumps({"sound": found.sound, "findings": found.findings, "notes": found.notes})])
    for sentence in (*found.findings, *found.notes):
        say(sentence)
    if not found.sound:
        return Exit.REFUSED
    say("Sound: every page, the structure, the seal and the audit trail hold together.")
    return Exit.DONE


def restore(typed: Namespace, clock: Clock) -> Exit:
    """Make a vault of a backup."""
    del clock
    upkeep.restore(typed.file, typed.vault, passphrase(typed.passphrase_file))
    say(f"The backup is restored at {typed.vault}.")
    return Exit.DONE


def self_test(typed: Namespace, clock: Clock) -> Exit:
    """Try the program's main parts in a temporary folder."""
    del typed
    failures = self_testing.failures(clock)
    for failure in failures:
        say(failure)
    if failures:
        return Exit.REFUSED
    say("Self-test passed: vault, case, pack, reopening and comparing.")
    return Exit.DONE
