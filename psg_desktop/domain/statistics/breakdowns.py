"""What counts are broken down by: categories, each of which stands for codes of one variable.

A breakdown divides the codes of its variable: every code belongs to exactly one of its categories.
A wider breakdown of the same variable, such as groups of wards, joins categories of a narrower
one, so a number of it is the sum of theirs and is known to be so. Categories come from the lists
of the vault and never from what was counted: that a row is there says nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class BreakdownCode(StrEnum):
    """What a count can be broken down by."""

    KIND = "kind"
    FOCUS_AREA = "focus_area"
    FOCUS_GROUP = "focus_group"
    WARD = "ward"
    WARD_GROUP = "ward_group"
    RISK = "risk"
    REFERRING_AGENCY = "referring_agency"
    REFERRING_AGENCY_KIND = "referring_agency_kind"
    LEAD_AGENCY = "lead_agency"
    LEAD_AGENCY_KIND = "lead_agency_kind"
    OWNER_AGENCY = "owner_agency"
    OWNER_AGENCY_KIND = "owner_agency_kind"
    ISSUING_AGENCY = "issuing_agency"
    ISSUING_AGENCY_KIND = "issuing_agency_kind"
    AGE = "age"
    WAITING = "waiting"
    BEFORE = "before"
    OUTCOME = "outcome"
    ACCEPTANCE = "acceptance"
    OPENING = "opening"
    REASON = "reason"
    FINAL_RISK = "final_risk"
    ANSWER = "answer"
    REVIEW_TIME = "review_time"
    ACTION_TIME = "action_time"
    INTERVENTION_KIND = "intervention_kind"
    INTERVENTION_FAMILY = "intervention_family"
    ENDING = "ending"


# The wider breakdown of the same variable, for those that have one.
WIDER = {
    BreakdownCode.FOCUS_AREA: BreakdownCode.FOCUS_GROUP,
    BreakdownCode.WARD: BreakdownCode.WARD_GROUP,
    BreakdownCode.REFERRING_AGENCY: BreakdownCode.REFERRING_AGENCY_KIND,
    BreakdownCode.LEAD_AGENCY: BreakdownCode.LEAD_AGENCY_KIND,
    BreakdownCode.OWNER_AGENCY: BreakdownCode.OWNER_AGENCY_KIND,
    BreakdownCode.ISSUING_AGENCY: BreakdownCode.ISSUING_AGENCY_KIND,
    BreakdownCode.OUTCOME: BreakdownCode.ACCEPTANCE,
    BreakdownCode.INTERVENTION_KIND: BreakdownCode.INTERVENTION_FAMILY,
}
_VARIABLES = {wider: narrow.value for narrow, wider in WIDER.items()}


def variable_of(code: BreakdownCode) -> str:
    """Give the variable whose codes a breakdown divides."""
    return _VARIABLES.get(code, code.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One row or column of a breakdown: its words, and the codes of the variable it stands for."""

    code: str
    label: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """A breakdown with its categories in the order to show them."""

    code: BreakdownCode
    label: str
    categories: tuple[Category, ...]

    @property
    def variable(self) -> str:
        """The variable whose codes it divides."""
        return variable_of(self.code)

    @property
    def codes(self) -> frozenset[str]:
        """Every code of its variable."""
        return frozenset().union(*(one.codes for one in self.categories))


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every breakdown with the categories that the lists of one vault give it."""

    breakdowns: Mapping[BreakdownCode, Breakdown]

    def __getitem__(self, code: BreakdownCode) -> Breakdown:
        """Give a breakdown."""
        return self.breakdowns[code]

    def wider(self, code: BreakdownCode) -> Breakdown | None:
        """Give the wider breakdown of the same variable, None where there is none."""
        return self.breakdowns[WIDER[code]] if code in WIDER else None
