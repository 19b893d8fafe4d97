"""Puts the program together: the only file that knows every layer.

Nothing of the store is imported before the unlock screen is painted, which halves the time until
a worker sees something; `_prepare` loads the rest beside it.
"""

# ruff: noqa: PLC0415 - what is imported where it is used is loaded after the first window

import gc
import importlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from psg_desktop import paths
from psg_desktop.clock import Clock, SystemClock
from psg_desktop.ui.application import Application
from psg_desktop.ui.session import Session, Sitting
from psg_desktop.ui.vault.door import Openers

if TYPE_CHECKING:
    from psg_desktop.casework.office import Office
    from psg_desktop.ui.vault.create import NewVault
    from psg_desktop.words.sample_stages import Tell


def open_window(arguments: Sequence[str] = ()) -> int:
    """Open the window, on the vault named by the argument where there is one; give the exit code.

    Locking ends the process that held the records in plain form: a fresh one shows the unlock
    screen, because Python cannot promise to wipe memory.
    """
    application = Application()
    again: list[Path] = []

    def start_afresh(place: Path) -> None:
        again.append(place)
        application.qt.quit()

    with tempfile.TemporaryDirectory(prefix="psg-desktop-sample-") as throw_away:
        sample_at = Path(throw_away) / "Fenmarket.psgstore"
        sitting = Sitting(
            openers=Openers(
                create=_create, unlock=_unlock, restore=_restore, sample=_sample(sample_at)
            ),
            clock=SystemClock(),
            settings_file=paths.settings_file(),
            prepare=_prepare,
        )
        session = Session(sitting, application.appearance, start_afresh)
        session.begin(Path(arguments[0]) if arguments else None)
        try:
            code = application.run()
        finally:
            session.end()
    if again:
        _replace_process([str(place) for place in again if place != sample_at])
    return code


def window_opens() -> bool:
    """Open the window of a small vault and paint it, without a screen; part of the self-test."""
    from psg_desktop.casework.vault import vaults
    from psg_desktop.domain.partnership import Partnership
    from psg_desktop.store.vault import FLOOR_COST

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = Application()
    clock = SystemClock()
    with tempfile.TemporaryDirectory(prefix="psg-desktop-self-test-") as folder:
        sitting = Sitting(
            openers=Openers(create=_create, unlock=_unlock, restore=_restore),
            clock=clock,
            settings_file=Path(folder) / "settings.json",
        )
        session = Session(sitting, application.appearance)
        session.begin()
        partnership = Partnership(name="Self-test", sample=True)
        place = Path(folder) / "self-test.psgstore"
        office = vaults.create(place, "self test of five words", partnership, clock, FLOOR_COST)
        if session.door is not None:
            session.door.opened.emit(office)
        painted = session.window is not None and not session.window.frame.grab().isNull()
        session.end()
    return painted


def _prepare() -> None:
    """Harden the process before it can hold a record, and load the window of an open vault."""
    from psg_desktop.store.vault import harden_process

    try:
        harden_process()
        importlib.import_module("psg_desktop.ui.main_window.window")
    finally:
        gc.freeze()  # what is loaded stays, and no search for rubbish need look at it
        gc.enable()


def _create(new: "NewVault", clock: Clock) -> "Office":
    from psg_desktop.casework.vault import vaults

    return vaults.create(new.place, new.passphrase, new.partnership, clock)


def _unlock(place: Path, passphrase: str, clock: Clock) -> "Office":
    from psg_desktop.casework.vault import vaults

    return vaults.unlock(place, passphrase, clock)


def _restore(file: Path, to: Path, passphrase: str) -> None:
    from psg_desktop.casework.vault import upkeep

    upkeep.restore(file, to, passphrase)


def _sample(place: Path) -> "Callable[[Clock, Tell], Office]":
    """Give what makes the sample afresh in its throw-away folder."""

    def build(clock: Clock, tell: "Tell") -> "Office":
        from psg_desktop.casework import sample

        shutil.rmtree(place, ignore_errors=True)
        return sample.build(place, clock, sample.Recipe(tell=tell))

    return build


def _replace_process(arguments: list[str]) -> None:
    """Become a fresh process of the same program, which asks for the passphrase again."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "psg_desktop"]
    program = [sys.executable, *module, *arguments]
    os.execv(sys.executable, program)  # noqa: S606 - our own program, with no shell
