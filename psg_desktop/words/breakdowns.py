"""Names and definitions of what counts are broken down by, and names of their own categories."""

from typing import NamedTuple

from psg_desktop.domain.statistics import matters, work
from psg_desktop.domain.statistics.breakdowns import BreakdownCode
from psg_desktop.domain.statistics.happenings import NOT_RECORDED, OTHER


class Defined(NamedTuple):
    """A name, and what it stands for in plain English."""

    name: str
    definition: str


_NOW = "as recorded when the table was first made"
_BREAKDOWNS: dict[BreakdownCode, Defined] = {
    BreakdownCode.KIND: Defined("Kind", "Whether it is about a person, a place or a project."),
    BreakdownCode.FOCUS_AREA: Defined(
        "Focus area",
        f"The main focus area of the case, {_NOW}: the first one on its list.",
    ),
    BreakdownCode.FOCUS_GROUP: Defined(
        "Group of focus areas",
        "The group that the main focus area belongs to.",
    ),
    BreakdownCode.WARD: Defined(
        "Ward",
        "The ward of the place, or of the home the person had at the end of the period. Of a "
        "referral that is tied to no record it is the ward of the postcode that was told.",
    ),
    BreakdownCode.WARD_GROUP: Defined(
        "Group of wards", "The group of wards that the ward belongs to."
    ),
    BreakdownCode.RISK: Defined("Risk", f"The risk level of the case, {_NOW}."),
    BreakdownCode.REFERRING_AGENCY: Defined("Referring agency", "The agency that referred it."),
    BreakdownCode.REFERRING_AGENCY_KIND: Defined(
        "Kind of referring agency",
        "What kind of body referred it.",
    ),
    BreakdownCode.LEAD_AGENCY: Defined("Lead agency", f"The agency that leads the case, {_NOW}."),
    BreakdownCode.LEAD_AGENCY_KIND: Defined(
        "Kind of lead agency", "What kind of body leads the case."
    ),
    BreakdownCode.OWNER_AGENCY: Defined("Owner", "The agency that owns the action."),
    BreakdownCode.OWNER_AGENCY_KIND: Defined("Kind of owner", "What kind of body owns the action."),
    BreakdownCode.ISSUING_AGENCY: Defined("Issued by", "The agency that issued the intervention."),
    BreakdownCode.ISSUING_AGENCY_KIND: Defined(
        "Kind of issuer",
        "What kind of body issued the intervention.",
    ),
    BreakdownCode.AGE: Defined(
        "Open for",
        "Whole months from the day the case was opened, or opened again, to the end of the period.",
    ),
    BreakdownCode.WAITING: Defined(
        "Waiting for",
        "Days from the day the referral was received to the end of the period.",
    ),
    BreakdownCode.BEFORE: Defined(
        "Referred or closed before",
        "How long before the referral the same person, place or project was last referred, or a "
        "case about them closed.",
    ),
    BreakdownCode.OUTCOME: Defined("Outcome", "What was decided on the referral."),
    BreakdownCode.ACCEPTANCE: Defined("Decision", "Whether the group took the referral on."),
    BreakdownCode.OPENING: Defined("Opening", "Whether the case was opened for the first time."),
    BreakdownCode.REASON: Defined("Reason", "The reason for which the case was closed."),
    BreakdownCode.FINAL_RISK: Defined(
        "Risk at closing", "The risk level when the case was closed."
    ),
    BreakdownCode.ANSWER: Defined("Did it hold", "Whether the result of the closing held."),
    BreakdownCode.REVIEW_TIME: Defined(
        "When it was held",
        "Whether the review was held by its day, later, or not.",
    ),
    BreakdownCode.ACTION_TIME: Defined(
        "What became of it",
        "Whether the action was done by its due date, later, or not.",
    ),
    BreakdownCode.INTERVENTION_KIND: Defined("Kind of intervention", "What was issued."),
    BreakdownCode.INTERVENTION_FAMILY: Defined(
        "Sort of intervention",
        "What sort of thing was issued, such as a notice or an order.",
    ),
    BreakdownCode.ENDING: Defined("How it ended", "Whether it ran out or was ended before."),
}

_CATEGORIES = {
    NOT_RECORDED: "Not recorded",
    OTHER: "Other",
    "under_3_months": "Under 3 months",
    "3_to_5_months": "3 to 5 months",
    "6_to_11_months": "6 to 11 months",
    "12_to_23_months": "12 to 23 months",
    "24_months_or_more": "24 months or more",
    "under_14_days": "Under 14 days",
    "14_to_27_days": "14 to 27 days",
    "28_to_55_days": "28 to 55 days",
    "56_days_or_more": "56 days or more",
    matters.WITHIN_6: "Less than 6 months before",
    matters.WITHIN_12: "6 to 11 months before",
    matters.NOT_BEFORE: "Longer ago or never",
    matters.FIRST_TIME: "First time",
    matters.AGAIN: "Opened again",
    work.ON_TIME: "On time",
    work.LATE: "Late",
    work.NOT_HELD: "Not held",
    work.STILL_OPEN: "Still open",
    "not_achieved": "Not achieved",
    "cancelled": "Cancelled",
    "accepted": "Accepted",
    "not_accepted": "Not accepted",
}


def name(code: BreakdownCode) -> str:
    """Give the name of a breakdown, as the heading of its categories."""
    return _BREAKDOWNS[code].name


def definition(code: BreakdownCode) -> str:
    """Give what a breakdown tells apart, in plain English."""
    return _BREAKDOWNS[code].definition


def category(code: str) -> str:
    """Give the name of a category that only statistics know."""
    return _CATEGORIES[code]
