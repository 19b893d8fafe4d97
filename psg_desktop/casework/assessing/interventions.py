"""Interventions: registering, serving, reviewing, and what comes of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from psg_desktop.casework.assessing import intervention_kinds as kinds
from psg_desktop.casework.office import Office
from psg_desktop.domain import intervention_clocks as clocks
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import InterventionId, PersonId
from psg_desktop.domain.intervention_clocks import Caution, Proposal
from psg_desktop.domain.intervention_facts import (
    Appeal,
    AppealOutcome,
    Breach,
    InterventionState,
    ReviewHeld,
    TargetKind,
)
from psg_desktop.domain.intervention_kinds import InterventionKind
from psg_desktop.domain.interventions import Intervention
from psg_desktop.domain.refusals import Findings, Problem, refuse
from psg_desktop.store.units import Unit

Move = Callable[[Intervention], Intervention]


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """When an intervention was served, from when to when it runs, and by which law.

    Attributes:
        starts: The first day it runs; the day it was served where it is None.
        expires: The last day, None where it has no set end.
    """

    on: date
    starts: date | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What a form proposes: the row of the law, the last day, and what is unusual."""

    kind: InterventionKind | None
    expires: date | None
    cautions: tuple[Caution, ...]


def outlook(office: Office, planned: Intervention, serving: Serving) -> Outlook:
    """Say what would be proposed and pointed out if this were served so."""
    with office.reading() as unit:
        row = kinds.row_on(unit.intervention_kinds.where(code=planned.kind), planned.kind,
                           serving.on)  # fmt: skip
        if row is None:
            return Outlook(kind=None, expires=None, cautions=())
        age = _age(unit, planned, serving.on)
        starts = serving.starts or serving.on
        proposal = _proposal(unit, planned, row, serving)
        return Outlook(
            kind=row,
            expires=row.proposed_expiry(starts, age),
            cautions=clocks.cautions(proposal),
        )


def register(office: Office, planned: Intervention, serving: Serving | None = None) -> None:
    """Register an intervention of a case, as planned or as served.

    What its kind says is taken from the row in force on the day it is served, or today.

    Raises:
        Refused: The case is closed, the power is not the law of that day, the person is younger
            than the law asks, or something its state needs is missing.
    """
    with office.working(Act.REGISTER_INTERVENTION) as unit:
        _put_new(unit, office, planned, serving)


def serve(office: Office, id_: InterventionId, serving: Serving) -> None:
    """Put a planned intervention in force, under the law of the day it is served.

    Raises:
        Refused: It is not planned, the day is still to come, or the law does not allow it then.
    """
    with office.working(Act.SERVE_INTERVENTION) as unit:
        known = unit.interventions.get(id_)
        _refuse_closed(unit, known)
        unit.interventions.put(_served(unit, office, known, serving))


def amend(office: Office, changed: Intervention) -> None:
    """Keep corrected facts of an intervention; its state is changed by the moves alone.

    Raises:
        Refused: The case is closed, or the state differs from the one kept.
    """
    with office.working(Act.AMEND_INTERVENTION) as unit:
        _refuse_closed(unit, changed)
        if unit.interventions.get(changed.id).state is not changed.state:
            raise refuse("state", Problem.CHANGED_MEANWHILE)
        unit.interventions.put(changed)


def review(office: Office, id_: InterventionId, held: ReviewHeld) -> None:
    """Record a review of an intervention.

    Raises:
        Refused: It lies in the future or before its start, or it is not in force.
    """
    _not_to_come(office, held.on, "on")
    _change(office, Act.REVIEW_INTERVENTION, id_, lambda one: one.review(held))


def record_breach(office: Office, id_: InterventionId, breach: Breach) -> None:
    """Record a breach of an intervention with its evidence.

    Raises:
        Refused: It lies in the future or outside the time it ran.
    """
    _not_to_come(office, breach.on, "on")
    _change(office, Act.RECORD_BREACH, id_, lambda one: one.breach(breach))


def answer_breach(
    office: Office, id_: InterventionId, place: int, action: str, reported_to: str = ""
) -> None:
    """Say what was done about the breach at a place of the list, counted from 0.

    Raises:
        Refused: Without saying what was done.
    """
    _change(
        office,
        Act.ANSWER_BREACH,
        id_,
        lambda one: one.answer_breach(place, action, reported_to),
    )


def lodge_appeal(office: Office, id_: InterventionId, appeal: Appeal) -> None:
    """Record that somebody appealed.

    Raises:
        Refused: It lies in the future or before serving, or one is on record already.
    """
    _not_to_come(office, appeal.lodged, "lodged")
    _change(office, Act.LODGE_APPEAL, id_, lambda one: one.lodge_appeal(appeal))


def decide_appeal(
    office: Office, id_: InterventionId, outcome: AppealOutcome, on: date, why: str = ""
) -> None:
    """Record what became of the appeal; one that succeeds quashes the intervention.

    Raises:
        Refused: It lies in the future or before the appeal, or quashing gives no reason.
    """
    _not_to_come(office, on, "decided")
    _change(office, Act.DECIDE_APPEAL, id_, lambda one: one.decide_appeal(outcome, on, why))


def end_early(office: Office, id_: InterventionId, on: date, why: str) -> None:
    """End an intervention before its last day.

    Raises:
        Refused: Without a reason, or on a day it did not run.
    """
    _not_to_come(office, on, "ended")
    _change(office, Act.END_INTERVENTION, id_, lambda one: one.end_early(on, why))


def withdraw(office: Office, id_: InterventionId, on: date, why: str) -> None:
    """Take back an intervention that is planned or in force.

    Raises:
        Refused: Without a reason, or on a day to come.
    """
    _not_to_come(office, on, "ended")
    _change(office, Act.WITHDRAW_INTERVENTION, id_, lambda one: one.withdraw(on, why))


def renew(
    office: Office, id_: InterventionId, conditions: tuple[str, ...], serving: Serving
) -> InterventionId:
    """Serve an intervention that follows another one, linked with it.

    Raises:
        Refused: One follows it already, it was withdrawn or quashed, or the law does not allow it.
    """
    with office.working(Act.RENEW_INTERVENTION) as unit:
        before = unit.interventions.get(id_)
        if unit.interventions.where(renews=id_):
            raise refuse("", Problem.ALREADY_THERE)
        after = before.renewed(InterventionId(office.new_id()), before.facts)
        _put_new(unit, office, replace(after, conditions=conditions), serving)
        return after.id


def get(office: Office, id_: InterventionId) -> Intervention:
    """Read one intervention.

    Raises:
        Refused: There is no such intervention.
    """
    with office.reading() as unit:
        return unit.interventions.get(id_)


def _put_new(unit: Unit, office: Office, planned: Intervention, serving: Serving | None) -> None:
    _refuse_closed(unit, planned)
    if serving is not None:
        unit.interventions.put(_served(unit, office, planned, serving))
        return
    row = _row(unit, planned.kind, office.today())
    plan = Serving(on=office.today(), starts=planned.starts, expires=planned.expires)
    clocks.check(_proposal(unit, planned, row, plan))
    facts = row.facts(_age(unit, planned, office.today()))
    unit.interventions.put(replace(planned, facts=facts))


def _served(unit: Unit, office: Office, planned: Intervention, serving: Serving) -> Intervention:
    found = Findings()
    found.when(serving.on > office.today(), "served_on", Problem.DATE_IN_FUTURE)
    found.when(planned.agency is None, "agency", Problem.OWNER_MISSING)
    found.settle()
    row = _row(unit, planned.kind, serving.on)
    clocks.check(_proposal(unit, planned, row, serving))
    facts = row.facts(_age(unit, planned, serving.on))
    dated = replace(planned, facts=facts)
    return dated.serve(serving.on, serving.starts or serving.on, serving.expires)


def _row(unit: Unit, code: str, day: date) -> InterventionKind:
    row = kinds.row_on(unit.intervention_kinds.where(code=code), code, day)
    if row is None:
        raise refuse("kind", Problem.NOT_THE_LAW_THEN)
    return row


def _proposal(
    unit: Unit, planned: Intervention, row: InterventionKind, serving: Serving
) -> Proposal:
    return Proposal(
        kind=row,
        target_kind=planned.target_kind,
        day=serving.on,
        age=_age(unit, planned, serving.on),
        starts=serving.starts or serving.on,
        expires=serving.expires,
        earlier=_earlier(unit, planned),
    )


def _earlier(unit: Unit, planned: Intervention) -> frozenset[str]:
    """Give the kinds served on the same target, in any case."""
    if planned.target is None:
        known = unit.interventions.where(case=planned.case)
    else:
        known = unit.interventions.where(target=planned.target)
    never = {InterventionState.WITHDRAWN, InterventionState.QUASHED}
    return frozenset(
        one.kind for one in known if one.served and one.state not in never and one.id != planned.id
    )


def _age(unit: Unit, planned: Intervention, day: date) -> int | None:
    if planned.target_kind is not TargetKind.PERSON or planned.target is None:
        return None
    person = unit.people.find(PersonId(UUID(str(planned.target))))
    return person.age_on(day) if person else None


def _refuse_closed(unit: Unit, one: Intervention) -> None:
    if unit.cases.get(one.case).closed:
        raise refuse("case", Problem.CASE_IS_CLOSED)


def _not_to_come(office: Office, day: date, field: str) -> None:
    if day > office.today():
        raise refuse(field, Problem.DATE_IN_FUTURE)


def _change(office: Office, act: Act, id_: InterventionId, moved: Move) -> None:
    """Keep what happened to an intervention; an order is breached after its case is closed too."""
    with office.working(act) as unit:
        known = unit.interventions.get(id_)
        if not (known.served and known.facts.outlives_case):
            _refuse_closed(unit, known)
        unit.interventions.put(moved(known))
