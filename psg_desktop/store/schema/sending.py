"""The table of what was sent to an agency to be filled in."""

from sqlalchemy import Index, Table

from psg_desktop.store.schema.columns import key, link, metadata, text

action_sheets = Table(
    "action_sheets", metadata, key(), link("agency", "agencies.id"), text("made_at"),
    text("made_by"), text("actions"), text("digest"), Index(None, "agency"),
)  # fmt: skip
