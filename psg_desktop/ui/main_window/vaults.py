"""The page of the vault, the backups made and tried there, and its passphrase."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from psg_desktop.casework.office import Office
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.pages import Page
from psg_desktop.ui.vault.change import ChangePassphrase
from psg_desktop.ui.vault.checking import CheckBackup
from psg_desktop.ui.vault.keeping import backups_of
from psg_desktop.ui.vault.page import VaultPage


class Vaults(QObject):
    """Makes the page in a frame; *folder* gives where this machine keeps its backups.

    Emits `done(sentence)`, `backed_up(folder)` and `lock_asked`.
    """

    done = Signal(str)
    backed_up = Signal(str)
    lock_asked = Signal()

    def __init__(self, office: Office, runner: Runner, folder: Callable[[], str]) -> None:
        super().__init__()
        self._office, self._runner, self._folder = office, runner, folder

    def place(self, frame: Frame) -> None:
        """Take the frame that shows the page."""
        self._frame = frame

    def page(self) -> Page:
        """Make the page of the vault."""
        page = VaultPage(self._office, self._runner, self._folder())
        page.lock_asked.connect(self.lock_asked)
        page.passphrase_asked.connect(self._change_passphrase)
        page.check_asked.connect(self._check_backup)
        page.backed_up.connect(self.backed_up)
        return page

    def back_up(self) -> None:
        """Go to the vault's page and back up."""
        self._frame.go("vault")
        if isinstance(self._frame.page, VaultPage):
            self._frame.page.back_up()

    def last_backup(self) -> datetime | None:
        """Give when the last backup was made and tried."""
        found = backups_of(self._office, self._folder())
        return found[0].taken if found else None

    def _change_passphrase(self) -> None:
        sheet = ChangePassphrase(
            self._office,
            self._runner,
            lambda: self.done.emit("The new passphrase opens this file from now on."),
        )
        self._frame.open_sheet(sheet)

    def _check_backup(self, file: Path) -> None:
        self._frame.open_sheet(CheckBackup(file, self._runner, self._office))
