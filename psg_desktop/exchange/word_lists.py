"""The words people write for a risk, a state, a kind, and what this program calls them."""

import re
from collections.abc import Mapping

from psg_desktop.domain.actions import ActionState
from psg_desktop.domain.cases import CaseKind, CaseState, RiskLevel
from psg_desktop.domain.places import PlaceKind
from psg_desktop.domain.referrals import Awareness, ReferralRoute, Urgency
from psg_desktop.exchange.fields import Shape


def _spread(words: Mapping[str, str]) -> dict[str, str]:
    return {word: code for code, listed in words.items() for word in listed.split("|")}


RISKS = _spread(
    {
        RiskLevel.HIGH: "high|h|red|r|very high|high risk|severe|critical|vh",
        RiskLevel.MEDIUM: "medium|m|med|amber|a|moderate|medium risk|mod",
        RiskLevel.STANDARD: "standard|s|std|low|l|green|g|low risk|standard risk|minimal",
    }
)
STATES = _spread(
    {
        CaseState.ASSESSMENT: "assessment|new|referred|referral|assessing|triage|under assessment"
        "|being assessed|pending",
        CaseState.ACTIVE_PLAN: "active plan|open|active|live|ongoing|on going|in progress|current"
        "|yes|y|true|plan|action plan|reopened|re opened|under way",
        CaseState.MONITORING: "monitoring|monitor|step down|stepped down|watching|watching brief"
        "|monitored|being monitored|step-down",
        CaseState.ON_HOLD: "on hold|hold|paused|suspended|dormant|deferred|parked|awaiting court",
        CaseState.EXTERNAL_LEAD: "external lead|external|led elsewhere|marac|mappa|iom|channel"
        "|other group|managed elsewhere",
        CaseState.ESCALATED: "escalated|escalate|escalation|to delivery group",
        CaseState.CLOSED: "closed|close|resolved|complete|completed|archived|removed|finished|no|n"
        "|false|ended|exited|discharged",
    }
)
KINDS = _spread(
    {
        CaseKind.PERSON: "person|people|individual|nominal|perpetrator|victim|subject|p|persons"
        "|household|family",
        CaseKind.PLACE: "place|location|premises|address|site|hotspot|hot spot|area|l|places",
        CaseKind.PROJECT: "project|operation|initiative|campaign|pr|projects",
    }
)
ACTION_STATES = _spread(
    {
        ActionState.PROPOSED: "proposed|suggested|to be agreed|draft",
        ActionState.AGREED: "agreed|open|outstanding|not started|to do|todo|due|overdue|no|n|false"
        "|pending|new|carried forward|c f|not yet",
        ActionState.IN_PROGRESS: "in progress|ongoing|on going|started|under way|underway|active"
        "|part complete|partly done",
        ActionState.COMPLETED: "completed|complete|done|yes|y|true|closed|discharged|finished"
        "|actioned",
        ActionState.NOT_ACHIEVED: "not achieved|not done|failed|not completed|unable to complete",
        ActionState.CANCELLED: "cancelled|canceled|withdrawn|superseded|no longer required"
        "|not required",
    }
)
URGENCIES = _spread(
    {
        Urgency.TODAY: "today|now|immediate|immediately|urgent|emergency|same day|at once|asap",
        Urgency.BEFORE_MEETING: "before the meeting|before the next meeting|before meeting|soon"
        "|this week|within days",
        Urgency.NEXT_MEETING: "at the next meeting|next meeting|the next meeting|routine"
        "|not urgent|can wait|standard|normal",
    }
)
AWARENESSES = _spread(
    {
        Awareness.AGREES: "told and agrees|told agrees|agrees|agreed|consents|consent given"
        "|consent|consented|yes|y|aware and agrees",
        Awareness.OBJECTS: "told and does not agree|told does not agree|does not agree|objects"
        "|objected|refused|refuses|disagrees|no consent|consent refused",
        Awareness.TOLD: "told no answer known|told|informed|aware|told no answer|no answer known",
        Awareness.NOT_TOLD: "not told|not informed|unaware|not aware|no|n",
    }
)
ROUTES = _spread(
    {
        ReferralRoute.TELEPHONE: "telephone|phone|call|by phone|by telephone|phoned|rang",
        ReferralRoute.EMAIL: "e mail|email|by e mail|by email|mail",
        ReferralRoute.FORM: "referral form|form|paper|paper form|online form|letter|post",
        ReferralRoute.MEETING: "meeting|at a meeting|in person|at the meeting",
    }
)
WORDS: dict[Shape, dict[str, str]] = {
    Shape.RISK: RISKS,
    Shape.STATE: STATES,
    Shape.KIND: KINDS,
    Shape.ACTION_STATE: ACTION_STATES,
    Shape.URGENCY: URGENCIES,
    Shape.AWARENESS: AWARENESSES,
    Shape.ROUTE: ROUTES,
}

# Looked for in this order inside a location or a kind of place; "park" must come after "car park".
_PLACE_WORDS: tuple[tuple[PlaceKind, str], ...] = (
    (PlaceKind.CAR_PARK, "car park|parking area|parking|multi storey"),
    (PlaceKind.STATION, "station|bus stop|interchange|airport|airfield"),
    (PlaceKind.SCHOOL, "school|college|academy|university|educational building|nursery"),
    (PlaceKind.LICENSED_PREMISES, "pub|nightclub|club|bar|inn|public house|licensed premises"),
    (PlaceKind.SHOP, "shop|supermarket|shopping area|store|petrol station|retail|shops"),
    (PlaceKind.TOWN_CENTRE, "town centre|city centre|high street|market place|precinct"),
    (
        PlaceKind.PARK,
        "park|open space|recreation ground|play area|playground|sports|green|common|cemetery",
    ),
    (PlaceKind.WATERSIDE, "river|marina|lake|waterside|canal|beach|quay|riverside"),
    (PlaceKind.BLOCK, "block|flats|apartments|tower|hmo|multiple occupancy"),
    (PlaceKind.ESTATE, "estate|industrial estate|site"),
    (
        PlaceKind.DWELLING,
        "house|flat|dwelling|home|bungalow|cottage|residential|maisonette|caravan|single occupancy",
    ),
    (
        PlaceKind.PREMISES,
        "premises|business|hotel|hospital|theatre|office|centre|church|building|prison|hall",
    ),
    (
        PlaceKind.STREET,
        "street|road|lane|avenue|close|way|drive|court|crescent|gardens|terrace|row|footpath|alley",
    ),
    (PlaceKind.RURAL, "farm|field|rural|countryside|woodland|wood"),
)
_PLACE_PATTERNS = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _PLACE_WORDS
)
_STREET_ENDING = re.compile(
    r"\b(?:street|road|lane|avenue|close|way|drive|court|crescent|gardens|row|terrace|mews|grove)\Z",
    re.IGNORECASE,
)


def place_kind(text: str) -> PlaceKind:
    """Guess what kind of place a location or a kind of premises names."""
    if _STREET_ENDING.search(text.strip()):
        return PlaceKind.STREET
    return next(
        (kind for kind, pattern in _PLACE_PATTERNS if pattern.search(text)), PlaceKind.OTHER
    )
