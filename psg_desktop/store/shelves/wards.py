"""The shelf of the wards a partnership brought in."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ward_boundaries import WardBoundary
from psg_desktop.store import schema
from psg_desktop.store.shelves.shelf import Shelf

WARD_BOUNDARIES = Shelf(
    kind=RecordKind.WARD_BOUNDARY, value=WardBoundary, table=schema.ward_boundaries
)
