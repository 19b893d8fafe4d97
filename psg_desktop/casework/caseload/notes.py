"""Notes: adding to a case's chronology, and what is being typed but not saved."""

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.notes import Note
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.today import Draft
from psg_desktop.store import desk
from psg_desktop.store.queries import today


def add(office: Office, note: Note) -> None:
    """Add a note to a case and forget its draft.

    Raises:
        Refused: It lies in the future, the case is closed, or there is no such case.
    """
    if note.happened_on > office.today():
        raise refuse("happened_on", Problem.DATE_IN_FUTURE)
    with office.working(Act.ADD_NOTE) as unit:
        if unit.cases.get(note.case).closed:
            raise refuse("case", Problem.CASE_IS_CLOSED)
        unit.notes.put(note)
        desk.discard_draft(unit, draft_key(note.case))


def amend(office: Office, note: Note) -> None:
    """Keep a corrected note; what it said before stays in the history.

    Raises:
        Refused: There is no such note.
    """
    with office.working(Act.AMEND_NOTE) as unit:
        unit.notes.get(note.id)
        unit.notes.put(note)


def draft_key(case: CaseId) -> str:
    """Give the key under which the note being typed about a case is kept."""
    return f"note/{case}"


def keep_draft(office: Office, key: str, text: str) -> None:
    """Keep text that is being typed; empty text forgets it."""
    with office.jotting() as unit:
        if text.strip():
            desk.keep_draft(unit, key, text, office.now())
        else:
            desk.discard_draft(unit, key)


def draft(office: Office, key: str) -> Draft | None:
    """Read what was being typed under a key."""
    with office.reading() as unit:
        found = [one for one in today.drafts(unit.reading) if one.key == key]
    return found[0] if found else None


def discard_draft(office: Office, key: str) -> None:
    """Forget what was being typed."""
    with office.jotting() as unit:
        desk.discard_draft(unit, key)
