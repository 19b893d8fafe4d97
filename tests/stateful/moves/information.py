"""Information law: the basis of a case, what was told to whom, keeping and disposing."""

from dataclasses import replace
from uuid import UUID

from psg_desktop.casework.information_law import disposals, information, retention
from psg_desktop.domain.cases import CaseKind
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.ids import DisclosureId, LegalBasisId, RetentionRuleId
from psg_desktop.domain.information import Basis, Disclosure, Gateway, LegalBasis
from psg_desktop.domain.retention import RetentionRule, RetentionTrigger, StayKind
from tests.stateful.choosing import Choose
from tests.stateful.moves.life_of_a_case import any_case
from tests.stateful.world import Key, World, move


@move("information", information.set_basis)
def set_the_basis(world: World, choose: Choose) -> None:
    case, since = any_case(world, choose), choose.day(world.today, -9, 1)
    basis = LegalBasis(
        id=LegalBasisId(world.new_id()), case=case.id, basis=choose.of(Basis), since=since,
        reason=choose.text(), consent_by=choose.name(), consent_how="In a letter",
    )  # fmt: skip
    world.legal(since <= world.today)
    information.set_basis(world.office, basis)


@move("information", information.disclose)
def disclose(world: World, choose: Choose) -> None:
    case, on = any_case(world, choose), choose.day(world.today, -9, 1)
    told = Disclosure(
        id=DisclosureId(world.new_id()),
        case=case.id,
        on=on,
        gateway=choose.of(Gateway),
        agency=choose.maybe([one.id for one in world.all(RecordKind.AGENCY)]),
        recipient=choose.name(),
        what=choose.text(),
        why="To keep her safe.",
        told_by="Ilse Sedgeway",
    )
    world.legal(case.opened <= on <= world.today)
    information.disclose(world.office, told)


@move("information", retention.keep)
def keep_a_record(world: World, choose: Choose) -> None:
    found = retention.due(world.office)
    due, kind = choose.likely(found, lambda one: one.stay is None), choose.of(StayKind)
    reason, until = choose.text(), choose.maybe((choose.day(world.today, -1, 400),))
    possible = until >= world.today if until else kind is StayKind.HOLD
    world.legal(reason.strip() and possible)
    retention.keep(world.office, due, kind, reason, until)


@move("information", retention.lift)
def lift_a_stay(world: World, choose: Choose) -> None:
    stay = choose.one(world.all(RecordKind.STAY))
    retention.lift(world.office, stay.id)


@move("information", retention.change_rule, retention.add_rule)
def change_the_schedule(world: World, choose: Choose) -> None:
    months = choose.one((84, 12, 1, 0))
    if choose.flag():
        rules = [one for one in retention.schedule(world.office) if one.in_force(world.today)]
        rule = choose.one(rules)
        world.legal(months > 0)
        retention.change_rule(world.office, rule, months, "Council schedule")
        return
    rule = RetentionRule(
        id=RetentionRuleId(world.new_id()),
        trigger=choose.of(RetentionTrigger),
        case_kind=choose.maybe(list(CaseKind)),
        months=months,
        since=world.today,
    )
    retention.add_rule(world.office, rule)


def _dispose(world: World, record: UUID, typed: str, permitted: object) -> None:
    """Dispose of a record; nothing that names somebody who waits for an answer may go."""
    asked_for = _asked_for(world)
    if not (permitted and asked_for):
        world.legal(permitted)
    disposals.dispose(world.office, record, typed)
    assert asked_for <= world.read().keys(), "What somebody has asked for was disposed of."


def _asked_for(world: World) -> set[Key]:
    """Name the rows with somebody's identifier in them whose request waits for its answer."""
    waiting = {str(one.person) for one in world.all(RecordKind.ACCESS_REQUEST) if one.open}
    return {
        key
        for key, row in world.state.items()
        if any(id_ in part for part in row if isinstance(part, str) for id_ in waiting)
    }


@move("information", disposals.dispose)
def dispose(world: World, choose: Choose) -> None:
    due = choose.likely(retention.due(world.office), lambda one: one.stay is None)
    typed = "Something else" if choose.rarely() else due.event.confirm
    _dispose(world, due.event.record, typed, due.stay is None and typed == due.event.confirm)


@move("information", disposals.dispose)
def dispose_of_a_case_by_its_reference(world: World, choose: Choose) -> None:
    case = any_case(world, choose, closed=True)
    due = {one.event.record: one for one in retention.due(world.office)}
    _dispose(world, case.id, case.reference, case.id in due and due[case.id].stay is None)


@move("information", retention.keep)
def keep_a_record_for_another_reason(world: World, choose: Choose) -> None:
    due = choose.one(retention.due(world.office))
    shown = replace(due, stay=None)
    retention.keep(world.office, shown, StayKind.HOLD, "A complaint.", None)
