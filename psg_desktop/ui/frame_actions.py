"""What the frame itself can do, with the keys for it; all of it stands in the worker's menu."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.desk import Desk
from psg_desktop.ui.pages import Page
from psg_desktop.ui.rail import Rail
from psg_desktop.ui.shortcuts import ShortcutList
from psg_desktop.ui.side import Side
from psg_desktop.ui.theme import LARGEST_ZOOM, SMALLEST_ZOOM, SchemeChoice
from psg_desktop.ui.top_bar import TopBar

_STEP = 10


class Framed(Protocol):
    """What is needed of the frame, so that the frame may know its actions and not they it."""

    top: TopBar
    rail: Rail
    desk: Desk
    side: Side

    @property
    def page(self) -> Page | None:
        """The page shown."""

    def go(self, section: str, view: str = "") -> None:
        """Go to a section of the rail."""

    def go_back(self) -> None:
        """Go to the page before this one."""

    def refresh(self) -> None:
        """Have the page shown read again."""

    def offer(self, words: str, keys: str, done: Callable[[], object]) -> QAction:
        """Add an action with its keys to the worker's menu."""


class FrameActions:
    """Offers moving about, the look and the list of keys."""

    def __init__(self, frame: Framed, appearance: Appearance, sections: Sequence[str]) -> None:
        self._frame = frame
        self._appearance = appearance
        self._moves()
        self._looks()
        for number, section in enumerate(sections[:9], 1):
            self._quiet(f"Section {number}", f"Alt+{number}", partial(frame.go, section))

    def _moves(self) -> None:
        frame = self._frame
        frame.offer("Find anything", "Ctrl+K", self._find)
        frame.offer("Find in this page", "Ctrl+F", self._find_in_page)
        frame.offer("Back", "Alt+Left", frame.go_back)
        frame.offer("Undo the last change", "Ctrl+Z", frame.desk.undo.take_back)
        frame.offer("Read again", "F5", frame.refresh)
        frame.offer("Show or hide the preview", "Ctrl+Shift+P", self._toggle_preview)
        frame.offer("Keyboard shortcuts", "Ctrl+/", self._list)
        frame.top.worker_menu.addSeparator()
        self._quiet("New", "Ctrl+N", frame.top.open_new)
        self._quiet("Next pane", "F6", lambda: self._pane(1))
        self._quiet("Previous pane", "Shift+F6", lambda: self._pane(-1))

    def _looks(self) -> None:
        for words, scheme in (
            ("Light", SchemeChoice.LIGHT),
            ("Dark", SchemeChoice.DARK),
            ("Light or dark as the system", SchemeChoice.SYSTEM),
        ):
            self._frame.offer(words, "", partial(self._wear, scheme))
        self._frame.offer("Larger", "Ctrl++", lambda: self._zoom(_STEP))
        self._frame.offer("Smaller", "Ctrl+-", lambda: self._zoom(-_STEP))
        self._frame.offer("Usual size", "Ctrl+0", lambda: self._zoom(0))
        self._frame.top.worker_menu.addSeparator()

    def _quiet(self, words: str, keys: str, done: Callable[[], object]) -> QAction:
        """Add an action that has keys but needs no line in the menu."""
        action = self._frame.offer(words, keys, done)
        self._frame.top.worker_menu.removeAction(action)
        return action

    def _find(self) -> None:
        self._frame.top.search.setFocus()
        self._frame.top.search.selectAll()

    def _find_in_page(self) -> None:
        if self._frame.page is not None:
            self._frame.page.focus_search()

    def _toggle_preview(self) -> None:
        side = self._frame.side
        side.show_preview(shown=not side.previewing)

    def _list(self) -> None:
        ShortcutList(self._frame.top.window()).open()

    def _wear(self, scheme: SchemeChoice) -> None:
        look = self._appearance
        look.apply(scheme, look.zoom, dense=look.dense)

    def _zoom(self, by: int) -> None:
        look = self._appearance
        zoom = min(max(look.zoom + by, SMALLEST_ZOOM), LARGEST_ZOOM) if by else 100
        look.apply(look.scheme, zoom, dense=look.dense)

    def _pane(self, step: int) -> None:
        frame = self._frame
        panes: list[QWidget] = [frame.top, frame.rail, frame.desk]
        if frame.side.isVisible():
            panes.append(frame.side)
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), -1)
        target = panes[(at + step) % len(panes)]
        self._enter(target)

    def _enter(self, pane: QWidget) -> None:
        frame = self._frame
        if pane is frame.top:
            self._find()
        elif pane is frame.rail:
            frame.rail.list.setFocus()
        elif pane is frame.side and frame.side.sheet is not None:
            frame.side.sheet.focus_first()
        elif pane is frame.side:
            frame.side.preview.setFocus()
        elif frame.page is not None:
            frame.page.focus_start()
