"""The table of what the police published of a district, month by month."""

from sqlalchemy import Column, Index, Integer, Table

from psg_desktop.store.schema.columns import key, metadata, text

police_months = Table(
    "police_months", metadata, key(), text("kind"), text("month"), text("force"), text("areas"),
    Column("unplaced", Integer, nullable=False), Column("outside", Integer, nullable=False),
    Column("unmatched", Integer, nullable=False), text("source"), text("digest"),
    text("taken_in"), Index(None, "kind", "month"),
)  # fmt: skip
