"""The tables of the working cycle: from referral to whether it held."""

from alembic import op

revision = "0002"
down_revision = "0001"

STEPS = ()


def upgrade() -> None:
    """Make the tables and columns."""
    for step in STEPS:
        op.execute(step)
