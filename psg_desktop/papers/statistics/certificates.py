"""The certificate as readers get it.

How many quantities are sensitive follows from the numbers that were counted, not from those that
are displayed: if it were as large as the number of withheld numbers, readers would know that each
of these is small. So readers get only that there are many, where far more numbers are withheld.
Likewise the narrowest interval is given up to the width that is always kept; a larger one would
tell that no number with a narrower interval is a small one. The exact figures stay in the vault.
"""

from collections.abc import Iterator

from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.papers.statistics import texts
from psg_desktop.papers.statistics.publication import Value
from psg_desktop.words import dates, periods
from psg_desktop.words import statistics as words

_MANY = (1_000, 100, 10)
# The width of the narrowest interval that the definition of safe allows.
_KEPT = 3


def certificate_rows(release: StatisticsRelease) -> Iterator[tuple[str, Value]]:
    """Give each item of the certificate with its entry."""
    proven = release.certificate
    there = sum(len(one.table.every_cell) for one in release.tables)
    withheld = sum(one.withheld for one in release.tables)
    yield words.PERIOD, periods.period(release.period)
    yield words.DATA, dates.prose(release.data_on)
    yield words.RULE, texts.plain(proven.rule)
    yield words.SOLVER, texts.plain(proven.solver)
    yield words.NUMBERS_THERE, there
    yield words.NUMBERS_WITHHELD, withheld
    yield words.SENSITIVE, _sensitive(proven.examined, withheld)
    yield words.NARROWEST, _narrowest(proven.narrowest)
    yield words.LEDGER, proven.ledger
    yield words.DIGEST, texts.plain(proven.digest)


def _sensitive(examined: int, withheld: int) -> str:
    for many in _MANY:
        if examined >= many and withheld >= 2 * many:
            return words.at_least(many)
    return words.WITHHELD


def _narrowest(width: int | None) -> Value:
    if width is None:
        return words.NOT_APPLICABLE
    return words.at_least(_KEPT) if width >= _KEPT else width
