"""Tables of what people ask about the information held on them, and what is decided of a copy."""

from sqlalchemy import Index, Table

from psg_desktop.store.schema.columns import key, link, maybe, metadata, text

access_requests = Table(
    "access_requests", metadata, key(), text("reference"), link("person", "people.id"),
    text("kind"), text("regime"), text("received_on"), text("asked_by"), text("authority"),
    text("reply_to"), text("asks"), maybe("identity_asked_on"), maybe("identity_on"),
    text("identity_how"), text("clarifications"), maybe("extension"), text("searched"),
    text("state"), maybe("ended_on"), text("outcome"), text("digest"), Index(None, "person"),
)  # fmt: skip
access_marks = Table(
    "access_marks", metadata, key(), link("request", "access_requests.id"), text("spot"),
    text("how"), maybe("exemption"), text("reason"), text("passage"), Index(None, "request"),
)  # fmt: skip
