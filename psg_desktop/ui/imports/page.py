"""The import of a spreadsheet in four steps; nothing is written before the last one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.importing import imports
from psg_desktop.casework.office import Office
from psg_desktop.casework.trail import undoing
from psg_desktop.domain.refusals import Refused
from psg_desktop.exchange.mapping import Mapping, Purpose, Template
from psg_desktop.exchange.outcomes import Fix
from psg_desktop.paths import documents_folder
from psg_desktop.ui.imports import choosers, saving, sentences
from psg_desktop.ui.imports.check_step import CheckStep
from psg_desktop.ui.imports.done_step import DoneStep
from psg_desktop.ui.imports.file_step import FileStep
from psg_desktop.ui.imports.importing import Importing
from psg_desktop.ui.imports.match_step import MatchStep
from psg_desktop.ui.imports.running import Running, sentence
from psg_desktop.ui.imports.scrolling import scrolling
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.dropping import dropped_file
from psg_desktop.ui.widgets.banner import Tone
from psg_desktop.ui.widgets.wizard import Step, Wizard

_FILE, _MATCH, _CHECK, _DONE = range(4)


class ImportPage(Page):
    """Everything is decided here; the vault changes once, when the last step begins."""

    def __init__(self, office: Office, runner: Runner) -> None:
        super().__init__("Import")
        self._office = office
        self._folder = documents_folder()
        self.state: Importing | None = None
        self.file, self.match = FileStep(), MatchStep()
        self.check, self.done = CheckStep(), DoneStep()
        self.wizard = Wizard(
            (
                Step(
                    "Choose the spreadsheet",
                    scrolling(self.file),
                    "Match the columns",
                    self._no_file,
                ),
                Step(
                    "Match its columns with our fields",
                    scrolling(self.match),
                    "Check",
                    self._no_match,
                ),
                Step(
                    "Check what would be imported",
                    scrolling(self.check),
                    "Import",
                    self._no_import,
                ),
                Step("Import", scrolling(self.done), "Import another file", ends=True),
            )
        )
        self._running = Running(runner, self.wizard.banner, self._step_back)
        self._connect()
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.wizard)

    @override
    def focus_start(self) -> None:
        self.file.choose.setFocus()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        place = dropped_file(event)
        if place is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.read(place)

    def read(self, place: Path) -> None:
        """Read a file; what was read before is let go only when that succeeds."""
        self._folder = place.parent
        self._running.run(
            f"Reading {place.name}.", lambda: Importing.of(self._office, place), self._take_file
        )

    def start_again(self) -> None:
        """Go back to the beginning and forget the file."""
        if self._running.busy and self.wizard.place == _DONE:
            self.wizard.banner.say("The import cannot stop half way. Take it back when it is done.")
            return
        self._running.stop()
        self.state = None
        self.file.show_nothing()
        self.match.name.set_value("")
        while self.wizard.place:
            self.wizard.go_back()

    def _connect(self) -> None:
        self.file.file_wanted.connect(self._choose_file)
        self.file.template_wanted.connect(self._save_template)
        self.file.sheet_chosen.connect(self._choose_sheet)
        self.file.header_chosen.connect(self._choose_header)
        self.match.matched.connect(self._match)
        self.match.purpose_chosen.connect(self._match_for)
        self.match.template_chosen.connect(self._match_as)
        self.match.remember_asked.connect(self._remember)
        self.check.fixed.connect(self._fix)
        self.check.rejected_wanted.connect(self._save_rejected)
        self.done.undo_asked.connect(self._undo)
        self.wizard.entered.connect(self._enter)
        self.wizard.finished.connect(self.start_again)
        self.wizard.cancelled.connect(self.start_again)

    def _choose_file(self) -> None:
        chosen = choosers.spreadsheet(self, self._folder)
        if chosen is not None:
            self.read(chosen)

    def _choose_sheet(self, place: int) -> None:
        self._look(lambda state: state.on_sheet(self._office, place))

    def _choose_header(self, row: int | None) -> None:
        self._look(lambda state: state.with_header(self._office, row))

    def _look(self, look: Callable[[Importing], Importing]) -> None:
        state = self.state
        if state is not None:
            self._running.run("Looking at the sheet.", lambda: look(state), self._show_file)

    def _take_file(self, state: Importing) -> None:
        while self.wizard.place:
            self.wizard.go_back()
        self.match.name.set_value("")
        self._show_file(state)

    def _show_file(self, state: Importing) -> None:
        self.state = state
        self.file.show_import(state)

    def _match(self, mapping: Mapping) -> None:
        if self.state is not None:
            self.state = self.state.matched(mapping)

    def _match_for(self, purpose: Purpose) -> None:
        if self.state is not None:
            self._take_match(self.state.for_purpose(self._office, purpose))
            self.match.purpose.setFocus()

    def _match_as(self, template: Template) -> None:
        if self.state is not None:
            self._take_match(self.state.matched_as(template))
            self.wizard.banner.say(f"Matched as remembered under “{template.name}”.")

    def _take_match(self, state: Importing) -> None:
        self.state = state
        self.match.show_import(state, imports.templates(self._office))

    def _remember(self, name: str) -> None:
        if self.state is None:
            return
        if not name:
            self.wizard.banner.say("Enter a name to remember this matching by.", Tone.PROBLEM)
            return
        imports.keep_template(self._office, Template(name=name, mapping=self.state.mapping))
        self.wizard.banner.say(
            f"Remembered as “{name}”. A file with the same columns is matched like this.",
            Tone.SUCCESS,
        )

    def _enter(self, place: int) -> None:
        state = self.state
        if place == _FILE:
            self._focus(self.file.choose)
        if state is None:
            return
        if place == _MATCH:
            self._show_match(state)
        elif place == _CHECK and state.run is None:
            self.check.show_nothing()
            self._running.run(
                "Checking every row.", lambda: state.checked(self._office), self._show_check
            )
        elif place == _DONE:
            self._commit(state)

    def _show_match(self, state: Importing) -> None:
        self.match.show_import(state, imports.templates(self._office))
        if state.offered.template:
            self.wizard.banner.say(f"Matched as remembered under “{state.offered.template}”.")
        self._focus(self.match.purpose)

    def _show_check(self, state: Importing) -> None:
        first = self.state is None or self.state.run is None
        self.state = state
        if state.run is not None:
            self.check.show_run(state.run, first=first)
            if first and self._here():
                self.check.focus_first()

    def _fix(self, fixes: tuple[Fix, ...]) -> None:
        state = self.state
        if state is not None and fixes:
            self._running.run("Checking again.", lambda: state.fixed(*fixes), self._show_check)

    def _commit(self, state: Importing) -> None:
        skip = self.check.skip_wrong.isChecked()
        self.done.show_busy()
        self._running.run(
            "Importing.", lambda: state.committed(self._office, skip_wrong=skip), self._end
        )

    def _end(self, state: Importing) -> None:
        self.state = state
        if state.done is not None:
            self.done.show_done(state.done)
            self._focus(self.done.said)

    def _here(self) -> bool:
        """Say whether the worker is still at this page: a file is read and checked beside it."""
        focused = QApplication.focusWidget()
        return focused is None or self.isAncestorOf(focused)

    def _focus(self, part: QWidget) -> None:
        if self._here():
            part.setFocus()

    def _undo(self) -> None:
        state = self.state
        if state is None or state.done is None or state.done.batch is None:
            return
        try:
            undoing.undo(self._office, state.done.batch)
        except Refused as refused:
            self.wizard.banner.say(sentence(refused), Tone.PROBLEM)
            return
        self.done.show_undone()

    def _save_template(self) -> None:
        self._say(saving.save_template(self, self._folder))

    def _save_rejected(self) -> None:
        if self.state is not None:
            self._say(saving.save_rejected(self, self._folder, self.state))

    def _say(self, said: saving.Said | None) -> None:
        if said is not None:
            self.wizard.banner.say(*said)

    def _no_file(self) -> str:
        return self._running.busy or ("" if self.state else "Choose a file first.")

    def _no_match(self) -> str:
        return self._running.busy or (self.state.mapping.refusal if self.state else "")

    def _no_import(self) -> str:
        run = self.state.run if self.state else None
        if self._running.busy or run is None:
            return (
                self._running.busy
                or "The rows have not been checked. Go back and check them again."
            )
        return sentences.missing(run, skip_wrong=self.check.skip_wrong.isChecked())

    def _step_back(self) -> None:
        if self.wizard.place == _DONE:
            self.wizard.go_back()
