"""Where the focus goes when work begins and ends, never away from what somebody does elsewhere."""

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


def lead_on(view: QWidget, target: QWidget) -> None:
    """Give *target* the focus if it is still in *view*, where the work was asked for."""
    focused = QApplication.focusWidget()
    if view.isVisible() and (focused is None or view.isAncestorOf(focused)):
        target.setFocus()


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
