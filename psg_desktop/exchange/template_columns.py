"""The columns of the caseload template: British headers, what goes in each, and its list."""

from dataclasses import dataclass

from psg_desktop.exchange.fields import Field

KINDS = ("Person", "Place", "Project")
RISKS = ("High", "Medium", "Standard")
STATES = ("Assessment", "Active plan", "Monitoring", "On hold", "External lead", "Escalated")
STATES_AND_CLOSED = (*STATES, "Closed")
ACTION_STATES = ("Proposed", "Agreed", "In progress", "Completed", "Not achieved", "Cancelled")
PLACE_KINDS = (
    *("House", "Flats", "Street", "Estate", "Park", "Premises", "Pub", "Shop", "Car park"),
    *("Station", "School", "Town centre", "Riverside", "Farm"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateColumn:
    """One column of the template.

    Attributes:
        field: The field it fills when the workbook is imported.
        help: One or two sentences for the explanation sheet.
        choices: The values offered, empty for free text; "focus" and "reasons" come from lists.
        is_date: Whether only dates are accepted.
        width: In characters.
    """

    header: str
    field: Field
    help: str
    choices: tuple[str, ...] = ()
    is_date: bool = False
    width: int = 18


def _column(
    header: str, field: Field, told: str, *, choices: tuple[str, ...] = (), is_date: bool = False
) -> TemplateColumn:
    width = 34 if field in {Field.NOTE, Field.ACTION, Field.OBJECTIVE} else max(14, len(header) + 2)
    return TemplateColumn(
        header=header, field=field, help=told, choices=choices, is_date=is_date, width=width
    )


COLUMNS = (
    _column(
        "Case reference",
        Field.REFERENCE,
        "Your own reference. Rows with the same reference become one case: use a row for each "
        "further action.",
    ),
    _column(
        "Kind of case",
        Field.KIND,
        "What the case is about: a person, a place or a project.",
        choices=KINDS,
    ),
    _column("Working title", Field.TITLE, "A few words by which you know the case."),
    _column("Full name", Field.PERSON_NAME, "The name of the person in one cell, no title."),
    _column("Known as", Field.KNOWN_AS, "Other names, with a semicolon between them."),
    _column("Date of birth", Field.BORN, "Day first: 21/11/1988.", is_date=True),
    _column("Address", Field.ADDRESS, "Where the person lives, without the postcode."),
    _column("Postcode", Field.POSTCODE, "The full postcode of that address."),
    _column("Phone", Field.PHONE, "As you write it; the program tidies it."),
    _column("E-mail", Field.EMAIL, "One address."),
    _column("NHS number", Field.NHS_NUMBER, "Only if you hold it lawfully. Ten digits."),
    _column("Place name", Field.PLACE_NAME, "For a case about a place: what people call it."),
    _column("Place address", Field.PLACE_ADDRESS, "Its address, without the postcode."),
    _column("Place postcode", Field.PLACE_POSTCODE, "The full postcode of the place."),
    _column(
        "Kind of place",
        Field.PLACE_KIND,
        "Choose the nearest, or leave empty.",
        choices=PLACE_KINDS,
    ),
    _column("Ward", Field.WARD, "The name of the ward, if you know it."),
    _column("Project name", Field.PROJECT_NAME, "For a case about a project."),
    _column("Project objective", Field.OBJECTIVE, "What the project is to achieve."),
    _column("Focus area", Field.FOCUS_AREA, "One of the partnership's focus areas."),
    _column("Lead agency", Field.LEAD_AGENCY, "The agency that leads. New ones are added."),
    _column("Lead practitioner", Field.LEAD_PRACTITIONER, "The person who leads, by name."),
    _column("Risk", Field.RISK, "The latest assessed level.", choices=RISKS),
    _column("Status", Field.STATE, "Where the case stands.", choices=STATES_AND_CLOSED),
    _column("Date opened", Field.OPENED, "Day first.", is_date=True),
    _column("Next review", Field.REVIEW, "Day first.", is_date=True),
    _column("Summary", Field.NOTE, "What has happened, in your words. It stays in the case."),
    _column("Action", Field.ACTION, "One thing to be done. A further action takes another row."),
    _column("Action agency", Field.ACTION_AGENCY, "The agency that owns the action."),
    _column(
        "Action officer",
        Field.ACTION_OFFICER,
        "Who at that agency. Without agency, officer and due date the action is only proposed.",
    ),
    _column("Action due date", Field.ACTION_DUE, "Day first.", is_date=True),
    _column(
        "Action status", Field.ACTION_STATE, "How far the action has come.", choices=ACTION_STATES
    ),
    _column("Action completed on", Field.ACTION_ENDED, "Only for finished actions.", is_date=True),
    _column("Action outcome", Field.ACTION_OUTCOME, "What was done, for finished actions."),
    _column("Date closed", Field.CLOSED, "Only for closed cases.", is_date=True),
    _column("Closing reason", Field.CLOSING_REASON, "Needed for a closed case."),
)
