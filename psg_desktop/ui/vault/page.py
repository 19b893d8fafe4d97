"""The page that looks after the vault: where it is, its backups, its passphrase, and locking it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import upkeep
from psg_desktop.casework.vault.upkeep import Backup
from psg_desktop.faults import Fault
from psg_desktop.paths import documents_folder
from psg_desktop.ui.jobs import Ending, Runner
from psg_desktop.ui.pages import Page
from psg_desktop.ui.vault import choosers
from psg_desktop.ui.vault.keeping import backups_of, last_backup
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button, primary, row
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.sections import Card, Facts, ReadingColumn
from psg_desktop.words import dates

_LISTED = 5
_MEGABYTE = 1_000_000


class VaultPage(Page):
    """Emits `lock_asked`, `passphrase_asked`, `check_asked(file)` and `backed_up(folder)`."""

    lock_asked = Signal()
    passphrase_asked = Signal()
    check_asked = Signal(object)
    backed_up = Signal(str)

    def __init__(self, office: Office, runner: Runner, backups: str) -> None:
        super().__init__("Vault")
        self._office, self._runner = office, runner
        self._folder = backups
        self.banner = Banner()
        column = ReadingColumn("Vault")
        column.add("file", self._file())
        column.add("backup", self._backup())
        column.add("passphrase", self._passphrase())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.banner)
        layout.addWidget(column, 1)

    @override
    def refresh(self) -> None:
        self._list()

    @override
    def focus_start(self) -> None:
        self.now.setFocus()

    def back_up(self) -> None:
        """Back up to the folder used last, or to one that is asked for."""
        if self._folder and Path(self._folder).is_dir():
            self._back_up(Path(self._folder))
        else:
            self._back_up_elsewhere()

    def _file(self) -> Card:
        lock = button("Lock now", "lock")
        lock.setToolTip("Ctrl+L")
        lock.clicked.connect(self.lock_asked)
        card = Card("This file", lock)
        card.add(
            Facts(
                [
                    ("Where it is", str(self._office.place)),
                    ("Opened by", self._office.who),
                    ("Encrypted", "Every page of it, with a key that only the passphrase opens"),
                ]
            )
        )
        return card

    def _backup(self) -> Card:
        self.now = primary("Back up now", "backup")
        self.now.clicked.connect(self.back_up)
        elsewhere = button("Back up to another folder…")
        elsewhere.clicked.connect(self._back_up_elsewhere)
        check = button("Check a backup…")
        check.clicked.connect(self._check)
        self.trail = button("Check the history")
        self.trail.setToolTip(
            "Whether each entry of the audit trail follows from the one before it"
        )
        self.trail.clicked.connect(self._check_trail)
        self._card = Card("Backups")
        self._last = label(role="strong", wrap=True)
        self._found = label(role="secondary", wrap=True)
        self._card.add(self._last)
        self._card.add(self._found)
        self._card.body.addLayout(row(self.now, elsewhere))
        self._card.body.addLayout(row(check, self.trail))
        return self._card

    def _passphrase(self) -> Card:
        change = button("Change the passphrase")
        change.clicked.connect(self.passphrase_asked)
        card = Card("Passphrase")
        words = "There is no reset: without the passphrase nobody opens this file."
        card.add(label(words, "secondary", wrap=True))
        card.body.addLayout(row(change))
        return card

    def _list(self) -> None:
        found = backups_of(self._office, self._folder)
        self._last.setText(f"{last_backup(self._office, self._folder)}.")
        if found:
            lines = [_line(one) for one in found[:_LISTED]]
            self._found.setText("\n".join((f"In {self._folder}:", *lines)))
        else:
            self._found.setText(
                "A backup is one encrypted file. It is restored and compared before it is kept. "
                "Keep it on another disk than this computer's."
            )

    def _back_up_elsewhere(self) -> None:
        start = Path(self._folder) if self._folder else documents_folder()
        chosen = choosers.folder(self, "Back up to a folder", start)
        if chosen is not None:
            self._back_up(chosen)

    def _back_up(self, folder: Path) -> None:
        self.now.setEnabled(False)
        self.banner.say("Backing up, then restoring the copy to compare it. You can go on working.")
        self._runner.run(
            lambda _progress: upkeep.back_up(self._office, folder),
            Ending(done=self._kept, failed=self._fail),
        )

    def _kept(self, backup: Backup) -> None:
        self.now.setEnabled(True)
        self._folder = str(backup.path.parent)
        self._list()
        self.banner.say(f"Backed up and verified: {backup.path.name}", Tone.SUCCESS)
        self.backed_up.emit(self._folder)

    def _check(self) -> None:
        start = Path(self._folder) if self._folder else documents_folder()
        chosen = choosers.file(self, "Check a backup", start, "Backups (*.psgbackup)")
        if chosen is not None:
            self.check_asked.emit(chosen)

    def _check_trail(self) -> None:
        self.banner.say("Checking every entry of the history.")
        self._runner.run(
            lambda _progress: upkeep.check_trail(self._office),
            Ending(done=self._checked, failed=self._fail),
        )

    def _checked(self, check: upkeep.Check) -> None:
        if check.sound:
            self.banner.say("The history holds together from the first entry on.", Tone.SUCCESS)
        else:
            self.banner.say(" ".join(check.findings), Tone.PROBLEM)

    def _fail(self, problem: Exception) -> None:
        self.now.setEnabled(True)
        if not isinstance(problem, Fault):
            self.banner.hide()
            raise problem
        self.banner.say(str(problem), Tone.PROBLEM)


def _line(backup: Backup) -> str:
    size = max(0.1, backup.size / _MEGABYTE)
    return f"{dates.moment_words(backup.taken)}, {size:,.1f} MB"
