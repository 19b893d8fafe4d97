"""Where somebody or something is, including nowhere fixed and places without an address."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.refusals import Findings, Problem
from psg_desktop.domain.spans import backwards, covers

# Shape of a full postcode (BS 7666; GIR 0AA left out: it is no place in England).
_POSTCODE = re.compile(r"^([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})$")


class AddressKind(StrEnum):
    """What an address line names."""

    ADDRESS = "address"
    NO_FIXED_ADDRESS = "no_fixed_address"
    PLACE_NOT_ADDRESS = "place_not_address"


def tidy_postcode(typed: str) -> str | None:
    """Give the postcode in its usual form ("CB7 4EE"), or None if it does not have the shape."""
    found = _POSTCODE.match(re.sub(r"\s+", "", typed).upper())
    return f"{found.group(1)} {found.group(2)}" if found else None


def outward(postcode: str) -> str:
    """Give the outward half of a tidy postcode, "" where there is none."""
    return postcode.split(" ", maxsplit=1)[0] if postcode else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressStay:
    """An address somebody had between two dates, either of which may be unknown.

    Attributes:
        kind: Address, no fixed address, or a place that is not an address ("under the bridge").
        lines: The address without its postcode, in one line.
        postcode: In its usual form, or "".
        uprn: Unique property reference number as digits, or "".
        ward: Code of the ward as it was chosen by hand, or "": it counts where the postcode tells
            none, or another.

    Raises:
        Refused: The text is missing where needed, the postcode has no such shape, or the end
            lies before the start.
    """

    kind: AddressKind = AddressKind.ADDRESS
    lines: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    uprn: str = field(default="", repr=False)
    ward: str = ""
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a stay that cannot be."""
        found = Findings()
        nowhere = self.kind is AddressKind.NO_FIXED_ADDRESS
        empty = not (self.lines.strip() or self.postcode)
        found.when(empty and not nowhere, "addresses", Problem.ADDRESS_MISSING)
        for words in (self.lines, self.ward):
            found.when(len(words) > text.LINE_LIMIT, "addresses", Problem.LINE_TOO_LONG)
        found.when(bad_postcode(self.postcode), "addresses", Problem.POSTCODE_UNKNOWN_SHAPE)
        found.when(backwards(self.since, self.until), "addresses", Problem.ENDS_BEFORE_START)
        found.settle()

    def held_on(self, day: date) -> bool:
        """Say whether the stay covers *day*."""
        return covers(self.since, self.until, day)


def bad_postcode(postcode: str) -> bool:
    """Say whether *postcode* is neither empty nor in its usual form."""
    return bool(postcode) and tidy_postcode(postcode) != postcode
