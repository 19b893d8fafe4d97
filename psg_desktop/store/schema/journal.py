"""Tables beside the records: the audit trail, drafts, imports and the search index."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text, UniqueConstraint

from psg_desktop.store.schema.columns import maybe, metadata, text

# One line for each unit of work; `undoes` names the batch that an undo took back.
batches = Table(
    "batches", metadata, Column("sequence", Integer, primary_key=True), text("id"), text("at"),
    text("who"), text("act"), maybe("undoes"), UniqueConstraint("id"), Index(None, "undoes"),
)  # fmt: skip
# `digest` chains each entry to the one before it: SHA-256 over the previous digest and the entry.
audit = Table(
    "audit", metadata, Column("sequence", Integer, primary_key=True), text("at"), text("who"),
    text("batch"), text("act"), text("kind"), text("record"), maybe("case"),
    Column("created", Boolean, nullable=False), Column("removed", Boolean, nullable=False),
    text("changes"), text("digest"), Index(None, "batch"), Index(None, "case"),
    Index(None, "record"),
)  # fmt: skip
# Entries that were reduced when their records were disposed of, and by which disposal.
reductions = Table(
    "reductions", metadata, Column("sequence", Integer, primary_key=True), text("disposal"),
)  # fmt: skip
# Text being typed; not part of the record, so not in the audit trail.
drafts = Table("drafts", metadata, Column("key", Text, primary_key=True), text("text"),
               text("saved_at"))  # fmt: skip
# Rows that came in by import, so that the same row never comes in twice.
imported_rows = Table(
    "imported_rows", metadata, Column("fingerprint", Text, primary_key=True), text("row_key"),
    text("batch"), text("record"), Index(None, "batch"), Index(None, "record"),
)  # fmt: skip
import_templates = Table(
    "import_templates", metadata, Column("name", Text, primary_key=True), text("template"),
)  # fmt: skip
# What search looks through: `id` is the row of the two full-text tables (see `search.py`).
search_entries = Table(
    "search_entries", metadata, Column("id", Integer, primary_key=True), text("kind"),
    text("record"), maybe("case"), UniqueConstraint("record"), Index(None, "case"),
)  # fmt: skip

# Full-text tables have no description in SQLAlchemy; this is the only SQL of one product.
FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_names USING fts5(body, tokenize = 'trigram', detail = full)",
    "CREATE VIRTUAL TABLE search_texts USING fts5(body, tokenize = 'unicode61', prefix = '2 3')",
    # Deleted words leave the index at once, not only when it is next tidied.
    "INSERT INTO search_names (search_names, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search_texts (search_texts, rank) VALUES ('secure-delete', 1)",
)
