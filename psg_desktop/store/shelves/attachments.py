"""Shelves of documents and of the kinds they may be."""

from psg_desktop.domain.attachments import Attachment, DocumentKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.store import schema
from psg_desktop.store.search import searchable
from psg_desktop.store.shelves.shelf import Shelf

DOCUMENT_KINDS = Shelf(
    kind=RecordKind.DOCUMENT_KIND, value=DocumentKind, table=schema.document_kinds
)
ATTACHMENTS = Shelf(
    kind=RecordKind.ATTACHMENT, value=Attachment, table=schema.attachments, case="case",
    search=searchable("title", "file_name"),
)  # fmt: skip
