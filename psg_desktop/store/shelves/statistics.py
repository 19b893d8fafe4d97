"""The shelf of the ledger of statistical releases."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.statistics.ledger import LedgerEntry
from psg_desktop.store import schema
from psg_desktop.store.shelves.shelf import Shelf

STATISTICS = Shelf(kind=RecordKind.STATISTICS, value=LedgerEntry, table=schema.statistics)
