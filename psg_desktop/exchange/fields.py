"""What a column of a spreadsheet can fill, and what its cells look like."""

from dataclasses import dataclass
from enum import StrEnum


class Record(StrEnum):
    """The kind of record a field belongs to."""

    CASE = "case"
    PERSON = "person"
    PLACE = "place"
    PROJECT = "project"
    ACTION = "action"
    NOTE = "note"
    INCIDENT = "incident"
    REFERRAL = "referral"
    DEMAND = "demand"


class Shape(StrEnum):
    """What the cells of a field look like."""

    LINE = "line"
    EITHER = "person or place"
    TEXT = "text"
    DATE = "date"
    BIRTH_DATE = "birth date"
    MONTH = "month"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "e-mail"
    NHS_NUMBER = "NHS number"
    KIND = "kind"
    PLACE_KIND = "place kind"
    RISK = "risk"
    STATE = "state"
    ACTION_STATE = "action state"
    AGENCY = "agency"
    FOCUS_AREA = "focus area"
    CLOSING_REASON = "closing reason"
    URGENCY = "urgency"
    AWARENESS = "awareness"
    ROUTE = "route"
    MEASURE = "measure"
    COUNT = "count"


class Field(StrEnum):
    """Everything an imported column can fill."""

    REFERENCE = "reference"
    KIND = "kind"
    TITLE = "title"
    FOCUS_AREA = "focus_area"
    LEAD_AGENCY = "lead_agency"
    LEAD_PRACTITIONER = "lead_practitioner"
    RISK = "risk"
    STATE = "state"
    OPENED = "opened"
    REVIEW = "review"
    CLOSED = "closed"
    CLOSING_REASON = "closing_reason"
    EITHER = "either"
    PERSON_NAME = "person_name"
    FORENAME = "forename"
    SURNAME = "surname"
    KNOWN_AS = "known_as"
    BORN = "born"
    ADDRESS = "address"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "email"
    NHS_NUMBER = "nhs_number"
    PLACE_NAME = "place_name"
    PLACE_ADDRESS = "place_address"
    PLACE_POSTCODE = "place_postcode"
    PLACE_KIND = "place_kind"
    WARD = "ward"
    UPRN = "uprn"
    PROJECT_NAME = "project_name"
    OBJECTIVE = "objective"
    NOTE = "note"
    ACTION = "action"
    ACTION_AGENCY = "action_agency"
    ACTION_OFFICER = "action_officer"
    ACTION_DUE = "action_due"
    ACTION_STATE = "action_state"
    ACTION_ENDED = "action_ended"
    ACTION_OUTCOME = "action_outcome"
    INCIDENT_DATE = "incident_date"
    INCIDENT_KIND = "incident_kind"
    INCIDENT_PLACE = "incident_place"
    INCIDENT_AREA = "incident_area"
    INCIDENT_REFERENCE = "incident_reference"
    PROBLEM = "problem"
    TRIED = "tried"
    ASKS = "asks"
    URGENCY = "urgency"
    RISK_REASON = "risk_reason"
    AWARENESS = "awareness"
    AWARENESS_REASON = "awareness_reason"
    CHILDREN = "children"
    REFERRING_AGENCY = "referring_agency"
    REFERRER = "referrer"
    REFERRER_CONTACT = "referrer_contact"
    ROUTE = "route"
    RECEIVED = "received"
    MEASURE = "measure"
    MEASURE_AGENCY = "measure_agency"
    MONTH = "month"
    COUNT = "count"
    MONTH_COUNT = "month_count"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFacts:
    """What there is to know about a field.

    Attributes:
        label: What a person reads in the list of fields.
        record: The kind of record it belongs to.
        shape: What its cells look like.
        joins: Whether several columns may fill it together, as address lines do.
    """

    label: str
    record: Record
    shape: Shape
    joins: bool = False


def _facts(label: str, record: Record, shape: Shape, *, joins: bool = False) -> FieldFacts:
    return FieldFacts(label=label, record=record, shape=shape, joins=joins)


FACTS: dict[Field, FieldFacts] = {
    Field.REFERENCE: _facts("Their reference", Record.CASE, Shape.LINE),
    Field.KIND: _facts("Kind of case (person, place or project)", Record.CASE, Shape.KIND),
    Field.TITLE: _facts("Working title", Record.CASE, Shape.LINE),
    Field.FOCUS_AREA: _facts("Focus area", Record.CASE, Shape.FOCUS_AREA, joins=True),
    Field.LEAD_AGENCY: _facts("Lead agency", Record.CASE, Shape.AGENCY),
    Field.LEAD_PRACTITIONER: _facts("Lead practitioner", Record.CASE, Shape.LINE),
    Field.RISK: _facts("Risk", Record.CASE, Shape.RISK),
    Field.STATE: _facts("State of the case", Record.CASE, Shape.STATE),
    Field.OPENED: _facts("Opened on", Record.CASE, Shape.DATE),
    Field.REVIEW: _facts("Next review", Record.CASE, Shape.DATE),
    Field.CLOSED: _facts("Closed on", Record.CASE, Shape.DATE),
    Field.CLOSING_REASON: _facts("Closing reason", Record.CASE, Shape.CLOSING_REASON),
    Field.EITHER: _facts("Person or place, by the kind of the row", Record.PERSON, Shape.EITHER),
    Field.PERSON_NAME: _facts("Person: full name", Record.PERSON, Shape.LINE),
    Field.FORENAME: _facts("Person: forename", Record.PERSON, Shape.LINE),
    Field.SURNAME: _facts("Person: surname", Record.PERSON, Shape.LINE),
    Field.KNOWN_AS: _facts("Person: known as and aliases", Record.PERSON, Shape.LINE, joins=True),
    Field.BORN: _facts("Person: date of birth", Record.PERSON, Shape.BIRTH_DATE),
    Field.ADDRESS: _facts(
        "Address of the person (or of the place, when the row has no person)",
        Record.PERSON,
        Shape.LINE,
        joins=True,
    ),
    Field.POSTCODE: _facts("Postcode", Record.PERSON, Shape.POSTCODE),
    Field.PHONE: _facts("Phone", Record.PERSON, Shape.PHONE, joins=True),
    Field.EMAIL: _facts("E-mail", Record.PERSON, Shape.EMAIL, joins=True),
    Field.NHS_NUMBER: _facts("NHS number", Record.PERSON, Shape.NHS_NUMBER),
    Field.PLACE_NAME: _facts("Place: name", Record.PLACE, Shape.LINE),
    Field.PLACE_ADDRESS: _facts("Place: address", Record.PLACE, Shape.LINE, joins=True),
    Field.PLACE_POSTCODE: _facts("Place: postcode", Record.PLACE, Shape.POSTCODE),
    Field.PLACE_KIND: _facts("Place: kind", Record.PLACE, Shape.PLACE_KIND),
    Field.WARD: _facts("Ward", Record.PLACE, Shape.LINE),
    Field.UPRN: _facts("UPRN", Record.PLACE, Shape.LINE),
    Field.PROJECT_NAME: _facts("Project: name", Record.PROJECT, Shape.LINE),
    Field.OBJECTIVE: _facts("Project: objective", Record.PROJECT, Shape.TEXT, joins=True),
    Field.NOTE: _facts("Summary or notes", Record.NOTE, Shape.TEXT, joins=True),
    Field.ACTION: _facts("Action: what is to be done", Record.ACTION, Shape.TEXT),
    Field.ACTION_AGENCY: _facts("Action: owner agency", Record.ACTION, Shape.AGENCY),
    Field.ACTION_OFFICER: _facts("Action: named officer", Record.ACTION, Shape.LINE),
    Field.ACTION_DUE: _facts("Action: due date", Record.ACTION, Shape.DATE),
    Field.ACTION_STATE: _facts("Action: state", Record.ACTION, Shape.ACTION_STATE),
    Field.ACTION_ENDED: _facts("Action: completed on", Record.ACTION, Shape.DATE),
    Field.ACTION_OUTCOME: _facts("Action: outcome", Record.ACTION, Shape.TEXT),
    Field.INCIDENT_DATE: _facts("Incident: date or month", Record.INCIDENT, Shape.MONTH),
    Field.INCIDENT_KIND: _facts("Incident: type", Record.INCIDENT, Shape.LINE),
    Field.INCIDENT_PLACE: _facts("Incident: location", Record.INCIDENT, Shape.LINE, joins=True),
    Field.INCIDENT_AREA: _facts("Incident: area around the location", Record.INCIDENT, Shape.LINE),
    Field.INCIDENT_REFERENCE: _facts(
        "Incident: reference (only to know the row again)", Record.INCIDENT, Shape.LINE
    ),
    Field.PROBLEM: _facts("What the problem is", Record.REFERRAL, Shape.TEXT, joins=True),
    Field.TRIED: _facts("What was tried first", Record.REFERRAL, Shape.TEXT, joins=True),
    Field.ASKS: _facts("What the group is asked for", Record.REFERRAL, Shape.TEXT, joins=True),
    Field.URGENCY: _facts("How long it can wait", Record.REFERRAL, Shape.URGENCY),
    Field.RISK_REASON: _facts("Risk or urgency, and why", Record.REFERRAL, Shape.TEXT, joins=True),
    Field.AWARENESS: _facts("Does the person know?", Record.REFERRAL, Shape.AWARENESS),
    Field.AWARENESS_REASON: _facts(
        "What the person said, or why not told", Record.REFERRAL, Shape.TEXT, joins=True
    ),
    Field.CHILDREN: _facts("Children at the address", Record.REFERRAL, Shape.TEXT, joins=True),
    Field.REFERRING_AGENCY: _facts("Referring agency", Record.REFERRAL, Shape.AGENCY),
    Field.REFERRER: _facts("Referrer's name", Record.REFERRAL, Shape.LINE),
    Field.REFERRER_CONTACT: _facts(
        "How to reach the referrer", Record.REFERRAL, Shape.LINE, joins=True
    ),
    Field.ROUTE: _facts("How the referral came", Record.REFERRAL, Shape.ROUTE),
    Field.RECEIVED: _facts("Received on", Record.REFERRAL, Shape.DATE),
    Field.MEASURE: _facts("What was counted", Record.DEMAND, Shape.MEASURE),
    Field.MEASURE_AGENCY: _facts("Agency that counted", Record.DEMAND, Shape.AGENCY),
    Field.MONTH: _facts("Month", Record.DEMAND, Shape.MONTH),
    Field.COUNT: _facts("How many in the month", Record.DEMAND, Shape.COUNT),
    Field.MONTH_COUNT: _facts(
        "How many in the month its heading names", Record.DEMAND, Shape.COUNT, joins=True
    ),
}

SUBJECTS = frozenset(
    {
        Field.EITHER,
        Field.PERSON_NAME,
        Field.FORENAME,
        Field.SURNAME,
        Field.PLACE_NAME,
        Field.PLACE_ADDRESS,
        Field.ADDRESS,
        Field.PROJECT_NAME,
    }
)
"""At least one of these, or an incident's location, makes a table worth importing."""


def label_of(field: Field, part: int = 1) -> str:
    """Give the words for a field; *part* says of which action of the row, counted from 1."""
    words = FACTS[field].label
    return words.replace("Action:", f"Action {part}:", 1) if part > 1 else words
