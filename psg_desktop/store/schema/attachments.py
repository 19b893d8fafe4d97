"""Tables of documents: what is known of each, and their bytes in pieces beside that."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

document_kinds = Table(
    "document_kinds", metadata, key(), text("code"), text("name"), maybe("since"), maybe("until"),
)  # fmt: skip
attachments = Table(
    "attachments", metadata, key(), link("case", "cases.id", needed=False),
    link("referral", "referrals.id", needed=False), link("meeting", "meetings.id", needed=False),
    text("title"), text("document_kind"), maybe("dated"), text("added_on"), text("added_by"),
    text("file_name"), text("sort"), Column("size", Integer, nullable=False), text("digest"),
    text("copies"), Index(None, "case"), Index(None, "referral"), Index(None, "meeting"),
    Index(None, "digest"),
)  # fmt: skip
# The bytes of a document, in order. No key leads to its record: a removal that is taken back finds
# them still here. What has no record any more is wiped later, or by the next disposal.
attachment_pieces = Table(
    "attachment_pieces", metadata, Column("attachment", Text, primary_key=True),
    Column("number", Integer, primary_key=True), Column("bytes", LargeBinary, nullable=False),
)  # fmt: skip
