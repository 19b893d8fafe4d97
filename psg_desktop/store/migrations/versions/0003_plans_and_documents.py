"""The tables of projects, the partnership's plan, case reviews, support and documents."""

from alembic import op

revision = "0003"
down_revision = "0002"

STEPS = (
    """
    CREATE TABLE access_requests (
        id TEXT NOT NULL,
        reference TEXT NOT NULL,
        person TEXT NOT NULL,
        kind TEXT NOT NULL,
        regime TEXT NOT NULL,
        received_on TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        authority TEXT NOT NULL,
        reply_to TEXT NOT NULL,
        asks TEXT NOT NULL,
        identity_asked_on TEXT,
        identity_on TEXT,
        identity_how TEXT NOT NULL,
        clarifications TEXT NOT NULL,
        extension TEXT,
        searched TEXT NOT NULL,
        state TEXT NOT NULL,
        ended_on TEXT,
        outcome TEXT NOT NULL,
        digest TEXT NOT NULL,
        CONSTRAINT pk_access_requests PRIMARY KEY (id),
        CONSTRAINT fk_access_requests_person_people FOREIGN KEY(person) REFERENCES people (id)
    )
    """,
    """
    CREATE INDEX ix_access_requests_person ON access_requests (person)
    """,
    """
    CREATE TABLE access_marks (
        id TEXT NOT NULL,
        request TEXT NOT NULL,
        spot TEXT NOT NULL,
        how TEXT NOT NULL,
        exemption TEXT,
        reason TEXT NOT NULL,
        passage TEXT NOT NULL,
        CONSTRAINT pk_access_marks PRIMARY KEY (id),
        CONSTRAINT fk_access_marks_request_access_requests FOREIGN KEY(request)
            REFERENCES access_requests (id)
    )
    """,
    """
    CREATE INDEX ix_access_marks_request ON access_marks (request)
    """,
)


def upgrade() -> None:
    """Make the tables and columns."""
    for step in STEPS:
        op.execute(step)
