"""A release as readers have it, made of its entry in the ledger."""

from psg_desktop.casework.statistics import ledger, ledger_demand
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.domain.statistics.periods import read_period
from psg_desktop.domain.statistics.published import Certificate, PublishedTable, StatisticsRelease


def released(entry: LedgerEntry, tables: tuple[PublishedTable, ...]) -> StatisticsRelease:
    """Give a release from its entry in the ledger and its tables.

    Raises:
        LedgerDamaged: The entry is of a period that nobody could have published.
    """
    period = read_period(entry.period)
    if period is None:
        raise ledger.LedgerDamaged(ledger.DAMAGED)
    return StatisticsRelease(
        id=entry.id,
        period=period,
        published_at=entry.published_at,
        published_by=entry.published_by,
        data_on=entry.data_on,
        tables=tables,
        certificate=Certificate(
            rule=entry.rule,
            solver=entry.solver,
            examined=entry.examined,
            narrowest=entry.narrowest,
            ledger=entry.earlier,
            digest=entry.digest,
        ),
        withdrawn_on=entry.withdrawn_on,
        withdrawn_because=entry.withdrawn_because,
        about=entry.about,
        cohorts=ledger_demand.read_back(entry.demand),
    )
