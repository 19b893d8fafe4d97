"""What accepting a referral makes of what was told: a person, place or project, and a case."""

from dataclasses import dataclass, field
from datetime import date

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.openings import Opening, Subject
from psg_desktop.casework.office import Office
from psg_desktop.domain.addresses import AddressKind, AddressStay
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import AgencyId, CaseId, PersonId, PlaceId, ProjectId
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.projects import Project
from psg_desktop.domain.referrals import Referral


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What is asked of the case that a referral opens."""

    title: str = field(repr=False)
    lead_agency: AgencyId | None = None
    review_due: date | None = None


def new_subject(office: Office, referral: Referral, name: str) -> Subject:
    """Make the person, place or project a referral is about, with what was told of it.

    Raises:
        Refused: The name is missing, or what was told cannot be kept.
    """
    id_ = office.new_id()
    match referral.kind:
        case CaseKind.PERSON:
            return _person(referral, PersonId(id_), name)
        case CaseKind.PLACE:
            return Place(
                id=PlaceId(id_), name=name, address=referral.address, postcode=referral.postcode
            )
        case CaseKind.PROJECT:
            return Project(id=ProjectId(id_), name=name, objective=referral.asks)


def opening(office: Office, referral: Referral, new: Subject | None, asked: NewCase) -> Opening:
    """Give the case a referral opens; *new* is its subject where the referral chose none.

    Raises:
        Refused: The title is missing.
    """
    subject = new.id if new else referral.subject
    case = Case(
        id=CaseId(office.new_id()),
        reference=cases.next_reference(office),
        kind=referral.kind,
        subject=subject or office.new_id(),
        title=asked.title,
        opened=office.today(),
        problem=referral.problem,
        referred_by=referral.referred_by,
        lead_agency=asked.lead_agency,
        review_due=asked.review_due,
    )
    return Opening(case=case, new_subject=new)


def _person(referral: Referral, id_: PersonId, name: str) -> Person:
    told = referral.address or referral.postcode
    stay = AddressStay(
        kind=AddressKind.ADDRESS, lines=referral.address, postcode=referral.postcode
    ) if told else None  # fmt: skip
    return Person(
        id=id_,
        full_name=name,
        aliases=referral.aliases,
        born=referral.born,
        addresses=(stay,) if stay else (),
        phones=referral.phones,
        remarks=f"Children at the address: {referral.children}"[:20_000]
        if referral.children
        else "",
    )
