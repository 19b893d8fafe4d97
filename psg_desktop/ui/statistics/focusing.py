"""Leads on to what was found, but never away from what somebody is doing elsewhere."""

from PySide6.QtWidgets import QApplication, QWidget


def lead_on(view: QWidget, target: QWidget) -> None:
    """Give *target* the focus if it is still in *view*, where the work was asked for."""
    focused = QApplication.focusWidget()
    if view.isVisible() and (focused is None or view.isAncestorOf(focused)):
        target.setFocus()
