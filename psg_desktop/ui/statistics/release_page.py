"""One release as it was published: its tables, its certificate, and what can be said of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import correcting, publishing
from psg_desktop.casework.statistics.plain_tables import plain_tables
from psg_desktop.domain.changes import Changes, RecordKind
from psg_desktop.domain.statistics.published import StatisticsId, StatisticsRelease
from psg_desktop.faults import Fault
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.statistics.about import about_corrections, about_release
from psg_desktop.ui.statistics.correction_sheet import CorrectionSheet
from psg_desktop.ui.statistics.naming import name_of
from psg_desktop.ui.statistics.preview import Preview, Told
from psg_desktop.ui.statistics.publisher import Publisher
from psg_desktop.ui.statistics.reasons import Reasons
from psg_desktop.ui.statistics.running import Running
from psg_desktop.ui.statistics.sheets import withdraw_sheet
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.buttons import button
from psg_desktop.words import statistics_page as words

KINDS = (RecordKind.STATISTICS, RecordKind.STATISTICS_CORRECTION)


class ReleasePage(Page):
    """Emits `sheet_asked(SideSheet)`, `said(sentence)` and `warned(sentence)`."""

    sheet_asked = Signal(object)
    said = Signal(str)
    warned = Signal(str)

    def __init__(
        self, office: Office, notifier: Notifier, runner: Runner, release: StatisticsRelease
    ) -> None:
        super().__init__(name_of(release))
        self._office, self._release = office, release
        self._stale = True
        self.banner = Banner(self)
        running = Running(runner, self.banner)
        running.said.connect(self.said)
        running.warned.connect(self.warned)
        self.publisher = Publisher(self, office, running)
        self.again = button(words.WRITE_AGAIN, "save")
        self.again.clicked.connect(lambda: self.publisher.write_again(self._release))
        running.changed.connect(lambda: self.again.setEnabled(not running.busy))
        self.correct = button(words.CORRECT, "edit")
        self.correct.clicked.connect(self._ask_correction)
        self.withdraw = button(words.WITHDRAW, "undo")
        self.withdraw.clicked.connect(self._ask_withdrawal)
        self.preview = Preview("Release")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.banner)
        layout.addWidget(self.preview, 1)
        notifier.changed.connect(self._hear)

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.again, self.correct, self.withdraw)

    @override
    def refresh(self) -> None:
        """Read again what is said of the release, if that changed; its numbers stand."""
        if not self._stale:
            return
        self._stale = False
        try:
            found = _found(publishing.releases(self._office), self._release.id)
            corrections = correcting.corrections(self._office)
        except Fault as fault:
            self.banner.say(str(fault), Tone.PROBLEM)
            return
        self._release = found or self._release
        self.withdraw.setVisible(self._release.withdrawn_on is None)
        about = (
            *about_release(self._release, Reasons()),
            *about_corrections(self._release, corrections),
        )
        plain = plain_tables(self._office, self._release)
        self.preview.show_release(
            Told(release=self._release, plain=plain, reasons=Reasons(), about=about)
        )

    @override
    def focus_start(self) -> None:
        self.preview.list.setFocus()

    def _ask_withdrawal(self) -> None:
        self.sheet_asked.emit(withdraw_sheet(self._office, self._release))

    def _ask_correction(self) -> None:
        self.sheet_asked.emit(CorrectionSheet(self._office, self._release))

    def _hear(self, changes: object) -> None:
        if isinstance(changes, Changes) and changes.concern(*KINDS):
            self._stale = True
            if self.isVisible():
                self.refresh()


def _found(
    releases: tuple[StatisticsRelease, ...], wanted: StatisticsId
) -> StatisticsRelease | None:
    return next((one for one in releases if one.id == wanted), None)
