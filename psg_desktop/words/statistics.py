"""What published statistics say about themselves: how to read them, and what is withheld and why.

Signs in square brackets follow the Government Analysis Function's guidance on releasing
statistics in spreadsheets.
"""

from psg_desktop.domain.statistics.comparing import LEAST_BASE, Direction
from psg_desktop.domain.statistics.displays import FLOOR, DisplayRule

WITHHELD = "[c]"
NOT_AVAILABLE = "[x]"
NOT_APPLICABLE = "[z]"
LOW = "[low]"
NOTE_EXACT, NOTE_PERCENTAGE, NOTE_COMPARED = "[note 1]", "[note 2]", "[note 3]"

COVER, DEFINITIONS, CERTIFICATE = "Cover", "Definitions", "Certificate"
CONTENTS, ABOUT, PROTECTION = "Contents", "About these statistics", "What is withheld"
SHORTHAND, METHOD, NOTES = "Signs in the tables", "Method", "Notes"
CORRECTIONS, LICENCE = "Corrections", "Licence"
NAMELESS = "Not named"
ROWS = "Row"
ITEM, ENTRY = "Item", "Entry"
DEFINITION_HEADINGS = ("Measure or breakdown", "What it is", "Unit", "Source")

DEFINITIONS_TITLE = "Definitions of measures and breakdowns"
DEFINITIONS_SAY = (
    "This sheet has one table: what each measure counts, in what and from where, and what each "
    "breakdown tells apart."
)
SILENT_TITLE = "Tables of which every part is withheld"
SILENT_SAYS = (
    "This sheet has one table: the totals of the tables of which every part is withheld. Row by "
    "row these tables stand in the CSV files."
)
SILENT_HEADINGS = ("Table", "Row", "Column", "Number")
CERTIFICATE_TITLE = "Certificate of the check for disclosure"
CERTIFICATE_SAYS = (
    "This sheet has one table: by which rule and with what program these tables were checked "
    "together with all tables published before them, before they were published."
)
SIGNS = (
    f"{WITHHELD} is a number that is withheld so that nobody can learn about any one person.",
    f"{NOT_AVAILABLE} is a number that is not available.",
    f"{NOT_APPLICABLE} means that a number or word does not apply here.",
    (
        f"{LOW} is a number above 0 that rounds to 0. No table here needs it, because every number "
        f"under {FLOOR} is withheld."
    ),
    "[note 1] and so on point to a note below.",
)
NOTE_LINES = (
    (
        f"{NOTE_EXACT} These figures are exact: they count nothing about any person, or the law "
        "requires them to be published as they are."
    ),
    (
        f"{NOTE_PERCENTAGE} Percentages are worked out from the displayed numbers, in whole per "
        f"cent, and only where the displayed base is {LEAST_BASE} or more."
    ),
    (
        f"{NOTE_COMPARED} Higher and lower are said only where the displayed numbers leave no "
        "doubt; otherwise there is no clear change. Nothing is compared with a number that is "
        "withheld."
    ),
)
PROTECTION_LINES = (
    (
        f"Numbers under {FLOOR}, none included, are withheld and shown as {WITHHELD}. A withheld "
        "number may be 0, so the sign does not say that there was anybody."
    ),
    (
        "All other numbers are rounded to the nearest 5, unless their sheet says otherwise. "
        f"Where a sheet says that a withheld number need not be under {FLOOR}, some were "
        "withheld because others could have been worked out from them."
    ),
    (
        "Before they were published, these tables were attacked together with all tables published "
        f"before them. The sheet {CERTIFICATE} says how."
    ),
)
METHOD_LINES = (
    f"What each measure counts and each breakdown tells apart is on the sheet {DEFINITIONS}.",
    (
        "Totals are rounded on their own and are never the sum of rounded parts, so parts may add "
        "up to a little more or less than their total."
    ),
    "What is not recorded is counted in a row of its own.",
)
STANDING = (
    "Numbers published earlier stand as they were published, also where records were changed "
    "since. A correction is published as one and named here."
)
NO_CORRECTIONS = "No corrections are made in this release."
LICENCE_LINE = (
    "These statistics may be used again, free of charge, under the Open Government Licence v3.0, "
    "as long as their source is named."
)
NOT_PLANNED = "not yet set"

RULE, SOLVER, SENSITIVE = "Definition of safe that was applied", "Solver", "Quantities examined"
NARROWEST, LEDGER = "Narrowest interval", "Earlier releases examined with these"
DIGEST, PERIOD, DATA = "Digest of the tables (SHA-256)", "Period", "Data taken on"
NUMBERS_THERE, NUMBERS_WITHHELD = "Numbers in the tables", "Numbers withheld"

_DIRECTIONS = {
    Direction.HIGHER: "Higher",
    Direction.LOWER: "Lower",
    Direction.SAME: "No change",
    Direction.UNCLEAR: "No clear change",
    Direction.WITHHELD: WITHHELD,
}
_SHOWN = {
    DisplayRule.EXACT: "exact",
    DisplayRule.NEAREST_FIVE: "rounded to the nearest 5",
    DisplayRule.NEAREST_THREE: "rounded to the nearest of 11, 14, 17 and so on in steps of 3",
}


def title(partnership: str, period: str) -> str:
    """Give the title of a release."""
    return f"Statistics of {partnership}, {period}"


def cover_says(district: str) -> str:
    """Say what the first sheet is."""
    return (
        f"This sheet says what this workbook holds about {district}, how to read it, and whom to "
        "ask."
    )


def published(day: str) -> str:
    """Say when it was published."""
    return f"Published: {day}"


def data_taken(day: str) -> str:
    """Say when the figures were taken from the records."""
    return f"Data taken from the records of the partnership on: {day}"


def contact(who: str) -> str:
    """Say whom to ask."""
    return f"Contact: {who}"


def next_update(day: str) -> str:
    """Say when the next release is due."""
    return f"Date of next update: {day}"


def content(tab: str, headline: str) -> str:
    """Give a line of the contents: the whole title, with the number that its tab begins with."""
    number = tab.partition(" ")[0]
    return f"{number} {headline}" if number.isdigit() else headline


def sheet_says(unit: str, period: str, name: str) -> str:
    """Say what is on a sheet with counts."""
    return f"This sheet has one table, {name}. Its numbers count {unit}, {period}."


def open_sheet_says(name: str, note: str) -> str:
    """Say what is on a sheet with figures that are shown exactly."""
    return " ".join(filter(None, (f"This sheet has one table, {name}. {NOTE_EXACT}", note)))


def shown_sentence(rules: tuple[DisplayRule, ...]) -> str:
    """Say how the numbers of a table are shown."""
    said = [_SHOWN[one] for one in rules]
    if not said:
        return "Every number of this table is withheld."
    if len(said) == 1:
        return f"Numbers that are shown are {said[0]}."
    most = ", ".join(f"some are {one}" for one in said[:-1])
    return (
        f"Of the numbers that are shown, {most} and some are {said[-1]}; the table as CSV says "
        "which."
    )


def withheld_sentence(withheld: int, there: int, *, mixed: bool) -> str:
    """Say how many numbers of a table are withheld, and what they can be."""
    if not withheld:
        return "No number is withheld."
    verb = "is" if withheld == 1 else "are"
    what = (
        f"A withheld number need not be under {FLOOR}."
        if mixed
        else f"A withheld number is under {FLOOR} and may be 0."
    )
    return f"{withheld} of {there} {'number' if there == 1 else 'numbers'} {verb} withheld. {what}"


def percentage_heading(column: str) -> str:
    """Give the heading of percentages."""
    return f"{column}, percentage of all {NOTE_PERCENTAGE}"


def compared_heading(column: str) -> str:
    """Give the heading of comparisons with an earlier column."""
    return f"Compared with {column} {NOTE_COMPARED}"


def direction(one: Direction) -> str:
    """Give how a number stands to an earlier one."""
    return _DIRECTIONS[one]


def at_least(number: int) -> str:
    """Give "3 or more"."""
    return f"{number:,} or more"


def withdrawn(day: str, because: str) -> str:
    """Say that a release was withdrawn."""
    return f"These statistics were withdrawn on {day}: {because}"
