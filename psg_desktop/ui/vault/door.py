"""The window before a vault is open: choose one, make one, or give its passphrase.

It is the first thing on the screen, so it loads nothing that opens a vault or shows one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from psg_desktop.casework.vault import whereabouts
from psg_desktop.clock import Clock
from psg_desktop.faults import Fault
from psg_desktop.paths import APPLICATION
from psg_desktop.ui import appearance
from psg_desktop.ui.jobs import Ending, Runner
from psg_desktop.ui.vault import choosers
from psg_desktop.ui.vault.unlock import Unlock
from psg_desktop.ui.vault.welcome import Welcome
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.words import sample_stages
from psg_desktop.words.sample_stages import Tell

if TYPE_CHECKING:  # this window is up before anything of the store is loaded
    from psg_desktop.casework.office import Office
    from psg_desktop.ui.vault.create import Create, NewVault

_WIDTH = 960
VAULT_SUFFIX = ".psgstore"
_NO_VAULT = (
    "There is no vault in that folder. Choose the folder whose name ends in .psgstore itself, or "
    "ask whoever gave it to you to copy the whole folder again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Openers:
    """How vaults are made and opened; `sample` builds the made-up one in a throw-away folder.

    Each may take a second or more and is called outside the window's thread.
    """

    create: Callable[[NewVault, Clock], Office]
    unlock: Callable[[Path, str, Clock], Office]
    restore: Callable[[Path, Path, str], None]
    sample: Callable[[Clock, Tell], Office] | None = None


class Door(QMainWindow):
    """Emits `opened(office)`; whoever hears it closes this window and shows the vault's own."""

    opened = Signal(object)

    def __init__(self, openers: Openers, clock: Clock, runner: Runner, folder: Path) -> None:
        super().__init__()
        self.setWindowTitle(APPLICATION)
        self.setObjectName("page")
        self._openers, self._clock, self._runner = openers, clock, runner
        self._folder = folder
        self._shut = False
        self._restored: Path | None = None  # where a backup is being restored to
        self._pages: list[QWidget] = []
        self._build()
        self.resize(1280, 720)

    def show_welcome(self) -> None:
        """Offer the three ways to begin."""
        self._turn(self.welcome)

    @cached_property
    def banner(self) -> Banner:
        """What happened, above the page."""
        made = Banner()
        self._down.insertWidget(1, made)
        return made

    @cached_property
    def welcome(self) -> Welcome:
        """The page with the three ways to begin; made when asked for, as the others are."""
        page = Welcome(sample=self._openers.sample is not None)
        page.sample_asked.connect(self._sample)
        page.create_asked.connect(self.show_create)
        page.open_asked.connect(self._choose)
        page.restore_asked.connect(self._choose_backup)
        self._add(page)
        return page

    @cached_property
    def unlock_page(self) -> Unlock:
        """The page that asks for the passphrase."""
        page = Unlock()
        page.unlock_asked.connect(self._unlock)
        page.other_asked.connect(self._choose)
        page.start_asked.connect(self.show_welcome)
        self._add(page)
        return page

    @cached_property
    def create_page(self) -> Create:
        """The page for a new vault, with every district of England on it."""
        from psg_desktop.ui.vault.create import Create  # noqa: PLC0415 - loaded with its page

        page = Create(self._folder)
        page.create_asked.connect(self._create)
        page.back_asked.connect(self.show_welcome)
        self._add(page)
        return page

    def show_create(self) -> None:
        """Ask for what a new vault needs."""
        self._turn(self.create_page)
        self.create_page.focus_start()

    def show_unlock(self, place: Path) -> None:
        """Ask for the passphrase of the vault at *place*; say so when there is none."""
        if not whereabouts.is_vault(place):
            self._turn(self.welcome)
            self.banner.say(_NO_VAULT, Tone.PROBLEM)
            return
        self._restored = None
        self.unlock_page.show_place(place)
        self._turn(self.unlock_page)
        self.unlock_page.focus_start()

    def shut(self) -> None:
        """Go away for good, once what runs has stopped; what was typed is forgotten."""
        self.close()
        self._runner.close()
        self.deleteLater()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._shut = True
        if "unlock_page" in self.__dict__:
            self.unlock_page.passphrase.forget()
        if "create_page" in self.__dict__:
            self.create_page.forget()
        super().closeEvent(event)

    def _build(self) -> None:
        column = QWidget()
        column.setMaximumWidth(appearance.current().px(_WIDTH))
        self._down = down = QVBoxLayout(column)
        down.setContentsMargins(24, 24, 24, 24)
        down.addStretch(2)
        down.addStretch(3)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.addStretch(1)
        across.addWidget(column, 20)
        across.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.setCentralWidget(area)

    def _add(self, page: QWidget) -> None:
        page.hide()
        self._pages.append(page)
        self._down.insertWidget(self._down.count() - 1, page)

    def _turn(self, page: QWidget) -> None:
        if "banner" in self.__dict__:
            self.banner.hide()
        for each in self._pages:
            each.setVisible(each is page)

    def _choose(self) -> None:
        title = "Choose the folder whose name ends in .psgstore"
        chosen = choosers.folder(self, title, self._folder)
        if chosen is not None:
            self.show_unlock(_vault_in(chosen))

    def _choose_backup(self) -> None:
        title = "Restore a backup"
        file = choosers.file(self, title, self._folder, "Backups (*.psgbackup)")
        to = choosers.folder(self, "Choose where the file is kept", self._folder) if file else None
        if file is None or to is None:
            return
        self._restored = to / f"{file.stem}{VAULT_SUFFIX}"
        self.unlock_page.show_backup(file, self._restored)
        self._turn(self.unlock_page)
        self.unlock_page.focus_start()

    def _sample(self) -> None:
        build = self._openers.sample
        if build is None:
            return
        self.welcome.setEnabled(False)
        self._say_stage(0, 0)
        ending = self._ending(self._no_sample, self._say_stage)
        self._runner.run(lambda progress: build(self._clock, progress), ending)

    def _say_stage(self, done: int, total: int) -> None:
        """Say what of the sample is being made, and how far it is."""
        far = f" Step {done + 1} of {total}." if total else ""
        self.banner.say(f"{sample_stages.said(done)}{far} It takes half a minute or so.")

    def _no_sample(self, sentence: str) -> None:
        self.welcome.setEnabled(True)
        self.banner.say(sentence, Tone.PROBLEM)

    def _create(self, new: NewVault) -> None:
        self.create_page.show_busy(busy=True)
        self._run(lambda: self._openers.create(new, self._clock), self.create_page.show_problem)

    def _unlock(self, place: Path, passphrase: str) -> None:
        self.unlock_page.show_busy(busy=True)
        restored, openers = self._restored, self._openers

        def opened() -> Office:
            if restored is None:
                return openers.unlock(place, passphrase, self._clock)
            openers.restore(place, restored, passphrase)
            return openers.unlock(restored, passphrase, self._clock)

        self._run(opened, self.unlock_page.show_problem)

    def _run(self, work: Callable[[], Office], failed: Callable[[str], None]) -> None:
        self._runner.run(lambda _progress: work(), self._ending(failed))

    def _ending(
        self, failed: Callable[[str], None], progress: Tell = sample_stages.nothing
    ) -> Ending[Office]:
        def tell(problem: Exception) -> None:
            if not isinstance(problem, Fault):
                failed("Something in this program went wrong, and nothing was opened.")
                raise problem
            failed(str(problem))

        return Ending(done=self._enter, failed=tell, progress=progress)

    def _enter(self, office: Office) -> None:
        if self._shut:  # the window was closed while the vault was being opened
            office.close()
        else:
            self.opened.emit(office)


def _vault_in(folder: Path) -> Path:
    """Give the one vault that lies in a folder, where the folder around it was chosen."""
    if whereabouts.is_vault(folder):
        return folder
    inside = [one for one in folder.glob(f"*{VAULT_SUFFIX}") if whereabouts.is_vault(one)]
    return inside[0] if len(inside) == 1 else folder
