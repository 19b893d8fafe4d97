"""The ledger of statistical releases."""

from sqlalchemy import Column, Index, Integer, Table

from psg_desktop.store.schema.columns import key, maybe, metadata, text

statistics = Table(
    "statistics", metadata, key(), text("period"), text("published_at"), text("published_by"),
    text("data_on"), text("content"), text("units"), text("digest"), text("rule"), text("solver"),
    Column("examined", Integer, nullable=False), Column("narrowest", Integer),
    Column("earlier", Integer, nullable=False), maybe("withdrawn_on"), text("withdrawn_because"),
    Index(None, "period"),
)  # fmt: skip
