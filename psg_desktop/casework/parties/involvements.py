"""Who is around a case, in which role; and which cases belong together."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties.places import with_ward
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, CaseLinkId, InvolvementId
from psg_desktop.domain.involvements import CaseLink, Involvement, PartyKind
from psg_desktop.domain.people import Person, check_birth
from psg_desktop.domain.places import Place
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.store.queries import case_pages


def involve(office: Office, involvement: Involvement, new: Person | Place | None = None) -> None:
    """Give somebody or somewhere a role in a case, making the record where it is new.

    Raises:
        Refused: The case is closed, or there is no such case, person or place.
    """
    if isinstance(new, Person):
        check_birth(new.born, office.today())
    with office.working(Act.INVOLVE) as unit:
        if unit.cases.get(involvement.case).closed:
            raise refuse("case", Problem.CASE_IS_CLOSED)
        if isinstance(new, Person):
            unit.people.put(new)
        elif isinstance(new, Place):
            unit.places.put(with_ward(unit, new))
        elif involvement.party_kind is PartyKind.PERSON:
            unit.people.get(involvement.party)
        else:
            unit.places.get(involvement.party)
        unit.involvements.put(involvement)


def amend(office: Office, involvement: Involvement) -> None:
    """Keep changed dates, role or remark."""
    with office.working(Act.INVOLVE) as unit:
        unit.involvements.get(involvement.id)
        unit.involvements.put(involvement)


def end(office: Office, id_: InvolvementId, on: date) -> None:
    """Say that a role ended on a day; it stays in the case's history.

    Raises:
        Refused: It ended before it began.
    """
    with office.working(Act.INVOLVE) as unit:
        unit.involvements.put(replace(unit.involvements.get(id_), until=on))


def link(office: Office, case: CaseId, other: CaseId, nature: str) -> None:
    """Say that two cases belong together.

    Raises:
        Refused: It is the same case, or they are linked already.
    """
    made = CaseLink(id=CaseLinkId(office.new_id()), case=case, other=other, nature=nature)
    with office.working(Act.LINK_CASES) as unit:
        page = case_pages.case_page(unit.reading, case)
        unit.cases.get(other)
        if any(one.case == other for one in page.links):
            raise refuse("other", Problem.ALREADY_THERE)
        unit.case_links.put(made)


def unlink(office: Office, link_id: UUID) -> None:
    """Say that two cases do not belong together after all."""
    with office.working(Act.UNLINK_CASES) as unit:
        unit.case_links.remove(link_id)
