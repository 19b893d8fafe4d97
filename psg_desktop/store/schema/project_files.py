"""Tables around projects: objectives, reports, ratings, and money to be paid back."""

from sqlalchemy import Column, Index, Integer, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

objectives = Table(
    "objectives", metadata, key(), link("project", "projects.id"), text("agreed_on"),
    text("wording"), text("measure"), text("revisions"), Index(None, "project"),
)  # fmt: skip
reportings = Table(
    "reportings", metadata, key(), link("project", "projects.id"), maybe("first_quarter"),
    Column("days", Integer, nullable=False), maybe("final_due"), maybe("final_received"),
    text("findings"), Index(None, "project"),
)  # fmt: skip
project_reports = Table(
    "project_reports", metadata, key(), link("project", "projects.id"), text("quarter"),
    text("due"), text("received"), text("reported_by"), text("progress"), text("note"),
    Index(None, "project", "quarter"),
)  # fmt: skip
project_ratings = Table(
    "project_ratings", metadata, key(), link("project", "projects.id"), text("aspect"),
    text("rag"), text("on"), text("reason"), text("rated_by"), Index(None, "project", "on"),
)  # fmt: skip
clawbacks = Table(
    "clawbacks", metadata, key(), link("project", "projects.id"), text("source"),
    Column("pence", Integer, nullable=False), text("reason"), text("agreed_on"),
    maybe("asked_on"), maybe("recovered_on"), Column("recovered", Integer, nullable=False),
    Index(None, "project"),
)  # fmt: skip
