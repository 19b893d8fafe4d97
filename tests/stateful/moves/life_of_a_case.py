"""The life of a case: opened, amended, moved, set aside, closed, opened again."""

from dataclasses import replace
from typing import Any

from psg_desktop.casework.caseload import cases
from psg_desktop.casework.caseload.cases import Opening
from psg_desktop.domain.actions import Action
from psg_desktop.domain.cases import Case, CaseKind, CaseMove, CaseState, ExternalLead, RiskLevel
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import ActionId, CaseId, PersonId, PlaceId, ProjectId
from psg_desktop.domain.people import Person
from psg_desktop.domain.places import Place
from psg_desktop.domain.projects import Project
from tests.stateful.choosing import Choose
from tests.stateful.world import World, move

SUBJECTS = {
    CaseKind.PERSON: RecordKind.PERSON,
    CaseKind.PLACE: RecordKind.PLACE,
    CaseKind.PROJECT: RecordKind.PROJECT,
}
OPEN = frozenset(CaseState) - {CaseState.CLOSED}
# Where each move may start, written down once more and by hand: the domain notes, section b.3.
MAY = {
    CaseMove.START_PLAN: {CaseState.ASSESSMENT},
    CaseMove.BACK_TO_ASSESSMENT: {CaseState.ACTIVE_PLAN},
    CaseMove.STEP_DOWN: {CaseState.ACTIVE_PLAN},
    CaseMove.STEP_UP: {CaseState.MONITORING},
    CaseMove.HOLD: OPEN - {CaseState.ON_HOLD},
    CaseMove.HAND_OVER: OPEN - {CaseState.EXTERNAL_LEAD},
    CaseMove.ESCALATE: OPEN - {CaseState.ESCALATED},
    CaseMove.RESUME: {CaseState.ON_HOLD, CaseState.EXTERNAL_LEAD, CaseState.ESCALATED},
    CaseMove.CLOSE: OPEN,
    CaseMove.REOPEN: {CaseState.CLOSED},
}
STEPS = (
    CaseMove.START_PLAN, CaseMove.STEP_DOWN, CaseMove.STEP_UP, CaseMove.BACK_TO_ASSESSMENT,
)  # fmt: skip


def new_subject(world: World, choose: Choose, kind: CaseKind) -> Any:
    """Make a new person, place or project."""
    id_ = world.new_id()
    if kind is CaseKind.PERSON:
        born = choose.maybe((choose.day(world.today, -20_000, 0),))
        return Person(id=PersonId(id_), full_name=choose.name(), born=born)
    if kind is CaseKind.PLACE:
        return Place(id=PlaceId(id_), name=choose.name(), postcode=choose.one(("", "CB7 4EE")))
    return Project(id=ProjectId(id_), name=choose.name())


def any_case(world: World, choose: Choose, *, closed: bool = False) -> Case:
    """Choose a case, mostly one that is open, or closed."""
    found: Case = choose.likely(world.all(RecordKind.CASE), lambda one: one.closed is closed)
    return found


def case_that_may(world: World, choose: Choose, step: CaseMove) -> Case:
    """Choose a case, mostly one from whose state the step can be made."""
    known: tuple[Case, ...] = world.all(RecordKind.CASE)
    return choose.likely(known, lambda one: one.state in MAY[step])


@move("case", cases.open_case)
def open_a_case(world: World, choose: Choose) -> None:
    kind = choose.of(CaseKind)
    known = world.all(SUBJECTS[kind])
    new = new_subject(world, choose, kind) if not known or choose.flag() else None
    others = world.all(RecordKind.CASE)
    taken = bool(others) and choose.rarely()
    case = Case(
        id=CaseId(world.new_id()),
        reference=others[0].reference if taken else cases.next_reference(world.office),
        kind=kind,
        subject=(new or choose.one(known)).id,
        title="Calls at night",
        opened=choose.day(world.today, -40, 1),
        risk=choose.maybe(list(RiskLevel)),
    )
    first = Action(id=ActionId(world.new_id()), case=case.id, what="Write to the landlord")
    world.legal(not taken and case.opened <= world.today)
    asked = (first,) if choose.flag() else ()
    cases.open_case(world.office, Opening(case=case, new_subject=new, actions=asked))


@move("case", cases.amend)
def amend_a_case(world: World, choose: Choose) -> None:
    case, known = any_case(world, choose), world.all(RecordKind.AGENCY)
    changed = replace(
        case,
        title=choose.one(("Calls at night", "Noise in Hawthorn Yard")),
        problem=choose.one(("", "Callers until three.")),
        lead_agency=choose.maybe([one.id for one in known]),
        risk=choose.maybe(list(RiskLevel)),
        review_due=choose.maybe((choose.day(world.today),)),
        focus_areas=choose.one(((), ("asb",))),
    )
    world.legal(not case.closed)
    cases.amend(world.office, changed)


@move("case", cases.set_review)
def set_the_review(world: World, choose: Choose) -> None:
    case = any_case(world, choose)
    world.legal(not case.closed)
    cases.set_review(world.office, case.id, choose.maybe((choose.day(world.today),)))


@move("case", cases.move)
def take_a_step(world: World, choose: Choose) -> None:
    step = choose.one(STEPS)
    case = case_that_may(world, choose, step)
    world.legal(case.state in MAY[step])
    cases.move(world.office, case.id, step)


@move("case", cases.hold)
def put_on_hold(world: World, choose: Choose) -> None:
    case, reason = any_case(world, choose), choose.text()
    again = choose.maybe((choose.day(world.today),))
    possible = again is None or again > world.today
    world.legal(case.state in MAY[CaseMove.HOLD] and reason.strip() and possible)
    cases.hold(world.office, case.id, reason, again)


@move("case", cases.hand_over)
def hand_over(world: World, choose: Choose) -> None:
    case, group = any_case(world, choose), choose.one(("MARAC", "MAPPA", " "))
    world.legal(case.state in MAY[CaseMove.HAND_OVER] and group.strip())
    lead = ExternalLead(group=group, since=choose.day(world.today, -9, 0))
    cases.hand_over(world.office, case.id, lead)


@move("case", cases.update_lead)
def update_the_lead(world: World, choose: Choose) -> None:
    known_cases: tuple[Case, ...] = world.all(RecordKind.CASE)
    case = choose.likely(known_cases, lambda one: one.state is CaseState.EXTERNAL_LEAD)
    known = case.external_lead or ExternalLead(group="MARAC", since=world.today)
    met = choose.day(world.today, 0, 60)
    world.legal(case.state is CaseState.EXTERNAL_LEAD)
    cases.update_lead(world.office, case.id, replace(known, next_meeting=met))


@move("case", cases.escalate)
def escalate(world: World, choose: Choose) -> None:
    case, ask = any_case(world, choose), choose.text()
    world.legal(case.state in MAY[CaseMove.ESCALATE] and ask.strip())
    cases.escalate(world.office, case.id, "Delivery Group", ask)


@move("case", cases.resume)
def resume(world: World, choose: Choose) -> None:
    case, answer = case_that_may(world, choose, CaseMove.RESUME), choose.text()
    answered = case.state is not CaseState.ESCALATED or answer.strip()
    world.legal(case.state in MAY[CaseMove.RESUME] and answered)
    cases.resume(world.office, case.id, answer)


@move("case", cases.reopen)
def reopen_a_case(world: World, choose: Choose) -> None:
    case, because = any_case(world, choose, closed=True), choose.text()
    world.legal(case.closed and because.strip())
    due = choose.maybe((choose.day(world.today, 1, 30),))
    cases.reopen(world.office, case.id, because, due)
