"""The folder of files `psg-desktop demo` leaves: a sample vault, a pack, figures."""

import shutil
from pathlib import Path

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs, statistics
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.casework.sample.building import PASSPHRASE, Recipe, build
from psg_desktop.casework.vault import vaults
from psg_desktop.clock import Clock
from psg_desktop.documents.whole_files import replacing
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.faults import Fault, Unwritable, VaultExists, VaultInUse
from psg_desktop.words.sample_stages import Stage

VAULT, WORDS = "sample.psgstore", "passphrase.txt"
PACK, FIGURES = "delivery-group-pack.pdf", "caseload-figures.csv"
_PACK_CASES = 24


def make_demo(folder: Path, clock: Clock, recipe: Recipe) -> tuple[Path, ...]:
    """Write a sample vault, its passphrase, a pack and caseload figures into a folder.

    A sample that is there already is replaced; any other vault is left alone.

    Raises:
        VaultExists, Unwritable, DiskFull: The files cannot be made there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Unwritable("The folder for the sample cannot be made here. Choose another.") from None
    vault, words, pack, figures = (folder / name for name in (VAULT, WORDS, PACK, FIGURES))
    if vault.exists():
        _remove_sample(vault, clock)
    with replacing(words) as file:
        file.write(f"{PASSPHRASE}\n".encode())
    office = build(vault, clock, recipe)
    recipe.begin(Stage.PACK)
    try:
        _write_pack(office, pack)
        statistics.write_figures(office, figures)
    finally:
        office.close()
    return vault, words, pack, figures


def _write_pack(office: Office, path: Path) -> None:
    """Write a pack as the sample's coordinator accepted it: as proposed, every doubt masked."""
    every = CaseFilter(view=CaseView.ALL)  # a sample of a few cases may have none that is open
    rows = packs.suggested_cases(office) or lists.cases(office, every, CaseOrder(), slice(1)).rows
    chosen = [row.id for row in rows[:_PACK_CASES]]
    on = meeting_days.next_day(office, MeetingGroup.DELIVERY_GROUP) or office.today()
    proposal = packs.propose_pack(office, on, chosen)
    approved = packs.approve_pack(office, packs.accept_as_proposed(office, proposal))
    pdf = packs.draw(approved.pack)
    packs.save(pdf, path)
    packs.record_release(office, approved, pdf)


def _remove_sample(vault: Path, clock: Clock) -> None:
    """Take away an earlier sample; anything else stays where it is.

    Raises:
        VaultExists: It is not a sample of this program.
    """
    if not _is_sample(vault, clock):
        raise VaultExists(
            "Something other than an earlier sample is where the sample would go. Choose another "
            "folder; nothing was changed."
        )
    shutil.rmtree(vault)


def _is_sample(vault: Path, clock: Clock) -> bool:
    try:
        office = vaults.unlock(vault, PASSPHRASE, clock)
    except VaultInUse:
        raise
    except Fault:
        return False
    try:
        return office.partnership().sample
    finally:
        office.close()
