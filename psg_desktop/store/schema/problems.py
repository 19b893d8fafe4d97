"""Tables of what a group finds out about a problem and tries against it."""

from sqlalchemy import Column, Index, Integer, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

problem_analyses = Table(
    "problem_analyses", metadata, key(), link("case", "cases.id"), text("objective"),
    text("statement"), text("baseline"), text("hypothesis"), text("responses"),
    maybe("assess_on"), maybe("assessed_on"), maybe("result"), Column("count_after", Integer),
    text("finding"), text("differently"), Index(None, "case"), Index(None, "assess_on"),
)  # fmt: skip
action_templates = Table(
    "action_templates", metadata, key(), text("focus_area"), text("what"), maybe("owner_kind"),
    Column("days", Integer, nullable=False), maybe("since"), maybe("until"),
)  # fmt: skip
