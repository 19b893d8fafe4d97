"""What a release needs beside its numbers to be published: who publishes, definitions, notes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from psg_desktop.domain.statistics.published import StatisticsRelease

Value = int | Decimal | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What one measure counts, in plain English."""

    name: str
    meaning: str
    unit: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTable:
    """Figures that are shown exactly: about no person, or asked for by the law.

    Attributes:
        code: Lower case with underscores, unique in a release.
        note: What else is to be said on its sheet.
        headers: One heading for each column.
        rows: One value for each column; money as a `Decimal` in pounds, what is not known as
            `words.statistics.NOT_AVAILABLE`.
    """

    code: str
    title: str
    note: str = ""
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A release with everything its files say.

    Attributes:
        subject: What tells this release from others of the period, such as "board"; part of the
            names of the files.
        district: The name of the area.
        next_release: When the next release is due; None where that is not set.
        corrections: One sentence for each number that an earlier release had wrong.
        sample: Whether the caseload is made up, so that every print says so.
    """

    release: StatisticsRelease
    subject: str = ""
    partnership: str
    district: str
    contact: str
    next_release: date | None
    definitions: tuple[Definition, ...] = ()
    open_tables: tuple[OpenTable, ...] = ()
    corrections: tuple[str, ...] = ()
    sample: bool = False
