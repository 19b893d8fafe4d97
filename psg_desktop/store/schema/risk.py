"""Tables of risk: the versions of each instrument, and the assessments made with them."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, UniqueConstraint

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

risk_instruments = Table(
    "risk_instruments", metadata, key(), text("code"), text("name"),
    Column("version", Integer, nullable=False), Column("example", Boolean, nullable=False),
    text("remarks"), text("kinds"), text("questions"), text("bands"), text("proposals"),
    maybe("since"), maybe("until"), UniqueConstraint("code", "version"),
)  # fmt: skip
risk_assessments = Table(
    "risk_assessments", metadata, key(), link("case", "cases.id"),
    link("instrument", "risk_instruments.id"), text("instrument_name"),
    Column("instrument_version", Integer, nullable=False), text("answers"),
    Column("score", Integer, nullable=False), Column("highest", Integer, nullable=False),
    text("band"), maybe("override"), text("override_reason"), text("assessor"), text("made_on"),
    maybe("due_again"), text("note"), Index(None, "case", "made_on"), Index(None, "due_again"),
    Index(None, "instrument"),
)  # fmt: skip
