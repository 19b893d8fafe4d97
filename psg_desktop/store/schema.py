"""Every table of a vault, on one page.

Columns hold the plain form of the domain's values (`psg_desktop.domain.plain`): identifiers and
dates as text that sorts, lists of value objects as JSON text. One plain form serves the rows, the
audit trail, undo and the exports, so that they cannot disagree; and nothing in it belongs to one
database product. Columns ending in `_key` are folded for search and order; `closed_on` and
`budget_pence` are derived from the value when it is put.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[str]:
    return Column(name, Text)


def _link(name: str, to: str, *, needed: bool = True) -> Column[str]:
    return Column(name, Text, ForeignKey(to), nullable=not needed)


agencies = Table(
    "agencies", metadata, _id(), _text("name"), _text("name_key"), _text("short_name"),
    _text("kind"), _text("standing"), _text("contacts"), Column("active", Boolean, nullable=False),
)  # fmt: skip
people = Table(
    "people", metadata, _id(), _text("full_name"), _text("name_key"), _text("aliases"),
    _maybe("born"), _text("addresses"), _text("identifiers"), _text("phones"), _text("emails"),
    _text("household"), _text("remarks"), Index(None, "name_key"), Index(None, "born"),
)  # fmt: skip
places = Table(
    "places", metadata, _id(), _text("name"), _text("name_key"), _text("kind"), _text("address"),
    _text("postcode"), _text("uprn"), _text("ward"), _text("remarks"), Index(None, "name_key"),
)  # fmt: skip
projects = Table(
    "projects", metadata, _id(), _text("name"), _text("name_key"), _text("objective"),
    _text("commissioner"), _maybe("starts"), _maybe("ends"), _text("budget"), _text("milestones"),
    _text("remarks"), Column("budget_pence", Integer, nullable=False),
)  # fmt: skip
cases = Table(
    "cases", metadata, _id(), _text("reference"), _text("kind"), _text("subject"), _text("title"),
    _text("title_key"), _text("opened"), _text("focus_areas"), _text("problem"), _text("blocked"),
    _link("referred_by", "agencies.id", needed=False),
    _link("lead_agency", "agencies.id", needed=False),
    _text("lead_practitioner"), _maybe("risk"), _text("risk_reason"), _text("state"),
    _maybe("resume_to"), _maybe("review_due"), Column("review_every", Integer), _maybe("hold"),
    _text("external_leads"), _text("escalations"), _text("closures"), _maybe("closed_on"),
    UniqueConstraint("reference"), Index(None, "subject"), Index(None, "state", "review_due"),
    Index(None, "lead_agency"), Index(None, "title_key"), Index(None, "closed_on"),
)  # fmt: skip
involvements = Table(
    "involvements", metadata, _id(), _link("case", "cases.id"), _text("party_kind"),
    _text("party"), _text("role"), _maybe("since"), _maybe("until"), _text("remark"),
    Index(None, "case"), Index(None, "party"),
)  # fmt: skip
case_links = Table(
    "case_links", metadata, _id(), _link("case", "cases.id"), _link("other", "cases.id"),
    _text("nature"), Index(None, "case"), Index(None, "other"),
)  # fmt: skip
actions = Table(
    "actions", metadata, _id(), _link("case", "cases.id"), _text("what"), _text("state"),
    _link("owner", "agencies.id", needed=False), _text("officer"), _maybe("due"),
    _maybe("agreed_on"), _text("meeting"), _maybe("ended"), _text("outcome"),
    _maybe("replaced_by"), Index(None, "case", "state", "due"), Index(None, "state", "due"),
    Index(None, "owner", "state"),
)  # fmt: skip
reviews = Table(
    "reviews", metadata, _id(), _link("case", "cases.id"), _text("held_on"), _text("decision"),
    _text("meeting"), _maybe("next_due"), _maybe("risk"), Index(None, "case", "held_on"),
)  # fmt: skip
notes = Table(
    "notes", metadata, _id(), _link("case", "cases.id"), _text("happened_on"), _text("text"),
    _text("written_at"), _maybe("happened_at"), _link("source", "agencies.id", needed=False),
    _text("basis"), Index(None, "case", "happened_on"),
)  # fmt: skip
focus_areas = Table(
    "focus_areas", metadata, _id(), _text("code"), _text("name"), _text("group"),
    Column("sensitive", Boolean, nullable=False), _maybe("since"), _maybe("until"),
)  # fmt: skip
closure_reasons = Table(
    "closure_reasons", metadata, _id(), _text("code"), _text("name"),
    Column("needs_group", Boolean, nullable=False), Column("review_after_days", Integer),
    _text("prompt"), _maybe("since"), _maybe("until"),
)  # fmt: skip
review_intervals = Table(
    "review_intervals", metadata, _id(), _text("risk"), Column("days", Integer, nullable=False),
    _maybe("since"), _maybe("until"),
)  # fmt: skip
partnership = Table(
    "partnership", metadata, _id(), _text("name"), _text("district"), _text("reference_prefix"),
    _text("meetings"), _text("pack_meetings"), _text("area_level"), _text("ward_groups"),
    _text("marking"), _text("handling"), Column("quiet_after_days", Integer, nullable=False),
    Column("sample", Boolean, nullable=False),
)  # fmt: skip
group_texts = Table(
    "group_texts", metadata, _id(), _link("case", "cases.id"), _text("part"), _text("text"),
    _text("source"), _text("accepted_at"), _text("accepted_by"),
    UniqueConstraint("case", "part", name="uq_group_texts_case_part"),
)  # fmt: skip
releases = Table(
    "releases", metadata, _id(), _text("kind"), _text("meeting_on"), _text("released_at"),
    _text("released_by"), _text("cases"), _text("digest"), _text("version"),
)  # fmt: skip

# One line for each unit of work; `undoes` names the batch that an undo took back.
batches = Table(
    "batches", metadata, Column("sequence", Integer, primary_key=True), _text("id"), _text("at"),
    _text("who"), _text("act"), _maybe("undoes"), UniqueConstraint("id"), Index(None, "undoes"),
)  # fmt: skip
# `digest` chains each entry to the one before it: SHA-256 over the previous digest and the entry.
audit = Table(
    "audit", metadata, Column("sequence", Integer, primary_key=True), _text("at"), _text("who"),
    _text("batch"), _text("act"), _text("kind"), _text("record"), _maybe("case"),
    Column("created", Boolean, nullable=False), Column("removed", Boolean, nullable=False),
    _text("changes"), _text("digest"), Index(None, "batch"), Index(None, "case"),
    Index(None, "record"),
)  # fmt: skip
# Text being typed; not part of the record, so not in the audit trail.
drafts = Table("drafts", metadata, Column("key", Text, primary_key=True), _text("text"),
               _text("saved_at"))  # fmt: skip
# Rows that came in by import, so that the same row never comes in twice.
imported_rows = Table(
    "imported_rows", metadata, Column("fingerprint", Text, primary_key=True), _text("row_key"),
    _text("batch"), _text("record"), Index(None, "batch"), Index(None, "record"),
)  # fmt: skip
import_templates = Table(
    "import_templates", metadata, Column("name", Text, primary_key=True), _text("template"),
)  # fmt: skip
# What search looks through: `id` is the row of the two full-text tables (see `search.py`).
search_entries = Table(
    "search_entries", metadata, Column("id", Integer, primary_key=True), _text("kind"),
    _text("record"), _maybe("case"), UniqueConstraint("record"), Index(None, "case"),
)  # fmt: skip

# Full-text tables have no description in SQLAlchemy; this is the only SQL of one product.
FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_names USING fts5(body, tokenize = 'trigram', detail = full)",
    "CREATE VIRTUAL TABLE search_texts USING fts5(body, tokenize = 'unicode61', prefix = '2 3')",
    # Deleted words leave the index at once, not only when it is next tidied.
    "INSERT INTO search_names (search_names, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search_texts (search_texts, rank) VALUES ('secure-delete', 1)",
)
