"""Tables of the caseload: agencies, people, places, projects, cases and what belongs to them."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text, UniqueConstraint

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

agencies = Table(
    "agencies", metadata, key(), text("name"), text("name_key"), text("short_name"),
    text("kind"), text("standing"), text("contacts"), Column("active", Boolean, nullable=False),
)  # fmt: skip
people = Table(
    "people", metadata, key(), text("full_name"), text("name_key"), text("aliases"),
    maybe("born"), text("addresses"), text("identifiers"), text("phones"), text("emails"),
    text("household"), text("remarks"), Index(None, "name_key"), Index(None, "born"),
)  # fmt: skip
places = Table(
    "places", metadata, key(), text("name"), text("name_key"), text("kind"), text("address"),
    text("postcode"), text("uprn"), text("ward"), text("remarks"), Index(None, "name_key"),
    # Since the step "working cycle"; a new column of an old table needs a value for old rows.
    Column("aliases", Text, nullable=False, server_default="[]"), maybe("part_of"),
)  # fmt: skip
projects = Table(
    "projects", metadata, key(), text("name"), text("name_key"), text("objective"),
    text("commissioner"), maybe("starts"), maybe("ends"), text("budget"), text("milestones"),
    text("remarks"), Column("budget_pence", Integer, nullable=False),
)  # fmt: skip
cases = Table(
    "cases", metadata, key(), text("reference"), text("kind"), text("subject"), text("title"),
    text("title_key"), text("opened"), text("focus_areas"), text("problem"), text("blocked"),
    link("referred_by", "agencies.id", needed=False),
    link("lead_agency", "agencies.id", needed=False),
    text("lead_practitioner"), maybe("risk"), text("risk_reason"), text("state"),
    maybe("resume_to"), maybe("review_due"), Column("review_every", Integer), maybe("hold"),
    text("external_leads"), text("escalations"), text("closures"), maybe("closed_on"),
    UniqueConstraint("reference"), Index(None, "subject"), Index(None, "state", "review_due"),
    Index(None, "lead_agency"), Index(None, "title_key"), Index(None, "closed_on"),
)  # fmt: skip
involvements = Table(
    "involvements", metadata, key(), link("case", "cases.id"), text("party_kind"),
    text("party"), text("role"), maybe("since"), maybe("until"), text("remark"),
    Index(None, "case"), Index(None, "party"),
)  # fmt: skip
case_links = Table(
    "case_links", metadata, key(), link("case", "cases.id"), link("other", "cases.id"),
    text("nature"), Index(None, "case"), Index(None, "other"),
)  # fmt: skip
actions = Table(
    "actions", metadata, key(), link("case", "cases.id"), text("what"), text("state"),
    link("owner", "agencies.id", needed=False), text("officer"), maybe("due"),
    maybe("agreed_on"), text("meeting"), maybe("ended"), text("outcome"),
    maybe("replaced_by"), Index(None, "case", "state", "due"), Index(None, "state", "due"),
    Index(None, "owner", "state"),
)  # fmt: skip
reviews = Table(
    "reviews", metadata, key(), link("case", "cases.id"), text("held_on"), text("decision"),
    text("meeting"), maybe("next_due"), maybe("risk"), Index(None, "case", "held_on"),
)  # fmt: skip
notes = Table(
    "notes", metadata, key(), link("case", "cases.id"), text("happened_on"), text("text"),
    text("written_at"), maybe("happened_at"), link("source", "agencies.id", needed=False),
    text("basis"), Index(None, "case", "happened_on"),
)  # fmt: skip
focus_areas = Table(
    "focus_areas", metadata, key(), text("code"), text("name"), text("group"),
    Column("sensitive", Boolean, nullable=False), maybe("since"), maybe("until"),
)  # fmt: skip
closure_reasons = Table(
    "closure_reasons", metadata, key(), text("code"), text("name"),
    Column("needs_group", Boolean, nullable=False), Column("review_after_days", Integer),
    text("prompt"), maybe("since"), maybe("until"),
)  # fmt: skip
review_intervals = Table(
    "review_intervals", metadata, key(), text("risk"), Column("days", Integer, nullable=False),
    maybe("since"), maybe("until"),
)  # fmt: skip
partnership = Table(
    "partnership", metadata, key(), text("name"), text("district"), text("reference_prefix"),
    text("meetings"), text("pack_meetings"), text("area_level"), text("ward_groups"),
    text("marking"), text("handling"), Column("quiet_after_days", Integer, nullable=False),
    # Since the step "working cycle"; a new column of an old table needs a value for old rows.
    Column("confidentiality", Text, nullable=False, server_default=""),
    Column("sample", Boolean, nullable=False),
    Column("referral_days", Integer, nullable=False, server_default="10"),
)  # fmt: skip
group_texts = Table(
    "group_texts", metadata, key(), link("case", "cases.id"), text("part"), text("text"),
    text("source"), text("accepted_at"), text("accepted_by"),
    UniqueConstraint("case", "part", name="uq_group_texts_case_part"),
)  # fmt: skip
releases = Table(
    "releases", metadata, key(), text("kind"), text("meeting_on"), text("released_at"),
    text("released_by"), text("cases"), text("digest"), text("version"),
)  # fmt: skip
