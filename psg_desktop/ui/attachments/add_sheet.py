"""Adding files to the vault: what they are is asked once, and the window stays free meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from psg_desktop.casework.attaching import attachments, files
from psg_desktop.casework.attaching.attachments import Described, Owner
from psg_desktop.casework.attaching.files import ReadFile
from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import FILE_LIMIT
from psg_desktop.domain.file_names import shown_name, title_of
from psg_desktop.domain.refusals import Findings, Problem, Refused
from psg_desktop.faults import Fault
from psg_desktop.ui.attachments.describing import add_fields, described
from psg_desktop.ui.jobs import Ending, Job, Progress, Runner
from psg_desktop.ui.parts.sheets import by_field
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.side_sheet import SideSheet

_LISTED = 8
_TOGETHER = 8 * FILE_LIMIT
_Waiting = tuple[Path, tuple[ReadFile, Described]]


@dataclass(slots=True)
class _Done:
    """What became of the files: where else they lie, and those that were not added, with why."""

    added: int = 0
    elsewhere: set[str] = field(default_factory=set)
    left: list[Path] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)

    def leave(self, path: Path, why: Refused | Fault) -> None:
        """Note that a file was not added, and why."""
        self.left.append(path)
        said = by_field(why.problems) if isinstance(why, Refused) else {"file": str(why)}
        self.problems |= said


class AttachSheet(SideSheet):
    """Asks what files are, and adds them in one step.

    `attached(sentence)` once all are in the vault and the very same file is kept elsewhere too.
    What could not be added stays in the sheet, with the reason.
    """

    attached = Signal(str)

    def __init__(
        self, office: Office, runner: Runner, owner: Owner, chosen: Sequence[Path]
    ) -> None:
        self.form = Form()
        many = len(chosen) > 1
        super().__init__("Add documents" if many else "Add a document", self.form, save="Add")
        self._office, self._runner, self._owner = office, runner, owner
        self._files, self._job, self._gone = tuple(chosen), Job(), False
        self._listed = label(role="secondary", wrap=True)
        self._told = label(role="problem", wrap=True)
        self._told.hide()
        self.form.add_widget(self._listed)
        self.form.add_widget(self._told)
        add_fields(self.form, office, titled=not many)
        if not many:
            self.form.show_values({"title": title_of(chosen[0].name)})
        self._list()
        self.save_asked.connect(self._submit)
        self.closed.connect(self._leave)

    def _list(self) -> None:
        named = [shown_name(one.name) for one in self._files[:_LISTED]]
        more = len(self._files) - len(named)
        lines = [*named, *([f"and {more} more"] if more else [])]
        self._listed.setText("\n".join(lines))

    def _submit(self) -> None:
        problems = self.form.unreadable() or self._missing()
        self.form.show_problems(problems)
        if problems:
            return
        given, todo = self.form.values(), self._files
        self._told.hide()
        self._working(on=True)
        self._job = self._runner.run(
            lambda progress: self._add(todo, given, progress),
            Ending(done=self._added, failed=self._fail, cancelled=self._stopped),
        )

    def _missing(self) -> dict[str, str]:
        """Name what is missing before a file is read."""
        given, found = self.form.values(), Findings()
        if "title" in given:
            found.when(not given["title"], "title", Problem.DOCUMENT_TITLE_MISSING)
        found.when(not given["document_kind"], "document_kind", Problem.NOTHING_CHOSEN)
        try:
            found.settle()
        except Refused as refused:
            return by_field(refused.problems)
        return {}

    def _add(self, todo: Sequence[Path], given: dict[str, Any], progress: Progress) -> _Done:
        """Read every file, then add them together; so many at a time that memory holds them."""
        done = _Done()
        waiting: list[_Waiting] = []
        for number, path in enumerate(todo):
            progress(number, len(todo))
            try:
                said = described(given, title_of(path.name))
                waiting.append((path, (files.read_file(path, progress), said)))
            except (Refused, Fault) as problem:
                done.leave(path, problem)
            if sum(len(file.content) for _, (file, _) in waiting) >= _TOGETHER:
                self._add_read(waiting, done)
                waiting = []
        self._add_read(waiting, done)
        return done

    def _add_read(self, waiting: Sequence[_Waiting], done: _Done) -> None:
        try:
            made = attachments.attach_all(self._office, self._owner, [one for _, one in waiting])
        except Fault as fault:
            for path, _ in waiting:
                done.leave(path, fault)
            return
        for (path, _), one in zip(waiting, made, strict=True):
            if isinstance(one, Refused):
                done.leave(path, one)
            else:
                done.added += 1
                done.elsewhere.update(one.elsewhere)

    def _added(self, done: _Done) -> None:
        if self._gone:
            return
        self._working(on=False)
        if done.left:
            self._keep_left(done)
            return
        self.form.mark_saved()
        self.close_sheet()
        also = ", ".join(sorted(done.elsewhere))
        if also:
            one = "The very same file is" if done.added == 1 else "Some of these files are"
            self.attached.emit(f"{one} kept with {also} too.")

    def _keep_left(self, done: _Done) -> None:
        known = {name: said for name, said in done.problems.items() if name in self.form.fields}
        others = [said for name, said in done.problems.items() if name not in self.form.fields]
        was = f"{done.added} added. These were not:" if done.added else ""
        self._files = tuple(done.left)
        self._list()
        self._tell(" ".join((was, *others)).strip())
        self.form.show_problems(known)

    def _fail(self, problem: Exception) -> None:
        if self._gone:
            raise problem
        self._working(on=False)
        if not isinstance(problem, Fault):
            raise problem
        self._tell(str(problem))

    def _stopped(self) -> None:
        """Nothing is left to be told: the sheet was closed."""

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        announce(self, sentence, urgent=True)

    def _working(self, *, on: bool) -> None:
        self._save_button.setEnabled(not on)
        self._save_button.setText("Adding" if on else "Add")

    def _leave(self) -> None:
        self._gone = True
        self._job.cancel()
