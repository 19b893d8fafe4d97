"""Questions asked again and again: put together once, and asked through the driver itself."""

from functools import cached_property
from typing import Any

from sqlalchemy import Connection, SelectBase
from sqlalchemy.dialects.sqlite.pysqlite import dialect

_DRIVER = dialect()


class Prepared:
    """A question with named parts left open, such as `select(table).where(id == bindparam("key"))`.

    Composing, compiling and wrapping took SQLAlchemy longer than SQLCipher took to answer the
    small questions of one case. A list for `IN` that is told later cannot be left open.
    """

    def __init__(self, question: SelectBase) -> None:
        self._question = question

    @cached_property
    def names(self) -> list[str]:
        """The names of the columns of the answer, in order."""
        return [str(column.key) for column in self._question.selected_columns]

    def rows(self, connection: Connection, **parts: object) -> list[tuple[Any, ...]]:
        """Ask, and give every row of the answer."""
        words, places, known = self._said
        if not connection.in_transaction():
            # All questions of one look are answered from the same state.
            connection.begin()
        told = known | parts
        say = connection.connection.cursor().execute
        rows: list[tuple[Any, ...]] = say(words, [told[one] for one in places]).fetchall()
        return rows

    @cached_property
    def _said(self) -> tuple[str, list[str], dict[str, Any]]:
        compiled = self._question.compile(dialect=_DRIVER)
        return str(compiled), list(compiled.positiontup or ()), dict(compiled.params)
