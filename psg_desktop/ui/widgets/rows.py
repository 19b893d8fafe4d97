"""Rows of a grid: what a column shows of them, and rows fetched only as they are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar, overload

from typing_extensions import override

from psg_desktop.ui.widgets.chips import Status

Row = TypeVar("Row")


class Sift(Enum):
    """How the arrow of a column filters: by ticked values, by words held, or from and to."""

    VALUES = "values"
    CONTAINS = "contains"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """What one column shows of a row; `key` is its name to the store, empty when it cannot sort.

    `width` is in pixels at 100 % zoom. `status` paints a mark instead of the text; `spoken` is
    what assistive technology reads when the text alone would not do.
    """

    heading: str
    text: Callable[[Row], str]
    key: str = ""
    width: int = 136
    stretch: bool = False
    number: bool = False
    status: Callable[[Row], Status | None] | None = None
    tooltip: Callable[[Row], str] | None = None
    spoken: Callable[[Row], str] | None = None
    sift: Sift | None = None


class PagedRows(Sequence[Row]):
    """Rows read a page at a time when they come into view; the pages last looked at are kept.

    `fetch(offset, limit)` gives at most *limit* rows from *offset* on, in the order shown;
    `locate(key)` gives the place of the row with that key in this order, or None.
    """

    def __init__(
        self,
        fetch: Callable[[int, int], Sequence[Row]],
        total: int,
        *,
        page: int = 200,
        locate: Callable[[Hashable], int | None] | None = None,
    ) -> None:
        self._fetch = fetch
        self._total = total
        self._page = page
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self.locate = locate

    @override
    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    @override
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(self._total))]
        if not 0 <= index < self._total:
            raise IndexError(index)
        number, place = divmod(index, self._page)
        return self._rows(number)[place]

    def loaded(self) -> dict[int, Row]:
        """Give the rows held in memory by their place."""
        return {
            number * self._page + place: row
            for number, rows in self._pages.items()
            for place, row in enumerate(rows)
        }

    def _rows(self, number: int) -> Sequence[Row]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        rows = self._fetch(number * self._page, self._page)
        self._pages[number] = rows
        if len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        return rows


_KEPT = 20


@dataclass(frozen=True, slots=True)
class ValueCount:
    """A value a column holds, the words for it, and in how many rows."""

    value: Hashable
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Ticked:
    """Only rows whose value is one of these."""

    values: frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Holding:
    """Only rows that hold these words, in any case."""

    words: str


@dataclass(frozen=True, slots=True)
class Between:
    """Only rows from `first` to `last`, both as typed; an empty end is open."""

    first: str
    last: str


Filter = Ticked | Holding | Between
