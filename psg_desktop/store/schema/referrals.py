"""Tables of what the group is asked to take on, and of the test a referral must meet."""

from sqlalchemy import Index, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

threshold_limbs = Table(
    "threshold_limbs", metadata, key(), text("code"), text("name"), text("prompt"),
    maybe("since"), maybe("until"),
)  # fmt: skip
# `name_key`, `outcome`, `decided_on` and `chase_on` are derived, for lists and counts.
referrals = Table(
    "referrals", metadata, key(), text("reference"), text("received_on"), text("kind"),
    text("route"), maybe("subject"), text("name"), text("name_key"), text("aliases"),
    maybe("born"), text("address"), text("postcode"), text("phones"), text("children"),
    text("problem"), text("tried"), maybe("urgency"), text("risk_reason"), maybe("awareness"),
    text("awareness_reason"), text("asks"), link("referred_by", "agencies.id", needed=False),
    text("referrer"), text("contact"), maybe("earlier"), text("state"), maybe("returned"),
    maybe("decision"), link("case", "cases.id", needed=False), maybe("outcome"),
    maybe("decided_on"), maybe("chase_on"),
    Index(None, "state", "received_on"), Index(None, "subject"), Index(None, "case"),
    Index(None, "decided_on"), Index(None, "name_key"),
)  # fmt: skip
