"""The folder of files `psg-desktop demo` leaves: a sample vault, a pack, published statistics."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.packing import packs
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.casework.sample.building import PASSPHRASE, Recipe, build
from psg_desktop.casework.statistics import publishing, publishing_files
from psg_desktop.casework.vault import vaults
from psg_desktop.clock import Clock
from psg_desktop.documents.whole_files import replacing
from psg_desktop.domain.lists import CaseFilter, CaseView
from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.statistics.periods import quarter_period
from psg_desktop.faults import Fault, Unwritable, VaultExists, VaultInUse
from psg_desktop.words.sample_stages import Stage

VAULT, WORDS = "sample.psgstore", "passphrase.txt"
PACK, STATISTICS = "delivery-group-pack.pdf", "statistics"
_PACK_CASES = 24


def make_demo(folder: Path, clock: Clock, recipe: Recipe) -> tuple[Path, ...]:
    """Write a sample vault, its passphrase, a pack and published statistics into a folder.

    A sample that is there already is replaced, with what was published from it; any other vault is
    left alone.

    Returns:
        The vault, the passphrase, the pack, and the folder of each quarter, the oldest first.

    Raises:
        VaultExists, Unwritable, DiskFull: The files cannot be made there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Unwritable("The folder for the sample cannot be made here. Choose another.") from None
    vault, words, pack = (folder / name for name in (VAULT, WORDS, PACK))
    if vault.exists():
        _remove_sample(folder, clock)
    with replacing(words) as file:
        file.write(f"{PASSPHRASE}\n".encode())
    office = build(vault, clock, recipe)
    recipe.begin(Stage.PACK)
    try:
        _write_pack(office, pack)
        published = tuple(_publish(office, folder / STATISTICS, recipe))
    finally:
        office.close()
    return vault, words, pack, *published


def _publish(office: Office, folder: Path, recipe: Recipe) -> Iterator[Path]:
    """Publish the last quarters as a coordinator would have done, the oldest first."""
    this = quarter_period(office.today())
    for place in range(recipe.quarters):
        recipe.begin(Stage(Stage.FIRST + place))
        period = this.shifted(place - recipe.quarters)
        into = folder / period.code
        release = publishing.publish(office, publishing.plan(office, period))
        publishing_files.make_folder(into)
        publishing_files.write_release(office, release, into)
        yield into


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


def _remove_sample(folder: Path, clock: Clock) -> None:
    """Take away an earlier sample and what it published; anything else stays where it is.

    Raises:
        VaultExists: It is not a sample of this program.
    """
    vault = folder / VAULT
    periods = _published(vault, clock)
    if periods is None:
        raise VaultExists(
            "Something other than an earlier sample is where the sample would go. Choose another "
            "folder; nothing was changed."
        )
    shutil.rmtree(vault)
    for period in periods:
        shutil.rmtree(folder / STATISTICS / period, ignore_errors=True)


def _published(vault: Path, clock: Clock) -> tuple[str, ...] | None:
    """Give the periods published from a sample, None where a vault is no sample."""
    try:
        office = vaults.unlock(vault, PASSPHRASE, clock)
    except VaultInUse:
        raise
    except Fault:
        return None
    try:
        if not office.partnership().sample:
            return None
        with office.reading() as unit:
            return tuple(one.period for one in unit.statistics.all() if not one.about)
    finally:
        office.close()
