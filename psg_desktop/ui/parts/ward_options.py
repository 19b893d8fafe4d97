"""The wards offered where one is chosen by hand."""

from psg_desktop.casework.parties.local_wards import LocalWards
from psg_desktop.ui.widgets.controls import Option


def ward_options(local: LocalWards, *had: str) -> tuple[Option, ...]:
    """Offer the wards of the partnership, and those that are chosen already."""
    return tuple(Option(code, name) for code, name in local.offered(*had).items())
