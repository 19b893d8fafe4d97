"""Tables of ASB case reviews, of what is published about them, and of support that was offered."""

from sqlalchemy import Boolean, Column, Index, Integer, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

support_codes = Table(
    "support_codes", metadata, key(), text("purpose"), text("code"), text("name"),
    maybe("since"), maybe("until"),
)  # fmt: skip
support_offers = Table(
    "support_offers", metadata, key(), link("case", "cases.id"), text("support"),
    text("offered_on"), text("what"), link("agency", "agencies.id", needed=False),
    text("officer"), maybe("person"), text("answers"), text("attempts"),
    Index(None, "case"), Index(None, "person"),
)  # fmt: skip
review_thresholds = Table(
    "review_thresholds", metadata, key(), Column("complaints", Integer, nullable=False),
    Column("months", Integer, nullable=False), Column("report_months", Integer, nullable=False),
    Column("people", Integer), text("source"), maybe("since"), maybe("until"),
)  # fmt: skip
review_times = Table(
    "review_times", metadata, key(), text("step"), Column("days", Integer, nullable=False),
    text("counted_from"), text("source"), maybe("since"), maybe("until"),
)  # fmt: skip
# `name_key` is derived, for the search of the top bar.
case_reviews = Table(
    "case_reviews", metadata, key(), text("reference"), text("received_on"), text("route"),
    text("applicant"), text("victim"), text("name_key"), maybe("person"), maybe("place"),
    link("case", "cases.id", needed=False), text("behaviour"), text("asks"), text("incidents"),
    maybe("acknowledged_on"), text("acknowledged_how"), text("decisions"), text("requests"),
    text("panels"), text("recommendations"), maybe("outcome"), text("appeals"),
    Column("withdrawn", Boolean, nullable=False), maybe("closed_on"), text("closed_because"),
    Index(None, "case"), Index(None, "person"), Index(None, "place"), Index(None, "closed_on"),
)  # fmt: skip
