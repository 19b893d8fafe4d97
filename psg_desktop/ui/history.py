"""Where the window has been, so that Back returns to the same place."""

from dataclasses import dataclass

from psg_desktop.ui.pages import Page

_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was shown, and the line of the rail it belongs to."""

    page: Page
    section: str
    view: str


class History:
    """The visits so far, the last one current."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []

    @property
    def now(self) -> Visit | None:
        """Give the current visit."""
        return self._visits[-1] if self._visits else None

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is an earlier visit."""
        return len(self._visits) > 1

    def visit(self, visit: Visit) -> tuple[Page, ...]:
        """Add a visit; gives the pages that nobody can come back to any more."""
        if self.now == visit:
            return ()
        self._visits.append(visit)
        forgotten = self._visits[:-_LONGEST]
        self._visits = self._visits[-_LONGEST:]
        return self._gone(forgotten)

    def back(self) -> tuple[Page, ...]:
        """Go to the visit before; gives the pages that nobody can come back to any more."""
        return self._gone([self._visits.pop()]) if self.can_go_back else ()

    def _gone(self, left: list[Visit]) -> tuple[Page, ...]:
        kept = {id(visit.page) for visit in self._visits}
        return tuple({id(v.page): v.page for v in left if id(v.page) not in kept}.values())
