"""Rows of a list read a page at a time through one verb of casework."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from psg_desktop.domain.lists import Page
from psg_desktop.ui.widgets.rows import PagedRows

PAGE = 200
Row = TypeVar("Row")


class ListedRows(PagedRows[Row]):
    """The rows that *read* gives; *near* is the place that the chosen one had before."""

    def __init__(
        self,
        read: Callable[[slice], Page[Row]],
        key: Callable[[Row], Hashable],
        near: int | None = None,
    ) -> None:
        self._listed, self._key, self._near = read, key, near or 0
        first = read(slice(0, PAGE))
        self._first: tuple[Row, ...] | None = first.rows
        super().__init__(self._part, first.total, page=PAGE, locate=self._find)

    def _part(self, offset: int, limit: int) -> Sequence[Row]:
        if offset == 0 and self._first is not None:
            rows, self._first = self._first, None
            return rows
        return self._listed(slice(offset, offset + limit)).rows

    def _find(self, key: Hashable) -> int | None:
        """Look at the top, where the row was, and beside that; it rarely moves further."""
        last = len(self) - 1
        if last < 0:
            return None
        for place in (0, *(max(0, min(last, self._near + by)) for by in (-PAGE, 0, PAGE))):
            try:
                self[place]
            except IndexError:
                continue  # the list became shorter since it was counted
        found = (place for place, row in self.loaded().items() if self._key(row) == key)
        return next(found, None)
