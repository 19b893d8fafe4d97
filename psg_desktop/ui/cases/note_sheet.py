"""Writing a note; what is being typed is kept in the vault and survives a crash."""

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QTextCursor

from psg_desktop.casework.caseload import notes
from psg_desktop.casework.office import Office
from psg_desktop.domain.ids import CaseId, NoteId
from psg_desktop.domain.notes import Note, NoteBasis
from psg_desktop.domain.refusals import FieldProblem, Problem
from psg_desktop.domain.today import Draft
from psg_desktop.ui.parts.choosing import AgencyChoice, choice_of
from psg_desktop.ui.parts.clock_times import TimeLine
from psg_desktop.ui.parts.near_dates import date_back
from psg_desktop.ui.parts.sheets import Gathering, RecordSheet
from psg_desktop.ui.widgets.autosave import Autosave
from psg_desktop.ui.widgets.banner import Banner, Tone
from psg_desktop.ui.widgets.controls import LongText
from psg_desktop.ui.widgets.forms import Form
from psg_desktop.words import dates


class NoteForm(Form):
    """Asks for the note, what kind of knowledge it is, who it is from and when it happened."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.restored = Banner()
        self.add_widget(self.restored)
        self.text = self.add("text", "Note", LongText(lines=8))
        self.add("basis", "How it is known", choice_of(NoteBasis))
        self.add("source", "Source agency", AgencyChoice(office), optional=True)
        self.add("happened_on", "When it happened", date_back(office), hint="Such as fri or 3 dec.")
        self.add("happened_at", "At what time", TimeLine(), hint="Such as 14:30.", optional=True)
        self.show_values({"basis": NoteBasis.FACT, "happened_on": office.today()})


class NoteSheet(RecordSheet):
    """The form for a new note of one case.

    The text is kept as a draft two seconds after the last key and whenever the form goes away
    without being closed; `flush()` keeps it at once, such as before the vault is locked. Saving it
    or closing without saving forgets the draft.
    """

    def __init__(self, office: Office, case: CaseId) -> None:
        self._note_form = NoteForm(office)
        super().__init__("Add a note", self._note_form, self._add, save="Add the note")
        self._office, self._case = office, case
        self._key = notes.draft_key(case)
        self._done = False
        draft = notes.draft(office, self._key)
        if draft is not None:
            self._restore(draft)
        self._autosave = Autosave(self._note_form.text.text, self._keep_draft)
        self.closed.connect(self._finish)

    def flush(self) -> None:
        """Keep at once what has been typed."""
        self._autosave.flush()

    def _restore(self, draft: Draft) -> None:
        form = self._note_form
        form.text.set_value(draft.text)
        form.text.text.moveCursor(QTextCursor.MoveOperation.End)
        form.restored.say(
            f"This is what you typed at {dates.clock_time(draft.saved_at)} and did not save.",
            Tone.NEWS,
            step="Start afresh",
        )
        form.restored.stepped.connect(self._start_afresh)

    def _start_afresh(self) -> None:
        self._note_form.text.set_value("")
        self._note_form.restored.hide()
        self._note_form.focus_first()

    def _keep_draft(self, text: str) -> None:
        if not self._done:
            notes.keep_draft(self._office, self._key, text)

    def _add(self, given: dict[str, Any]) -> None:
        note = made_note(self._office, self._case, given)
        notes.add(self._office, note)
        self._done = True
        self._autosave.restart()

    def _finish(self) -> None:
        if not self._done:
            self._done = True
            self._autosave.restart()
            notes.discard_draft(self._office, self._key)


def made_note(office: Office, case: CaseId, given: dict[str, Any]) -> Note:
    """Make a note from the answers of the form.

    Raises:
        Refused: The text or the day is missing.
    """
    gathered = Gathering()
    if given["happened_on"] is None:
        gathered.note(FieldProblem(field="happened_on", problem=Problem.DATE_MISSING))
    made = gathered.make(
        lambda: Note(
            id=NoteId(office.new_id()),
            case=case,
            written_at=office.now(),
            **{
                **given,
                "happened_on": given["happened_on"] or office.today(),
                "basis": given["basis"] or NoteBasis.FACT,
            },
        )
    )
    gathered.settle()
    assert made is not None  # noqa: S101 - settle has raised where nothing was made
    return made


def amend_note_sheet(office: Office, note: Note) -> RecordSheet:
    """Give the form that corrects a note; what it said before stays in the history."""
    form = NoteForm(office)
    names = ("text", "basis", "source", "happened_on", "happened_at")
    form.show_values({name: getattr(note, name) for name in names})

    def keep(given: dict[str, Any]) -> None:
        made = made_note(office, note.case, given)
        notes.amend(office, replace(made, id=note.id, written_at=note.written_at))

    return RecordSheet("Correct the note", form, keep)
