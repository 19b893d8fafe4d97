"""What the tables are written with: the one metadata, and the four sorts of column."""

from sqlalchemy import Column, ForeignKey, MetaData, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key() -> Column[str]:
    """Give the column of a record's identifier."""
    return Column("id", Text, primary_key=True)


def text(name: str) -> Column[str]:
    """Give a column that always holds text, "" where there is none."""
    return Column(name, Text, nullable=False)


def maybe(name: str) -> Column[str]:
    """Give a column that holds text or nothing."""
    return Column(name, Text)


def link(name: str, to: str, *, needed: bool = True) -> Column[str]:
    """Give a column that names a record of another table, such as "cases.id"."""
    return Column(name, Text, ForeignKey(to), nullable=not needed)
