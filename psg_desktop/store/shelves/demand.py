"""Shelves of counts of demand, of what is counted and of when demand is high."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.demand import DemandCount, DemandMeasure, DemandTrigger
from psg_desktop.store import schema
from psg_desktop.store.shelves.shelf import Shelf

DEMAND_MEASURES = Shelf(
    kind=RecordKind.DEMAND_MEASURE, value=DemandMeasure, table=schema.demand_measures
)
DEMAND_TRIGGERS = Shelf(
    kind=RecordKind.DEMAND_TRIGGER, value=DemandTrigger, table=schema.demand_triggers
)
DEMAND_COUNTS = Shelf(
    kind=RecordKind.DEMAND_COUNT, value=DemandCount, table=schema.demand_counts, case="case"
)
