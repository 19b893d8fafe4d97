"""Tables of information law: how long records are kept, what keeps one longer, what went."""

from sqlalchemy import Column, Index, Integer, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

retention_rules = Table(
    "retention_rules", metadata, key(), text("trigger"), maybe("case_kind"),
    Column("months", Integer, nullable=False), text("source"), maybe("since"), maybe("until"),
)  # fmt: skip
stays = Table(
    "stays", metadata, key(), text("kind"), text("about"), text("record"),
    link("case", "cases.id", needed=False), text("reason"), text("made_on"), maybe("until"),
    maybe("lifted_on"), Index(None, "record"), Index(None, "case"),
)  # fmt: skip
disposals = Table(
    "disposals", metadata, key(), text("number"), text("at"), text("by"), text("trigger"),
    Column("months", Integer, nullable=False), text("source"), text("tombstone"),
    text("removed"), Column("elsewhere", Integer, nullable=False), text("entries"),
)  # fmt: skip
legal_bases = Table(
    "legal_bases", metadata, key(), link("case", "cases.id"), text("basis"), text("since"),
    text("reason"), text("consent_by"), text("consent_how"), Index(None, "case"),
)  # fmt: skip
disclosures = Table(
    "disclosures", metadata, key(), link("case", "cases.id"), text("on"), text("gateway"),
    link("agency", "agencies.id", needed=False), text("recipient"), text("what"), text("why"),
    text("told_by"), Index(None, "case"), Index(None, "agency"),
)  # fmt: skip
