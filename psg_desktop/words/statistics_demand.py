"""Demand before and after in published statistics: its table, what it counts, how it is shown."""

from psg_desktop.domain.statistics.displays import FLOOR
from psg_desktop.domain.statistics.magnitudes import STEP

TITLE = "Contacts before and after cases were opened"
NOTE = "[note 4]"
NOTE_LINE = (
    f"{NOTE} Sums of contacts: cases wait until at least {FLOOR} of them have contacts both before "
    "and after and no case is nearly all of a sum. Then they are published together, and are never "
    "counted again or in another row."
)
MEASURE, CASES_OF, CASES = "Contacts", "Cases", "Number of cases"
BEFORE, AFTER, COMPARED = (
    "In six months before",
    "In six months after",
    "After compared with before",
)
SHOWN = (
    f"Numbers of cases are rounded to the nearest 5 and contacts to the nearest {STEP}. Each case "
    f"is in one row of a measure only. {NOTE}"
)
DEFINITION_NAME = "Contacts before and after"
DEFINITION = (
    "Contacts of a case with services in the six whole months before the month it was opened in, "
    "and in the six whole months after it. Only cases of which all twelve months are known are in "
    "a row, as the counts stood when the row was first published."
)
UNIT, SOURCE = "contacts", "Counts by month that agencies gave the partnership about its cases."


def opened_by(day: str, *, again: bool) -> str:
    """Say which cases are in a row; *again* where the measure has a row above."""
    return f"Opened by {day}, and in no row above" if again else f"Opened by {day}"


def sheet_says(name: str) -> str:
    """Say what is on the sheet."""
    return (
        f"This sheet has one table, {name}. Its numbers count contacts with services in the six "
        "months before and the six months after the month a case was opened in."
    )
