"""What the frame shows in its middle: pages, and the sections of the rail that lead to them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One page of the frame; a screen is a subclass.

    `heading` stands in 17 points above it, `summary` beside it ("23 of 118 cases shown"), `tools`
    to the right. `retitled` says that heading or summary changed.
    """

    retitled = Signal()
    previews = False  # whether what is chosen on it shows in the pane at the right

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._heading = heading
        self._summary = ""
        self._outside = ""

    @property
    def heading(self) -> str:
        """Give the heading."""
        return self._heading

    @property
    def window_title(self) -> str:
        """Give the words for the bar of the window: lists of windows and shared screens show it."""
        return self._outside or self._heading

    @property
    def summary(self) -> str:
        """Give the few words beside the heading."""
        return self._summary

    def retitle(self, heading: str = "", summary: str = "", *, outside: str = "") -> None:
        """Show another heading, if one is given, and another summary.

        A heading that names a person or an address has other words for `outside` the page.
        """
        if heading:
            self._heading, self._outside = heading, outside
        self._summary = summary
        self.retitled.emit()

    def tools(self) -> tuple[QWidget, ...]:
        """Give the buttons beside the heading; made once, kept by the page."""
        return ()

    def refresh(self) -> None:
        """Read again what is shown; called when the page comes into view and on F5."""

    def show_view(self, view: str) -> None:
        """Note which saved view of the rail is wanted, "" for none; `refresh` follows at once."""

    def focus_search(self) -> None:
        """Go to the page's own search box (Ctrl+F)."""

    def focus_start(self) -> None:
        """Go to where work starts."""
        self.setFocus()


@dataclass(frozen=True, slots=True)
class View:
    """A saved view of a section, such as "Reviews due"."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """A line of the rail: its key, words and icon, how its page is made, and its saved views.

    With `folds` the views show only while the window is in the section.
    """

    key: str
    words: str
    icon: str
    make: Callable[[], Page]
    views: tuple[View, ...] = ()
    folds: bool = False
