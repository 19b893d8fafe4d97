"""From a plan to files: the folder, the question, the ledger, and then the files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import publishing, publishing_files
from psg_desktop.casework.statistics.publishing import Plan
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.faults import Fault, Unwritable
from psg_desktop.paths import documents_folder
from psg_desktop.ui.statistics import choosers
from psg_desktop.ui.statistics.naming import folder_of
from psg_desktop.ui.statistics.running import Running
from psg_desktop.ui.statistics.sheets import publish_sheet
from psg_desktop.ui.widgets.banner import Tone
from psg_desktop.words import statistics_page as words


class Publisher(QObject):
    """Emits `sheet_asked(SideSheet)`, and `published(StatisticsRelease)` before files are written.

    `left` is emitted once the form that asks is closed after publishing.
    The ledger is written first: files that nobody knows of could not be reckoned with any more,
    while a release without its files is written again.
    """

    sheet_asked = Signal(object)
    published = Signal(object)
    left = Signal()

    def __init__(self, window: QWidget, office: Office, running: Running) -> None:
        super().__init__(window)
        self._window, self._office, self._running = window, office, running
        self._start = documents_folder()

    def publish(self, plan: Plan) -> None:
        """Ask for a folder, then whether a plan shall be published."""
        folder = self._folder(plan.release)
        if folder is not None:
            sheet = publish_sheet(plan.release, folder, lambda: self._publish(plan, folder))
            sheet.saved.connect(self.left)
            self.sheet_asked.emit(sheet)

    def write_again(self, release: StatisticsRelease) -> None:
        """Ask for a folder and write the files of a release into it."""
        folder = self._folder(release)
        if folder is not None:
            self._write(release, folder, words.written)

    def _folder(self, release: StatisticsRelease) -> Path | None:
        chosen = choosers.folder(self._window, self._start)
        if chosen is None:
            return None
        self._start = chosen
        return chosen / folder_of(release)

    def _publish(self, plan: Plan, folder: Path) -> None:
        try:
            publishing_files.make_folder(folder)
            release = publishing.publish(self._office, plan)
        except Unwritable as fault:
            self._running.fail(
                fault, words.NOTHING_PUBLISHED, words.ELSEWHERE, lambda: self.publish(plan)
            )
            return
        except Fault as fault:
            self._running.fail(fault)
            return
        self.published.emit(release)
        self._write(release, folder, words.published, words.FILES_MISSING)

    def _write(
        self,
        release: StatisticsRelease,
        folder: Path,
        said: Callable[[int, str], str],
        missing: str = "",
    ) -> None:
        def write() -> tuple[Path, ...]:
            publishing_files.make_folder(folder)
            return publishing_files.write_release(self._office, release, folder)

        def done(files: tuple[Path, ...]) -> None:
            self._running.say(
                said(len(files), str(folder)),
                Tone.SUCCESS,
                words.OPEN_FOLDER,
                lambda: choosers.show_folder(folder),
            )

        def failed(problem: Exception) -> None:
            self._running.fail(problem, missing, words.ELSEWHERE, lambda: self.write_again(release))

        self._running.write(words.WRITING, write, done, failed)
