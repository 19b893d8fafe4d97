"""What is done about a case: actions, reviews, notes, analyses, risk."""

from dataclasses import replace
from datetime import timedelta

from psg_desktop.casework.caseload import actions, notes, problem_analyses
from psg_desktop.casework.reviewing import review_queue, reviews
from psg_desktop.domain.actions import Action, ActionState
from psg_desktop.domain.cases import RiskLevel
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import ActionId, NoteId, ProblemAnalysisId, ReviewId
from psg_desktop.domain.notes import Note
from psg_desktop.domain.problem_analyses import ProblemAnalysis, ProblemResult
from psg_desktop.domain.reviews import Review
from tests.stateful.choosing import Choose
from tests.stateful.moves.life_of_a_case import any_case
from tests.stateful.world import World, move

PROPOSED, AGREED, DOING = ActionState.PROPOSED, ActionState.AGREED, ActionState.IN_PROGRESS
OVER = {ActionState.COMPLETED, ActionState.NOT_ACHIEVED, ActionState.CANCELLED}


def any_action(world: World, choose: Choose, *states: ActionState) -> Action:
    """Choose an action, mostly one in one of these states."""
    found: Action = choose.likely(world.all(RecordKind.ACTION), lambda one: one.state in states)
    return found


@move("plan", actions.add)
def add_an_action(world: World, choose: Choose) -> None:
    case = any_case(world, choose)
    owned = choose.flag()
    action = Action(
        id=ActionId(world.new_id()),
        case=case.id,
        what=choose.text(),
        state=AGREED if owned else PROPOSED,
        owner=choose.one(world.all(RecordKind.AGENCY)).id if owned else None,
        officer="Joan Cloverley" if owned else "",
        due=choose.day(world.today) if owned else None,
        agreed_on=world.today if owned else None,
    )
    world.legal(not case.closed)
    actions.add(world.office, action)


@move("plan", actions.amend)
def amend_an_action(world: World, choose: Choose) -> None:
    action = any_action(world, choose)
    changed = replace(action, what=choose.text(), due=action.due and choose.day(world.today))
    if choose.rarely():
        world.legal(permitted=False)  # as if somebody had moved it on meanwhile
        changed = replace(changed, state=PROPOSED if action.state is not PROPOSED else AGREED)
    actions.amend(world.office, changed)


@move("plan", actions.agree)
def agree_an_action(world: World, choose: Choose) -> None:
    action = any_action(world, choose, PROPOSED)
    officer, due = choose.name(), choose.maybe((choose.day(world.today),))
    owner = choose.maybe([one.id for one in world.all(RecordKind.AGENCY)])
    world.legal(action.state is PROPOSED and owner and officer and due)
    terms = actions.Terms(owner=owner, officer=officer, due=due)
    actions.agree(world.office, action.id, terms)


@move("plan", actions.start)
def start_an_action(world: World, choose: Choose) -> None:
    action = any_action(world, choose, AGREED)
    world.legal(action.state is AGREED)
    actions.start(world.office, action.id)


@move("plan", actions.complete, actions.give_up, actions.cancel)
def end_an_action(world: World, choose: Choose) -> None:
    action, words = any_action(world, choose, AGREED, DOING), choose.text()
    on = choose.day(world.today, -9, 1)
    verb, may = choose.one(
        (
            (actions.complete, {AGREED, DOING}),
            (actions.give_up, {AGREED, DOING}),
            (actions.cancel, {PROPOSED, AGREED, DOING}),
        )
    )
    world.legal(action.state in may and words.strip() and on <= world.today)
    verb(world.office, action.id, on, words)


@move("plan", actions.reassign)
def reassign_an_action(world: World, choose: Choose) -> None:
    action, officer = any_action(world, choose, PROPOSED, AGREED, DOING), choose.name()
    owner = choose.one(world.all(RecordKind.AGENCY)).id
    known = action.state not in OVER
    world.legal(known and (officer or action.state is PROPOSED))
    due = choose.maybe((choose.day(world.today),))
    actions.reassign(world.office, action.id, owner, officer, due)


@move("plan", actions.reopen)
def reopen_an_action(world: World, choose: Choose) -> None:
    action = any_action(world, choose, *OVER)
    owned = action.owner and action.officer and action.due
    world.legal(action.state in OVER and owned)
    actions.reopen(world.office, action.id)


@move("plan", reviews.record, review_queue.reviewed)
def review_a_case(world: World, choose: Choose) -> None:
    case, decision = any_case(world, choose), choose.text()
    if choose.flag():
        due = choose.maybe((choose.day(world.today, -1, 40),))
        possible = due is None or due > world.today
        world.legal(not case.closed and decision.strip() and possible)
        review_queue.reviewed(world.office, case.id, decision, due)
        return
    held = choose.day(world.today, -20, 1)
    review = Review(
        id=ReviewId(world.new_id()),
        case=case.id,
        held_on=held,
        decision=decision,
        next_due=held + timedelta(days=28),
        risk=choose.maybe(list(RiskLevel)),
    )
    world.legal(not case.closed and case.opened <= held <= world.today)
    reviews.record(world.office, review)


@move("plan", notes.add)
def add_a_note(world: World, choose: Choose) -> None:
    case, on = any_case(world, choose), choose.day(world.today, -20, 1)
    note = Note(
        id=NoteId(world.new_id()), case=case.id, happened_on=on, text=choose.text(),
        written_at=world.office.now(),
    )  # fmt: skip
    world.legal(not case.closed and on <= world.today)
    notes.add(world.office, note)


@move("plan", notes.amend)
def amend_a_note(world: World, choose: Choose) -> None:
    note = choose.one(world.all(RecordKind.NOTE))
    notes.amend(world.office, replace(note, text=choose.text()))


@move("plan", notes.keep_draft, notes.discard_draft)
def leave_a_note_half_written(world: World, choose: Choose) -> None:
    key = notes.draft_key(any_case(world, choose).id)
    if choose.flag():
        notes.keep_draft(world.office, key, choose.text())
    else:
        notes.discard_draft(world.office, key)


@move("plan", problem_analyses.save)
def analyse_the_problem(world: World, choose: Choose) -> None:
    case = any_case(world, choose)
    known = [one for one in world.all(RecordKind.PROBLEM_ANALYSIS) if one.case == case.id]
    analysis = choose.maybe(known) or ProblemAnalysis(
        id=ProblemAnalysisId(world.new_id()), case=case.id, statement="Callers at night."
    )
    due = choose.maybe((choose.day(world.today),))
    world.legal(not case.closed)
    problem_analyses.save(world.office, replace(analysis, hypothesis="A key.", assess_on=due))


@move("plan", problem_analyses.assess)
def assess_the_result(world: World, choose: Choose) -> None:
    analysis, finding = choose.one(world.all(RecordKind.PROBLEM_ANALYSIS)), choose.text()
    on = choose.day(world.today, -9, 1)
    changed = replace(
        analysis, result=choose.of(ProblemResult), assessed_on=on, finding=finding
    )  # fmt: skip
    world.legal(finding.strip() and on <= world.today)
    problem_analyses.assess(world.office, changed)
