"""The ledger of statistical releases, and what the police published by month."""

from alembic import op

revision = "0004"
down_revision = "0003"

STEPS = (
    """
    CREATE TABLE police_months (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        month TEXT NOT NULL,
        force TEXT NOT NULL,
        areas TEXT NOT NULL,
        unplaced INTEGER NOT NULL,
        outside INTEGER NOT NULL,
        unmatched INTEGER NOT NULL,
        source TEXT NOT NULL,
        digest TEXT NOT NULL,
        taken_in TEXT NOT NULL,
        CONSTRAINT pk_police_months PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_police_months_kind_month ON police_months (kind, month)
    """,
    """
    CREATE TABLE statistics (
        id TEXT NOT NULL,
        period TEXT NOT NULL,
        published_at TEXT NOT NULL,
        published_by TEXT NOT NULL,
        data_on TEXT NOT NULL,
        content TEXT NOT NULL,
        units TEXT NOT NULL,
        digest TEXT NOT NULL,
        rule TEXT NOT NULL,
        solver TEXT NOT NULL,
        examined INTEGER NOT NULL,
        narrowest INTEGER,
        earlier INTEGER NOT NULL,
        withdrawn_on TEXT,
        withdrawn_because TEXT NOT NULL,
        CONSTRAINT pk_statistics PRIMARY KEY (id)
    )
    """,
    """
    CREATE INDEX ix_statistics_period ON statistics (period)
    """,
)


def upgrade() -> None:
    """Make the tables and columns."""
    for step in STEPS:
        op.execute(step)
