"""What the page of statistics says: periods, previews, releases, and why something cannot be."""

from collections.abc import Sequence

from psg_desktop.domain.statistics.displays import FLOOR
from psg_desktop.domain.statistics.periods import PeriodKind
from psg_desktop.words import statistics

BOARD, RELEASES, BUILDER = "Board release", "Releases", "Table builder"
DEFINITIONS = "Definitions"

KINDS = {
    PeriodKind.QUARTER: "A quarter",
    PeriodKind.YEAR: "A financial year",
    PeriodKind.ROLLING_YEAR: "Twelve months up to a quarter",
}
_COUNTED = {
    "matters": "cases and referrals",
    "reviews": "reviews",
    "actions": "actions",
    "interventions": "interventions",
    "demand": "demand",
}

SHOW = "Show what would be published"
SHOW_TABLE = "Show"
PUBLISH = "Publish…"
PUBLISH_TABLE = "Publish this table…"
WRITE_AGAIN = "Write the files again…"
WITHDRAW = "Withdraw…"
CORRECT = "Say a correction…"
OPEN_FOLDER = "Open folder"
ELSEWHERE = "Choose another folder…"
CANCEL = "Cancel"

NOTHING_YET = "Choose a period, and see what would be published"
NOTHING_YET_HINT = "Nothing is published before you have seen every table of it."
NO_TABLE_YET = "Choose a measure, and see the table before it is published"
NO_TABLE_YET_HINT = "Safe ways of showing it are looked for; those that tell most stand first."
NO_RELEASE = "No statistics have been published from this vault"
NO_RELEASE_HINT = (
    "What is published stays here with its certificate. Later releases are checked together with "
    "it."
)
CANCELLED = "Stopped. Nothing was published and nothing was kept."
NO_SAFE_WAY = (
    "No safe way of showing this was found, so nothing was published. Choose a longer period, or "
    "fewer and wider breakdowns."
)
EITHER = (
    f"Withheld: it is under {FLOOR}, or was withheld so that others cannot be worked out; the "
    "release does not say which."
)
MARKED = f"{statistics.WITHHELD} *"
LEGEND_UNDER = f"{statistics.WITHHELD}  under {FLOOR}, none included"
LEGEND_HELD = (
    f"{MARKED}  {FLOOR} or more, withheld so that others cannot be worked out. The mark * stands "
    f"only here: in the files it is {statistics.WITHHELD} like the others."
)
LEGEND_EITHER = (
    f"{statistics.WITHHELD}  withheld, either because it is under {FLOOR} or so that others cannot "
    "be worked out"
)
NEVER_AGAIN = (
    "A published release is never counted again and cannot be taken back: it can only be "
    "withdrawn, and later releases still reckon with it."
)
STILL_RECKONED = (
    "Who holds the files still holds them, so later releases go on reckoning with these numbers. "
    "The release stays in the list with your reason."
)
WRONG_AND_RIGHT = "What was wrong, and what is right"
CORRECTION_HINT = (
    "In words, without a number. Every later release prints it, and so do the files of this one "
    "when they are written again. The numbers stand as they were published."
)
MARKED_WORDS, HARMLESS = "The words named above", "name nobody and count nobody"
TICK_HARMLESS = "Tick this only if they name nobody and count nobody."
FULLEST_FIRST = "Those that tell most stand first."
NOTHING_PUBLISHED = "Nothing was published."
FILES_MISSING = "The release is published and stands in the ledger; only its files are missing."
BREAKDOWNS = ("Broken down by", "Broken down by, second", "Broken down by, third")
NO_BREAKDOWN = "Nothing more"
WAYS_FOUND = "The ways of showing the table are found. They stand under Statistics."
WAYS = "Ways of showing the table"
AS_ASKED = "as asked for"
NOT_SAFE = "no safe way"
CORRECTIONS = "Corrections"
A_MEASURE, A_BREAKDOWN, EXACT_FIGURES = "Measure", "Breakdown", "Exact figures"
COUNTED_IN, COUNTED_FROM, COUNTS_ONLY = "Counts", "Source", "Only where"
BROKEN_DOWN_BY, TELLS_APART = "Broken down by", "Tells apart"
WIDER, USED_WITH = "Wider", "Used with"
WHOLE = "The whole release"
IN_FULL, AS_SUMS = "in full", "as sums"
WOULD_BE = "What would be published"
COARSER = "Given coarser, because that shows more"
LEFT_OUT = "Left out"
WRITING = "Writing the files. You can go on working."
REASON_HINT = "It is shown wherever the release is listed."


def kind(one: PeriodKind) -> str:
    """Give how long a period is, in words."""
    return KINDS[one]


def offered(period: str, *, published: bool) -> str:
    """Give a period as a line to choose."""
    return f"{period} (published)" if published else period


def checking(population: str, done: int, total: int) -> str:
    """Say how far the check is."""
    what = _COUNTED.get(population, population)
    if not total:
        return f"Counting {what} and looking at what readers could work out. You can go on working."
    return (
        f"Looking at what readers could work out of {what}: {done:,} of {total:,}. "
        "You can go on working."
    )


def tables(count: int) -> str:
    """Give "1 table" or "32 tables"."""
    return "1 table" if count == 1 else f"{count:,} tables"


def shown_of(shown: int, there: int) -> str:
    """Say how many numbers of a table are shown."""
    return f"{shown:,} of {there:,}"


def ready(name: str) -> str:
    """Say that what would be published can be looked at."""
    return f"{name}: what would be published can be seen under Statistics."


def spoken_shown(shown: str) -> str:
    """Give the same as it is read out."""
    return shown if shown in {IN_FULL, AS_SUMS} else f"{shown} numbers shown"


def summary(count: int, shown: int, there: int) -> str:
    """Say how much of a release is shown."""
    return f"{tables(count)}, {shown:,} of {there:,} numbers shown."


def under(count: int) -> str:
    """Say how many numbers are withheld because they are small."""
    if count == 1:
        return f"1 number is withheld because it is under {FLOOR}, none included."
    return f"{count:,} numbers are withheld because they are under {FLOOR}, none included."


def held(count: int) -> str:
    """Say how many larger numbers are withheld, and why."""
    verb = "number is" if count == 1 else "numbers are"
    return (
        f"{count:,} {verb} {FLOOR} or more and withheld all the same: others could be worked out "
        "from them. They are marked * here."
    )


def either(count: int) -> str:
    """Say how many numbers are withheld for one of two reasons that are not told apart."""
    verb = "number is" if count == 1 else "numbers are"
    return (
        f"{count:,} more {verb} withheld, either because of being under {FLOOR} or so that others "
        "cannot be worked out: what was published does not say which."
    )


def reckoned(earlier: int) -> str:
    """Say with how many earlier releases it was checked."""
    if not earlier:
        return "It was checked by itself: nothing was published before it."
    return (
        "It was checked together with the one release before it."
        if earlier == 1
        else f"It was checked together with the {earlier:,} releases before it."
    )


def stands(day: str, by: str) -> str:
    """Say that a period was published before."""
    return f"This was published on {day} by {by}. Its numbers stand as they were published."


def published_on(day: str, by: str) -> str:
    """Say when a release was published."""
    return f"Published on {day} by {by}."


def withdrawn(day: str, because: str) -> str:
    """Say that a release was withdrawn, and why."""
    return f"Withdrawn on {day}: {because}"


def left_out(title: str) -> str:
    """Say that a table is left out."""
    return f"{title}: left out, because earlier releases would give too much of it away."


def publish_title(name: str) -> str:
    """Give the title of the form that publishes."""
    return f"Publish: {name}"


def into(folder: str) -> str:
    """Say where the files go."""
    return f"The files go into the folder {folder}."


def written(count: int, folder: str) -> str:
    """Say that files were written."""
    files = "1 file" if count == 1 else f"{count:,} files"
    return f"{files} written to {folder}."


def published(count: int, folder: str) -> str:
    """Say that a release was published and its files written."""
    return f"Published. {written(count, folder)}"


def board_name(period: str) -> str:
    """Give the name of the board's release of a period."""
    return f"Board release, {period}"


def folder_name(period: str, about: str, day: str) -> str:
    """Give the name of the folder of a release."""
    return "-".join(filter(None, ("statistics", period, about.replace("_", "-"), day)))


def releases(count: int) -> str:
    """Say how many releases there are."""
    return "1 release" if count == 1 else f"{count:,} releases"


def measure_line(name: str, unit: str) -> str:
    """Give a measure as a line to choose; some names need their unit to be told apart."""
    return f"{name} ({unit})"


def counts(unit: str) -> str:
    """Say what the numbers of a table count."""
    return f"Counts {unit}."


def joins(narrower: str) -> str:
    """Say which breakdown's categories a wider one joins."""
    return f"This is the wider one of “{narrower}”"


def joined(labels: Sequence[str]) -> str:
    """Give labels as one line."""
    return ", ".join(labels)
