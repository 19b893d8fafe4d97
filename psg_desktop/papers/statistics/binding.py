"""A release bound into one book: its cover, its tables, the definitions and the certificate."""

from collections.abc import Iterator, Sequence

from psg_desktop.domain.statistics.displays import FLOOR
from psg_desktop.domain.statistics.measures import MEASURES
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.papers.statistics import texts
from psg_desktop.papers.statistics.books import Book, Grid, Line, Page
from psg_desktop.papers.statistics.certificates import certificate_rows
from psg_desktop.papers.statistics.demand_table import CODE as DEMAND
from psg_desktop.papers.statistics.demand_table import demand_page
from psg_desktop.papers.statistics.figures import STEPS, figures_page, variables_of
from psg_desktop.papers.statistics.publication import OpenTable, Publication, Value
from psg_desktop.words import dates, periods
from psg_desktop.words import statistics as words
from psg_desktop.words import statistics_demand as demand_words

FORMAT = "psg-statistics-1"
_OWN = ("definitions", "certificate")
# What stands at the end of a quarter follows from the quarter before it.
_IDENTITIES = (
    ("open_at_end", ("opened",), ("closed",)),
    ("undecided_at_end", ("referred",), ("decided",)),
)


def bound(publication: Publication) -> Book:
    """Bind everything that the files of a release say."""
    release = publication.release
    period = periods.period(release.period)
    title = texts.plain(words.title(publication.partnership, period))
    pages = tuple(_pages(publication))
    return Book(
        stem=stem(publication),
        title=title,
        publisher=texts.plain(publication.partnership),
        published_on=dates.iso(release.published_at.date()),
        cover=tuple(_cover(publication, title, pages)),
        pages=pages,
        release=_told(release),
    )


def stem(publication: Publication) -> str:
    """Give what the names of all files of a release begin with."""
    period = publication.release.period.code
    parts = ("psg-statistics", publication.district, period, publication.subject)
    return "-".join(filter(None, map(texts.slug, parts)))


def _pages(publication: Publication) -> Iterator[Page]:
    tables, open_tables = publication.release.tables, publication.open_tables
    cohorts = publication.release.cohorts
    codes = [one.table.code for one in tables] + ([DEMAND] if cohorts else [])
    codes += [one.code for one in open_tables]
    names = texts.table_names((*_OWN, *codes))
    tabs = texts.tab_names(_tabs(publication))
    yield _definitions(publication, names[0])
    for one, name, tab in zip(tables, names[2:], tabs[3:], strict=False):
        yield figures_page(one, name, tab)
    done = len(tables)
    if cohorts:
        yield demand_page(cohorts, names[2 + done], tabs[3 + done])
        done += 1
    for shown, name, tab in zip(open_tables, names[2 + done :], tabs[3 + done :], strict=True):
        yield _open_page(shown, name, tab)
    yield _certificate(publication.release, names[1])


def _tabs(publication: Publication) -> Iterator[str]:
    """Give the wishes for tabs, the fixed ones first so that these stay as they are."""
    yield from (words.COVER, words.DEFINITIONS, words.CERTIFICATE)
    titles = [one.table.title for one in publication.release.tables]
    titles += [demand_words.TITLE] if publication.release.cohorts else []
    titles += [one.title for one in publication.open_tables]
    yield from (f"{number} {title}" for number, title in enumerate(titles, start=1))


def _page(name: str, tab: str, title: str, says: str, grid: Grid) -> Page:
    people: dict[str, object] = {"name": name, "people": False}
    return Page(
        name=name, tab=tab, title=texts.plain(title) or words.NAMELESS, says=(texts.plain(says),),
        grid=grid, tidy=grid, protection=people,
    )  # fmt: skip


def _definitions(publication: Publication, name: str) -> Page:
    rows = tuple((one.name, one.meaning, one.unit, one.source) for one in publication.definitions)
    grid = _grid(words.DEFINITION_HEADINGS, rows)
    says = words.DEFINITIONS_SAY
    return _page(name, words.DEFINITIONS, words.DEFINITIONS_TITLE, says, grid)


def _certificate(release: StatisticsRelease, name: str) -> Page:
    grid = Grid(headers=(words.ITEM, words.ENTRY), rows=tuple(certificate_rows(release)))
    title, says = words.CERTIFICATE_TITLE, words.CERTIFICATE_SAYS
    return _page(name, words.CERTIFICATE, title, says, grid)


def _open_page(shown: OpenTable, name: str, tab: str) -> Page:
    says = words.open_sheet_says(name, shown.note)
    return _page(name, tab, shown.title, says, _grid(shown.headers, shown.rows))


def _grid(headers: Sequence[str], rows: Sequence[Sequence[Value]]) -> Grid:
    """Give a table without an empty cell; one without rows gets one that says so."""
    filled = tuple(tuple(map(_filled, row)) for row in rows)
    nothing = ((words.NOT_APPLICABLE,) * len(headers),)
    return Grid(headers=texts.headings(headers), rows=filled or nothing)


def _filled(value: Value) -> Value:
    if isinstance(value, str):
        return texts.plain(value) or words.NOT_APPLICABLE
    return value


def _cover(publication: Publication, title: str, pages: Sequence[Page]) -> Iterator[Line]:
    yield Line(words=title)
    yield _line(words.cover_says(publication.district))
    yield _head(words.ABOUT)
    yield from map(_line, _about(publication))
    yield _head(words.CONTENTS)
    for page in pages:
        yield Line(words=texts.plain(words.content(page.tab, page.title)), link=page.tab)
    corrections = publication.corrections or (words.NO_CORRECTIONS,)
    sums = (demand_words.NOTE_LINE,) if publication.release.cohorts else ()
    for heading, lines in (
        (words.PROTECTION, words.PROTECTION_LINES),
        (words.SHORTHAND, words.SIGNS),
        (words.NOTES, (*words.NOTE_LINES, *sums)),
        (words.METHOD, words.METHOD_LINES),
        (words.CORRECTIONS, (words.STANDING, *corrections)),
        (words.LICENCE, (words.LICENCE_LINE,)),
    ):
        yield _head(heading)
        yield from map(_line, lines)


def _about(publication: Publication) -> Iterator[str]:
    release = publication.release
    if release.withdrawn_on is not None:
        yield words.withdrawn(dates.prose(release.withdrawn_on), release.withdrawn_because)
    yield words.published(dates.prose(release.published_at.date()))
    yield words.data_taken(dates.prose(release.data_on))
    due = publication.next_release
    yield words.next_update(dates.prose(due) if due else words.NOT_PLANNED)
    yield words.contact(publication.contact)


def _line(given: str) -> Line:
    return Line(words=texts.plain(given) or words.NOT_APPLICABLE)


def _head(given: str) -> Line:
    return Line(words=given, heading=True)


def _told(release: StatisticsRelease) -> dict[str, object]:
    used = {cell.measure for one in release.tables for cell in one.table.every_cell}
    stocks = {one.counts.code for one in MEASURES.values() if one.counts.stock}
    withdrawn = release.withdrawn_on
    return {
        "format": FORMAT,
        "period": release.period.code,
        "data_on": dates.iso(release.data_on),
        "published_on": dates.iso(release.published_at.date()),
        "withdrawn_on": dates.iso(withdrawn) if withdrawn else None,
        "floor": FLOOR,
        "steps": {rule.value: step for rule, step in STEPS.items()},
        "markers": dict(zip(_MARKERS, words.SIGNS, strict=False)),
        "variables": variables_of(release.tables),
        "stocks": sorted(used & stocks),
        "identities": [
            {"measure": measure, "plus": plus, "minus": minus}
            for measure, plus, minus in _IDENTITIES
            if used.issuperset({measure, *plus, *minus})
        ],
    }


_MARKERS = (words.WITHHELD, words.NOT_AVAILABLE, words.NOT_APPLICABLE, words.LOW)
