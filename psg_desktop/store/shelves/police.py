"""The shelf of what the police published of a district, month by month."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.police_counts import PoliceMonth
from psg_desktop.store import schema
from psg_desktop.store.shelves.shelf import Shelf

POLICE_MONTHS = Shelf(kind=RecordKind.POLICE_MONTH, value=PoliceMonth, table=schema.police_months)
