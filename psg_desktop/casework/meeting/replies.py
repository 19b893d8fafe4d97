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
from psg_desktop.faults import Unreadable
from psg_desktop.store.queries import sending
from psg_desktop.store.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A filled sheet, line by line; `agency` is whose rows they are, "" where none is ours."""

    name: str
    agency: str
    lines: tuple[ReplyLine, ...]

    @property
    def takeable(self) -> int:
        """How many of its answers can be taken."""
        return sum(line.takeable for line in self.lines)


def read(office: Office, path: Path) -> Reply:
    """Read a filled sheet and say what each of its rows would change; nothing is changed yet.

    Only a row that was sent is known again, and all rows must have gone to one agency: otherwise
    a row copied from another agency's sheet would answer for that agency.

    Raises:
        Unreadable: It is no workbook, too large or damaged, no action sheet, or it holds rows
            that were sent to several agencies.
    """
    answers = read_answers(read_workbook(path), office.today())
    with office.reading() as unit:
        agency = _sent_to(unit, answers)
        named = unit.agencies.get(agency).label if agency else ""
        return Reply(name=path.name, agency=named, lines=_lines(office, unit, answers))


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


def _sent_to(unit: Unit, answers: tuple[Answer, ...]) -> AgencyId | None:
    addressees = _addressees(unit)
    found = {addressees[one.code] for one in answers if one.code in addressees}
    if len(found) > 1:
        raise Unreadable(
            "The rows of this sheet were sent to different agencies. Take in the sheet of each "
            "agency by itself, as it came back."
        )
    return next(iter(found), None)


def _addressees(unit: Unit) -> dict[str, AgencyId]:
    """Give the agency to which each row was sent, by the code of the row."""
    return {row.code: sheet.agency for sheet in unit.action_sheets.all() for row in sheet.actions}


def _lines(office: Office, unit: Unit, answers: tuple[Answer, ...]) -> tuple[ReplyLine, ...]:
    known = sending.marked(unit.reading, {_mark(answer) for answer in answers})
    addressees = _addressees(unit)
    seen: set[str] = set()
    found = []
    for answer in answers:
        id_, agency = known.get(_mark(answer)), addressees.get(answer.code)
        asked = _asked(unit, id_, answer, agency) if id_ and agency else None
        line = weigh(answer, asked, office.today())
        if line.takeable and _mark(answer) in seen:
            line = replace(line, verdict=Verdict.REFUSED, effects=(), problem=Problem.ALREADY_THERE)
        if line.takeable:
            seen.add(_mark(answer))
        found.append(line)
    return tuple(found)


def _asked(unit: Unit, id_: ActionId, answer: Answer, agency: AgencyId) -> Asked:
    action = unit.actions.get(id_)
    case = unit.cases.get(action.case)
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
