"""The tables of a book as CSV with their description in JSON, by the W3C's CSV on the Web.

Source: "Metadata Vocabulary for Tabular Data", W3C Recommendation of 17 December 2015. What the
description holds beside it is in `docs/statistics-files.md`.
"""

import csv
import io
import json
import re
from typing import Final

from psg_desktop.papers.statistics.books import Book, Page
from psg_desktop.papers.statistics.figures import BAR
from psg_desktop.words import statistics as words

RELEASE: Final = "urn:psg-desktop:release"
PROTECTION: Final = "urn:psg-desktop:protection"
_LICENCE: Final = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
# Of a column, as the vocabulary allows it; those that begin with "column_" are given by place.
_NAME: Final = re.compile(r"(?!column_)[a-z][a-z0-9_]*")
_SIGNS: Final = [words.WITHHELD, words.NOT_AVAILABLE, words.NOT_APPLICABLE]


def csv_name(book: Book, page: Page) -> str:
    """Give the name of the file of a table."""
    return f"{book.stem}-{page.name.replace('_', '-')}.csv"


def draw_csv(page: Page) -> bytes:
    """Give a table as CSV."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(page.tidy.headers)
    writer.writerows(page.tidy.rows)
    return made.getvalue().encode()


def draw_description(book: Book) -> bytes:
    """Give the description of all tables of a book as JSON."""
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "@type": "TableGroup",
        "dc:title": book.title,
        "dc:publisher": book.publisher,
        "dc:issued": book.published_on,
        "dc:license": {"@id": _LICENCE},
        "dc:description": [line.words for line in book.cover],
        RELEASE: book.release,
        "tables": [_table(book, page) for page in book.files],
    }
    return json.dumps(described, ensure_ascii=False, indent=2).encode() + b"\n"


def _table(book: Book, page: Page) -> dict[str, object]:
    return {
        "url": csv_name(book, page),
        "dc:title": page.title,
        "dc:description": list(page.says),
        "tableSchema": {
            "columns": [_column(page, place) for place in range(len(page.tidy.headers))]
        },
        PROTECTION: dict(page.protection),
    }


def _column(page: Page, place: int) -> dict[str, object]:
    heading = page.tidy.headers[place]
    name = heading if _NAME.fullmatch(heading) else f"column_{place + 1}"
    found: dict[str, object] = {"name": name, "titles": heading}
    values = [row[place] for row in page.tidy.rows]
    if heading in page.lists:
        return {**found, "datatype": "string", "separator": BAR}
    numbers = [one for one in values if not isinstance(one, str)]
    if numbers and all(not isinstance(one, str) or one in _SIGNS for one in values):
        whole = all(isinstance(one, int) for one in numbers)
        return {**found, "datatype": "integer" if whole else "decimal", "null": _SIGNS}
    return {**found, "datatype": "string"}
