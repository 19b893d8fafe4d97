"""What stands in the grid of one table, whatever sort of table it is."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from psg_desktop.domain.statistics.comparing import rule_of
from psg_desktop.domain.statistics.displays import DisplayRule
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Heading
from psg_desktop.papers.statistics.publication import OpenTable, Value
from psg_desktop.ui.statistics.reasons import Reason, Reasons
from psg_desktop.words import statistics
from psg_desktop.words import statistics_page as words

_LEGEND = {
    Reason.UNDER: words.LEGEND_UNDER,
    Reason.HELD: words.LEGEND_HELD,
    Reason.EITHER: words.LEGEND_EITHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A table as it is seen.

    Attributes:
        corner: What its rows are.
        cells: The words of each number, row by row.
        reasons: Why each is withheld; None where it is not.
        legend: What the signs mean, a line for each.
        said: What else is to be known of it.
    """

    title: str
    corner: str
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: tuple[tuple[str, ...], ...]
    reasons: tuple[tuple[Reason | None, ...], ...]
    legend: tuple[str, ...] = ()
    said: str = ""


def figures_of(published: PublishedTable, reasons: Reasons) -> Figures:
    """Give a table of counts with why each number that is withheld is."""
    table = published.table
    why = tuple(
        tuple(reasons.reason(cell, one) for cell, one in zip(cells, row, strict=True))
        for cells, row in zip(table.cells, published.shown, strict=True)
    )
    found = {one for row in why for one in row}
    return Figures(
        title=table.title,
        corner=table.row_header,
        rows=table.rows,
        columns=table.columns,
        cells=tuple(
            tuple(_words(one.number, reason) for one, reason in zip(row, said, strict=True))
            for row, said in zip(published.shown, why, strict=True)
        ),
        reasons=why,
        legend=tuple(_legend(found)),
        said=" ".join(_said(published)),
    )


def figures_of_plain(table: OpenTable) -> Figures:
    """Give a table that is not of counts of people, or was weighed as sums."""
    first, *others = table.headers
    return Figures(
        title=table.title,
        corner=first,
        rows=tuple(Heading(code="", label=str(row[0])) for row in table.rows),
        columns=tuple(Heading(code="", label=one) for one in others),
        cells=tuple(tuple(map(_value, row[1:])) for row in table.rows),
        reasons=tuple((None,) * len(others) for _ in table.rows),
        said=table.note,
    )


def _legend(found: Collection[Reason | None]) -> Iterator[str]:
    """Give a line for each sign; one sign that has two meanings gets one line for both."""
    for reason, said in _LEGEND.items():
        told_with_another = reason is Reason.UNDER and Reason.EITHER in found
        if reason in found and not told_with_another:
            yield said


def _words(number: int | None, reason: Reason | None) -> str:
    if number is not None:
        return f"{number:,}"
    return words.MARKED if reason is Reason.HELD else statistics.WITHHELD


def _value(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    return value if isinstance(value, str) else f"{value:,}"


def _said(published: PublishedTable) -> Iterator[str]:
    """Give what is counted, how it is shown, and what a reader is told of the rest."""
    yield words.counts(published.table.unit)
    every = [one for row in published.shown for one in row]
    used = {rule_of(one) for one in every if one.number is not None}
    if used:
        yield statistics.shown_sentence(tuple(one for one in DisplayRule if one in used))
    yield statistics.withheld_sentence(published.withheld, len(every), mixed=published.mixed)
