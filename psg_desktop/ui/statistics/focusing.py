"""Where the focus goes when work begins and ends, never away from what somebody does elsewhere."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid


def lead_on(view: QWidget, target: QWidget) -> None:
    """Give *target* the focus if it is still in *view*, where the work was asked for."""
    focused = QApplication.focusWidget()
    if view.isVisible() and (focused is None or view.isAncestorOf(focused)):
        target.setFocus()
        bring_up(target)


def bring_up(target: QWidget) -> None:
    """Scroll what holds *target*, such as with large letters, until its top can be seen."""
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            _scroll(around, target)
        around = around.parentWidget()


def _scroll(area: QScrollArea, target: QWidget) -> None:
    inside = area.widget()
    if inside is None:
        return
    top = target.mapTo(inside, QPoint(0, 0)).y()
    bar, seen = area.verticalScrollBar(), area.viewport().height()
    if not bar.value() <= top <= bar.value() + seen - target.height():
        bar.setValue(top)


class KeptFocus:
    """Gives the focus back to what began a piece of work and was disabled meanwhile.

    The window is asked, not the program: after a dialog of the system no window is active yet.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._before: QWidget | None = None
        self._meanwhile: QWidget | None = None

    def note(self) -> None:
        """Note what has the focus before the work begins."""
        self._before = self._window.window().focusWidget()

    def settle(self) -> None:
        """Note where the focus went when the work had begun."""
        self._meanwhile = self._window.window().focusWidget()

    def give_back(self) -> None:
        """Give the focus back, unless somebody took it elsewhere meanwhile."""
        before, self._before = self._before, None
        if before is None or not isValid(before):
            return
        unmoved = self._window.window().focusWidget() is self._meanwhile
        if unmoved and before.isVisible() and before.isEnabled():
            before.setFocus()
