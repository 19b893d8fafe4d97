"""The tables of the working cycle: from referral to whether it held."""

from alembic import op

revision = "0002"
down_revision = "0001"

STEPS = (
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
