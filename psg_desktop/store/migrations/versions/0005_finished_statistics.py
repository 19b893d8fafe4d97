"""Tables asked for, corrections and demand in the ledger of releases; wards brought in."""

from alembic import op

revision = "0005"
down_revision = "0004"

STEPS = (
    """
    ALTER TABLE "statistics" ADD COLUMN about TEXT DEFAULT '' NOT NULL
    """,
    """
    ALTER TABLE "statistics" ADD COLUMN demand TEXT DEFAULT '' NOT NULL
    """,
    """
    CREATE TABLE ward_boundaries (
        id TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        rings TEXT NOT NULL,
        district TEXT NOT NULL,
        source TEXT NOT NULL,
        digest TEXT NOT NULL,
        taken_in TEXT NOT NULL,
        CONSTRAINT pk_ward_boundaries PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE statistics_corrections (
        id TEXT NOT NULL,
        release TEXT NOT NULL,
        said_on TEXT NOT NULL,
        said_by TEXT NOT NULL,
        text TEXT NOT NULL,
        CONSTRAINT pk_statistics_corrections PRIMARY KEY (id),
        CONSTRAINT fk_statistics_corrections_release_statistics FOREIGN KEY(release)
            REFERENCES statistics (id)
    )
    """,
    """
    CREATE INDEX ix_statistics_corrections_release ON statistics_corrections (release)
    """,
)


def upgrade() -> None:
    """Make the tables and columns."""
    for step in STEPS:
        op.execute(step)
