"""What a vault of an older make lacks, made good when it is opened."""

from psg_desktop.casework.office import Office
from psg_desktop.store import older_vaults


def let_all_be_found(office: Office) -> None:
    """Put into the search what an older make of the program left out of it."""
    with office.reading() as unit:
        missing = older_vaults.unindexed(unit.reading)
    if missing:
        with office.jotting() as unit:
            older_vaults.index(unit, missing)
