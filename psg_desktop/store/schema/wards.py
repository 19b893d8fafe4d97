"""The table of the wards a partnership brought in."""

from sqlalchemy import Table

from psg_desktop.store.schema.columns import key, metadata, text

ward_boundaries = Table(
    "ward_boundaries", metadata, key(), text("code"), text("name"), text("rings"),
    text("district"), text("source"), text("digest"), text("taken_in"),
)  # fmt: skip
