"""Checks a backup file from end to end, with the passphrase it was made with."""

from pathlib import Path

from psg_desktop.casework.vault import upkeep
from psg_desktop.casework.vault.upkeep import Check
from psg_desktop.clock import Clock
from psg_desktop.faults import Fault
from psg_desktop.ui.jobs import Ending, Runner
from psg_desktop.ui.vault.passphrase import PassphraseLine
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.side_sheet import SideSheet


class CheckBackup(SideSheet):
    """Says whether a backup is whole and would restore."""

    def __init__(self, file: Path, runner: Runner, clock: Clock) -> None:
        self.form = Form()
        super().__init__("Check a backup", self.form, save="Check")
        self._file, self._runner, self._clock = file, runner, clock
        self.form.add_widget(label(file.name, "strong", wrap=True))
        self.passphrase = self.form.add(
            "passphrase", "Passphrase", PassphraseLine(), hint="The one of the day it was made."
        )
        self.banner = Banner()
        self.banner.keep()
        self.form.add_widget(self.banner)
        self.passphrase.entered.connect(self._submit)
        self.save_asked.connect(self._submit)

    def _submit(self) -> None:
        words = self.passphrase.value()
        if not words:
            self.form.show_problems({"passphrase": "Enter the passphrase of this backup."})
            return
        self.form.show_problems({})
        self.form.setEnabled(False)
        self._runner.run(
            lambda _progress: upkeep.verify(self._file, words, self._clock),
            Ending(done=self._tell, failed=self._fail),
        )

    def _tell(self, check: Check) -> None:
        self.form.setEnabled(True)
        self.passphrase.forget()
        self.form.mark_saved()
        if check.sound:
            said = " ".join(("This backup is whole and restores.", *check.notes))
            self.banner.say(said, Tone.SUCCESS)
        else:
            self.banner.say(" ".join(check.findings), Tone.PROBLEM)

    def _fail(self, problem: Exception) -> None:
        self.form.setEnabled(True)
        if not isinstance(problem, Fault):
            raise problem
        self.form.show_problems({"passphrase": str(problem)})
