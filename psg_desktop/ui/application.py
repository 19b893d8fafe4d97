"""Makes the one Qt application: style, letters, language, look, and the alarm."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from psg_desktop import __version__
from psg_desktop.paths import APPLICATION
from psg_desktop.ui.alarm import Alarm
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.theme import SchemeChoice

_PAUSE = 1_000


class Application:
    """The running program: its Qt application, its appearance and its alarm."""

    def __init__(self, arguments: Sequence[str] = ()) -> None:
        self.qt = _qt_application(arguments)
        self.qt.setApplicationName(APPLICATION)
        self.qt.setApplicationDisplayName(APPLICATION)
        self.qt.setApplicationVersion(__version__)
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        # How long a pause may be within a name that is typed to find it in a list.
        self.qt.setKeyboardInputInterval(_PAUSE)
        self.alarm = Alarm()
        self.alarm.install()
        self.appearance = Appearance(self.qt)
        self.appearance.apply(SchemeChoice.SYSTEM)

    def run(self) -> int:
        """Work until the last window is closed, and give the exit code."""
        try:
            return self.qt.exec()
        finally:
            self.alarm.remove()


def _qt_application(arguments: Sequence[str]) -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        running.setStyle("Fusion")
        return running
    # As an argument, or Qt would make the system's style first and throw it away. `setStyle` before
    # would give back a style: its Python class alone takes a twentieth of the time to the window.
    return QApplication([APPLICATION, "-style", "fusion", *arguments])
