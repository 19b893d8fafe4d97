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
    CREATE TABLE clawbacks (
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        source TEXT NOT NULL,
        pence INTEGER NOT NULL,
        reason TEXT NOT NULL,
        agreed_on TEXT NOT NULL,
        asked_on TEXT,
        recovered_on TEXT,
        recovered INTEGER NOT NULL,
        CONSTRAINT pk_clawbacks PRIMARY KEY (id),
        CONSTRAINT fk_clawbacks_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_clawbacks_project ON clawbacks (project)
    """,
    """
    CREATE TABLE objectives (
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        agreed_on TEXT NOT NULL,
        wording TEXT NOT NULL,
        measure TEXT NOT NULL,
        revisions TEXT NOT NULL,
        CONSTRAINT pk_objectives PRIMARY KEY (id),
        CONSTRAINT fk_objectives_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_objectives_project ON objectives (project)
    """,
    """
    CREATE TABLE project_ratings (
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        aspect TEXT NOT NULL,
        rag TEXT NOT NULL,
        "on" TEXT NOT NULL,
        reason TEXT NOT NULL,
        rated_by TEXT NOT NULL,
        CONSTRAINT pk_project_ratings PRIMARY KEY (id),
        CONSTRAINT fk_project_ratings_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_project_ratings_project_on ON project_ratings (project, "on")
    """,
    """
    CREATE TABLE project_reports (
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        quarter TEXT NOT NULL,
        due TEXT NOT NULL,
        received TEXT NOT NULL,
        reported_by TEXT NOT NULL,
        progress TEXT NOT NULL,
        note TEXT NOT NULL,
        CONSTRAINT pk_project_reports PRIMARY KEY (id),
        CONSTRAINT fk_project_reports_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_project_reports_project_quarter ON project_reports (project, quarter)
    """,
    """
    CREATE TABLE reportings (
        id TEXT NOT NULL,
        project TEXT NOT NULL,
        first_quarter TEXT,
        days INTEGER NOT NULL,
        final_due TEXT,
        final_received TEXT,
        findings TEXT NOT NULL,
        CONSTRAINT pk_reportings PRIMARY KEY (id),
        CONSTRAINT fk_reportings_project_projects FOREIGN KEY(project) REFERENCES projects (id)
    )
    """,
    """
    CREATE INDEX ix_reportings_project ON reportings (project)
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
