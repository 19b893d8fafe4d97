"""Requests about information in the sample: one that waits, one that was extended, one refused."""

from datetime import date, timedelta

from psg_desktop.casework.information_law import requests
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.ids import AccessRequestId, PersonId
from psg_desktop.domain.subject_access import (
    AccessRequest,
    Clarification,
    Extension,
    RequestKind,
    RequestState,
)

_DAY = timedelta(days=1)


def tell(office: Office, today: date) -> None:
    """Put the requests into the register of a vault that has its people."""
    with office.reading() as unit:
        subjects = [one.subject for one in unit.cases.all() if one.kind is CaseKind.PERSON]
        people = [unit.people.get(PersonId(one)) for one in dict.fromkeys(subjects)][:3]
    for place, person in enumerate(people):
        received = today - _DAY * (12, 55, 96)[place]
        kept = requests.receive(
            office,
            AccessRequest(
                id=AccessRequestId(office.new_id()),
                reference="new",
                person=person.id,
                kind=RequestKind.ACCESS,
                received_on=received,
                asked_by=person.full_name if place else "Marsh Lane Solicitors",
                authority="" if place else "Signed authority of the client, seen.",
                reply_to="By post to the office." if not place else "Collected at the desk.",
                asks="Everything since 2024.",
                identity_asked_on=received if not place else None,
            ),
        )
        _go_on(office, kept, place)


def _go_on(office: Office, kept: AccessRequest, place: int) -> None:
    received = kept.received_on
    if place == 0:
        requests.confirm_identity(office, kept.id, received + _DAY * 4, "Driving licence seen.")
    elif place == 1:
        question = "Is the tenancy file of the landlord meant as well?"
        requests.ask(
            office, kept.id, Clarification(asked_on=received + _DAY * 2, question=question)
        )
        requests.clarified(office, kept.id, received + _DAY * 6)
        told = Extension(
            told_on=received + _DAY * 20, reason="Five agencies hold papers about three years."
        )
        requests.extend(office, kept.id, told)
    else:
        requests.end(
            office, kept.id, RequestState.WITHDRAWN, received + _DAY * 9, "Told by telephone."
        )
