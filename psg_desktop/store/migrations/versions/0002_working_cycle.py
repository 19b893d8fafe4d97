"""The tables of the working cycle: from referral to whether it held."""

from alembic import op

revision = "0002"
down_revision = "0001"

STEPS = (
    """
    CREATE TABLE meetings (
        id TEXT NOT NULL,
        "group" TEXT NOT NULL,
        "on" TEXT NOT NULL,
        starts TEXT,
        length INTEGER NOT NULL,
        place TEXT NOT NULL,
        chair TEXT NOT NULL,
        papers_days INTEGER NOT NULL,
        referral_days INTEGER NOT NULL,
        state TEXT NOT NULL,
        cancelled_because TEXT NOT NULL,
        statement_by TEXT NOT NULL,
        statement_at TEXT,
        approved_on TEXT,
        CONSTRAINT pk_meetings PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_meetings_group_on ON meetings ("group", "on")
    """,
    """
    CREATE TABLE attendances (
        id TEXT NOT NULL,
        meeting TEXT NOT NULL,
        agency TEXT,
        name TEXT NOT NULL,
        presence TEXT NOT NULL,
        substitute_for TEXT NOT NULL,
        CONSTRAINT pk_attendances PRIMARY KEY (id),
        CONSTRAINT fk_attendances_meeting_meetings FOREIGN KEY(meeting) REFERENCES meetings (id),
        CONSTRAINT fk_attendances_agency_agencies FOREIGN KEY(agency) REFERENCES agencies (id)
    )
    """,
    """
    CREATE INDEX ix_attendances_agency ON attendances (agency)
    """,
    """
    CREATE INDEX ix_attendances_meeting ON attendances (meeting)
    """,
    """
    CREATE TABLE agenda_items (
        id TEXT NOT NULL,
        meeting TEXT NOT NULL,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        "case" TEXT,
        about TEXT,
        title TEXT NOT NULL,
        ask TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        pinned BOOLEAN NOT NULL,
        state TEXT NOT NULL,
        decision TEXT NOT NULL,
        actions TEXT NOT NULL,
        review TEXT,
        CONSTRAINT pk_agenda_items PRIMARY KEY (id),
        CONSTRAINT fk_agenda_items_meeting_meetings FOREIGN KEY(meeting) REFERENCES meetings (id),
        CONSTRAINT fk_agenda_items_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_agenda_items_case ON agenda_items ("case")
    """,
    """
    CREATE INDEX ix_agenda_items_meeting_position ON agenda_items (meeting, position)
    """,
    """
    CREATE TABLE problem_analyses (
        id TEXT NOT NULL,
        "case" TEXT NOT NULL,
        objective TEXT NOT NULL,
        statement TEXT NOT NULL,
        baseline TEXT NOT NULL,
        hypothesis TEXT NOT NULL,
        responses TEXT NOT NULL,
        assess_on TEXT,
        assessed_on TEXT,
        result TEXT,
        count_after INTEGER,
        finding TEXT NOT NULL,
        differently TEXT NOT NULL,
        CONSTRAINT pk_problem_analyses PRIMARY KEY (id),
        CONSTRAINT fk_problem_analyses_case_cases FOREIGN KEY("case") REFERENCES cases (id)
    )
    """,
    """
    CREATE INDEX ix_problem_analyses_assess_on ON problem_analyses (assess_on)
    """,
    """
    CREATE INDEX ix_problem_analyses_case ON problem_analyses ("case")
    """,
)


def upgrade() -> None:
    """Make the tables and columns."""
    for step in STEPS:
        op.execute(step)
