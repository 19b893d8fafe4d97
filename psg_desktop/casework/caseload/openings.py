"""What is put together when a case is opened: itself, its subject, the role and first actions."""

from dataclasses import dataclass
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties.places import with_ward
from psg_desktop.domain.actions import Action
from psg_desktop.domain.cases import Case, CaseKind
from psg_desktop.domain.ids import InvolvementId
from psg_desktop.domain.involvements import Involvement, PartyKind, RoleKind
from psg_desktop.domain.people import Person, check_birth
from psg_desktop.domain.places import Place
from psg_desktop.domain.projects import Project
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.store.queries import caseload
from psg_desktop.store.units import Unit

Subject = Person | Place | Project
PARTY = {CaseKind.PERSON: PartyKind.PERSON, CaseKind.PLACE: PartyKind.PLACE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A case to be opened in one go with whom or what it is about and its first actions.

    Attributes:
        case: Its subject is the identifier of `new_subject`, or of a record that is there.
        new_subject: A person, place or project that is new with the case.
    """

    case: Case
    new_subject: Subject | None = None
    actions: tuple[Action, ...] = ()


def put_opening(office: Office, unit: Unit, opening: Opening) -> None:
    """Put a case with its subject and first actions into a unit of work that does more.

    Raises:
        Refused: The subject is missing, or the reference is taken.
    """
    case = opening.case
    if case.reference in caseload.all_references(unit.reading):
        raise refuse("reference", Problem.ALREADY_THERE)
    _put_subject(unit, opening)
    unit.cases.put(case)
    if case.kind in PARTY:
        unit.involvements.put(
            Involvement(
                id=InvolvementId(office.new_id()),
                case=case.id,
                party_kind=PARTY[case.kind],
                party=case.subject,
                role=RoleKind.SUBJECT,
                since=case.opened,
            )
        )
    unit.actions.put_all(opening.actions)


def check_opening(office: Office, opening: Opening) -> None:
    """Refuse a case that could not be opened, whatever the vault holds.

    Raises:
        Refused: The subject is of another kind or cannot be, or the day lies in the future.
    """
    new, case = opening.new_subject, opening.case
    found = Findings()
    found.when(case.opened > office.today(), "opened", Problem.DATE_IN_FUTURE)
    if new is not None:
        kinds = {CaseKind.PERSON: Person, CaseKind.PLACE: Place, CaseKind.PROJECT: Project}
        other = not isinstance(new, kinds[case.kind]) or new.id != case.subject
        found.when(other, "subject", Problem.SUBJECT_OF_OTHER_KIND)
    if isinstance(new, Person):
        check_birth(new.born, office.today())
    found.settle()


def _put_subject(unit: Unit, opening: Opening) -> None:
    new, case = opening.new_subject, opening.case
    if new is not None:
        put_subject(unit, new)
    elif subject_of(unit, case.kind, case.subject) is None:
        raise refuse("subject", Problem.SUBJECT_MISSING)


def put_subject(unit: Unit, new: Subject) -> None:
    """Put a new person, place or project; a place gets the ward of its postcode."""
    match new:
        case Person():
            unit.people.put(new)
        case Place():
            unit.places.put(with_ward(unit, new))
        case Project():
            unit.projects.put(new)


def subject_of(unit: Unit, kind: CaseKind, id_: UUID) -> Subject | None:
    """Read the person, place or project of a kind, None where there is none."""
    match kind:
        case CaseKind.PERSON:
            return unit.people.find(id_)
        case CaseKind.PLACE:
            return unit.places.find(id_)
        case CaseKind.PROJECT:
            return unit.projects.find(id_)
