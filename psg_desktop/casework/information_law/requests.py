"""The register of what people ask about the information held on them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from psg_desktop.casework.office import Office
from psg_desktop.domain.access_marks import AccessMark
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import AccessRequestId, PersonId
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.subject_access import (
    AccessRequest,
    Clarification,
    Extension,
    RequestState,
)
from psg_desktop.domain.today import RequestDue
from psg_desktop.reference import workdays
from psg_desktop.store.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """One request with whom it is about and its clock.

    Attributes:
        due: The last day for the answer, None while proof of identity is waited for.
        extend_by: The last day on which the person may be told of two months more.
    """

    request: AccessRequest
    person: str = field(repr=False)
    due: date | None
    extend_by: date | None


def listed(office: Office, person: PersonId | None = None) -> tuple[RequestRow, ...]:
    """Read the requests of a person or of everybody: open ones first, the soonest due first."""
    with office.reading() as unit:
        found = unit.access_requests.where(person=person) if person else unit.access_requests.all()
        rows = [_row(office, unit, one) for one in found]
    return tuple(sorted(rows, key=_order))


def waiting(office: Office) -> tuple[RequestDue, ...]:
    """Read the requests that wait for their answer, the soonest due first."""
    return tuple(
        RequestDue(
            id=row.request.id,
            reference=row.request.reference,
            person=row.person,
            due=row.due,
            stopped=row.request.stopped,
        )
        for row in listed(office)
        if row.request.open
    )


def get(office: Office, id_: AccessRequestId) -> RequestRow:
    """Read one request.

    Raises:
        Refused: There is none.
    """
    with office.reading() as unit:
        return _row(office, unit, unit.access_requests.get(id_))


def find(office: Office, id_: AccessRequestId) -> AccessRequest | None:
    """Read one request, None where it is no longer there, as after its entry was undone."""
    with office.reading() as unit:
        return unit.access_requests.find(id_)


def receive(office: Office, request: AccessRequest) -> AccessRequest:
    """Put a request into the register, under the next reference of its year.

    Raises:
        Refused: There is no such person, or the day lies in the future.
    """
    _not_ahead(office, "received_on", request.received_on)
    with office.working(Act.RECEIVE_REQUEST) as unit:
        unit.people.get(request.person)
        kept = replace(request, reference=_reference(unit, request.received_on.year))
        unit.access_requests.put(kept)
    return kept


def amend(office: Office, request: AccessRequest) -> None:
    """Change what was put down about an open request.

    Raises:
        Refused: It has ended, or the day lies in the future.
    """
    _not_ahead(office, "received_on", request.received_on)
    with office.working(Act.CHANGE_REQUEST) as unit:
        if not unit.access_requests.get(request.id).open:
            raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
        unit.access_requests.put(request)


def confirm_identity(office: Office, id_: AccessRequestId, on: date, how: str) -> None:
    """Confirm who asked: the clock starts on the day the proof came.

    Raises:
        Refused: It has ended, how is missing, or the day is not possible.
    """
    _not_ahead(office, "identity_on", on)
    _change(office, id_, lambda one: one.with_identity(on, how))


def ask(office: Office, id_: AccessRequestId, question: Clarification) -> None:
    """Ask what is meant: the clock stands still until it is answered.

    Raises:
        Refused: It has ended, another question waits, or the day is not possible.
    """
    _not_ahead(office, "asked_on", question.asked_on)
    _change(office, id_, lambda one: one.asking(question))


def clarified(office: Office, id_: AccessRequestId, on: date) -> None:
    """Note the day the question was answered: the clock goes on.

    Raises:
        Refused: No question waits, or the day is not possible.
    """
    _not_ahead(office, "answered_on", on)
    _change(office, id_, lambda one: one.clarified(on))


def extend(office: Office, id_: AccessRequestId, extension: Extension) -> None:
    """Take two months more, of which the person was told within the first.

    Raises:
        Refused: It has ended, is extended already, or the first month was over.
    """
    _not_ahead(office, "told_on", extension.told_on)
    today = office.today()
    _change(office, id_, lambda one: one.extended(extension, today, workdays.is_working_day))


def end(office: Office, id_: AccessRequestId, state: RequestState, on: date, outcome: str) -> None:
    """Answer a request to put something right, or refuse or withdraw any.

    Raises:
        Refused: It has ended, what came of it is missing, or the day is not possible.
    """
    _not_ahead(office, "ended_on", on)
    _change(office, id_, lambda one: one.ended(state, on, outcome))


def mark(office: Office, marks: Iterable[AccessMark]) -> None:
    """Keep what was decided about passages of a copy; the latest about a spot counts.

    Raises:
        Refused: The request has ended.
    """
    with office.working(Act.MARK_COPY) as unit:
        for one in marks:
            if not unit.access_requests.get(one.request).open:
                raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
            unit.access_marks.put(one)


def unmark(office: Office, marks: Iterable[AccessMark]) -> None:
    """Take decisions about passages of a copy back.

    Raises:
        Refused: The request has ended, or a decision is no longer there.
    """
    with office.working(Act.MARK_COPY) as unit:
        for one in marks:
            if not unit.access_requests.get(one.request).open:
                raise refuse("state", Problem.MOVE_NOT_POSSIBLE)
            unit.access_marks.remove(one.id)


def owed(unit: Unit) -> tuple[AccessRequest, ...]:
    """Read the requests that wait for their answer, in a unit of work that is open."""
    return unit.access_requests.where(state=RequestState.OPEN)


def _change(
    office: Office, id_: AccessRequestId, move: Callable[[AccessRequest], AccessRequest]
) -> None:
    with office.working(Act.CHANGE_REQUEST) as unit:
        unit.access_requests.put(move(unit.access_requests.get(id_)))


def _row(office: Office, unit: Unit, request: AccessRequest) -> RequestRow:
    person = unit.people.find(request.person)
    today, works = office.today(), workdays.is_working_day
    return RequestRow(
        request=request,
        person=person.full_name if person else "",
        due=request.due(today, works),
        extend_by=request.extend_by(today, works),
    )


def _order(row: RequestRow) -> tuple[bool, date, str]:
    if row.request.open:
        return (False, row.due or date.max, row.request.reference)
    ended = row.request.ended_on or date.min
    return (True, date.fromordinal(date.max.toordinal() - ended.toordinal() + 1), "")


def _reference(unit: Unit, year: int) -> str:
    start = f"IR-{year}-"
    numbers = [
        int(one.reference.removeprefix(start))
        for one in unit.access_requests.all()
        if one.reference.startswith(start)
    ]
    return f"{start}{max(numbers, default=0) + 1:03}"


def _not_ahead(office: Office, name: str, day: date) -> None:
    if day > office.today():
        raise refuse(name, Problem.DATE_IN_FUTURE)
