"""The four numbers about ASB case reviews to publish for a year, and the file of them."""

from datetime import date
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.documents.tables import Value, write_csv
from psg_desktop.domain.case_review_numbers import Numbers, Period, PublishedNumber, numbers
from psg_desktop.words import names


def of_period(office: Office, period: Period) -> Numbers:
    """Read the four numbers of a year, with the reviews that make up each."""
    with office.reading() as unit:
        return numbers(unit.case_reviews.all(), period)


def first_day(office: Office) -> date:
    """Give the day of the first application on record; today where there is none."""
    with office.reading() as unit:
        return min((one.received_on for one in unit.case_reviews.all()), default=office.today())


def write(office: Office, period: Period, path: Path) -> None:
    """Write the four numbers of a year as a table: what is published, naming nobody.

    Raises:
        Unwritable, DiskFull: It cannot be written there.
    """
    found = of_period(office, period)
    rows: list[list[Value]] = [
        [names.name(number), found.counts[number], period.since.isoformat(),
         period.until.isoformat()]
        for number in PublishedNumber
    ]  # fmt: skip
    write_csv(path, ("ASB case reviews", "Number", "From", "To"), rows)
