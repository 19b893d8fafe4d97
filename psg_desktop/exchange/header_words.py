"""The words British spreadsheets put above their columns, for each field, the usual one first.

All are folded: lower case, no punctuation, run-together words taken apart (see `headings`).
"""

from psg_desktop.exchange.fields import Field

_WORDS: dict[Field, str] = {
    Field.REFERENCE: (
        "reference|ref|case reference|case ref|case number|case no|case id|psg reference|psg "
        "ref|our reference|our ref|their reference|their ref|reference number|ref no|file "
        "reference|caseid|uniform reference|asb reference|record id|serial no|no|number"
    ),
    Field.KIND: (
        "kind|kind of case|case kind|case type|type of case|psg type|kind of subject"
        "|type of subject|subject type"
    ),
    Field.EITHER: (
        "person or place|person place|person place or project|person place project"
        "|name or address|name address|name or place|name or location|person or location"
        "|person location|person or premises|person premises|nominal or location"
        "|nominal location|individual or place|individual place|subject name or address"
        "|person or address|person address"
    ),
    Field.TITLE: ("working title|title|case title|case name|subject|heading|case summary title"),
    Field.FOCUS_AREA: (
        "focus area|focus|theme|priority area|problem type|issue|issue type|main "
        "issue|priority|category of concern|concern type|presenting issue|type of asb"
    ),
    Field.LEAD_AGENCY: (
        "lead agency|lead organisation|lead org|agency|lead partner|owning "
        "agency|organisation|referring agency|agency lead|lead service"
    ),
    Field.LEAD_PRACTITIONER: (
        "lead practitioner|lead officer|case lead|lead|lead professional|case "
        "officer|officer|case worker|caseworker|lead worker|case owner|case manager|allocated"
        " to|oic"
    ),
    Field.RISK: (
        "risk|risk level|risk rating|risk grade|risk score band|rag|rag status|rag "
        "rating|current risk|level of risk|assessed risk|h m s"
    ),
    Field.STATE: (
        "state|status|case status|case state|stage|open closed|open or closed|current "
        "status|active|progress"
    ),
    Field.OPENED: (
        "opened|date opened|opened on|open date|date open|start date|date started|case "
        "opened|referral date|date of referral|date referred|referred|date added|date "
        "received|received|date to psg|adopted|date adopted|first discussed"
    ),
    Field.REVIEW: (
        "next review|review date|review|date of next review|next review date|review "
        "due|review by|review on|next meeting|bring back|bring forward|b f date|to be "
        "reviewed"
    ),
    Field.CLOSED: (
        "closed|date closed|closed on|closure date|close date|end date|date removed|date of "
        "closure|case closed"
    ),
    Field.CLOSING_REASON: (
        "closing reason|closure reason|reason closed|reason for closure|reason for "
        "closing|outcome|reason removed|reason for removal|case outcome"
    ),
    Field.PERSON_NAME: (
        "full name|name|person|person name|name of person|client|client name|subject "
        "name|nominal|nominal name|individual|individual name|perpetrator|perpetrator "
        "name|service user|offender|resident|resident name|name of subject|person s "
        "name|tenant|customer name"
    ),
    Field.FORENAME: (
        "forename|first name|firstname|forenames|first names|given name|given names|christian name"
    ),
    Field.SURNAME: ("surname|last name|lastname|family name|second name"),
    Field.KNOWN_AS: (
        "known as|alias|aliases|aka|a k a|nickname|also known as|preferred name|other "
        "names|street name known as|maiden name"
    ),
    Field.BORN: ("date of birth|dob|d o b|birth date|born|birthdate|date born"),
    Field.ADDRESS: (
        "address|home address|current address|address line|addressline|add|address line 1|address 1"
        "|add 1|full address|house name|house number|house no|flat|sub street name|street "
        "number|street name|street|locality|town|village|addr|property number|property "
        "address|elector address|electoradd|county|correspondence address|lives "
        "at|residence|road|town city|city"
    ),
    Field.POSTCODE: (
        "postcode|post code|pcode|pc|house post code|house postcode|home postcode|zip|zip code"
    ),
    Field.PHONE: (
        "phone|telephone|tel|tel no|mobile|mobile number|phone number|telephone "
        "number|contact number|mob|phone no|mobile no|contact no|home phone"
    ),
    Field.EMAIL: ("e mail|email|email address|e mail address|contact email"),
    Field.NHS_NUMBER: ("nhs number|nhs no|nhs|nhs num"),
    Field.PLACE_NAME: (
        "place|place name|location name|name of place|site|site name|premises|premises "
        "name|venue|hotspot|hot spot|building name"
    ),
    Field.PLACE_ADDRESS: (
        "place address|address of place|location address|site address|premises "
        "address|address of premises"
    ),
    Field.PLACE_POSTCODE: (
        "place postcode|site postcode|premises postcode|location postcode|postcode of place"
    ),
    Field.PLACE_KIND: (
        "kind of place|place kind|place type|type of place|location type|premises "
        "type|property type|type of premises"
    ),
    Field.WARD: ("ward|ward name|electoral ward|council ward"),
    Field.UPRN: ("uprn|property urn|property uprn"),
    Field.PROJECT_NAME: (
        "project|project name|name of project|project title|initiative|operation name|operation"
    ),
    Field.OBJECTIVE: ("objective|objectives|project objective|aim|aims|purpose|goal|project aim"),
    Field.NOTE: (
        "notes|note|summary|comments|comment|update|updates|latest "
        "update|details|detail|concerns|background|description|case notes|case "
        "summary|narrative|history|remarks|information|reason for referral|current "
        "situation|chronology|summary of concerns|problem|discussion"
    ),
    Field.ACTION: (
        "action|actions|action required|action needed|agreed action|agreed actions|next "
        "steps|next step|what is to be done|task|action text|action plan|outstanding actions"
        "|action what|action description|action details"
    ),
    Field.ACTION_AGENCY: (
        "action agency|action owner agency|owner agency|action owner|responsible "
        "agency|action for|owner|by whom|who|assigned agency|action who|action by whom|action by"
        "|action lead agency|action organisation"
    ),
    Field.ACTION_OFFICER: (
        "action officer|named officer|officer responsible|responsible officer|responsible "
        "person|assigned to|action assigned to|person responsible|action named officer"
        "|action person|action lead|action lead officer|action contact"
    ),
    Field.ACTION_DUE: (
        "action due date|due|due date|action due|by when|target date|deadline|due by|complete"
        " by|date due|action deadline|when|action when"
        "|action by when|action target date|action target|action due by|action date due"
    ),
    Field.ACTION_STATE: (
        "action status|action state|action progress|action stage|done|completed|complete"
        "|action complete|action completed|action done|progress of action"
    ),
    Field.ACTION_ENDED: (
        "action completed on|date completed|completed on|completion date|date action completed"
        "|action completion date|done on"
    ),
    Field.ACTION_OUTCOME: "action outcome|outcome of action|result of action|action result",
    Field.INCIDENT_DATE: (
        "date of incident|incident date|month|date reported|date time of call|date of "
        "call|reported date|incident month|occurred|date occurred|date and time|call "
        "date|report date|datetime"
    ),
    Field.INCIDENT_KIND: (
        "incident type|type of incident|crime type|offence|offence type|incident category|asb"
        " type|crime category|complaint type|nature of complaint|special service type|outcome"
        " type|category"
    ),
    Field.INCIDENT_PLACE: (
        "location|incident location|location of incident|location description|where|place of "
        "incident|incident address|location text"
    ),
    Field.INCIDENT_AREA: (
        "lsoa name|lsoa|area|neighbourhood|parish|borough|beat|sector|postcode district|lsoa code"
    ),
    Field.INCIDENT_REFERENCE: (
        "incident reference|crime id|crime reference|incident number|crime number|urn|crime "
        "ref|incident ref|incident id|incident no|log number|cad|cad number"
    ),
}

HEADER_WORDS: dict[Field, tuple[str, ...]] = {
    field: tuple(words.split("|")) for field, words in _WORDS.items()
}
