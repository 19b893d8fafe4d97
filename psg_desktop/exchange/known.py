"""What the vault already knows, as far as an import has to ask; casework fills it in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.domain.text import fold

_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Existing:
    """A record of the vault: its identifier as text, and what a person calls it."""

    id: str
    label: str = field(repr=False)


def person_key(name: str, born: date | None) -> str:
    """Give the key people are compared by: folded name and date of birth."""
    return f"{fold(name)}|{born.isoformat() if born is not None else ''}"


def place_key(address: str, postcode: str = "") -> str:
    """Give the key places are compared by: folded address (or name) and postcode."""
    return f"{fold(address)}|{tidy_postcode(postcode) or fold(postcode)}"


def reference_key(reference: str) -> str:
    """Give the key references are compared by: letters and digits only."""
    return _SIGNS.sub("", fold(reference))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the vault holds, keyed by the functions of this module.

    Attributes:
        fingerprints: Rows imported before and not undone, by fingerprint.
        row_keys: The same rows by what they are known by (`RowDraft.key`).
        people: By `person_key`; one entry for each name, alias and date of birth.
        places: By `place_key`, of the address and again of the name.
        projects: By folded name.
        cases: By `reference_key` of their own and of any outside reference.
        agencies: Every spelling to the agency's name, short names included.
        focus_areas: Every spelling to the focus area's name.
        closing_reasons: Every spelling to the reason's name.
    """

    fingerprints: Mapping[str, Existing] = field(default_factory=dict)
    row_keys: Mapping[str, Existing] = field(default_factory=dict)
    people: Mapping[str, Existing] = field(default_factory=dict)
    places: Mapping[str, Existing] = field(default_factory=dict)
    projects: Mapping[str, Existing] = field(default_factory=dict)
    cases: Mapping[str, Existing] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)
    focus_areas: Mapping[str, str] = field(default_factory=dict)
    closing_reasons: Mapping[str, str] = field(default_factory=dict)
