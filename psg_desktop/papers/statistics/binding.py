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
from psg_desktop.papers.statistics.silent_tables import CODE as SILENT
from psg_desktop.papers.statistics.silent_tables import divide, silent_page
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
    unbound = _unbound(publication)
    return Book(
        stem=stem(publication),
        title=title,
        publisher=texts.plain(publication.partnership),
        published_on=dates.iso(release.published_at.date()),
        cover=tuple(_cover(publication, title, pages)),
        pages=pages,
        unbound=unbound,
        release=_told(release),
    )


def stem(publication: Publication) -> str:
    """Give what the names of all files of a release begin with."""
    period = publication.release.period.code
    parts = ("psg-statistics", publication.district, period, publication.subject)
    return "-".join(filter(None, map(texts.slug, parts)))


def _pages(publication: Publication) -> Iterator[Page]:
    release, divided = publication.release, divide(publication.release.tables)
    names = iter(_names(publication))
    tabs = iter(texts.tab_names(_tabs(publication)))
    next(tabs)
    yield _definitions(publication, next(names), next(tabs))
    certificate = _certificate(release, next(names), next(tabs))
    for one in divided.shown:
        yield figures_page(one, next(names), next(tabs))
    if divided.silent:
        yield silent_page(divided.silent, next(names), next(tabs))
    if release.cohorts:
        yield demand_page(release.cohorts, next(names), next(tabs))
    for shown in publication.open_tables:
        yield _open_page(shown, next(names), next(tabs))
    yield certificate


def _unbound(publication: Publication) -> tuple[Page, ...]:
    silent = divide(publication.release.tables).silent
    names = _names(publication)
    last = names[len(names) - len(silent) :]
    return tuple(figures_page(one, name, "") for one, name in zip(silent, last, strict=True))


def _names(publication: Publication) -> Sequence[str]:
    """Give the names of all tables in the order of the pages, those without a sheet last."""
    divided = divide(publication.release.tables)
    codes = [one.table.code for one in divided.shown]
    codes += [SILENT] if divided.silent else []
    codes += [DEMAND] if publication.release.cohorts else []
    codes += [one.code for one in publication.open_tables]
    codes += [one.table.code for one in divided.silent]
    return texts.table_names((*_OWN, *codes))


def _tabs(publication: Publication) -> Iterator[str]:
    """Give the wishes for tabs, the fixed ones first so that these stay as they are."""
    yield from (words.COVER, words.DEFINITIONS, words.CERTIFICATE)
    divided = divide(publication.release.tables)
    titles = [one.table.title for one in divided.shown]
    titles += [words.SILENT_TITLE] if divided.silent else []
    titles += [demand_words.TITLE] if publication.release.cohorts else []
    titles += [one.title for one in publication.open_tables]
    yield from (f"{number} {title}" for number, title in enumerate(titles, start=1))


def _page(name: str, tab: str, title: str, says: str, grid: Grid) -> Page:
    people: dict[str, object] = {"name": name, "people": False}
    return Page(
        name=name, tab=tab, title=texts.plain(title) or words.NAMELESS, says=(texts.plain(says),),
        grid=grid, tidy=grid, protection=people,
    )  # fmt: skip


def _definitions(publication: Publication, name: str, tab: str) -> Page:
    rows = tuple((one.name, one.meaning, one.unit, one.source) for one in publication.definitions)
    grid = _grid(words.DEFINITION_HEADINGS, rows)
    says = words.DEFINITIONS_SAY
    return _page(name, tab, words.DEFINITIONS_TITLE, says, grid)


def _certificate(release: StatisticsRelease, name: str, tab: str) -> Page:
    grid = Grid(headers=(words.ITEM, words.ENTRY), rows=tuple(certificate_rows(release)))
    title, says = words.CERTIFICATE_TITLE, words.CERTIFICATE_SAYS
    return _page(name, tab, title, says, grid)


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
