"""The partnership's plan of a year, and the recommendations of death reviews."""

from dataclasses import replace

from psg_desktop.casework.partnership import death_reviews, plan, plan_links
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.death_reviews import (
    DeathReview,
    DeathReviewKind,
    Recommendation,
    ReviewStage,
)
from psg_desktop.domain.ids import (
    DeathReviewId,
    PlanActionId,
    PlanMeasureId,
    PlanPriorityId,
    RecommendationId,
)
from psg_desktop.domain.plan import Judgement, PlanAction, PlanPriority
from psg_desktop.domain.plan_measures import Better, Figure, MeasureScope, PlanMeasure
from psg_desktop.domain.rag import Rag
from tests.stateful.choosing import Choose
from tests.stateful.moves.life_of_a_case import any_case
from tests.stateful.world import World, move


def any_priority(world: World, choose: Choose) -> PlanPriority:
    found: PlanPriority = choose.one(world.all(RecordKind.PLAN_PRIORITY))
    return found


@move("board", plan.begin)
def begin_a_plan(world: World, choose: Choose) -> None:
    known = world.all(RecordKind.PLAN)
    earlier = choose.maybe([one.id for one in known])
    year = world.today.year + choose.number(-2, 3)
    world.legal(year not in {one.year for one in known})
    plan.begin(world.office, year, earlier)


@move("board", plan.save)
def agree_a_plan(world: World, choose: Choose) -> None:
    known, on = choose.one(world.all(RecordKind.PLAN)), choose.day(world.today, -9, 1)
    world.legal(on <= world.today)
    plan.save(world.office, replace(known, agreed_on=on, agreed_by="CSP board"))


@move("board", plan.save_priority)
def save_a_priority(world: World, choose: Choose) -> None:
    known = choose.maybe(world.all(RecordKind.PLAN_PRIORITY))
    priority = known or PlanPriority(
        id=PlanPriorityId(world.new_id()),
        plan=choose.one(world.all(RecordKind.PLAN)).id,
        position=0,
        name="Safer streets",
        focus_areas=("asb",),
    )
    lead = choose.maybe([one.id for one in world.all(RecordKind.AGENCY)])
    world.legal(permitted=True)
    plan.save_priority(world.office, replace(priority, lead_agency=lead))


@move("board", plan.move_priority)
def move_a_priority(world: World, choose: Choose) -> None:
    priority = any_priority(world, choose)
    world.legal(permitted=True)
    plan.move_priority(world.office, priority.id, choose.number(-2, 2))


@move("board", plan.judge)
def judge_a_priority(world: World, choose: Choose) -> None:
    priority, on = any_priority(world, choose), choose.day(world.today, -9, 1)
    judged = Judgement(on=on, rag=choose.of(Rag), reason=choose.text(), by="CSP board")
    world.legal(on <= world.today)
    plan.judge(world.office, priority.id, judged)


@move("board", plan.save_action)
def save_an_action_of_the_plan(world: World, choose: Choose) -> None:
    known = choose.maybe(world.all(RecordKind.PLAN_ACTION))
    action = known or PlanAction(
        id=PlanActionId(world.new_id()),
        priority=any_priority(world, choose).id,
        what="Light the underpass",
        agency=choose.one(world.all(RecordKind.AGENCY)).id,
        officer="Joan Cloverley",
        due=choose.day(world.today, -30, 300),
    )
    ended = choose.maybe((choose.day(world.today, -9, 1),))
    world.legal(ended is None or ended <= world.today)
    changed = replace(action, ended=ended, progress="Done." if ended else "", given_up=False)
    plan.save_action(world.office, changed)


@move("board", plan.save_measure)
def save_a_measure_of_the_plan(world: World, choose: Choose) -> None:
    known = choose.maybe(world.all(RecordKind.PLAN_MEASURE))
    measure = known or PlanMeasure(
        id=PlanMeasureId(world.new_id()), priority=any_priority(world, choose).id,
        name="Reports", scope=choose.of(MeasureScope), unit="reports", better=Better.LOWER,
    )  # fmt: skip
    on = choose.day(world.today, -90, 1)
    read = Figure(value=choose.number(0, 99), period="The quarter", source="Police", on=on)
    world.legal(on <= world.today)
    plan.save_measure(world.office, measure.with_readings((*measure.readings, read)))


@move("board", plan.remove_priority, plan.remove_action, plan.remove_measure)
def take_out_of_the_plan(world: World, choose: Choose) -> None:
    verb, kind = choose.one(
        (
            (plan.remove_priority, RecordKind.PLAN_PRIORITY),
            (plan.remove_action, RecordKind.PLAN_ACTION),
            (plan.remove_measure, RecordKind.PLAN_MEASURE),
        )
    )
    verb(world.office, choose.one(world.all(kind)).id)


@move("board", plan_links.set_of_case, plan_links.link_case)
def have_a_case_serve(world: World, choose: Choose) -> None:
    case = any_case(world, choose)
    every = [one.id for one in world.all(RecordKind.PLAN_PRIORITY)]
    held = {(one.priority, one.case) for one in world.all(RecordKind.PLAN_LINK)}
    if choose.flag():
        world.legal(not case.closed)
        plan_links.set_of_case(world.office, case.id, choose.some(every))
        return
    priority = choose.one(every)
    world.legal(not case.closed and (priority, case.id) not in held)
    plan_links.link_case(world.office, priority, case.id)


@move("board", plan_links.set_of_project, plan_links.link_project)
def have_a_project_serve(world: World, choose: Choose) -> None:
    project = choose.one(world.all(RecordKind.PROJECT))
    every = [one.id for one in world.all(RecordKind.PLAN_PRIORITY)]
    held = {(one.priority, one.project) for one in world.all(RecordKind.PLAN_LINK)}
    if choose.flag():
        world.legal(permitted=True)
        plan_links.set_of_project(world.office, project.id, choose.some(every))
        return
    priority = choose.one(every)
    world.legal((priority, project.id) not in held)
    plan_links.link_project(world.office, priority, project.id)


@move("board", plan_links.accept_proposed)
def accept_what_the_areas_propose(world: World, choose: Choose) -> None:
    priority = any_priority(world, choose)
    world.legal(permitted=True)
    plan_links.accept_proposed(world.office, priority.id)


@move("board", plan_links.unlink)
def have_one_serve_no_longer(world: World, choose: Choose) -> None:
    link = choose.one(world.all(RecordKind.PLAN_LINK))
    closed = {one.id for one in world.all(RecordKind.CASE) if one.closed}
    world.legal(link.case not in closed)
    plan_links.unlink(world.office, link.id)


@move("board", death_reviews.save)
def save_a_death_review(world: World, choose: Choose) -> None:
    known = choose.maybe(world.all(RecordKind.DEATH_REVIEW))
    review = known or DeathReview(
        id=DeathReviewId(world.new_id()), kind=choose.of(DeathReviewKind), reference="DARDR 3",
        title="Adult A", stage=ReviewStage.COMMISSIONED, since=world.today,
    )  # fmt: skip
    since = choose.day(world.today, -9, 1)
    world.legal(since <= world.today)
    changed = replace(review, stage=choose.of(ReviewStage), since=since)
    death_reviews.save(world.office, changed, checked=True)


@move("board", death_reviews.save_recommendation)
def save_a_recommendation(world: World, choose: Choose) -> None:
    known = choose.maybe(world.all(RecordKind.RECOMMENDATION))
    made = known or Recommendation(
        id=RecommendationId(world.new_id()),
        review=choose.one(world.all(RecordKind.DEATH_REVIEW)).id,
        number="4a",
        text="Train the staff at the desk.",
        agency=choose.one(world.all(RecordKind.AGENCY)).id,
        made_on=choose.day(world.today, -90, 1),
        due=world.office.today().replace(year=world.today.year + 1),
    )
    sent = choose.maybe((choose.day(world.today, -9, 1),))
    changed = replace(made, sent=sent, acknowledged=None)
    world.legal(made.made_on <= world.today and (sent is None or sent <= world.today))
    death_reviews.save_recommendation(world.office, changed, checked=True)


@move("board", death_reviews.remove, death_reviews.remove_recommendation)
def remove_what_was_entered_by_mistake(world: World, choose: Choose) -> None:
    known = world.all(RecordKind.RECOMMENDATION)
    if known and choose.flag():
        world.legal(permitted=True)
        death_reviews.remove_recommendation(world.office, choose.one(known).id)
        return
    review = choose.one(world.all(RecordKind.DEATH_REVIEW))
    world.legal(all(one.review != review.id for one in known))
    death_reviews.remove(world.office, review.id)
