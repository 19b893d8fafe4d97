"""Reads the caseload a page at a time, and finds a chosen case again after anything changed."""

from collections.abc import Hashable, Sequence

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.domain.lists import CaseFilter, CaseRow
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.ui.widgets.rows import PagedRows

PAGE = 200


class CaseRows(PagedRows[CaseRow]):
    """The cases under a filter in an order; `near` is the place the chosen one had before."""

    def __init__(
        self, office: Office, asked: CaseFilter, order: CaseOrder, near: int | None = None
    ) -> None:
        self._office, self._asked, self._order = office, asked, order
        first = lists.cases(office, asked, order, slice(0, PAGE))
        self._first: tuple[CaseRow, ...] | None = first.rows
        super().__init__(self._read, first.total, page=PAGE, locate=self._locate)
        self._near = near

    def _read(self, offset: int, limit: int) -> Sequence[CaseRow]:
        if offset == 0 and self._first is not None:
            rows, self._first = self._first, None
            return rows
        part = slice(offset, offset + limit)
        return lists.cases(self._office, self._asked, self._order, part).rows

    def _locate(self, key: Hashable) -> int | None:
        """Look where the case was, beside that, and at the top; it rarely moves further."""
        if not len(self):
            return None
        for place in self._looked_at():
            try:
                self[place]
            except IndexError:
                continue
        found = (place for place, row in self.loaded().items() if row.id == key)
        return next(found, None)

    def _looked_at(self) -> tuple[int, ...]:
        near = self._near or 0
        last = len(self) - 1
        return (0, *(max(0, min(last, near + step)) for step in (-PAGE, 0, PAGE)))
