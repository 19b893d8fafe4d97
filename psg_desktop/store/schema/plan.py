"""Tables of the partnership's plan, and of the recommendations of death reviews."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

plans = Table(
    "plans", metadata, key(), Column("year", Integer, nullable=False), maybe("agreed_on"),
    text("agreed_by"), text("remarks"),
)  # fmt: skip
plan_priorities = Table(
    "plan_priorities", metadata, key(), link("plan", "plans.id"),
    Column("position", Integer, nullable=False), text("name"), text("objective"),
    link("lead_agency", "agencies.id", needed=False), text("lead_officer"), text("focus_areas"),
    text("judgements"), Index(None, "plan"),
)  # fmt: skip
plan_actions = Table(
    "plan_actions", metadata, key(), link("priority", "plan_priorities.id"), text("what"),
    link("agency", "agencies.id"), text("officer"), text("due"), text("progress"),
    maybe("ended"), Column("given_up", Boolean, nullable=False), maybe("carried_to"),
    Index(None, "priority"),
    Index(None, "ended", "due"),
)  # fmt: skip
plan_measures = Table(
    "plan_measures", metadata, key(), link("priority", "plan_priorities.id"), text("name"),
    text("scope"), text("unit"), text("better"), maybe("baseline"), Column("target", Float),
    text("readings"), Index(None, "priority"),
)  # fmt: skip
plan_links = Table(
    "plan_links", metadata, key(), link("priority", "plan_priorities.id"),
    link("case", "cases.id", needed=False), link("project", "projects.id", needed=False),
    text("since"), Index(None, "priority"), Index(None, "case"), Index(None, "project"),
)  # fmt: skip
death_reviews = Table(
    "death_reviews", metadata, key(), text("kind"), text("reference"), text("title"),
    text("stage"), text("since"),
)  # fmt: skip
recommendations = Table(
    "recommendations", metadata, key(), link("review", "death_reviews.id"), text("number"),
    text("text"), link("agency", "agencies.id"), text("made_on"), text("due"), maybe("sent"),
    maybe("acknowledged"), text("owner"), text("steps"), text("evidence"), maybe("done"),
    Index(None, "review"), Index(None, "done", "due"),
)  # fmt: skip
