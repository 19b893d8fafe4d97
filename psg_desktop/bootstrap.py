"""Puts the program together: the only file that knows every layer."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from psg_desktop import paths
from psg_desktop.casework import sample, vaults
from psg_desktop.casework.office import Office
from psg_desktop.clock import Clock, SystemClock
from psg_desktop.store.vault import harden_process
from psg_desktop.ui.application import Application
from psg_desktop.ui.session import Session, Sitting
from psg_desktop.ui.vault.create import NewVault
from psg_desktop.ui.vault.door import Openers


def open_window(arguments: Sequence[str] = ()) -> int:
    """Open the window, on the vault named by the argument where there is one; give the exit code.

    Locking ends the process that held the records in plain form: a fresh one shows the unlock
    screen, because Python cannot promise to wipe memory.
    """
    harden_process()
    application = Application()
    again: list[Path] = []

    def start_afresh(place: Path) -> None:
        again.append(place)
        application.qt.quit()

    with tempfile.TemporaryDirectory(prefix="psg-desktop-sample-") as throw_away:
        sample_at = Path(throw_away) / "Fenmarket.psgstore"
        sitting = Sitting(
            openers=Openers(create=_create, unlock=vaults.unlock, sample=_sample(sample_at)),
            clock=SystemClock(),
            settings_file=paths.settings_file(),
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


def _create(new: NewVault, clock: Clock) -> Office:
    return vaults.create(new.place, new.passphrase, new.partnership, clock)


def _sample(place: Path) -> Callable[[Clock], Office]:
    """Give what makes the sample afresh in its throw-away folder."""

    def build(clock: Clock) -> Office:
        shutil.rmtree(place, ignore_errors=True)
        return sample.build(place, clock)

    return build


def _replace_process(arguments: list[str]) -> None:
    """Become a fresh process of the same program, which asks for the passphrase again."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "psg_desktop"]
    program = [sys.executable, *module, *arguments]
    os.execv(sys.executable, program)  # noqa: S606 - our own program, with no shell
