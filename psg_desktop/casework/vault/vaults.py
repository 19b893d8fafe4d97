"""Making, opening and looking after a vault."""

from pathlib import Path

from psg_desktop.casework.attaching.attachments import wipe_removed
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership.meeting_days import carry_over
from psg_desktop.casework.vault.catching_up import let_all_be_found
from psg_desktop.casework.vault.setting_up import fill, fill_new_lists
from psg_desktop.clock import Clock
from psg_desktop.domain.partnership import Partnership
from psg_desktop.store import vault
from psg_desktop.store.desk import Desk, lay_out
from psg_desktop.store.vault import DEFAULT_COST, KdfCost

COORDINATOR = "Coordinator"


def create(
    place: Path,
    passphrase: str,
    partnership: Partnership,
    clock: Clock,
    cost: KdfCost = DEFAULT_COST,
) -> Office:
    """Make a vault, fill in the lists it starts with, and open it.

    Raises:
        VaultExists: Something is there already.
        Unwritable, DiskFull: It cannot be written there.
    """
    made = vault.create(
        place, passphrase, label=COORDINATOR, now=clock.now(), cost=cost, lay_out=lay_out
    )
    try:
        office = Office(Desk(made), clock)
        fill(office, partnership)
    except BaseException:
        made.close()
        raise
    return office


def unlock(place: Path, passphrase: str, clock: Clock) -> Office:
    """Open a vault.

    Raises:
        VaultFault: One of its kinds, each a plain sentence: no vault there, in use, wrong
            passphrase, damaged header, damaged store, made by a later version.
    """
    opened = vault.unlock(place, passphrase, now=clock.now())
    try:
        desk = Desk(opened)
        office = Office(desk, clock)
        if desk.upgraded:
            fill_new_lists(office)
        carry_over(office)
        let_all_be_found(office)
        wipe_removed(office)
    except BaseException:
        opened.close()
        raise
    return office


def is_vault(place: Path) -> bool:
    """Say whether a vault lies at this place."""
    return vault.is_vault(place)


def change_passphrase(office: Office, old: str, new: str) -> None:
    """Open the same vault with other words from now on.

    Raises:
        WrongPassphrase: The old words do not open it.
    """
    office.desk.vault.change_passphrase(old, new)
