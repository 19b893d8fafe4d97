"""The page of retention: what is due for disposal, what is kept all the same, and what went."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from psg_desktop.casework.information_law import disposals, retention
from psg_desktop.casework.office import Office
from psg_desktop.domain.disposals import Disposal
from psg_desktop.domain.retention import DueRecord, StayKind
from psg_desktop.faults import Fault
from psg_desktop.paths import documents_folder
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.pages import Page
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.record_cards import EntryCard
from psg_desktop.ui.retention.sheets import dispose_sheet, stay_sheet
from psg_desktop.ui.widgets.labels import label
from psg_desktop.ui.widgets.save_place import ask_save_place
from psg_desktop.ui.widgets.sections import ReadingColumn
from psg_desktop.ui.widgets.side_sheet import SideSheet
from psg_desktop.words import dates, names
from psg_desktop.words import disposals as words

_MOST = 50
_INTRODUCTION = (
    "The schedule in Settings says how long each kind of record is kept. Nothing is disposed of "
    "by itself: somebody decides on each record here."
)


class RetentionPage(Page):
    """Emits `sheet_asked(SideSheet)`, and `record_chosen(DueKind, UUID)` to open what is listed.

    `said` and `warned`, each a sentence, tell how a certificate was saved.
    *save_place* lets the worker choose where a certificate goes.
    """

    sheet_asked = Signal(object)
    record_chosen = Signal(object, object)
    said = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        office: Office,
        notifier: Notifier,
        save_place: Callable[[QWidget, Path], Path | None] | None = None,
    ) -> None:
        super().__init__("Retention")
        self._office = office
        self._save_place = save_place or choose_place
        self.due = EntryCard("Due for disposal")
        self.kept = EntryCard("Kept beyond their time")
        self.gone = EntryCard("Disposed of")
        self.column = ReadingColumn("Retention")
        self.column.add("introduction", label(_INTRODUCTION, "secondary", wrap=True))
        for key, card in (("due", self.due), ("kept", self.kept), ("gone", self.gone)):
            self.column.add(key, card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        notifier.changed.connect(self._hear)

    @override
    def refresh(self) -> None:
        found = retention.due(self._office)
        due = [one for one in found if one.stay is None]
        kept = [one for one in found if one.stay is not None]
        gone = disposals.certificates(self._office)
        self.due.show_entries(
            due,
            [self._due_entry(one) for one in due[:_MOST]],
            "Nothing is due. Records appear here on the day their time of keeping is over.",
            max(0, len(due) - _MOST),
        )
        self.kept.show_entries(
            kept,
            [self._kept_entry(one) for one in kept[:_MOST]],
            "No record is kept beyond its time.",
            max(0, len(kept) - _MOST),
        )
        self.gone.show_entries(
            gone,
            [self._certificate(one) for one in gone[:_MOST]],
            "Nothing has been disposed of yet.",
            max(0, len(gone) - _MOST),
        )
        self.retitle(summary=f"{words.counted(len(due), 'record')} due")

    @override
    def focus_start(self) -> None:
        self.column.setFocus()

    def _due_entry(self, one: DueRecord) -> Entry:
        return Entry(
            key=one.event.record,
            title=one.event.label,
            marks=(names.name(one.event.about),),
            facts=words.why(one),
            steps=(
                Step(words="Dispose", done=lambda: self._ask(dispose_sheet(self._office, one))),
                Step(words="Put on hold", done=lambda: self._stay(one, StayKind.HOLD)),
                Step(words="Keep it longer", done=lambda: self._stay(one, StayKind.KEEP_LONGER)),
                self._open(one),
            ),
        )

    def _kept_entry(self, one: DueRecord) -> Entry:
        stay = one.stay
        lift = Step(
            words="Lift the hold" if stay and stay.kind is StayKind.HOLD else "Keep it no longer",
            done=lambda: retention.lift(self._office, stay.id) if stay else None,
        )
        return Entry(
            key=one.event.record,
            title=one.event.label,
            marks=(names.name(one.event.about),),
            facts=f"{words.kept(one)}  ·  {words.why(one)}",
            text=stay.reason if stay else "",
            about="Reason",
            steps=(lift, self._open(one)),
        )

    def _certificate(self, one: Disposal) -> Entry:
        return Entry(
            key=one.id,
            title=words.title(one),
            facts="  ·  ".join(
                (
                    f"{dates.grid(one.at.date())} by {one.by}",
                    f"{words.counted(one.records, 'record')} removed",
                    f"kept {words.length(one.months)}",
                )
            ),
            steps=(Step(words="Save the certificate", done=lambda: self._save(one)),),
        )

    def _open(self, one: DueRecord) -> Step:
        chosen = partial(self.record_chosen.emit, one.event.about, one.event.record)
        return Step(words="Open", done=chosen)

    def _stay(self, one: DueRecord, kind: StayKind) -> None:
        self._ask(stay_sheet(self._office, one, kind))

    def _ask(self, sheet: SideSheet) -> None:
        self.sheet_asked.emit(sheet)

    def _save(self, one: Disposal) -> None:
        name = f"Certificate of disposal {one.number}.pdf"
        place = self._save_place(self, documents_folder() / name)
        if place is None:
            return
        try:
            disposals.write_certificate(self._office, one, place)
        except Fault as fault:
            self.warned.emit(str(fault))
        else:
            self.said.emit(f"The certificate is saved in “{place.parent.name}” as {place.name}.")

    def _hear(self, _changes: object) -> None:
        if self.isVisible():
            self.refresh()


def choose_place(parent: QWidget, start: Path) -> Path | None:
    """Let the worker choose where a certificate goes; None when they change their mind."""
    return ask_save_place(parent, "Save the certificate", start, "PDF (*.pdf)")
