"""Shelves of what people ask about the information held on them, and what is decided of a copy."""

from psg_desktop.domain.access_marks import AccessMark
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.subject_access import AccessRequest
from psg_desktop.store import schema
from psg_desktop.store.search import searchable
from psg_desktop.store.shelves.shelf import Shelf

ACCESS_REQUESTS = Shelf(
    kind=RecordKind.ACCESS_REQUEST, value=AccessRequest, table=schema.access_requests,
    search=searchable("reference", "asked_by", texts=("asks", "outcome")),
)  # fmt: skip
ACCESS_MARKS = Shelf(kind=RecordKind.ACCESS_MARK, value=AccessMark, table=schema.access_marks)
