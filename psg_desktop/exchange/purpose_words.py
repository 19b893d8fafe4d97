"""The words above the columns of referrals and of counts, beside those of a caseload.

All are folded, the usual one first. The first word of a field is the heading of the referral
workbook this program makes.
"""

from collections.abc import Mapping

from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.headings import Vocabulary
from psg_desktop.exchange.mapping import Purpose

REFERRAL_WORDS: dict[Field, str] = {
    Field.KIND: "it is about a|about a|about|kind|it is about",
    Field.REFERENCE: (
        "referral reference|referral ref|referral no|referral number|referral id|reference|ref"
        "|reference number|id|response id"
    ),
    Field.EITHER: (
        "name of the person place or project|name of person place or project|person or place"
        "|name or address|who or where|person place or project"
    ),
    Field.PERSON_NAME: (
        "full name|name|who is referred|who|person referred|referred person|name of person"
        "|name of person referred|subject of referral|who it is about|name of the person"
        "|person s full name|client name"
    ),
    Field.PROBLEM: (
        "what the problem is|the problem|problem|reason for referral|reason for the referral"
        "|referral reason|reason|concerns|concern|description of the problem|problem description"
        "|details of the problem|nature of the problem|presenting problem|issue|issues"
        "|background|details|detail|description|summary|summary of concerns|notes|note|comments"
        "|comment|information|current situation|narrative|circumstances|what is happening"
    ),
    Field.TRIED: (
        "what was tried first|what was tried|tried|tried first|what has been tried"
        "|actions already taken|action already taken|actions taken|action taken"
        "|action taken so far|previous actions|previous action|previous interventions"
        "|interventions tried|early intervention|initial enquiries|steps taken|work so far"
        "|what have you done|what has been done"
    ),
    Field.ASKS: (
        "what the group is asked for|asked for|asks|ask|request|what is asked|what is wanted"
        "|what do you want|what is needed|desired outcome|outcome wanted|support requested"
        "|help needed|what do you want from the group"
    ),
    Field.URGENCY: (
        "how long it can wait|how long can it wait|can wait until|urgency|urgent|priority|can wait"
    ),
    Field.RISK_REASON: (
        "risk or urgency and why|risk and why|why it is urgent|risk|risks|risk level|risk rating"
        "|reason for urgency|level of risk|why urgent|risk assessment"
    ),
    Field.AWARENESS: (
        "does the person know|the person knows|person knows|person aware|aware of referral"
        "|aware of the referral|is the person aware|client aware|awareness|consent|consent given"
        "|aware|told"
    ),
    Field.AWARENESS_REASON: (
        "what they said or why not told|what the person said or why not told"
        "|what they said or why they were not told"
        "|what they said|why not told|if not told why|reason not told|reason for no consent"
        "|what the person said"
    ),
    Field.CHILDREN: (
        "children at the address|children|children in the household|any children|dependants"
        "|children at address"
    ),
    Field.REFERRING_AGENCY: (
        "referring agency|agency|referring organisation|organisation|agency referring"
        "|referrer agency|referrer s agency|referred by agency|from agency|referring service"
    ),
    Field.REFERRER: (
        "referrer s name|referrer name|referrer|referred by|name of referrer|referring officer"
        "|referring person|referral from|referral by|your name|from|officer"
    ),
    Field.REFERRER_CONTACT: (
        "how to reach the referrer|how to reach them|referrer contact|referrer s contact"
        "|referrer contact details|referrer phone|referrer telephone|referrer email"
        "|referrer e mail|contact details|telephone or e mail|your email|your phone|contact"
    ),
    Field.ROUTE: (
        "how the referral came|how it came|it came by|referral route|referral method|route"
        "|method|received by"
    ),
    Field.RECEIVED: (
        "received on|received|date received|referral date|date of referral|date referred"
        "|referred on|referred|date of request|date submitted|submitted|submitted on|date"
        "|completion time|timestamp"
    ),
}
DEMAND_WORDS: dict[Field, str] = {
    Field.REFERENCE: (
        "case|case reference|case ref|case number|case no|case id|psg reference|psg ref|psg case"
        "|reference|ref|our reference|our ref|caseid|who|who or where|case or name"
        "|case reference or name|person or place|name or address"
    ),
    Field.MEASURE: (
        "what was counted|measure|demand measure|type of contact|contact type|type of demand"
        "|demand type|type of call|call type|counted|indicator|metric|what|demand|contact"
    ),
    Field.MEASURE_AGENCY: (
        "agency that counted|agency|counted by|source|data source|organisation|source agency"
        "|provider|force|service"
    ),
    Field.MONTH: (
        "month|calendar month|month and year|month year|reporting month|for month|period"
        "|month ending|month of"
    ),
    Field.COUNT: (
        "how many in the month|count|counts|how many|number|number of contacts|number of calls"
        "|no of contacts|no of calls|contacts|calls|volume|total|total contacts|total calls"
        "|frequency|times|incidents|quantity|no"
    ),
}


def _vocabulary(words: Mapping[Field, str]) -> Vocabulary:
    return Vocabulary({field: tuple(listed.split("|")) for field, listed in words.items()})


VOCABULARIES = {
    Purpose.REFERRALS: _vocabulary(REFERRAL_WORDS),
    Purpose.DEMAND: _vocabulary(DEMAND_WORDS),
}
_SIGNS = (
    "what the problem is|reason for referral|reason for the referral|referral reason"
    "|referral reference|referral ref|referral no|referral number|referral id|who is referred"
    "|person referred|referred person|name of person referred|subject of referral"
    "|how long it can wait|how long can it wait|can wait until|does the person know"
    "|aware of referral|aware of the referral|referring agency|referring organisation"
    "|agency referring|referrer agency|referrer s agency|referred by agency|referring service"
    "|referral route|referral method|how the referral came|referral date|date of referral"
    "|date referred|referred on"
)
REFERRAL_SIGNS = frozenset(_SIGNS.split("|"))
"""Words that only a list of referrals has above its columns, or a caseload that tells of them."""

ALL_SIGNS = frozenset(
    {Field.TRIED, Field.ASKS, Field.AWARENESS_REASON, Field.REFERRER, Field.REFERRER_CONTACT}
)
"""Fields of which every word is such a sign."""
