"""The ledger of statistical releases, and what was said about them afterwards."""

from sqlalchemy import Column, Index, Integer, Table, Text

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

statistics = Table(
    "statistics", metadata, key(), text("period"), text("published_at"), text("published_by"),
    text("data_on"), text("content"), text("units"), text("digest"), text("rule"), text("solver"),
    Column("examined", Integer, nullable=False), Column("narrowest", Integer),
    Column("earlier", Integer, nullable=False), maybe("withdrawn_on"), text("withdrawn_because"),
    Column("about", Text, nullable=False, server_default=""),
    Column("demand", Text, nullable=False, server_default=""), Index(None, "period"),
)  # fmt: skip
statistics_corrections = Table(
    "statistics_corrections", metadata, key(), link("release", "statistics.id"), text("said_on"),
    text("said_by"), text("text"), Index(None, "release"),
)  # fmt: skip
