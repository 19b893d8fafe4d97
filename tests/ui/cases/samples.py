"""A plainly fictional case with everything in it, made through casework."""

from datetime import date, time, timedelta

from psg_desktop.casework.caseload import actions, cases, notes, problem_analyses
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies, involvements
from psg_desktop.casework.reviewing import reviews
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import Case, CaseKind, RiskLevel
from psg_desktop.domain.ids import (
    ActionId,
    AgencyId,
    CaseId,
    InvolvementId,
    NoteId,
    PersonId,
    PlaceId,
    ProblemAnalysisId,
    ReviewId,
)
from psg_desktop.domain.involvements import Involvement, PartyKind, RoleKind
from psg_desktop.domain.notes import Note, NoteBasis
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place, PlaceKind
from psg_desktop.domain.problem_analyses import Baseline, ProblemAnalysis, Response, Side
from psg_desktop.domain.reviews import Review

DAY = timedelta(days=1)


def agency(office: Office, place: int = 0) -> AgencyId:
    """Give one of the agencies the vault started with."""
    return agencies.choices(office)[place].id


def person(office: Office, name: str = "Wendell Tansyfield", born: date | None = None) -> Person:
    """Make a person, not yet kept."""
    return Person(id=PersonId(office.new_id()), full_name=name, born=born)


def bare_case(office: Office, title: str = "Noise at night") -> CaseId:
    """Open a case with nothing optional in it."""
    subject = person(office)
    case = Case(
        id=CaseId(office.new_id()),
        reference=cases.next_reference(office),
        kind=CaseKind.PERSON,
        subject=subject.id,
        title=title,
        opened=office.today(),
    )
    return cases.open_case(office, Opening(case=case, new_subject=subject))


def add_action(office: Office, case: CaseId, what: str, due: date) -> ActionId:
    """Add an agreed action."""
    made = Action(
        id=ActionId(office.new_id()),
        case=case,
        what=what,
        state=ActionState.AGREED,
        owner=agency(office, 1),
        officer="P. Reedcutter",
        due=due,
        agreed_on=due - 20 * DAY,
        meeting="PSG meeting",
    )
    actions.add(office, made)
    return made.id


def full_case(office: Office) -> CaseId:
    """Open a case with people, places, actions of every state, notes, reviews and a linked case."""
    today = office.today()
    subject = person(office, "Wendell Tansyfield", date(1984, 3, 9))
    case = Case(
        id=CaseId(office.new_id()),
        reference=cases.next_reference(office),
        kind=CaseKind.PERSON,
        subject=subject.id,
        title="Callers at all hours, and a tenant who may be cuckooed",
        opened=today - 70 * DAY,
        focus_areas=("asb_personal", "cuckooing"),
        problem=(
            "Since August callers come to the flat at all hours. Neighbours hear shouting; the "
            "tenant no longer opens the door to his support worker. Two neighbours have asked "
            "to be moved."
        ),
        blocked="No agency may enter without a reason. The landlord waits for legal advice.",
        lead_agency=agency(office, 0),
        lead_practitioner="D. Millrace",
        referred_by=agency(office, 2),
        risk=RiskLevel.HIGH,
        risk_reason="Isolated, in debt to those who call, and not seen for two weeks.",
        review_due=today + 12 * DAY,
    )
    cases.open_case(office, Opening(case=case, new_subject=subject))
    _add_people(office, case.id)
    _add_actions(office, case.id)
    _add_notes(office, case.id)
    _review(office, case.id)
    _analysis(office, case.id)
    involvements.link(office, case.id, bare_case(office, "Bins set alight"), "Same stairwell")
    return case.id


def _add_people(office: Office, case: CaseId) -> None:
    today = office.today()
    flat = Place(
        id=PlaceId(office.new_id()),
        name="Flat 3, Eelcatcher House",
        kind=PlaceKind.DWELLING,
        address="Eelcatcher House, Sluice Lane, Fenmarket",
    )
    involvements.involve(office, _role(office, case, flat.id, RoleKind.HOME), flat)
    neighbour = person(office, "Oriel Quillfeather")
    involvements.involve(office, _role(office, case, neighbour.id, RoleKind.COMPLAINANT), neighbour)
    past = person(office, "Ossian Bramblewick")
    ended = _role(office, case, past.id, RoleKind.WITNESS)
    involvements.involve(office, ended, past)
    involvements.end(office, ended.id, today - 5 * DAY)


def _role(office: Office, case: CaseId, party: PersonId | PlaceId, role: RoleKind) -> Involvement:
    kind = PartyKind.PLACE if role is RoleKind.HOME else PartyKind.PERSON
    return Involvement(
        id=InvolvementId(office.new_id()),
        case=case,
        party_kind=kind,
        party=party,
        role=role,
        since=office.today() - 60 * DAY,
        remark="Speaks for the stairwell" if role is RoleKind.COMPLAINANT else "",
    )


def _add_actions(office: Office, case: CaseId) -> None:
    today = office.today()
    add_action(office, case, "Visit the flat with the housing officer", today - 3 * DAY)
    soon = add_action(office, case, "Fit a spyhole and a door chain", today + 4 * DAY)
    actions.start(office, soon)
    add_action(office, case, "Ask the bank about payments to third parties", today + 30 * DAY)
    done = add_action(office, case, "Write to every neighbour on the stair", today - 20 * DAY)
    actions.complete(office, done, today - 10 * DAY, "Eleven letters delivered, four replies.")
    actions.add(
        office, Action(id=ActionId(office.new_id()), case=case, what="Consider a closure notice")
    )


def _add_notes(office: Office, case: CaseId) -> None:
    texts = (
        (NoteBasis.REPORTED, 0, "Two men seen carrying a television out of the flat."),
        (NoteBasis.FACT, 1, "Nobody answered the door. Curtains drawn; post on the mat."),
        (
            NoteBasis.JUDGEMENT,
            2,
            "He is afraid of somebody who visits. He changes the subject when asked who has a key.",
        ),
    )
    for place, (basis, source, words) in enumerate(texts):
        notes.add(
            office,
            Note(
                id=NoteId(office.new_id()),
                case=case,
                happened_on=office.today() - (place + 1) * 4 * DAY,
                happened_at=time(21, 40) if place == 0 else None,
                text=words,
                written_at=office.now(),
                source=agency(office, source),
                basis=basis,
            ),
        )


def _analysis(office: Office, case: CaseId) -> None:
    problem_analyses.save(
        office,
        ProblemAnalysis(
            id=ProblemAnalysisId(office.new_id()),
            case=case,
            objective="No callers after nine in the evening by the end of January.",
            statement="Two or three men use the flat to deal from, mostly on Fridays.",
            baseline=Baseline(
                measure="calls to 101 about the stairwell",
                count=14,
                since=office.today() - 90 * DAY,
                until=office.today() - DAY,
            ),
            hypothesis="The entry door does not lock, and nobody visits over the weekend.",
            responses=(
                Response(side=Side.LOCATION, text="Repair the entry door and its intercom."),
                Response(side=Side.GUARDIAN, text="A support worker calls on Fridays."),
            ),
            assess_on=office.today(),
        ),
    )


def _review(office: Office, case: CaseId) -> None:
    today = office.today()
    reviews.record(
        office,
        Review(
            id=ReviewId(office.new_id()),
            case=case,
            held_on=today - 16 * DAY,
            decision="Keep at high risk. Housing and police to visit together this month.",
            meeting="PSG meeting",
            next_due=today + 12 * DAY,
            risk=RiskLevel.HIGH,
        ),
    )
