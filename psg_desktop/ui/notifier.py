"""The one signal that says something in the vault has changed."""

from PySide6.QtCore import QObject, Signal


class Notifier(QObject):
    """Carries what a kept unit of work touched to every screen that shows it.

    Register `announce` as a listener of the office; it may be called from any thread, screens
    connected to `changed` hear it in the window's own.
    """

    changed = Signal(object)

    def announce(self, changes: object) -> None:
        """Tell every screen what was touched."""
        self.changed.emit(changes)
