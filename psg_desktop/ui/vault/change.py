"""Changes the passphrase: the one in use, and the new one twice."""

from collections.abc import Callable

from psg_desktop.casework.office import Office
from psg_desktop.casework.vault import vaults
from psg_desktop.casework.vault.passphrases import ENOUGH, strength, too_weak, words
from psg_desktop.faults import Fault, WrongPassphrase
from psg_desktop.ui.jobs import Ending, Runner
from psg_desktop.ui.vault.passphrase import PassphraseLine
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.side_sheet import SideSheet

_CARE = (
    "There is no reset. Backups made before still open with the passphrase they were made with, so "
    "make a new backup afterwards and keep or destroy the old ones knowingly."
)


class ChangePassphrase(SideSheet):
    """Calls `changed` once the new passphrase opens the vault and the old one no longer does."""

    def __init__(self, office: Office, runner: Runner, changed: Callable[[], None]) -> None:
        self.form = Form()
        super().__init__("Change the passphrase", self.form, save="Change it")
        self._office, self._runner, self._done = office, runner, changed
        self._old = self.form.add("old", "Passphrase now", PassphraseLine())
        self._new = self.form.add(
            "new", "New passphrase", PassphraseLine(), hint="Four or more unrelated words."
        )
        self._strength = label(role="hint", wrap=True)
        self.form.add_widget(self._strength)
        self._strength.hide()
        self._again = self.form.add("again", "The new one again", PassphraseLine())
        self.form.add_widget(label(_CARE, "secondary", wrap=True))
        self._new.edited.connect(self._say)
        self.save_asked.connect(self._submit)

    def _say(self) -> None:
        found = strength(self._new.value())
        self._strength.setText(words(found))
        self._strength.setVisible(bool(words(found)))
        if found >= ENOUGH:
            self.form.withdraw("new")

    def _submit(self) -> None:
        problems = self._problems()
        self.form.show_problems(problems)
        if problems or not self.form.isEnabled():
            return
        self.form.setEnabled(False)
        old, new = self._old.value(), self._new.value()
        self._runner.run(
            lambda _progress: vaults.change_passphrase(self._office, old, new),
            Ending(done=lambda _none: self._finish(), failed=self._fail),
        )

    def _problems(self) -> dict[str, str]:
        found = {}
        if not self._old.value():
            found["old"] = "Enter the passphrase that opens this file now."
        weak = too_weak(self._new.value())
        if weak:
            found["new"] = weak
        elif self._new.value() != self._again.value():
            found["again"] = "The two passphrases differ. Type the same one twice."
        return found

    def _finish(self) -> None:
        for line in (self._old, self._new, self._again):
            line.forget()
        self.form.mark_saved()
        self.close_sheet()
        self._done()

    def _fail(self, problem: Exception) -> None:
        self.form.setEnabled(True)
        if not isinstance(problem, Fault):
            raise problem
        wrong = isinstance(problem, WrongPassphrase)
        self.form.show_problems({"old" if wrong else "": str(problem)})
