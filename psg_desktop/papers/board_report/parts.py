"""What a report is made of, in words and values: the same for every form it is drawn in."""

from dataclasses import dataclass
from datetime import date

from psg_desktop.papers.board_report.sketches import Sketch
from psg_desktop.papers.statistics.publication import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One numbered paragraph."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A table: each row has a value for each heading, and the first value heads its row."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing: its title is what it shows, then what is measured, and whose figures they are."""

    title: str
    subtitle: str
    source: str
    sketch: Sketch


Part = Sentence | Matter | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered section."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table of the appendix: one sheet of the workbook; *matter* is None where nothing is shown.

    Attributes:
        title: Of the sheet, with its number.
        says: What is said on the sheet before the table.
    """

    title: str
    says: tuple[str, ...]
    matter: Matter | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a report says.

    Attributes:
        publisher: The partnership.
        marking: Printed on each page, "" for none.
        made_on: The day it was published.
        details: Pairs such as ("Period", "July to September 2026").
        appendix: What the tables and the signs in them are, before the first of them.
    """

    title: str
    publisher: str
    marking: str
    made_on: date
    details: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    appendix: tuple[str, ...]
    sheets: tuple[Sheet, ...]
