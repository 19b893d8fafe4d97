"""The window of one open vault, put together: frame, screens, search, undo and status line."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from psg_desktop.casework import lists
from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import meeting_days
from psg_desktop.casework.referring import referral_lists
from psg_desktop.domain.changes import Changes
from psg_desktop.domain.lists import Found
from psg_desktop.settings import Settings
from psg_desktop.ui.appearance import Appearance
from psg_desktop.ui.cases.note_sheet import NoteSheet
from psg_desktop.ui.frame import Frame
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.main_window import palette
from psg_desktop.ui.main_window.palette import Command
from psg_desktop.ui.main_window.screens import Fittings, Screens
from psg_desktop.ui.main_window.sections import REFERRAL_VIEWS, VIEWS, sections
from psg_desktop.ui.main_window.undoing import Undoing
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.referrals.sheet import ReferralSheet
from psg_desktop.ui.vault.keeping import last_backup
from psg_desktop.ui.widgets.banner import Tone
from psg_desktop.words import dates

_SAMPLE = "This is the sample: everybody and every place in it is made up. Try anything."
_RECOVERED = "This file was not closed in order the last time. It was checked and is whole."


class MainWindow(QObject):
    """Owns the frame; `lock_asked` and `settings_changed(settings)` go to the session."""

    lock_asked = Signal()
    settings_changed = Signal(object)

    def __init__(
        self, office: Office, appearance: Appearance, runner: Runner, settings: Settings
    ) -> None:
        super().__init__()
        self.office = office
        self._runner = runner
        self.settings = settings
        self.notifier = Notifier()
        fittings = Fittings(runner=runner, appearance=appearance, settings=lambda: self.settings)
        self.screens = Screens(office, self.notifier, fittings)
        self.frame = Frame(sections(self.screens.makers()), office.who, appearance)
        self.screens.place(self.frame)
        self._undoing = Undoing(office, self.frame.offer_undo, self._warn)
        self._commands = self._offer_commands()
        self._connect()
        office.listen(self.notifier.announce)
        self.notifier.changed.connect(self._hear)
        self.frame.go("today")
        self._show_facts()

    def forget(self) -> None:
        """Hide everything shown, having kept what was being typed, and let go of the vault."""
        self.screens.meetings.close_room()
        self.frame.hide()
        self._runner.close()
        self.office.forget(self.notifier.announce)
        self.frame.desk.undo.withdraw()
        self.frame.side.preview.clear()
        self.frame.deleteLater()

    def lock(self) -> None:
        """Lock; a note or referral being typed is kept, any other form is asked about first."""
        self.screens.meetings.close_room()
        sheet = self.frame.side.sheet
        if isinstance(sheet, NoteSheet | ReferralSheet):
            sheet.flush()
        elif not self.frame.side.close_sheet():
            self._warn("Save or close the open form, then lock again.")
            return
        self.lock_asked.emit()

    def _connect(self) -> None:
        frame = self.frame
        frame.top.search.searched.connect(self._find)
        frame.top.search.chosen.connect(self._open_found)
        frame.top.new_asked.connect(self.screens.make_new)
        self.screens.said.connect(self._confirm)
        self.screens.warned.connect(self._warn)
        self.screens.vaults.backed_up.connect(self._keep_backup)
        self.screens.vaults.lock_asked.connect(self.lock)
        self.screens.settings_changed.connect(self._keep_settings)

    def _offer_commands(self) -> tuple[Command, ...]:
        frame = self.frame
        new = [self._new(*thing) for thing in self.screens.new_things()]
        back_up, lock = self.screens.vaults.back_up, self.lock
        frame.offer("Back up now", "Ctrl+Shift+B", back_up)
        frame.offer("Lock", "Ctrl+L", lock)
        frame.offer("Review the next five", "Ctrl+R", self.screens.reviews.open_queue)
        frame.offer("Help for this page", "F1", self.screens.help)
        places = [
            Command(words=f"Go to {one.words}", done=_going(frame, one.key), icon=one.icon)
            for one in sections(self.screens.makers())
        ]
        return (
            *new,
            *places,
            Command(words="Back up now", done=back_up, keys="Ctrl+Shift+B", icon="backup"),
            Command(words="Help for this page", done=self.screens.help, keys="F1", icon="help"),
            Command(words="Lock", done=lock, keys="Ctrl+L", icon="lock"),
            Command(words="Undo", done=self._undoing.take_back, keys="Ctrl+Z", icon="undo"),
        )

    def _new(self, key: str, words: str, keys: str, icon: str) -> Command:
        self.frame.top.offer_new(key, words, keys)
        return Command(
            words=f"New {words[:1].lower()}{words[1:]}",
            done=lambda: self.screens.make_new(key),
            keys=keys,
            icon=icon,
        )

    def _find(self, words: str) -> None:
        found = lists.find(self.office, words)
        self.frame.top.search.show_found(palette.offered(words, found, self._commands))

    def _open_found(self, key: object) -> None:
        if isinstance(key, Command):
            key.done()
        elif isinstance(key, Found):
            self.screens.open_found(key)

    def _hear(self, changes: Changes) -> None:
        saved = dates.clock_time(self.office.now())
        self.frame.status.show_field("saved", f"Saved {saved}")
        self._undoing.hear(changes)
        self._count()
        self._show_meeting()

    def _confirm(self, sentence: str) -> None:
        self.frame.desk.tell(sentence, Tone.SUCCESS)

    def _warn(self, sentence: str) -> None:
        self.frame.desk.tell(sentence, Tone.CARE)

    def _keep_backup(self, folder: str) -> None:
        self._keep_settings(replace(self.settings, backups=folder))
        self._show_backup()

    def _keep_settings(self, changed: Settings) -> None:
        self.settings = changed
        self.settings_changed.emit(changed)

    def _show_facts(self) -> None:
        status = self.frame.status
        status.show_field("saved", "Nothing changed yet")
        self._show_backup()
        self._show_meeting()
        status.show_field("offline", "Offline, as always")
        self._count()
        if self.office.partnership().sample:
            status.show_field("sample", "Sample: everybody is made up")
            self.frame.desk.tell(_SAMPLE, Tone.NEWS)
        elif self.office.recovered:
            self.frame.desk.tell(_RECOVERED, Tone.CARE, stays=True)

    def _show_backup(self) -> None:
        words = last_backup(self.office, self.settings.backups)
        self.frame.status.show_field("backup", words)

    def _show_meeting(self) -> None:
        coming = meeting_days.next_day(self.office)
        words = f"Next meeting {dates.short(coming)}" if coming else "No meeting planned"
        self.frame.status.show_field("meeting", words)

    def _count(self) -> None:
        totals = lists.view_totals(self.office)
        for view in VIEWS:
            self.frame.rail.show_count("caseload", view.value, totals[view], "case")
        held = referral_lists.view_totals(self.office)
        for one in REFERRAL_VIEWS:
            self.frame.rail.show_count("referrals", one.value, held[one], "referral")


def _going(frame: Frame, key: str) -> Callable[[], None]:
    return lambda: frame.go(key)
