"""What the board report says, section by section, from a publication and nothing else."""

from collections.abc import Iterator
from datetime import date

from psg_desktop.domain.statistics.periods import Period, PeriodKind
from psg_desktop.papers.board_report.findings import findings
from psg_desktop.papers.board_report.opened import open_section
from psg_desktop.papers.board_report.parts import Matter, Part, Report, Section, Sentence, Sheet
from psg_desktop.papers.board_report.sections import Ground, counted_sections
from psg_desktop.papers.statistics.binding import bound
from psg_desktop.papers.statistics.books import Page
from psg_desktop.papers.statistics.publication import Publication, Value
from psg_desktop.papers.statistics.silent_tables import CODE as SILENT
from psg_desktop.words import board_report as words
from psg_desktop.words import dates, periods
from psg_desktop.words import statistics as signs
from psg_desktop.words import statistics_demand as demand

_QUARTERS_OF_A_YEAR = 4
_DIGITS = 12


def report_of(publication: Publication, ground: Ground) -> Report:
    """Tell the report of a release: the same for the same publication.

    Args:
        publication: The release with what its files say.
        ground: What the map of wards is drawn on.
    """
    release = publication.release
    period = periods.period(release.period)
    book = bound(publication)
    return Report(
        title=words.title(publication.partnership, period),
        publisher=publication.partnership,
        marking=words.SAMPLE if publication.sample else "",
        made_on=release.published_at.date(),
        details=tuple(_details(publication)),
        sections=tuple(_sections(publication, ground)),
        appendix=(words.APPENDIX_SAYS, *signs.SIGNS, *_notes(publication)),
        sheets=tuple(map(_sheet, book.pages)),
    )


def next_last_day(period: Period) -> date:
    """Give the last day of the period that is reported next."""
    year = period.kind is PeriodKind.YEAR
    return period.shifted(_QUARTERS_OF_A_YEAR if year else 1).last_day


def _details(publication: Publication) -> Iterator[tuple[str, str]]:
    release = publication.release
    published = dates.prose(release.published_at.date())
    yield words.AIM, words.AIM_SAYS
    yield words.PRODUCED_BY, publication.partnership
    yield words.COVERAGE, publication.district or words.NO_AREA
    yield words.PERIOD, periods.period(release.period)
    yield words.DATA_ON, dates.prose(release.data_on)
    yield words.PUBLISHED_ON, published
    yield words.STATUS, _status(publication)
    yield words.VERSION, words.version(published, release.certificate.digest[:_DIGITS])


def _status(publication: Publication) -> str:
    gone = publication.release.withdrawn_on
    return words.PUBLIC if gone is None else words.withdrawn(dates.prose(gone))


def _purpose(publication: Publication, period: str) -> Iterator[str]:
    release = publication.release
    if release.withdrawn_on is not None:
        yield words.withdrawn(dates.prose(release.withdrawn_on), release.withdrawn_because)
    yield words.purpose(publication.partnership, period)


def _sections(publication: Publication, ground: Ground) -> Iterator[Section]:
    period = periods.period(publication.release.period)
    source = words.source(publication.partnership, period)
    yield _section(words.PURPOSE, *_purpose(publication, period))
    yield _section(words.RECOMMENDATION, words.RECOMMENDED)
    yield _section(words.FINDINGS, *findings(publication))
    yield from counted_sections(publication.release, source, ground)
    yield open_section(publication)
    yield _section(words.METHOD, *_method(publication))


def _method(publication: Publication) -> Iterator[str]:
    yield words.ROUNDED
    yield words.COMPARED
    yield words.CHECKED
    yield from publication.corrections
    yield words.contact(publication.contact)
    due = publication.next_release
    if due is not None:
        yield words.next_release(dates.prose(due))
    else:
        yield words.next_expected(dates.prose(next_last_day(publication.release.period)))
    yield words.LICENCE


def _notes(publication: Publication) -> tuple[str, ...]:
    sums = (demand.NOTE_LINE,) if publication.release.cohorts else ()
    return (*signs.NOTE_LINES, *sums)


def _section(title: str, *said: str) -> Section:
    parts: tuple[Part, ...] = tuple(Sentence(words=one) for one in said)
    return Section(title=title, parts=parts)


def _sheet(page: Page) -> Sheet:
    title = signs.content(page.tab, page.title)
    rows = page.grid.rows
    if page.protection["people"]:
        shown = tuple(row for row in rows if any(isinstance(one, int) for one in row))
        hidden = page.protection.get("withheld")
        if page.name == SILENT:
            return _silent(title, page, shown)
        if not shown and isinstance(hidden, int):
            return Sheet(title=title, says=(words.sheet_withheld(hidden),), matter=None)
    matter = Matter(title=page.title, headers=page.grid.headers, rows=rows)
    return Sheet(title=title, says=page.says, matter=matter)


def _silent(title: str, page: Page, shown: tuple[tuple[Value, ...], ...]) -> Sheet:
    """Give the sheet of tables of which totals alone are shown: without those that are not."""
    told = {row[0] for row in shown}
    hidden = dict.fromkeys(str(row[0]) for row in page.grid.rows if row[0] not in told)
    says = (words.tables_withheld(list(hidden)),) if hidden else ()
    matter = Matter(title=page.title, headers=page.grid.headers, rows=shown)
    return Sheet(title=title, says=(*page.says, *says), matter=matter if shown else None)
