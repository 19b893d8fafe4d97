"""Risk assessed, instruments changed, demand counted."""

from dataclasses import replace
from datetime import timedelta

from psg_desktop.casework.assessing import demand, demand_lists, risk, risk_instruments
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.demand import DemandCell, DemandMeasure, DemandTrigger, month_of, shifted
from psg_desktop.domain.ids import RiskAssessmentId, RiskInstrumentId
from psg_desktop.domain.risk_assessments import Sitting, assessed
from tests.stateful.choosing import Choose
from tests.stateful.moves.life_of_a_case import any_case
from tests.stateful.world import World, move


@move("risk", risk.assess)
def assess_the_risk(world: World, choose: Choose) -> None:
    case = any_case(world, choose)
    instrument = choose.one(risk_instruments.in_use(world.office, case.kind))
    chosen = {
        one.key: choose.number(0, len(one.answers) - 1) if choose.flag() else 0
        for one in instrument.questions
    }
    made = choose.day(world.today, -20, 1)
    sitting = Sitting(made_on=made, assessor=choose.name(), due_again=made + timedelta(days=28))
    made_id = RiskAssessmentId(world.new_id())
    assessment = assessed(made_id, case.id, instrument, chosen, sitting)
    proposed = risk.proposals(world.office, case, instrument, assessment.level)
    due = choose.maybe((choose.day(world.today, 1, 30),))
    world.legal(not case.closed and case.opened <= made <= world.today)
    following = risk.Following(review_due=due, proposals=choose.some(proposed))
    risk.assess(world.office, assessment, following)


@move("risk", risk_instruments.save)
def change_an_instrument(world: World, choose: Choose) -> None:
    known = choose.one(risk_instruments.every(world.office))
    if choose.flag():
        draft = risk_instruments.draft_of(world.office, known)
        world.legal(permitted=True)
        risk_instruments.save(world.office, draft)
        return
    used = {one.instrument for one in world.all(RecordKind.RISK_ASSESSMENT)}
    changed = replace(known, remarks=f"Changed on {world.today:%d %m %Y}.")
    world.legal(known.id not in used or changed == known)
    risk_instruments.save(world.office, changed)


@move("risk", risk_instruments.save)
def add_an_instrument(world: World, choose: Choose) -> None:
    known = choose.one(risk_instruments.every(world.office))
    taken = choose.rarely()
    id_ = RiskInstrumentId(world.new_id())
    new = replace(
        known,
        id=id_,
        code=str(id_),
        version=1,
        name=known.name if taken else f"Matrix {id_}",
    )
    world.legal(not taken)
    risk_instruments.save(world.office, new)


@move("risk", risk_instruments.retire, risk_instruments.bring_back)
def retire_an_instrument(world: World, choose: Choose) -> None:
    known = choose.one(risk_instruments.every(world.office))
    verb = choose.one((risk_instruments.retire, risk_instruments.bring_back))
    world.legal(permitted=True)
    verb(world.office, known.id)


@move("risk", demand.keep)
def count_demand(world: World, choose: Choose) -> None:
    case, measure = any_case(world, choose), choose.one(demand_lists.measures(world.office))
    agency = choose.maybe([one.id for one in world.all(RecordKind.AGENCY)])
    this_month = month_of(world.today)
    cells: dict[DemandCell, int | None] = {}
    for _ in range(choose.number(1, 3)):
        month = shifted(this_month, choose.number(-6, 1))
        cell = DemandCell(case=case.id, measure=measure.code, agency=agency, month=month)
        cells[cell] = choose.one((3, 0, None, -1))
    counted = [(cell, count) for cell, count in cells.items() if count is not None]
    possible = all(count >= 0 and cell.month <= this_month for cell, count in counted)
    world.legal(not case.closed and possible)
    demand.keep(world.office, cells)


@move("risk", demand_lists.save_measure)
def save_a_measure(world: World, choose: Choose) -> None:
    known = demand_lists.measures(world.office)
    id_, taken = world.new_id(), choose.rarely()
    name = known[0].name if taken else f"Calls of kind {id_}"
    world.legal(not taken)
    demand_lists.save_measure(world.office, DemandMeasure(id=id_, code=str(id_), name=name))


@move("risk", demand_lists.save_trigger)
def save_a_trigger(world: World, choose: Choose) -> None:
    measures = choose.some([one.code for one in demand_lists.measures(world.office)])
    trigger = DemandTrigger(
        id=world.new_id(), name="Many calls", measures=measures, at_least=choose.number(0, 9)
    )
    demand_lists.save_trigger(world.office, trigger)
