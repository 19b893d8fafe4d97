"""Tables of counts as pages: wide as they stand on a sheet, and with one row for each number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from psg_desktop.domain.referrals import ReferralOutcome
from psg_desktop.domain.statistics import matters
from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.comparing import direction, percentage, rule_of
from psg_desktop.domain.statistics.displays import FLOOR, DisplayRule, Shown
from psg_desktop.domain.statistics.happenings import NOT_RECORDED
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.papers.statistics import texts
from psg_desktop.papers.statistics.books import Grid, Page
from psg_desktop.papers.statistics.publication import Value
from psg_desktop.words import periods
from psg_desktop.words import statistics as words

STEPS = {DisplayRule.EXACT: 1, DisplayRule.NEAREST_FIVE: 5, DisplayRule.NEAREST_THREE: 3}
EVERYTHING = "*"
BAR = "|"
# Codes of the row and the columns that the tables of the board give these meanings.
_ALL, _NOW, _EARLIER = "all", "this_period", ("quarter_before", "year_before")
_MONTHS_OF_A_QUARTER = 3
# Measures that are part of others name some codes of these only; whoever reads the files must
# know that there are others, or takes the part for the whole.
_REST: dict[str, tuple[str, ...]] = {
    "before": (matters.NOT_BEFORE,),
    "outcome": (*(one.value for one in ReferralOutcome), NOT_RECORDED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A column worked out from displayed numbers: its headings, and a value for each row."""

    heading: str
    name: str
    values: tuple[Value, ...]


def figures_page(published: PublishedTable, name: str, tab: str) -> Page:
    """Give the page of a table of counts.

    Args:
        published: The table as readers have it.
        name: Of the table object.
        tab: Of the sheet.
    """
    table = published.table
    rows = texts.headings(one.label for one in table.rows)
    columns = texts.headings(one.label for one in table.columns)
    said = (*_percentages(published), *_comparisons(published))
    first = table.row_header or words.ROWS
    wide = texts.headings((first, *columns, *(one.heading for one in said)))
    return Page(
        name=name,
        tab=tab,
        title=texts.plain(table.title) or words.NAMELESS,
        says=_says(published, name),
        grid=Grid(headers=wide, rows=tuple(_wide(published, rows, said))),
        tidy=_tidy(published, rows, wide[1 : len(columns) + 1], said),
        lists=frozenset({"period", *_variables(published)}),
        protection=_protection(published, name),
    )


def variables_of(tables: Sequence[PublishedTable]) -> dict[str, list[str]]:
    """Give every variable that the cells of some tables ask about, with every code it has."""
    found: dict[str, set[str]] = {}
    for cell in (cell for one in tables for cell in one.table.every_cell):
        for variable, codes in cell.where:
            rest = _REST.get(variable, ())
            found.setdefault(variable, set()).update(map(texts.code, (*codes, *rest)))
    return {variable: sorted(codes) for variable, codes in sorted(found.items())}


def quarter_code(quarter: date) -> str:
    """Give a quarter as it stands in the files, such as "2026Q3"."""
    return f"{quarter.year}Q{(quarter.month - 1) // _MONTHS_OF_A_QUARTER + 1}"


def _wide(
    published: PublishedTable, rows: Sequence[str], said: Sequence[_Said]
) -> Iterator[tuple[Value, ...]]:
    for place, (label, shown) in enumerate(zip(rows, published.shown, strict=True)):
        yield (label, *map(_value, shown), *(one.values[place] for one in said))


def _tidy(
    published: PublishedTable, rows: Sequence[str], columns: Sequence[str], said: Sequence[_Said]
) -> Grid:
    variables = _variables(published)
    headers = ("row", "column", "period", "measure", *variables, "value", "status")
    found = []
    for place, (cells, shown) in enumerate(
        zip(published.table.cells, published.shown, strict=True)
    ):
        for across, (cell, one) in enumerate(zip(cells, shown, strict=True)):
            more = (column.values[place] if not across else words.NOT_APPLICABLE for column in said)
            found.append(
                (rows[place], columns[across], *_place(cell, variables), _value(one),
                 _status(one), *more)
            )  # fmt: skip
    names = texts.headings((*headers, *(one.name for one in said)))
    return Grid(headers=names, rows=tuple(found))


def _place(cell: Cell, variables: Sequence[str]) -> Iterator[str]:
    """Give where a number belongs: its quarters, its measure, and its codes of each variable."""
    yield BAR.join(map(quarter_code, cell.quarters))
    yield texts.code(cell.measure)
    where = dict(cell.where)
    for variable in variables:
        codes = where.get(variable)
        yield EVERYTHING if codes is None else BAR.join(sorted(map(texts.code, codes)))


def _variables(published: PublishedTable) -> list[str]:
    return list(variables_of([published]))


def _value(one: Shown) -> Value:
    return words.WITHHELD if one.number is None else one.number


def _status(one: Shown) -> str:
    return words.WITHHELD if one.number is None else rule_of(one).value


def _percentages(published: PublishedTable) -> Iterator[_Said]:
    """Give the share of each row in the first one, where that is of everything and large enough."""
    table = published.table
    if len(table.rows) < 2 or table.rows[0].code != _ALL or not table.columns:  # noqa: PLR2004 a total and a part
        return
    base, first = published.shown[0][0], table.cells[0][0]
    shares: list[Value] = [words.NOT_APPLICABLE]
    for cells, shown in zip(table.cells[1:], published.shown[1:], strict=True):
        same = (cells[0].measure, cells[0].quarters) == (first.measure, first.quarters)
        share = percentage(shown[0], base) if same else None
        withheld = shown[0].number is None
        shares.append(
            share if share is not None else words.WITHHELD if withheld else words.NOT_APPLICABLE
        )
    if any(isinstance(one, int) for one in shares):
        heading = words.percentage_heading(table.columns[0].label)
        yield _Said(heading=heading, name="percentage", values=tuple(shares))


def _comparisons(published: PublishedTable) -> Iterator[_Said]:
    """Say how each number of the period stands to those of earlier periods beside it."""
    columns = published.table.columns
    if not columns or columns[0].code != _NOW:
        return
    for place, column in enumerate(columns):
        if column.code in _EARLIER:
            yield _Said(
                heading=words.compared_heading(column.label),
                name=f"compared_with_{column.code}",
                values=tuple(
                    words.direction(direction(row[0], row[place])) for row in published.shown
                ),
            )


def _rules(published: PublishedTable) -> tuple[DisplayRule, ...]:
    there = {rule_of(one) for row in published.shown for one in row}
    return tuple(rule for rule in STEPS if rule in there)


def _says(published: PublishedTable, name: str) -> tuple[str, ...]:
    table = published.table
    there = len(table.every_cell)
    return (
        texts.plain(words.sheet_says(table.unit, periods.period(table.period), name)),
        words.shown_sentence(_rules(published)),
        words.withheld_sentence(published.withheld, there, mixed=published.mixed),
    )


def _protection(published: PublishedTable, name: str) -> dict[str, object]:
    return {
        "name": name,
        "people": True,
        "population": published.table.population,
        "unit": published.table.unit,
        "display_rule": published.rule.value,
        "step": STEPS.get(published.rule),
        "totals_rule": published.totals_rule.value,
        "floor": FLOOR,
        "mixed": published.mixed,
        "withheld": published.withheld,
    }
