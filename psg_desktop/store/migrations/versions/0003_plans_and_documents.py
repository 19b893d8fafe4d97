"""The tables of projects, the partnership's plan, case reviews, support and documents."""

from alembic import op

revision = "0003"
down_revision = "0002"

STEPS = ()


def upgrade() -> None:
    """Make the tables and columns."""
    for step in STEPS:
        op.execute(step)
