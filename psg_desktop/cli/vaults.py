"""Verbs about a vault as a whole."""

import json
from argparse import Namespace

from psg_desktop.casework import self_testing, upkeep
from psg_desktop.casework import vaults as vault_verbs
from psg_desktop.casework.office import Office
from psg_desktop.cli.outcomes import Exit, VerbRefusedError, say, show
from psg_desktop.cli.passphrases import passphrase
from psg_desktop.clock import Clock
from psg_desktop.domain.partnership import Partnership
from psg_desktop.reference.districts import district
from psg_desktop.words.dates import moment_words


def open_vault(typed: Namespace, clock: Clock) -> Office:
    """Open the vault that was named.

    Raises:
        Fault: It cannot be opened.
    """
    return vault_verbs.unlock(typed.vault, passphrase(typed.passphrase_file), clock)


def create(typed: Namespace, clock: Clock) -> Exit:
    """Make a new, empty vault."""
    if typed.district and district(typed.district) is None:
        raise VerbRefusedError(
            "No district in England has this code. Use its GSS code, such as E07000009."
        )
    partnership = Partnership(name=typed.partnership, district=typed.district)
    words = passphrase(typed.passphrase_file, new=True)
    vault_verbs.create(typed.vault, words, partnership, clock).close()
    say(f"A new vault is at {typed.vault}. There is no way to reset its passphrase: keep it safe.")
    return Exit.DONE


def backup(typed: Namespace, clock: Clock) -> Exit:
    """Write a backup and try it."""
    office = open_vault(typed, clock)
    try:
        made = upkeep.back_up(office, typed.out)
    finally:
        office.close()
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
