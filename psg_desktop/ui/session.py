"""One sitting: the unlock screen, the window of the open vault, and the unlock screen again.

The unlock screen is painted first; what opens a vault and shows it is loaded while the passphrase
is typed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QObject, QRect, QTimer

from psg_desktop import settings
from psg_desktop.clock import Clock
from psg_desktop.paths import documents_folder
from psg_desktop.settings import Settings
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.jobs import Ending, Jobs, Runner
from psg_desktop.ui.theme import SchemeChoice
from psg_desktop.ui.vault.door import Door, Openers

if TYPE_CHECKING:  # the unlock screen is up before the rest of the window is loaded
    from psg_desktop.casework.office import Office
    from psg_desktop.ui.main_window.window import MainWindow

_TITLE_BAR = QMargins(4, 32, 4, 4)  # what the system draws around a window
_FIRST_PAINT = 60  # milliseconds the unlock screen has for itself


def _fit(door: Door) -> None:
    """Keep a first window within the screen, which large letters make a small one."""
    room = door.screen().availableSize().shrunkBy(_TITLE_BAR)
    door.resize(door.size().boundedTo(room))


def _nothing(*_: object) -> None:
    """Have nothing to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What a session stands on: how vaults are opened, the time, and where likings are kept.

    `prepare` runs beside the unlock screen once it is painted, and before any vault is opened.
    """

    openers: Openers
    clock: Clock
    settings_file: Path
    folder: Path | None = None
    runner: Callable[[], Runner] = Jobs
    prepare: Callable[[], None] = _nothing


class Session(QObject):
    """Shows one window at a time and holds at most one open vault.

    `locked` is called after a vault was locked; by default the unlock screen is shown again.
    """

    def __init__(
        self,
        sitting: Sitting,
        appearance: Appearance,
        locked: Callable[[Path], None] | None = None,
    ) -> None:
        super().__init__()
        self._sitting = sitting
        self._appearance = appearance
        self._locked = locked or self._show_unlock
        self._folder = sitting.folder or documents_folder()
        self.settings = settings.read(sitting.settings_file)
        self.door: Door | None = None
        self.window: MainWindow | None = None
        self._geometry: QRect | None = None
        self._wear()
        appearance.changed.connect(self._keep_look)

    def begin(self, place: Path | None = None) -> None:
        """Show the unlock screen for *place*, else for the last vault, else the three ways."""
        known = Path(self.settings.vault) if self.settings.vault else None
        last = known if known is not None and known.is_dir() else None
        self._show_door(place or last)

    def end(self) -> None:
        """Close the vault, and stop what runs."""
        self._close()
        door, self.door = self.door, None
        if door is not None:
            door.shut()

    def _show_door(self, place: Path | None) -> None:
        sitting = self._sitting
        runner = sitting.runner()
        door = Door(sitting.openers, sitting.clock, runner, self._folder)
        door.opened.connect(self._enter)
        if self._geometry is not None:
            door.setGeometry(self._geometry)
        else:
            _fit(door)
        self.door = door
        if place is None:
            door.show_welcome()
        else:
            door.show_unlock(place)
        door.show()
        QTimer.singleShot(_FIRST_PAINT, door, lambda: self._prepare(runner))

    def _prepare(self, runner: Runner) -> None:
        """Load the rest of the program where it does not hold up the window."""
        runner.run(lambda _progress: self._sitting.prepare(), Ending(done=_nothing, failed=_raise))

    def _show_unlock(self, place: Path) -> None:
        self._show_door(place)

    def _enter(self, office: "Office") -> None:
        from psg_desktop.ui.main_window.window import MainWindow  # noqa: PLC0415 - loaded by now

        if not office.partnership().sample:
            self._keep(self.settings.opened(office.place))
        runner = self._sitting.runner()
        window = MainWindow(office, self._appearance, runner, self.settings)
        window.lock_asked.connect(self._lock)
        window.settings_changed.connect(self._keep)
        window.frame.closing.connect(self._close)
        door, self.door = self.door, None
        self.window = window
        if door is not None:
            window.frame.setGeometry(door.geometry())
        window.frame.show()
        if door is not None:
            door.shut()

    def _lock(self) -> None:
        window = self.window
        if window is None:
            return
        place = window.office.place
        try:
            self._leave(window)
        finally:  # a vault that could not be closed in order is locked all the same
            self._locked(place)

    def _close(self) -> None:
        if self.window is not None:
            self._leave(self.window)

    def _leave(self, window: "MainWindow") -> None:
        """Take a window down: what is being typed is kept first, then the vault is closed."""
        self.window = None
        self._geometry = window.frame.geometry()
        window.forget()
        window.office.close()

    def _keep(self, changed: Settings) -> None:
        self.settings = changed
        settings.write(self._sitting.settings_file, changed)
        if self.window is not None:
            self.window.settings = changed

    def _wear(self) -> None:
        liked = self.settings
        known = {choice.value: choice for choice in SchemeChoice}
        scheme = known.get(liked.scheme, SchemeChoice.SYSTEM)
        self._appearance.apply(scheme, liked.zoom, dense=liked.dense)

    def _keep_look(self) -> None:
        look = self._appearance
        kept = replace(self.settings, scheme=look.scheme.value, zoom=look.zoom, dense=look.dense)
        if kept != self.settings:
            self._keep(kept)


def _raise(problem: Exception) -> None:
    raise problem
