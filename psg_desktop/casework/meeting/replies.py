"""The reply of an agency: read, compared with what stands in the vault, taken line by line."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.domain.action_replies import Answer, Asked, Effect, ReplyLine, Verdict, weigh
from psg_desktop.domain.actions import Action
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import ActionId, AgencyId, NoteId
from psg_desktop.domain.notes import Note, NoteBasis
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.exchange.action_replies import read_answers
from psg_desktop.exchange.reading import read_workbook
from psg_desktop.store.queries import sending
from psg_desktop.store.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A filled sheet, line by line."""

    name: str
    lines: tuple[ReplyLine, ...]

    @property
    def takeable(self) -> int:
        """How many of its answers can be taken."""
        return sum(line.takeable for line in self.lines)


def read(office: Office, path: Path) -> Reply:
    """Read a filled sheet and say what each of its rows would change; nothing is changed yet.

    Raises:
        Unreadable: It is no workbook, too large or damaged, or no action sheet.
    """
    answers = read_answers(read_workbook(path), office.today())
    with office.reading() as unit:
        return Reply(name=path.name, lines=_lines(office, unit, answers))


def take(office: Office, lines: Iterable[ReplyLine]) -> int:
    """Take some answers as one change: done, noted on the case, or given the new date.

    Raises:
        Refused: Nothing is chosen, an answer cannot be taken, or an action was changed since the
            reply was read.
    """
    chosen = tuple(lines)
    if not chosen:
        raise refuse("", Problem.NOTHING_CHOSEN)
    with office.working(Act.TAKE_REPLY) as unit:
        now = _lines(office, unit, tuple(line.answer for line in chosen))
        for before, line in zip(chosen, now, strict=True):
            if not line.takeable or line != before:
                raise refuse("", Problem.CHANGED_MEANWHILE)
            _apply(office, unit, line)
    return len(chosen)


def note_text(action: Action, progress: str) -> str:
    """Give what the note on the case says of an answer."""
    return f"Progress on the action “{action.what}”: {progress}"


def _lines(office: Office, unit: Unit, answers: tuple[Answer, ...]) -> tuple[ReplyLine, ...]:
    known = sending.marked(unit.reading, {_mark(answer) for answer in answers})
    senders = {
        row.code: sheet.agency for sheet in unit.action_sheets.all() for row in sheet.actions
    }
    seen: set[str] = set()
    found = []
    for answer in answers:
        id_ = known.get(_mark(answer))
        asked = _asked(unit, id_, answer, senders.get(answer.code)) if id_ else None
        line = weigh(answer, asked, office.today())
        if line.takeable and _mark(answer) in seen:
            line = replace(line, verdict=Verdict.REFUSED, effects=(), problem=Problem.ALREADY_THERE)
        if line.takeable:
            seen.add(_mark(answer))
        found.append(line)
    return tuple(found)


def _asked(unit: Unit, id_: ActionId, answer: Answer, sender: AgencyId | None) -> Asked:
    action = unit.actions.get(id_)
    case = unit.cases.get(action.case)
    agency = sender or action.owner
    note = note_text(action, answer.progress)
    notes = unit.notes.where(case=case.id) if answer.progress else ()
    return Asked(
        action=action,
        reference=case.reference,
        agency=agency,
        case_closed=case.closed,
        note=note,
        noted=any((one.source, one.text) == (agency, note) for one in notes),
    )


def _apply(office: Office, unit: Unit, line: ReplyLine) -> None:
    asked, answer = line.asked, line.answer
    if asked is None:
        raise refuse("", Problem.NOT_FOUND)
    action = asked.action
    if Effect.COMPLETE in line.effects and answer.done_on is not None:
        action = action.complete(answer.done_on, answer.progress)
    if Effect.AMEND_DUE in line.effects:
        action = replace(action, due=answer.new_due)
    if action != asked.action:
        unit.actions.put(action)
    if Effect.NOTE in line.effects:
        unit.notes.put(_note(office, asked))


def _note(office: Office, asked: Asked) -> Note:
    return Note(
        id=NoteId(office.new_id()),
        case=asked.action.case,
        happened_on=office.today(),
        text=asked.note,
        written_at=office.now(),
        source=asked.agency,
        basis=NoteBasis.REPORTED,
    )


def _mark(answer: Answer) -> str:
    return answer.code.partition("-")[0]
