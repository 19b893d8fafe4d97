"""Shelves around people and places: who is connected where, priority areas, and merges."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.merges import Merge
from psg_desktop.domain.place_ties import PlaceTie
from psg_desktop.domain.priority_areas import PriorityStatus
from psg_desktop.store import schema
from psg_desktop.store.shelves.shelf import Shelf

PLACE_TIES = Shelf(kind=RecordKind.PLACE_TIE, value=PlaceTie, table=schema.place_ties)
PRIORITY_STATUSES = Shelf(
    kind=RecordKind.PRIORITY_STATUS, value=PriorityStatus, table=schema.priority_statuses
)
MERGES = Shelf(kind=RecordKind.MERGE, value=Merge, table=schema.merges)
