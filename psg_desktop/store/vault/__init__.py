"""The vault: one encrypted store file, a key slot per person, a signed header, a closing seal.

Each name is loaded when it is first asked for: the unlock screen asks whether a folder is a vault
before the database library, which takes half a second, is there.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psg_desktop.store.vault.backups import BackupReceipt, backups_in
    from psg_desktop.store.vault.checks import Verification
    from psg_desktop.store.vault.creating import create
    from psg_desktop.store.vault.hardening import harden_process
    from psg_desktop.store.vault.place import SUFFIX, is_vault
    from psg_desktop.store.vault.stretching import DEFAULT_COST, FLOOR_COST, KdfCost
    from psg_desktop.store.vault.translation import translate, translating
    from psg_desktop.store.vault.unlocking import KeyHolder, key_holders, unlock
    from psg_desktop.store.vault.vault import Vault
    from psg_desktop.store.vault.verifying import restore, verify, verify_backup

__all__ = [
    "DEFAULT_COST",
    "FLOOR_COST",
    "SUFFIX",
    "BackupReceipt",
    "KdfCost",
    "KeyHolder",
    "Vault",
    "Verification",
    "backups_in",
    "create",
    "harden_process",
    "is_vault",
    "key_holders",
    "restore",
    "translate",
    "translating",
    "unlock",
    "verify",
    "verify_backup",
]
_WHERE = {
    "BackupReceipt": "backups",
    "DEFAULT_COST": "stretching",
    "FLOOR_COST": "stretching",
    "KdfCost": "stretching",
    "KeyHolder": "unlocking",
    "SUFFIX": "place",
    "Vault": "vault",
    "Verification": "checks",
    "backups_in": "backups",
    "create": "creating",
    "harden_process": "hardening",
    "is_vault": "place",
    "key_holders": "unlocking",
    "restore": "verifying",
    "translate": "translation",
    "translating": "translation",
    "unlock": "unlocking",
    "verify": "verifying",
    "verify_backup": "verifying",
}


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
