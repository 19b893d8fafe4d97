"""What the vault already knows, as far as an import has to ask; casework fills it in."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.domain.cases import CaseState, RiskLevel
from psg_desktop.domain.text import fold
from psg_desktop.exchange.drafts import ReferralDraft
from psg_desktop.exchange.outcomes import Twin

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
class CaseFacts:
    """What a case of the vault says, as far as a row may say otherwise.

    Attributes:
        label: Its reference.
        focus_areas: Their names; likewise `lead_agency`.
        people: The folded names of everybody who has or had a part in it.
        places: The folded names and addresses of every place in it.
        place: What its place is called, or the first of several, "" where there is none.
    """

    id: str
    label: str
    state: CaseState
    title: str = field(default="", repr=False)
    focus_areas: tuple[str, ...] = ()
    risk: RiskLevel | None = None
    review: date | None = None
    lead_agency: str = ""
    lead_practitioner: str = field(default="", repr=False)
    people: frozenset[str] = field(default=frozenset(), repr=False)
    person: str = field(default="", repr=False)
    places: frozenset[str] = field(default=frozenset(), repr=False)
    place: str = field(default="", repr=False)

    @property
    def closed(self) -> bool:
        """Whether the case is closed."""
        return self.state is CaseState.CLOSED


def nobody_alike(_draft: ReferralDraft) -> tuple[Twin, ...]:
    """Find nothing that looks like a referral."""
    return ()


CountKey = tuple[str, str, str, date]
"""Identifier of a case, folded names of measure and agency, first day of the month."""


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
        measures: Every spelling to the name of the measure of demand.
        case_facts: What each case says, by its identifier.
        cases_named: The identifiers of the open cases about somebody or somewhere, by folded
            name; of a person also by name and date of birth, as `person_key` gives it.
        counts: The counts of demand, by `CountKey`.
        referrals: The referrals by reference, as `reference_key` gives it.
        waiting: The identifiers of the referrals that wait for a decision.
        alike: Finds what looks like a referral, the likest first.
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
    measures: Mapping[str, str] = field(default_factory=dict)
    case_facts: Mapping[str, CaseFacts] = field(default_factory=dict, repr=False)
    cases_named: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    counts: Mapping[CountKey, int] = field(default_factory=dict, repr=False)
    referrals: Mapping[str, Existing] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()
    alike: Callable[[ReferralDraft], tuple[Twin, ...]] = nobody_alike
