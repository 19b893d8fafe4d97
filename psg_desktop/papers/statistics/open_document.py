"""A book as .ods, with the same cells and the same look as the .xlsx; packed by odfdo.

Each sheet is made as XML in one go and handed to odfdo as an element: cell by cell, a large
release would take most of a minute. What its template brings along (its styles, its language,
its picture) is replaced.
"""

import zipfile
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from psg_desktop.papers.statistics import open_document_parts as parts
from psg_desktop.papers.statistics.books import Book, Line, Page
from psg_desktop.papers.statistics.publication import Value
from psg_desktop.papers.statistics.workbook import COVER_WIDTH, widths
from psg_desktop.words import statistics as words

if TYPE_CHECKING:
    from odfdo import Document

_LEFT_OUT: Final = ("Thumbnails/", "Configurations2/", "manifest.rdf")
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # of the zip format; the file says when it was published
_LETTERS: Final = 26


def draw_open_document(book: Book) -> bytes:
    """Draw a book: the same bytes for the same book."""
    from odfdo import Document, Element  # noqa: PLC0415 - takes a moment that start-up saves

    document = Document("spreadsheet")
    document.set_part("styles.xml", parts.STYLES.encode())
    document.set_part("settings.xml", parts.SETTINGS.format(tab=escape(words.COVER)).encode())
    document.set_part("meta.xml", _meta(book).encode())
    for one in (*parts.WIDTHS, *parts.ROWS):
        document.insert_style(one, automatic=True)
    document.body.clear()
    for sheet in (_cover(book.cover), *map(_sheet, book.pages), _ranges(book.pages)):
        document.body.append(Element.from_tag(sheet))
    _leave_out(document)
    made = BytesIO()
    document.save(made)
    return _packed(made)


def _leave_out(document: "Document") -> None:
    """Take out what the template holds beside a spreadsheet."""
    for part in list(document.parts):
        if part.startswith(_LEFT_OUT):
            document.del_part(part)
    for path in document.manifest.get_paths():
        if path.startswith(_LEFT_OUT):
            document.manifest.del_full_path(path)


def _packed(made: BytesIO) -> bytes:
    """Give the file without the time of its making, so that the same book makes the same bytes."""
    again = BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(again, "w") as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, _FIRST_DAY)
            info.compress_type = entry.compress_type
            new.writestr(info, old.read(entry))
    return again.getvalue()


def _meta(book: Book) -> str:
    return parts.META.format(
        title=escape(book.title), publisher=escape(book.publisher), day=book.published_on
    )


def _cover(lines: Iterable[Line]) -> str:
    rows = (_cover_cell(line, first=not place) for place, line in enumerate(lines))
    return _table(words.COVER, (COVER_WIDTH,), "".join(_row([one]) for one in rows))


def _cover_cell(line: Line, *, first: bool) -> str:
    if line.link:
        place = quoteattr(f"#'{line.link}'.A1")
        inside = f'<text:a xlink:type="simple" xlink:href={place}>{escape(line.words)}</text:a>'
        return _text_cell("Link", inside)
    return _text_cell("Title" if line.heading or first else "Body", escape(line.words))


def _sheet(page: Page) -> str:
    top = _row([_text_cell("Over_title", escape(page.title))])
    top += "".join(_row([_text_cell("Over", escape(one))]) for one in page.says)
    head = _row(_text_cell("Head", escape(one)) for one in page.grid.headers)
    body = "".join(_row(map(_cell, row)) for row in page.grid.rows)
    rows = f"{top}<table:table-header-rows>{head}</table:table-header-rows>{body}"
    return _table(page.tab, widths(page.grid), rows)


def _table(tab: str, across: Iterable[int], rows: str) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="w{one}" table:default-cell-style-name="Default"/>'
        for one in across
    )
    name = quoteattr(tab)
    return f'<table:table table:name={name} table:style-name="sheet">{columns}{rows}</table:table>'


def _row(cells: Iterable[str]) -> str:
    return f'<table:table-row table:style-name="fitting">{"".join(cells)}</table:table-row>'


def _cell(value: Value) -> str:
    if isinstance(value, str):
        sign = value.startswith("[") and value.endswith("]")
        return _text_cell("Sign" if sign else "Body", escape(value))
    style, seen = (
        ("Money", f"{value:,.2f}") if isinstance(value, Decimal) else ("Number", f"{value:,}")
    )
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="float" '
        f'office:value="{value}"><text:p>{seen}</text:p></table:table-cell>'
    )


def _text_cell(style: str, inside: str) -> str:
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">'
        f"<text:p>{inside}</text:p></table:table-cell>"
    )


def _ranges(pages: Iterable[Page]) -> str:
    return f"<table:database-ranges>{''.join(map(_range, pages))}</table:database-ranges>"


def _range(page: Page) -> str:
    top = len(page.says) + 2
    last = _letters(len(page.grid.headers))
    first_cell, last_cell = (
        f"'{page.tab}'.A{top}",
        f"'{page.tab}'.{last}{top + len(page.grid.rows)}",
    )
    return (
        f'<table:database-range table:name="{page.name}" table:contains-header="true" '
        'table:display-filter-buttons="false" table:target-range-address='
        f"{quoteattr(f'{first_cell}:{last_cell}')}/>"
    )


def _letters(column: int) -> str:
    """Give the letters of a column, counted from 1."""
    return "".join(_backwards(column))[::-1]


def _backwards(column: int) -> Iterator[str]:
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        yield chr(ord("A") + rest)
