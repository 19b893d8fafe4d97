"""Reading the copy of what is held on a person: each entry beside what will be given of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.information_law import copies, copy_documents, requests
from psg_desktop.casework.information_law.copy_files import CopyFiles
from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Changes, RecordKind
from psg_desktop.domain.ids import AccessRequestId
from psg_desktop.paths import documents_folder
from psg_desktop.privacy.redaction import Placeholders
from psg_desktop.privacy.subject_entries import Entry, SubjectCopy
from psg_desktop.ui.jobs import Runner
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.subject_access import entry_text
from psg_desktop.ui.subject_access.deciding import Deciding
from psg_desktop.ui.subject_access.documents import DocumentsSheet, DocumentsToAdd
from psg_desktop.ui.subject_access.entry_text import EntryText
from psg_desktop.ui.subject_access.give_sheet import GiveSheet
from psg_desktop.ui.subject_access.looking import Looking
from psg_desktop.ui.subject_access.review_body import ReviewBody
from psg_desktop.ui.widgets.announcing import announce
from psg_desktop.ui.widgets.buttons import button, primary
from psg_desktop.ui.widgets.flowing import FlowRow
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.open_place import ask_folder
from psg_desktop.ui.widgets.table import TableView
from psg_desktop.ui.widgets.text_compare import TextCompare
from psg_desktop.words import subject_access as words_of

SHOW, SHOW_ALL, MASK_AGAIN = "Show it", "Show everywhere", "Mask it again"
_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut  # a form beside it has the same keys
_OWN = frozenset({RecordKind.ACCESS_MARK, RecordKind.ACCESS_REQUEST})
_NOTHING_SELECTED = "Select words of the text on the left first; they lie within one field."
_WAITING = "Entries marked amber wait for your decision. Accept them, or hold them back."


class ReviewPage(Page):
    """Emits `sheet_asked(SideSheet)`, and `given(AccessRequestId)` once the copy was made.

    `told` and `warned`, each a sentence, say where files went and what is to be done with them.
    *choose_folder* lets the worker choose where the files go.
    """

    sheet_asked = Signal(object)
    given = Signal(object)
    told = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        runner: Runner,
        id_: AccessRequestId,
        choose_folder: Callable[[QWidget], Path | None] | None = None,
    ) -> None:
        super().__init__("Read the copy")
        self._office, self._runner, self._id = office, runner, id_
        self._choose = choose_folder or _choose_folder
        self._copy = SubjectCopy(person="", entries=())
        self._text = EntryText(held="", given="", placed=(), spans=())
        self._selected = (0, 0)
        self._stale = True
        self._awaited = False  # whether the worker waits here while it is gathered again
        self.table = TableView[Entry](
            "Entries", entry_text.columns(lambda: self._copy), key=lambda one: one.key
        )
        self.compare = TextCompare("As it is held", "As it will be given", ())
        self.answers = {words: button(words) for words in (SHOW, SHOW_ALL, MASK_AGAIN)}
        self.said = label(_WAITING, "secondary", wrap=True)
        self.documents = DocumentsToAdd()
        self.looking = Looking(office, runner, id_)
        self._deciding = Deciding(office, id_)
        self._deciding.sheet_asked.connect(self.sheet_asked)
        self.accept = primary("Accept the entry")
        self.hold = button("Hold it back")
        self.more = button("Mask the selected words")
        self.make = button("Make the copy")
        self._lay_out()
        self._connect()
        notifier.changed.connect(self._hear)

    @property
    def copy(self) -> SubjectCopy:
        """Give the copy as it stands."""
        return self._copy

    @property
    def entry(self) -> Entry | None:
        """Give the entry that is read."""
        return self.table.current

    @override
    def tools(self) -> tuple[QWidget, ...]:
        return (self.make,)

    @override
    def refresh(self) -> None:
        """Gather again if a record changed since; decisions alone need no gathering."""
        if self._stale:
            self._stale = False
            self._allow(working=False)
            self.looking.start(requests.get(self._office, self._id).request.person)
        elif not self.looking.busy:
            marks = copies.marks_of(self._office, self._id)
            self._show(replace(self._copy, marks=marks))

    def _take(self, copy: SubjectCopy) -> None:
        self._allow(working=True)
        self._show(copy)
        focused = QApplication.focusWidget()
        if self._awaited or focused is None or self.isAncestorOf(focused):
            self.focus_start()
        self._awaited = False

    def _stop(self) -> None:
        """Wait until the page is asked for again: what is shown may not be all there is."""
        self._stale = True
        self.retitle(summary="not complete")

    def _tell_how_far(self, done: int, total: int) -> None:
        self.retitle(summary=f"{done:,} of {total:,} looked through")

    def _allow(self, *, working: bool) -> None:
        self.body.setEnabled(working)
        self.make.setEnabled(False)

    def _show(self, copy: SubjectCopy) -> None:
        request = requests.get(self._office, self._id).request
        self._copy = copy
        self.table.show_rows(copy.entries)
        waiting, total = len(copy.waiting), len(copy.entries)
        self.make.setEnabled(request.open and not waiting)
        self.retitle(
            heading=f"{request.reference}  {copy.person}",
            outside=request.reference,
            summary=f"{waiting:,} of {total:,} entries waiting"
            if waiting
            else f"{total:,} entries",
        )
        self.documents.show_titles(copy.documents(Placeholders(seed=copy.seed)))
        if self.entry is None and total:
            self._go(entry_text.first_waiting(copy.entries, copy.waiting, 0) or 0)
        self._show_entry()

    @override
    def focus_start(self) -> None:
        self.table.setFocus()

    def accept_entry(self) -> None:
        """Take the entry as it will be given, and go to the next that waits."""
        entry = self.entry
        if entry is None:
            return
        place = self.table.currentIndex().row()
        if not self._copy.settled(entry):
            self._deciding.accept(entry)
        self._go(entry_text.first_waiting(self._copy.entries, self._copy.waiting, place + 1))

    def _lay_out(self) -> None:
        below = (FlowRow(*self.answers.values(), self.more), FlowRow(self.accept, self.hold))
        above = (self.documents, self.said)
        self.body = ReviewBody(self.table, above, self.compare, below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.looking)
        layout.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.compare.answer_keys_in(self)
        self.table.chosen.connect(lambda _entry: self._show_entry())
        self.compare.left.selected.connect(self._select)
        self.compare.left.walked.connect(lambda _span: self._offer_answers(offered=True))
        for words, made in self.answers.items():
            made.clicked.connect(lambda *_, action=words: self._answer(action))
        self.accept.clicked.connect(self.accept_entry)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept_entry).setContext(_WITHIN)
        self.accept.setToolTip("Ctrl+Enter")
        self.hold.clicked.connect(self._ask_hold)
        self.more.clicked.connect(self._ask_more)
        self.make.clicked.connect(self._ask_make)
        self.documents.save_asked.connect(self._ask_documents)
        self.looking.gathered.connect(self._take)
        self.looking.stopped.connect(self._stop)
        self.looking.again.connect(self.refresh)
        self.looking.stood.connect(self._tell_how_far)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.looking.stop()

    def _offer_answers(self, *, offered: bool) -> None:
        for each in self.answers.values():
            each.setEnabled(offered)

    def _go(self, place: int | None) -> None:
        if place is not None and self._copy.entries:
            self.table.setCurrentIndex(self.table.table_model.index(place, 0))

    def _show_entry(self) -> None:
        entry = self.entry
        if entry is None:
            return
        placeholders = Placeholders(seed=self._copy.seed)
        self._text = entry_text.text_of(self._copy, entry, placeholders)
        self.compare.show_texts((self._text.held, self._text.marks), (self._text.given, ()))
        held = self._copy.held_back(entry) is not None
        self.hold.setText("Give it after all" if held else "Hold it back")
        self.hold.setAccessibleName(self.hold.text())
        self._selected = (0, 0)
        self._offer_answers(offered=False)

    def _select(self, start: int, end: int) -> None:
        self._selected = (start, end)

    def _answer(self, action: str) -> None:
        span = self.compare.left.current
        spot = self._text.spot(span) if span is not None else None
        if spot is None:
            return
        self.compare.left.setFocus()  # the button is off once it is answered, and loses the focus
        shown = self._copy.shown(spot)
        if action == MASK_AGAIN:
            if shown is not None:
                self._deciding.take_back(shown)
        elif shown is None:
            self._deciding.ask_show(self._copy.alike(spot) if action == SHOW_ALL else (spot,))

    def _ask_hold(self) -> None:
        entry = self.entry
        if entry is None:
            return
        held = self._copy.held_back(entry)
        if held is None:
            self._deciding.ask_hold(entry)
        else:
            self._deciding.take_back(held)

    def _ask_more(self) -> None:
        found = self._text.selected(*self._selected)
        if found is None:
            self._say(_NOTHING_SELECTED)
        else:
            self._deciding.ask_mask(*found)

    def _ask_make(self) -> None:
        folder = self._choose(self)
        if folder is not None:
            sheet = GiveSheet(self._office, self._runner, self._id, folder)
            sheet.made.connect(self._end)
            self.sheet_asked.emit(sheet)

    def _end(self, files: CopyFiles) -> None:
        names, folder = [one.name for one in files.paths], files.paper.parent.name
        self.given.emit(self._id)
        self.told.emit(words_of.copy_saved(names, folder, len(self._copy.files)))

    def _ask_documents(self) -> None:
        wanted = copy_documents.listed(self._copy)
        sheet = DocumentsSheet(self._office, self._id, wanted, lambda: self._choose(self))
        sheet.told.connect(self._tell_saved)
        self.sheet_asked.emit(sheet)

    def _tell_saved(self, sentence: str) -> None:
        self._awaited = True
        self.warned.emit(sentence)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        announce(self, sentence)

    def _hear(self, changes: object) -> None:
        if isinstance(changes, Changes) and any(one.kind not in _OWN for one in changes.touched):
            self._stale = True
        if self.isVisible() and requests.find(self._office, self._id) is not None:
            self.refresh()


def _choose_folder(parent: QWidget) -> Path | None:
    return ask_folder(parent, "Choose the folder", documents_folder())
