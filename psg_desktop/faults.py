"""What can go wrong around the program: each fault is one plain sentence and what to do.

Fault
    VaultFault
        VaultMissing        there is no vault at this place
        VaultExists         a vault cannot be made where something already is
        VaultInUse          another window or program has it open
        WrongPassphrase     no key slot opens with these words
        DamagedHeader       the file that holds the key slots was altered or cut
        DamagedStore        a page of the encrypted file was altered or cut
        NewerVault          made by a later version of this program
        IncompleteVault     a file of the vault's folder is missing or from another vault
        VaultMoved          the folder is no longer where it was when the vault was opened
        NotSealed           the vault is closed, and could not be closed in order
        BackupFault         a backup could not be made or does not restore
    DiskFull                nothing more can be written
    Unreadable              a file from outside cannot be read as what it claims to be
    Unwritable              a file cannot be written where it was asked for

The text of a fault never holds anything from a record.
"""


class Fault(Exception):
    """Something around the program failed; the text says what, and what to do."""


class VaultFault(Fault):
    """A vault cannot be used."""


class VaultMissing(VaultFault):
    """There is no vault at this place."""


class VaultExists(VaultFault):
    """Something is already where the new vault should go."""


class VaultInUse(VaultFault):
    """Another window or program has the vault open."""


class WrongPassphrase(VaultFault):
    """No key slot opens with the passphrase given."""


class DamagedHeader(VaultFault):
    """The file with the key slots was altered or cut."""


class DamagedStore(VaultFault):
    """The encrypted file was altered or cut."""


class NewerVault(VaultFault):
    """The vault was made by a later version of this program."""


class IncompleteVault(VaultFault):
    """A file of the vault is missing or belongs to another vault."""


class VaultMoved(VaultFault):
    """The vault is no longer where it was opened."""


class NotSealed(VaultFault):
    """The vault was closed without its seal: nothing saved is lost, and it opens as recovered."""


class BackupFault(VaultFault):
    """A backup could not be made, or does not restore."""


class DiskFull(Fault):
    """Nothing more can be written."""


class Unreadable(Fault):
    """A file from outside cannot be read as what it claims to be."""


class Unwritable(Fault):
    """A file cannot be written where it was asked for."""
