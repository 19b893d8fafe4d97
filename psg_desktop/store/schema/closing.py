"""Tables of closing and reviewing: proposals, objections, whether closings held, and leave."""

from sqlalchemy import Index, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

closure_proposals = Table(
    "closure_proposals", metadata, key(), link("case", "cases.id"), text("reason"),
    text("summary"), text("proposed_on"), text("proposed_by"), text("meeting"),
    text("objections"), text("state"), maybe("settled_on"), text("settled_by"),
    Index(None, "case"), Index(None, "state"),
)  # fmt: skip
hold_checks = Table(
    "hold_checks", metadata, key(), link("case", "cases.id"), text("closed_on"), text("result"),
    text("answered_on"), text("asked_by"), text("finding"), Index(None, "case"),
)  # fmt: skip
leaves = Table("leaves", metadata, key(), text("since"), text("until"), text("words"))
