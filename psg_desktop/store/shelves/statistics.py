"""The shelves of the ledger of statistical releases and of their corrections."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.statistics.corrections import StatisticsCorrection
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.store import schema
from psg_desktop.store.shelves.shelf import Shelf

STATISTICS = Shelf(kind=RecordKind.STATISTICS, value=LedgerEntry, table=schema.statistics)
STATISTICS_CORRECTIONS = Shelf(
    kind=RecordKind.STATISTICS_CORRECTION,
    value=StatisticsCorrection,
    table=schema.statistics_corrections,
)
