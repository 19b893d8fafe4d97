"""Interventions: planned, served, reviewed, breached, appealed against, ended and renewed."""

from dataclasses import replace
from datetime import date, timedelta

from psg_desktop.casework.assessing import intervention_kinds as kinds
from psg_desktop.casework.assessing import interventions
from psg_desktop.casework.assessing.interventions import Serving
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import InterventionId
from psg_desktop.domain.intervention_facts import (
    Appeal,
    AppealOutcome,
    Appellant,
    Breach,
    InterventionState,
    ReviewHeld,
    TargetKind,
)
from psg_desktop.domain.intervention_kinds import InterventionKind
from psg_desktop.domain.interventions import Intervention
from tests.stateful.choosing import Choose
from tests.stateful.moves.life_of_a_case import any_case
from tests.stateful.world import World, move

PLANNED, IN_FORCE = InterventionState.PLANNED, InterventionState.IN_FORCE
RAN = {IN_FORCE, InterventionState.ENDED_EARLY}
DAY = timedelta(days=1)


def held(world: World, choose: Choose, *states: InterventionState) -> Intervention:
    """Choose an intervention, mostly one in one of these states in a case that is open."""
    known: tuple[Intervention, ...] = world.all(RecordKind.INTERVENTION)
    return choose.likely(known, lambda one: may(world, one, *states))


def may(world: World, one: Intervention, *states: InterventionState) -> bool:
    """Say whether it is in one of these states, in a case that is open."""
    closed = {case.id for case in world.all(RecordKind.CASE) if case.closed}
    return one.case not in closed and one.state in states


def goes_on(world: World, one: Intervention, *states: InterventionState) -> bool:
    """Say whether something may still happen to it: in a closed case only to what binds by law."""
    binds = one.served and one.facts.outlives_case
    return may(world, one, *states) or (binds and one.state in states)


def serving(world: World, choose: Choose) -> Serving:
    on = choose.day(world.today, -20, 1)
    lasts = choose.number(1, 60)
    return Serving(on=on, starts=on, expires=choose.maybe((on + lasts * DAY,)))


@move("interventions", interventions.register)
def register(world: World, choose: Choose) -> None:
    case = any_case(world, choose)
    row: InterventionKind = choose.one(kinds.every(world.office))
    target_kind = choose.of(TargetKind)
    target, area = None, ""
    if target_kind is TargetKind.AREA:
        area = "The market square"
    else:
        parties = RecordKind(target_kind.value)
        target = choose.one(world.all(parties)).id
    planned = Intervention(
        id=InterventionId(world.new_id()),
        case=case.id,
        kind=row.code,
        facts=row.facts(None),
        target_kind=target_kind,
        target=target,
        area=area,
        agency=choose.maybe([one.id for one in world.all(RecordKind.AGENCY)]),
        conditions=("Not to enter the yard.",),
    )
    served = serving(world, choose) if choose.flag() else None
    if case.closed:
        world.legal(permitted=False)
    interventions.register(world.office, planned, served)


@move("interventions", interventions.serve)
def serve(world: World, choose: Choose) -> None:
    one = held(world, choose, PLANNED)
    if not may(world, one, PLANNED):
        world.legal(permitted=False)
    interventions.serve(world.office, one.id, serving(world, choose))


@move("interventions", interventions.amend)
def amend(world: World, choose: Choose) -> None:
    one = held(world, choose, *InterventionState)
    changed = replace(one, reason=choose.text(), officer=choose.name(), reference="N 12")
    world.legal(may(world, one, *InterventionState))
    interventions.amend(world.office, changed)


@move("interventions", interventions.review)
def review(world: World, choose: Choose) -> None:
    one, on = held(world, choose, IN_FORCE), choose.day(world.today, -9, 1)
    possible = on <= world.today and (one.starts is None or one.starts <= on)
    outcome = ReviewHeld(on=on, outcome=choose.text())
    world.legal(goes_on(world, one, IN_FORCE) and possible)
    interventions.review(world.office, one.id, outcome)


@move("interventions", interventions.record_breach)
def breach(world: World, choose: Choose) -> None:
    one, on = held(world, choose, *RAN), choose.day(world.today, -9, 1)
    last = min((day for day in (one.expires, one.ended) if day), default=date.max)
    ran = one.starts is not None and one.starts <= on <= min(last, world.today)
    found = Breach(on=on, evidence=choose.text())
    world.legal(goes_on(world, one, *RAN) and ran)
    interventions.record_breach(world.office, one.id, found)


@move("interventions", interventions.answer_breach)
def answer_a_breach(world: World, choose: Choose) -> None:
    known: tuple[Intervention, ...] = world.all(RecordKind.INTERVENTION)
    one = choose.likely(known, lambda one: one.breaches and may(world, one, one.state))
    place, done = choose.number(0, 1), choose.text()
    there = place < len(one.breaches)
    world.legal(goes_on(world, one, *InterventionState) and there and done.strip())
    interventions.answer_breach(world.office, one.id, place, done)


@move("interventions", interventions.lodge_appeal)
def lodge_an_appeal(world: World, choose: Choose) -> None:
    one, on = held(world, choose, *RAN), choose.day(world.today, -9, 1)
    possible = one.served_on is not None and one.served_on <= on <= world.today
    world.legal(goes_on(world, one, *RAN) and possible and one.appeal is None)
    interventions.lodge_appeal(world.office, one.id, Appeal(lodged=on, by=Appellant.RECIPIENT))


@move("interventions", interventions.decide_appeal)
def decide_an_appeal(world: World, choose: Choose) -> None:
    known: tuple[Intervention, ...] = world.all(RecordKind.INTERVENTION)
    one = choose.likely(known, lambda one: one.appeal is not None)
    on, why = choose.day(world.today, -9, 1), choose.text()
    outcome = choose.of(AppealOutcome)
    waits = one.appeal is not None and one.appeal.outcome is None and one.appeal.lodged <= on
    said = outcome is not AppealOutcome.QUASHED or why.strip()
    possible = waits and said and on <= world.today
    world.legal(goes_on(world, one, *InterventionState) and possible)
    interventions.decide_appeal(world.office, one.id, outcome, on, why)


@move("interventions", interventions.end_early)
def end_early(world: World, choose: Choose) -> None:
    one, on, why = held(world, choose, IN_FORCE), choose.day(world.today, -9, 1), choose.text()
    ran = one.served_on is not None and one.served_on <= on <= (one.expires or date.max)
    world.legal(goes_on(world, one, IN_FORCE) and ran and on <= world.today and why.strip())
    interventions.end_early(world.office, one.id, on, why)


@move("interventions", interventions.withdraw)
def withdraw(world: World, choose: Choose) -> None:
    one, on, why = (
        held(world, choose, PLANNED, IN_FORCE),
        choose.day(world.today, -9, 1),
        choose.text(),
    )
    ran = one.served_on is None or one.served_on <= on <= (one.expires or date.max)
    possible = ran and on <= world.today and why.strip()
    world.legal(goes_on(world, one, PLANNED, IN_FORCE) and possible)
    interventions.withdraw(world.office, one.id, on, why)


@move("interventions", interventions.renew)
def renew(world: World, choose: Choose) -> None:
    one = held(world, choose, *RAN)
    follows = any(other.renews == one.id for other in world.all(RecordKind.INTERVENTION))
    if follows or not may(world, one, *RAN):
        world.legal(permitted=False)
    interventions.renew(world.office, one.id, one.conditions, serving(world, choose))


@move("interventions", kinds.save)
def change_a_power(world: World, choose: Choose) -> None:
    row = choose.one(kinds.every(world.office))
    changed = replace(row, caveat=choose.text(), until=choose.maybe((choose.day(world.today),)))
    kinds.save(world.office, changed)


@move("interventions", kinds.change_law)
def change_the_law(world: World, choose: Choose) -> None:
    row = choose.one(kinds.every(world.office))
    since = choose.maybe((choose.day(world.today),))
    changed = replace(row, id=world.new_id(), since=since, until=None, name="New law")
    if since is None or (row.since is not None and since <= row.since):
        world.legal(permitted=False)
    kinds.change_law(world.office, changed, row.id)
