"""Tables around people and places: who is connected where, priority areas, and merges."""

from sqlalchemy import Index, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

place_ties = Table(
    "place_ties", metadata, key(), link("place", "places.id"), link("person", "people.id"),
    text("role"), maybe("since"), maybe("until"), text("remark"), Index(None, "place"),
    Index(None, "person"),
)  # fmt: skip
priority_statuses = Table(
    "priority_statuses", metadata, key(), link("place", "places.id"), text("stage"),
    text("since"), text("evidence"), text("decided_by"), Index(None, "place", "since"),
)  # fmt: skip
merges = Table(
    "merges", metadata, key(), text("kind"), text("kept"), text("merged"), text("name"),
    text("was"), text("at"), text("by"), text("reason"), text("batch"), Index(None, "kept"),
)  # fmt: skip
