"""What the board report says about itself and its sections."""

from collections.abc import Sequence

from psg_desktop.domain.statistics.displays import FLOOR
from psg_desktop.words.statistics import WITHHELD

PURPOSE, RECOMMENDATION, FINDINGS = "Purpose", "Recommendation", "Key findings"
CASELOAD, TIMELINESS = "Caseload and flow", "Timeliness of reviews and actions by agency"
PROBLEMS, WHERE, OUTCOMES = "Problem types", "Where", "Outcomes, and whether results held"
INTERVENTIONS = "Interventions"
OTHER = "Priority areas, projects and reviews required by law"
METHOD = "Method, what is withheld, and whom to ask"
APPENDIX = "Appendix: tables"

TITLE, PRODUCED_BY, COVERAGE = "Title", "Produced by", "Area"
PERIOD, DATA_ON, PUBLISHED_ON = "Period", "Data taken on", "Published on"
STATUS, VERSION, AIM = "Status", "Version", "For"
AIM_SAYS = "The board, to note and to direct"
NO_AREA = "The area of the partnership"
PUBLIC = "Published; checked for disclosure before publication"
SAMPLE = "SAMPLE: every person and place behind these figures is made up"

RECOMMENDED = (
    "The board is asked to note the key findings below, to say which of them it wants explained, "
    "and to agree that this report is published with its workbook."
)
NOTHING_SHOWN = (
    "No number about people's cases can be shown in this release: each is under "
    f"{FLOOR} or would let another be worked out."
)
NO_TABLE = "This release has no table about this."
NO_WARDS = (
    "This release has no table by area. Single wards are told for a financial year only; groups "
    "of wards are told where the partnership has made them."
)
NO_MONEY = "No project has money in this period."
NO_MOVES = "No place moved between the stages of a priority area in this period."
NO_DEMAND = (
    "Contacts before and after cases were opened are not told yet: too few cases have counts of "
    "all the months that takes."
)
OPEN_FIGURES = (
    "The figures of this section are exact. They count projects, money, places and reviews, not "
    "people, or the law requires them to be published; money is no personal data."
)
CASE_REVIEW_LAW = (
    "The four numbers of anti-social behaviour case reviews are those that section 104 of the "
    "Anti-social Behaviour, Crime and Policing Act 2014 requires to be published."
)
ROUNDED = (
    f"Numbers under {FLOOR}, none included, are withheld and shown as {WITHHELD}. Other numbers "
    'are rounded, most to the nearest 5, each on its own, and are called "about". Charts are '
    "drawn from the displayed numbers only."
)
COMPARED = (
    "Higher and lower are said only where the displayed numbers leave no doubt. Percentages are "
    "worked out from displayed numbers, and only of 50 or more."
)
CHECKED = (
    "Before publication these tables were attacked together with every table published before "
    "them. The certificate in the appendix says how."
)
LICENCE = (
    "This report may be used again, free of charge, under the Open Government Licence v3.0, as "
    "long as its source is named."
)
APPENDIX_SAYS = (
    "These are the tables of the workbook that was published with this report, in its order and "
    "with its numbers. Where every number of a table is withheld, a sentence stands in its place."
)
MAP_LICENCE = (
    "Boundaries: Office for National Statistics licensed under the Open Government Licence v3.0. "
    "Contains OS data © Crown copyright and database right 2025."
)
OWN_BOUNDARIES = "Boundaries: those that the partnership keeps."
NO_OUTLINES = (
    "There is no map, because no boundaries of these areas are known. The table gives the same "
    "numbers."
)
OTHER_OUTLINES = (
    "There is no map, because the boundaries that are known have other codes than the areas of "
    "the table. The table gives the same numbers."
)
MAP_WITHHELD = f"{WITHHELD} withheld"
CHANGE = "Compared with the period before"
EARLIER_STOCK, EARLIER_FLOW = "three months before", "the quarter before"
YEAR_EARLIER_STOCK, YEAR_EARLIER_FLOW = "a year before", "the year before"
YEAR_EARLIER_QUARTER = "the same quarter last year"
REVIEWS_ON_TIME = "reviews due", "were held on time"
ACTIONS_ON_TIME, ACTIONS_LATE = (
    ("actions due", "were done on time"),
    ("actions due", "were done late"),
)

PAGE_OF = ("Page ", " of ")
THE_QUARTER_BEFORE, THE_YEAR_BEFORE = "the quarter before", "a year before"


def during(period: str) -> str:
    """Give "in July to September 2026", or "in the 12 months to September 2026"."""
    return f"in the {period}" if period[:1].isdigit() else f"in {period}"


def title(partnership: str, period: str) -> str:
    """Give the title of the report."""
    return f"Report of {partnership} to the board, {period}"


def purpose(partnership: str, period: str) -> str:
    """Say what the report is for."""
    return (
        f"This report tells the board what {partnership} dealt with in {period}, how promptly, "
        "and with what result."
    )


def version(day: str, digest: str) -> str:
    """Say which release it is, by the beginning of its digest."""
    return f"Release of {day}, digest {digest}"


def withdrawn(day: str, because: str = "") -> str:
    """Say that it was withdrawn, and why where that is given."""
    return f"Withdrawn on {day}" + (f": {because}" if because else "")


def contact(who: str) -> str:
    """Say whom to ask."""
    return f"Questions about this report: {who}."


def next_release(day: str) -> str:
    """Say when the next one comes, by the day it is due on."""
    return f"The next report is due on {day}."


def next_expected(day: str) -> str:
    """Say when the next one can come at the earliest, by the last day of its period."""
    return f"The next report is expected after {day}, the last day of the period it is about."


def open_on(number: str) -> str:
    """Say how many cases were open, without the day."""
    return f"{number} cases were open"


def in_force(number: str) -> str:
    """Say how many interventions were in force, without the day."""
    return f"{number} interventions were in force"


def on(day: str) -> str:
    """Give "on 30 September 2026"."""
    return f"on {day}"


def twelve_months(month: str) -> str:
    """Give "in the 12 months to September 2026"."""
    return f"in the 12 months to {month}"


def source(partnership: str, period: str) -> str:
    """Say whose figures a chart shows, and of when."""
    return f"Source: records of {partnership}, {period}."


def left_out(rows: Sequence[str], columns: Sequence[str]) -> str:
    """Say which rows and columns are left out of a table because nothing of them is shown."""
    named = listed(rows) if len(rows) <= _MOST_NAMED else f"{len(rows)} more rows"
    said = [named] if named else []
    if columns:
        said.append(f"the {'column' if len(columns) == 1 else 'columns'} {listed(columns)}")
    return f"Not printed here, because every number is withheld: {', and '.join(said)}."


def tables_withheld(titles: Sequence[str]) -> str:
    """Say which tables are left out because nothing of them is shown."""
    return f"Every number of these is withheld, so no table is printed here: {listed(titles)}."


def only_totals(titles: Sequence[str]) -> str:
    """Say of which tables only the totals are shown."""
    return f"Only totals can be shown of these, so no table is printed here: {listed(titles)}."


SECTION_WITHHELD = (
    "Every number of this section is withheld in this release; the appendix names its tables."
)


def sheet_withheld(count: int) -> str:
    """Say in the appendix that a table has nothing to show."""
    if count == 1:
        return "The only number of this table is withheld, so it is not printed."
    return f"All {count} numbers of this table are withheld, so it is not printed."


def nothing_of(title: str) -> str:
    """Say that a table has no rows."""
    return f"{title}: there is nothing to report in this period."


def page_of(number: int, total: int) -> str:
    """Give "Page 3 of 12"."""
    return f"Page {number} of {total}"


def chart_alt(measure: str, rows: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    """Say a chart in words: each row with its numbers, and whose each is where there are two."""
    said = [
        f"{label}: "
        + ", ".join(f"{number} ({series})" if len(numbers) > 1 else number
                    for series, number in numbers)
        for label, numbers in rows
    ]  # fmt: skip
    return f"Bar chart of {lowered(measure)}. {'; '.join(said)}."


def highest_rows(count: int) -> str:
    """Say that a table has the rows with the highest numbers only."""
    return f"The table above has the {count} rows with the highest numbers; the appendix has all."


def highest_only(measure: str, count: int) -> str:
    """Say that a chart has the highest numbers only."""
    return f"{measure}: the {count} highest"


def map_alt(measure: str, areas: Sequence[tuple[str, str]]) -> str:
    """Say a map in words: each area with its number."""
    said = "; ".join(f"{name}: {number}" for name, number in areas)
    return f"Map of {lowered(measure)}. {said}."


def without_outline(names: Sequence[str]) -> str:
    """Say which rows of the table have no place on the map."""
    return f"Not on the map, because they have no boundaries: {listed(names)}."


def map_class(low: int, high: int) -> str:
    """Give what a shade stands for."""
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def listed(given: Sequence[str]) -> str:
    """Give "A; B; and C"; with the names that have commas this reads best."""
    return "; ".join(given)


def lowered(given: str) -> str:
    """Give words for the middle of a sentence."""
    return given if given[1:2].isupper() else given[:1].lower() + given[1:]


_MOST_NAMED = 8
