"""The vault: one encrypted store file, a key slot per person, a signed header, a closing seal."""

from psg_desktop.store.vault.backups import BackupReceipt, backups_in
from psg_desktop.store.vault.checks import Verification
from psg_desktop.store.vault.creating import create
from psg_desktop.store.vault.folder import SUFFIX, is_vault
from psg_desktop.store.vault.hardening import harden_process
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
