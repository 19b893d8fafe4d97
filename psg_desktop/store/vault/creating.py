"""Making a vault: built beside its place under another name, moved there only when whole."""

import secrets
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine
from uuid_utils.compat import uuid7

from psg_desktop.faults import VaultExists
from psg_desktop.store.vault import connections, folder, header, identity, seal, slots, stretching
from psg_desktop.store.vault.folder import SEAL
from psg_desktop.store.vault.header import Header
from psg_desktop.store.vault.place import HEADER, HEADER_BEFORE
from psg_desktop.store.vault.secret_keys import Secrets, new_secrets
from psg_desktop.store.vault.slots import LONGEST_LABEL, Derivation, Slot
from psg_desktop.store.vault.stretching import DEFAULT_COST, FLOOR_COST, KdfCost
from psg_desktop.store.vault.translation import translating
from psg_desktop.store.vault.unlocking import adopt
from psg_desktop.store.vault.vault import Vault


def create(  # noqa: PLR0913  # each is a choice the person makes or the program must be given
    path: Path,
    passphrase: str,
    *,
    label: str,
    now: datetime,
    cost: KdfCost = DEFAULT_COST,
    lay_out: Callable[[Engine], None],
) -> Vault:
    """Make a vault with one key slot and open it.

    `label` stands readable in the header, so it should not be a name; `lay_out` makes the tables.
    The passphrase is spelt in Unicode form NFC; its strength is the caller's business, but it
    cannot be blank. If anything fails, nothing is left behind.

    Raises:
        VaultExists: something is already at `path`.
        DiskFull, Unwritable: the disk refused.
    """
    _refuse_unfit(path, passphrase, label, cost)
    building = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    with translating():
        try:
            folder.make_private_folder(building)
            moment = now.astimezone(UTC)
            head, slot, held = _write_slot(passphrase, label=label, now=moment, cost=cost)
            _build(building, head, held, lay_out)
            _finish(building, head, slot, held)
            building.rename(path)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        folder.flush_folder(path.parent)
        return adopt(path, head, slot, held, now=now)


def _refuse_unfit(path: Path, passphrase: str, label: str, cost: KdfCost) -> None:
    if not passphrase.strip() or not 0 < len(label) <= LONGEST_LABEL or not label.isprintable():
        raise ValueError("a blank passphrase or an unfit label")
    if cost.memory_kib < FLOOR_COST.memory_kib or cost.iterations < FLOOR_COST.iterations:
        raise ValueError("key derivation below the floor")
    if path.exists() or path.is_symlink():
        raise VaultExists(
            f"There is already something at {path}. Choose another name or another place."
        )


def _write_slot(
    passphrase: str, *, label: str, now: datetime, cost: KdfCost
) -> tuple[Header, Slot, Secrets]:
    held = new_secrets()
    store_id = uuid4()
    bare = Slot(
        slot_id=uuid4(),
        person_id=uuid7(),
        label=label,
        role=slots.COORDINATOR,
        grants=slots.GRANTS,
        derivation=Derivation(salt=secrets.token_bytes(stretching.SALT_SIZE), cost=cost),
        epoch=1,
        created=now,
        signing=held.signing.public_key().public_bytes_raw(),
        opening=held.opening.public_key().public_bytes_raw(),
    )
    slot = slots.wrap(bare, passphrase, held, store_id=store_id)
    head = Header(
        store_id=store_id,
        epoch=1,
        generation=1,
        created=now,
        authority=held.authority_public,
        slots=(slot,),
    )
    return head, slot, held


def _build(building: Path, head: Header, held: Secrets, lay_out: Callable[[Engine], None]) -> None:
    store = building / head.store_file
    folder.make_private_file(store)
    with closing(connections.connect(store, held.store_key)) as connection:
        identity.lay_down(connection, head)
    engine = connections.engine_on(lambda: connections.connect(store, held.store_key))
    try:
        lay_out(engine)
    finally:
        engine.dispose()
    (building / f"{head.store_file}-journal").unlink(missing_ok=True)
    folder.check_store_file(store)


def _finish(building: Path, head: Header, slot: Slot, held: Secrets) -> None:
    closed = seal.of(building / head.store_file, head, head.generation)
    data = header.write(head, held.authority)
    header.parse(data)
    folder.write_durably(building / SEAL, seal.write(closed, slot.slot_id, held.signing))
    folder.write_durably(building / HEADER_BEFORE, data)
    folder.write_durably(building / HEADER, data)
