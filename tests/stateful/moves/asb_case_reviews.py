"""ASB case reviews: applied for, decided, held by a panel, appealed against, closed."""

from dataclasses import replace

from psg_desktop.casework.asb_reviews import applications, review_rules
from psg_desktop.domain.case_review_applications import (
    Applicant,
    ApplicantKind,
    ApplicationRoute,
    Incident,
)
from psg_desktop.domain.case_review_facts import (
    AppealAgainst,
    InformationRequest,
    OutcomeLetter,
    Panel,
    Recommendation,
    ReviewAppeal,
    ReviewAppealResult,
)
from psg_desktop.domain.case_review_thresholds import LimbFinding, ReviewLimb, ThresholdDecision
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import CaseReviewId
from tests.stateful.choosing import Choose
from tests.stateful.world import World, move


def any_review(world: World, choose: Choose, *, met: bool = False) -> CaseReview:
    """Choose a review, mostly one that runs, or one whose threshold is met."""
    known: tuple[CaseReview, ...] = world.all(RecordKind.CASE_REVIEW)

    def fits(one: CaseReview) -> bool:
        decided = one.decision is not None and one.decision.met
        return one.closed_on is None and (decided or not met)

    return choose.likely(known, fits)


@move("reviews", applications.receive)
def receive_an_application(world: World, choose: Choose) -> None:
    on = choose.day(world.today, -60, 1)
    review = CaseReview(
        id=CaseReviewId(world.new_id()),
        reference=applications.next_reference(world.office),
        received_on=on,
        route=choose.of(ApplicationRoute),
        applicant=Applicant(kind=choose.of(ApplicantKind), name=choose.name()),
        person=choose.maybe([one.id for one in world.all(RecordKind.PERSON)]),
        place=choose.maybe([one.id for one in world.all(RecordKind.PLACE)]),
        case=choose.maybe([one.id for one in world.all(RecordKind.CASE)]),
        behaviour=choose.text(),
        incidents=(Incident(reported_on=on, reported_to="101"),),
    )
    world.legal(on <= world.today)
    applications.receive(world.office, review)


@move("reviews", applications.amend)
def amend_an_application(world: World, choose: Choose) -> None:
    review = any_review(world, choose)
    changed = replace(review, asks=choose.text(), victim=choose.name())
    world.legal(permitted=True)
    applications.amend(world.office, changed)


@move("reviews", applications.acknowledge)
def acknowledge_an_application(world: World, choose: Choose) -> None:
    review, on = any_review(world, choose), choose.maybe((choose.day(world.today, -3, 1),))
    possible = on is not None and review.received_on <= on <= world.today
    world.legal(review.closed_on is None and possible)
    applications.acknowledge(world.office, review.id, on, "By letter")


@move("reviews", applications.decide)
def decide_the_threshold(world: World, choose: Choose) -> None:
    review, met = any_review(world, choose), not choose.rarely()
    decision = ThresholdDecision(
        on=world.today, decided_by="Single point of contact", met=met,
        findings=tuple(LimbFinding(limb=limb, met=met) for limb in ReviewLimb),
        reason=choose.text(), needed=3, counted=3, told="The applicant", told_on=world.today,
    )  # fmt: skip
    correcting = choose.flag()
    if review.closed_on is not None:
        world.legal(permitted=False)
    applications.decide(world.office, review.id, decision, correcting=correcting)


@move("reviews", applications.ask_information)
def ask_an_agency(world: World, choose: Choose) -> None:
    review, agency = any_review(world, choose), choose.one(world.all(RecordKind.AGENCY)).id
    asked = InformationRequest(agency=agency, asked_on=choose.day(world.today, -1, 1))
    if review.closed_on is not None or asked.asked_on > world.today:
        world.legal(permitted=False)
    applications.ask_information(world.office, review.id, choose.maybe((0,)), asked)


@move("reviews", applications.meet)
def meet_as_a_panel(world: World, choose: Choose) -> None:
    review, held = any_review(world, choose, met=True), choose.flag()
    panel = Panel(on=choose.day(world.today, -1, 9), held=held, chair="Ilse Sedgeway")
    decided = review.decision is not None and review.decision.met
    if review.closed_on is not None or not decided or (held and panel.on > world.today):
        world.legal(permitted=False)
    applications.meet(world.office, review.id, choose.maybe((0,)), panel)


@move("reviews", applications.recommend)
def recommend(world: World, choose: Choose) -> None:
    review = any_review(world, choose, met=True)
    made = Recommendation(what=choose.text(), made_on=world.today, addressee="The landlord")
    if not any(one.held for one in review.panels):
        world.legal(permitted=False)
    applications.recommend(world.office, review.id, choose.maybe((0,)), made)


@move("reviews", applications.tell)
def tell_the_outcome(world: World, choose: Choose) -> None:
    review = any_review(world, choose, met=True)
    letter = OutcomeLetter(on=world.today, to=choose.name(), says=choose.text())
    held = any(one.held for one in review.panels)
    world.legal(review.closed_on is None and held)
    applications.tell(world.office, review.id, letter)


@move("reviews", applications.appeal, applications.decide_appeal)
def appeal_against_a_review(world: World, choose: Choose) -> None:
    review = any_review(world, choose)
    waiting = [one for one in review.appeals if one.result is None]
    if waiting and choose.flag():
        decided = replace(
            waiting[0], result=choose.of(ReviewAppealResult), decided_on=world.today, reason="So."
        )  # fmt: skip
        world.legal(permitted=True)
        applications.decide_appeal(world.office, review.id, decided)
        return
    against = choose.of(AppealAgainst)
    asked = ReviewAppeal(asked_on=world.today, against=against, grounds=choose.text())
    world.legal(
        not waiting
        and (
            any(one.held for one in review.panels)
            if against is AppealAgainst.REVIEW
            else bool(review.decisions)
        )
    )
    applications.appeal(world.office, review.id, asked)


@move("reviews", applications.close, applications.reopen)
def close_or_reopen_a_review(world: World, choose: Choose) -> None:
    review = choose.one(world.all(RecordKind.CASE_REVIEW))
    if choose.flag():
        world.legal(review.closed_on is not None)
        applications.reopen(world.office, review.id)
        return
    if review.closed_on is not None:
        world.legal(permitted=False)
    on = choose.maybe((world.today,))
    applications.close(world.office, review.id, on, choose.text(), withdrawn=choose.flag())


@move("reviews", review_rules.change_threshold, review_rules.change_time)
def change_the_rules_of_reviews(world: World, choose: Choose) -> None:
    if choose.flag():
        known = choose.likely(
            review_rules.thresholds(world.office), lambda one: one.in_force(world.today)
        )
        changed = replace(known, complaints=choose.number(1, 4))
        review_rules.change_threshold(world.office, known, changed)
        return
    row = choose.likely(review_rules.times(world.office), lambda one: one.in_force(world.today))
    review_rules.change_time(world.office, row, replace(row, days=choose.number(0, 30)))
