"""Tables of which every part is withheld: one sheet tells what there is of all of them.

A workbook of sheets with nothing but [c] hides what there is to read. Nothing is kept back: what
such a table shows are totals, and they stand here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.papers.statistics import texts
from psg_desktop.papers.statistics.books import Grid, Page
from psg_desktop.papers.statistics.publication import Value
from psg_desktop.words import statistics as words

CODE = "withheld_tables"


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """Tables with a sheet of their own, and those without."""

    shown: tuple[PublishedTable, ...]
    silent: tuple[PublishedTable, ...]


def divide(tables: Sequence[PublishedTable]) -> Divided:
    """Tell tables that say something from silent ones; a table by itself has its sheet anyway."""
    if len(tables) == 1:
        return Divided(shown=tuple(tables), silent=())
    return Divided(
        shown=tuple(one for one in tables if not one.silent),
        silent=tuple(one for one in tables if one.silent),
    )


def silent_page(silent: Sequence[PublishedTable], name: str, tab: str) -> Page:
    """Give the page of all silent tables: a row for each of their totals."""
    rows = tuple(row for one in silent for row in _rows(one))
    grid = Grid(headers=words.SILENT_HEADINGS, rows=rows)
    return Page(
        name=name,
        tab=tab,
        title=words.SILENT_TITLE,
        says=(words.SILENT_SAYS,),
        grid=grid,
        tidy=grid,
        # What it tells stands in the files of the tables themselves.
        protection={"name": name, "people": True, "kind": "repeated"},
    )


def _rows(published: PublishedTable) -> Iterator[tuple[Value, ...]]:
    table = published.table
    parts = {cell for line in table.lines for cell in line.cells}
    for heading, cells, shown in zip(table.rows, table.cells, published.shown, strict=True):
        for column, cell, one in zip(table.columns, cells, shown, strict=True):
            if cell not in parts:
                yield (
                    texts.plain(table.title) or words.NAMELESS,
                    texts.plain(heading.label) or words.NAMELESS,
                    texts.plain(column.label) or words.NAMELESS,
                    words.WITHHELD if one.number is None else one.number,
                )
