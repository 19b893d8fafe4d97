"""Tables of closing: what was proposed and who objected, and whether closings held."""

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
