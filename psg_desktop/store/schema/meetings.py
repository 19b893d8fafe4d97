"""Tables of meetings: when they are, what is on their agendas, and who came."""

from sqlalchemy import Boolean, Column, Index, Integer, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

meetings = Table(
    "meetings", metadata, key(), text("group"), text("on"), maybe("starts"),
    Column("length", Integer, nullable=False), text("place"), text("chair"),
    Column("papers_days", Integer, nullable=False),
    Column("referral_days", Integer, nullable=False), text("state"), text("cancelled_because"),
    text("statement_by"), maybe("statement_at"), maybe("approved_on"), Index(None, "group", "on"),
)  # fmt: skip
agenda_items = Table(
    "agenda_items", metadata, key(), link("meeting", "meetings.id"), text("kind"),
    Column("position", Integer, nullable=False), link("case", "cases.id", needed=False),
    maybe("about"), text("title"), text("ask"), Column("minutes", Integer, nullable=False),
    Column("pinned", Boolean, nullable=False), text("state"), text("decision"), text("actions"),
    maybe("review"), Index(None, "meeting", "position"), Index(None, "case"),
)  # fmt: skip
attendances = Table(
    "attendances", metadata, key(), link("meeting", "meetings.id"),
    link("agency", "agencies.id", needed=False), text("name"), text("presence"),
    text("substitute_for"), Index(None, "meeting"), Index(None, "agency"),
)  # fmt: skip
