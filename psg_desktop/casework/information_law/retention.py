"""How long records are kept: the schedule, what is due for disposal, and what keeps one longer."""

from dataclasses import replace
from datetime import date, timedelta

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import CaseId, RetentionRuleId, StayId
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.domain.retention import (
    DueKind,
    DueRecord,
    RetentionRule,
    Stay,
    StayKind,
    due_records,
)
from psg_desktop.store.queries import retention
from psg_desktop.store.units import Unit


def schedule(office: Office) -> tuple[RetentionRule, ...]:
    """Read every row of the schedule, those out of force included."""
    with office.reading() as unit:
        return unit.retention_rules.all()


def change_rule(office: Office, rule: RetentionRule, months: int, source: str) -> None:
    """Set a time of keeping for what happens from today on; what happened before keeps its own.

    Raises:
        Refused: The time is not possible.
    """
    today = office.today()
    with office.working(Act.SAVE_RETENTION_RULE) as unit:
        changed = replace(rule, months=months, source=source)
        if rule.since == today:
            unit.retention_rules.put(changed)
            return
        unit.retention_rules.put(replace(rule, until=today - timedelta(days=1)))
        new = replace(changed, id=RetentionRuleId(office.new_id()), since=today, until=None)
        unit.retention_rules.put(new)


def add_rule(office: Office, rule: RetentionRule) -> None:
    """Add a row for a kind of case, for what happens from its first day on.

    Raises:
        Refused: A row for the same event and kind is in force on that day.
    """
    with office.working(Act.SAVE_RETENTION_RULE) as unit:
        for one in unit.retention_rules.all():
            same = (one.trigger, one.case_kind) == (rule.trigger, rule.case_kind)
            if same and one.in_force(rule.since or office.today()):
                raise refuse("case_kind", Problem.ALREADY_THERE)
        unit.retention_rules.put(rule)


def due(office: Office) -> tuple[DueRecord, ...]:
    """Read what is due for disposal today, the longest due first; what a stay keeps is marked."""
    with office.reading() as unit:
        return due_in(unit, office.today())


def due_in(unit: Unit, day: date) -> tuple[DueRecord, ...]:
    """Read what is due for disposal on a day, in a unit of work that is open."""
    rules, stays = unit.retention_rules.all(), unit.stays.all()
    return due_records(retention.events(unit.reading), rules, stays, day)


def keep(office: Office, one: DueRecord, kind: StayKind, reason: str, until: date | None) -> StayId:
    """Hold a record, or keep it longer, with a reason.

    Raises:
        Refused: The reason is missing, the day has passed, or something is kept longer for ever.
    """
    event = one.event
    stay = Stay(
        id=StayId(office.new_id()),
        kind=kind,
        about=event.about,
        record=event.record,
        case=CaseId(event.record) if event.about is DueKind.CASE else None,
        reason=reason,
        made_on=office.today(),
        until=until,
    )
    with office.working(Act.KEEP_RECORD) as unit:
        unit.stays.put(stay)
    return stay.id


def lift(office: Office, stay: StayId) -> None:
    """Lift a hold from today on; that it was there stays on record."""
    with office.working(Act.LIFT_STAY) as unit:
        unit.stays.put(unit.stays.get(stay).lifted(office.today()))
