"""Titles of the tables of the board report, and what their rows are."""

TITLES = {
    "flow": "Caseload flow",
    "flow_by_kind": "Caseload flow by kind",
    "open_by_focus_area": "Open cases by focus area",
    "open_by_focus_group": "Open cases by group of focus areas",
    "open_by_ward_group": "Open cases by group of wards",
    "open_by_ward": "Open cases by ward",
    "open_by_risk": "Open cases by risk",
    "open_by_age": "Open cases by how long they have been open",
    "open_by_lead_agency": "Open cases by lead agency",
    "open_by_lead_agency_kind": "Open cases by kind of lead agency",
    "open_by_referring_agency": "Open cases by referring agency",
    "open_by_referring_agency_kind": "Open cases by kind of referring agency",
    "referred_by_referring_agency": "Referrals by referring agency",
    "referred_by_referring_agency_kind": "Referrals by kind of referring agency",
    "decided_by_outcome": "Referrals decided, by outcome",
    "decided_by_acceptance": "Referrals decided, by whether they were accepted",
    "referred_again": "Referrals of those referred or closed before",
    "undecided_by_waiting": "Referrals undecided, by how long they wait",
    "closed_by_reason": "Closings by reason",
    "closed_by_final_risk": "Closings by risk at closing",
    "outcomes": "Whether the results of closings held",
    "reviews": "Reviews due, by when they were held",
    "reviews_by_lead_agency": "Reviews due, by lead agency and when they were held",
    "reviews_by_lead_agency_kind": "Reviews due, by kind of lead agency and when they were held",
    "actions": "Actions due, by what became of them",
    "actions_by_owner_agency": "Actions due, by owner and what became of them",
    "actions_by_owner_agency_kind": "Actions due, by kind of owner and what became of them",
    "interventions": "Interventions",
    "interventions_by_kind": "Interventions by kind",
    "interventions_by_family": "Interventions by sort",
}
MEASURE = "Measure"
ALL = "All"
FLOW_UNIT = "cases and referrals, as each row says"
INTERVENTION_UNIT = "interventions, and breaches of them"


def title(code: str, period: str = "") -> str:
    """Give the title of a table, with its period where it is about one only."""
    return f"{TITLES[code]}, {period}" if period else TITLES[code]


def made_title(measure: str, breakdowns: tuple[str, ...], period: str) -> str:
    """Give the title of a table that somebody asked for, such as "Opened by kind and ward"."""
    *most, last = (one[:1].lower() + one[1:] for one in breakdowns) if breakdowns else [""]
    joined = " and ".join(filter(None, (", ".join(most), last)))
    return f"{measure} by {joined}, {period}" if joined else f"{measure}, {period}"
