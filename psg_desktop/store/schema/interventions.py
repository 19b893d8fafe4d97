"""Tables of the register of interventions and of the kinds there are."""

from sqlalchemy import Boolean, Column, Index, Integer, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

intervention_kinds = Table(
    "intervention_kinds", metadata, key(), text("code"), text("name"), text("short_name"),
    text("family"), text("aim"), text("jurisdiction"), Column("minimum_age", Integer),
    Column("age_is_law", Boolean, nullable=False), text("issuers"), maybe("usual"),
    maybe("usual_under_18"), maybe("longest"), maybe("longest_under_18"),
    Column("review_every", Integer), Column("review_every_under_18", Integer),
    Column("one_off", Boolean, nullable=False), text("after"), Column("appeal_days", Integer),
    text("breach"), text("caveat"), text("source"), Column("commenced", Boolean, nullable=False),
    maybe("since"), maybe("until"),
)  # fmt: skip
# From `name` on, the columns of `interventions` are derived, so that lists need not read inside.
interventions = Table(
    "interventions", metadata, key(), link("case", "cases.id"), text("kind"), text("facts"),
    text("target_kind"), maybe("target"), text("area"),
    link("agency", "agencies.id", needed=False), text("officer"), text("reference"),
    text("reason"), text("state"), maybe("served_on"), maybe("starts"), maybe("expires"),
    text("conditions"), text("reviews"), text("breaches"), maybe("appeal"), maybe("ended"),
    text("end_reason"), maybe("renews"),
    text("name"), text("short_name"), text("family"), Column("one_off", Integer, nullable=False),
    maybe("next_review"), maybe("appeal_until"), maybe("appealed_on"), maybe("unanswered_since"),
    Column("breach_count", Integer, nullable=False),
    Column("unanswered_count", Integer, nullable=False),
    Index(None, "case"), Index(None, "target"), Index(None, "state", "expires"),
    Index(None, "renews"), Index(None, "kind"), Index(None, "agency"),
)  # fmt: skip
