"""Tables of a release as a section prints them: without what is withheld altogether."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from psg_desktop.domain.statistics.comparing import direction
from psg_desktop.domain.statistics.displays import Shown
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Heading
from psg_desktop.papers.board_report import charts
from psg_desktop.papers.board_report.charts import Bar, Chart
from psg_desktop.papers.board_report.parts import Matter, Part, Picture, Sentence
from psg_desktop.papers.board_report.reading import ALL, MAPPED, NOW, QUARTER_BEFORE, YEAR_BEFORE
from psg_desktop.papers.statistics.publication import Value
from psg_desktop.words import board_findings, board_report
from psg_desktop.words import statistics as words

_MOST_BARS = _MOST_ROWS = 12
# Of more rows the period alone is drawn: two bars to each take half a page.
_MOST_PAIRS = 6
_Row = tuple[Heading, tuple[Shown, ...]]
_EARLIER = (YEAR_BEFORE, QUARTER_BEFORE, NOW)


@dataclass(slots=True)
class Told:
    """What a section says of some tables.

    Attributes:
        parts: In order.
        withheld: Titles of tables of which nothing is shown.
        totals: Titles of tables of which the totals alone are shown.
    """

    parts: list[Part] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    totals: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether no table was there at all."""
        return not (self.parts or self.withheld or self.totals)

    def take(self, published: PublishedTable, pictures: Callable[[], Sequence[Part]]) -> None:
        """Take a table, or its title alone where there is nothing to print.

        Args:
            published: The table.
            pictures: Gives its chart or map, if it has one.
        """
        rows = tuple(_printed(published))
        if not rows:
            self.withheld.append(published.table.title)
        elif all(heading.code == ALL for heading, _ in rows) and len(published.shown) > 1:
            self.totals.append(published.table.title)
        else:
            self.parts += pictures()
            self.parts.append(matter(published))
            self.parts += _left_out(published)

    def closed(self, nothing: str) -> tuple[Part, ...]:
        """Give everything, with a sentence on what is not printed; *nothing* if that is all."""
        if self.is_empty:
            return (Sentence(words=nothing),)
        if not self.parts and not self.totals:
            return (Sentence(words=board_report.SECTION_WITHHELD),)
        said = [board_report.only_totals(self.totals)] if self.totals else []
        said += [board_report.tables_withheld(self.withheld)] if self.withheld else []
        return (*self.parts, *(Sentence(words=one) for one in said))


def matter(published: PublishedTable) -> Matter:
    """Give a table without rows, or columns that divide, of which nothing is shown."""
    table, compared = published.table, _compared(published)
    places, rows = tuple(_columns(published)), _chosen(published)
    said = [
        words.direction(direction(shown[0], shown[compared])) if compared else ""
        for _, shown in rows
    ]
    told = any(one not in ("", words.WITHHELD) for one in said)
    columns = (table.columns[place].label for place in places)
    return Matter(
        title=table.title,
        headers=(table.row_header, *columns, *([board_report.CHANGE] if told else [])),
        rows=tuple(
            (heading.label, *(value(shown[place]) for place in places), *([change] if told else []))
            for (heading, shown), change in zip(rows, said, strict=True)
        ),
    )


def _columns(published: PublishedTable) -> Iterator[int]:
    """Give the places of the columns to print: periods always, categories where they show."""
    periods = published.table.columns[0].code == NOW
    for place in range(len(published.table.columns)):
        if periods or any(row[place].number is not None for row in published.shown):
            yield place


def _left_out(published: PublishedTable) -> Iterator[Sentence]:
    table = published.table
    kept = {heading for heading, _ in _printed(published)}
    places = set(_columns(published))
    rows = [one.label for one in table.rows if one not in kept]
    columns = [one.label for place, one in enumerate(table.columns) if place not in places]
    if rows or columns:
        yield Sentence(words=board_report.left_out(rows, columns))
    if len(_chosen(published)) < len(kept):
        yield Sentence(words=board_report.highest_rows(_MOST_ROWS))


def value(one: Shown) -> Value:
    """Give a number as a table has it."""
    return words.WITHHELD if one.number is None else one.number


def over_time(published: PublishedTable, row: str, source: str) -> tuple[Part, ...]:
    """Give a chart of one row by period, the earliest first; none for fewer than two numbers."""
    table = published.table
    rows = [one.code for one in table.rows]
    columns = {one.code: place for place, one in enumerate(table.columns)}
    if row not in rows:
        return ()
    label, shown = table.rows[rows.index(row)].label, published.shown[rows.index(row)]
    found = [(columns[one], shown[columns[one]]) for one in _EARLIER if one in columns]
    if sum(one.number is not None for _, one in found) < 2:  # noqa: PLR2004 nothing to compare
        return ()
    chart = Chart(
        measure=label,
        series=(label,),
        bars=tuple(
            Bar(label=table.columns[place].label, numbers=(one.number,)) for place, one in found
        ),
    )
    return (_picture(chart, _risen(label, shown, columns), source),)


def _risen(label: str, shown: Sequence[Shown], columns: dict[str, int]) -> str:
    now = shown[columns[NOW]] if NOW in columns else None
    if now is None or now.number is None:
        return board_findings.compared_title(label, "", [])
    said = [
        board_findings.comparison(
            direction(now, shown[columns[code]]), before, shown[columns[code]]
        )
        for code, before in (
            (QUARTER_BEFORE, board_report.THE_QUARTER_BEFORE),
            (YEAR_BEFORE, board_report.THE_YEAR_BEFORE),
        )
        if code in columns
    ]
    return board_findings.compared_title(label, board_findings.amount(now), said)


def by_row(published: PublishedTable, source: str) -> tuple[Part, ...]:
    """Give a chart of the rows beside the total, where two of them or more are shown."""
    table = published.table
    if not table.columns or not _of_one_measure(published):
        return ()
    rows = [
        (heading, shown)
        for heading, shown in _printed(published)
        if heading.code != ALL and shown[0].number is not None
    ]
    if len(rows) < 2:  # noqa: PLR2004 one bar has nothing to be compared with
        return ()
    places, first = _series(published, rows), table.columns[0]
    measure = table.title if first.code == ALL else f"{table.title}, {first.label}"
    drawn = _highest(rows, _MOST_BARS)
    chart = Chart(
        measure=measure if drawn == rows else board_report.highest_only(measure, len(drawn)),
        series=tuple(table.columns[place].label for place in places),
        bars=tuple(
            Bar(label=heading.label, numbers=tuple(shown[place].number for place in places))
            for heading, shown in drawn
        ),
    )
    most = max((shown[0] for _, shown in rows), key=lambda one: one.number or 0)
    top = [heading.label for heading, shown in rows if shown[0].number == most.number]
    return (_picture(chart, board_findings.highest(top, most), source),)


def _highest(rows: list[_Row], most: int) -> list[_Row]:
    """Give the rows with the highest numbers of the first column, in their order."""
    ranked = sorted(rows, key=lambda row: -(row[1][0].number or 0))[:most]
    return [row for row in rows if row in ranked]


def _series(published: PublishedTable, rows: Sequence[_Row]) -> tuple[int, ...]:
    """Give the places of the period and of the one before it, where anything of that is shown."""
    before = _compared(published)
    shown = before is not None and any(row[before].number is not None for _, row in rows)
    paired = shown and len(rows) <= _MOST_PAIRS
    return (0, before) if before is not None and paired else (0,)


def _compared(published: PublishedTable) -> int | None:
    """Give the place of the period that the first column is compared with."""
    codes = [one.code for one in published.table.columns]
    if not codes or codes[0] != NOW:
        return None
    return next((codes.index(one) for one in (QUARTER_BEFORE, YEAR_BEFORE) if one in codes), None)


def _of_one_measure(published: PublishedTable) -> bool:
    return len({row[0].measure for row in published.table.cells if row}) == 1 and all(
        row.code == ALL or cells[0].where
        for row, cells in zip(published.table.rows, published.table.cells, strict=True)
    )


def _chosen(published: PublishedTable) -> list[_Row]:
    """Give the rows to print: the total, and as many others as can be read at a meeting."""
    rows = list(_printed(published))
    if published.table.code in MAPPED:
        return rows
    others = _highest([row for row in rows if row[0].code != ALL], _MOST_ROWS)
    return [row for row in rows if row[0].code == ALL or row in others]


def _printed(published: PublishedTable) -> Iterator[_Row]:
    for heading, shown in zip(published.table.rows, published.shown, strict=True):
        if any(one.number is not None for one in shown):
            yield heading, shown


def _picture(chart: Chart, title: str, source: str) -> Picture:
    return Picture(title=title, subtitle=chart.measure, source=source, sketch=charts.drawn(chart))
