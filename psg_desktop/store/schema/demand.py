"""Tables of counts of demand, of what is counted and of when demand is high."""

from sqlalchemy import Column, Index, Integer, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

demand_measures = Table(
    "demand_measures", metadata, key(), text("code"), text("name"), maybe("since"), maybe("until"),
)  # fmt: skip
demand_triggers = Table(
    "demand_triggers", metadata, key(), text("name"), text("measures"),
    Column("at_least", Integer, nullable=False), Column("months", Integer, nullable=False),
    text("caution"), text("source"), maybe("since"), maybe("until"),
)  # fmt: skip
demand_counts = Table(
    "demand_counts", metadata, key(), link("case", "cases.id"), text("measure"),
    link("agency", "agencies.id", needed=False), text("month"),
    Column("count", Integer, nullable=False), Index(None, "case"), Index(None, "measure"),
)  # fmt: skip
