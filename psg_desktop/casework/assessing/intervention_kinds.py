"""The kinds of intervention there are: shipped at first, changed by the partnership, never back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.intervention_kinds import (
    Aim,
    Family,
    InterventionKind,
    Length,
    LengthUnit,
)
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.reference import interventions as shipped
from psg_desktop.reference.interventions import Amount, ShippedKind
from psg_desktop.store.units import Unit


def first_kinds(office: Office) -> list[InterventionKind]:
    """Give the rows a new vault starts with."""
    return [_made(office, one) for one in shipped.kinds()]


def every(office: Office) -> tuple[InterventionKind, ...]:
    """Read every row, those out of force and those not yet law included."""
    with office.reading() as unit:
        return unit.intervention_kinds.all()


def in_force(office: Office, day: date) -> tuple[InterventionKind, ...]:
    """Read the rows that can be chosen on a day."""
    return tuple(one for one in every(office) if one.in_force(day))


def row_on(rows: Iterable[InterventionKind], code: str, day: date) -> InterventionKind | None:
    """Give the row of a code that is in force on a day, None where there is none."""
    return next((one for one in rows if one.code == code and one.in_force(day)), None)


def save(office: Office, kind: InterventionKind) -> None:
    """Keep a new or changed row; what is registered keeps the facts it was served with.

    Raises:
        Refused: Another row of the same power covers some of the same days.
    """
    with office.working(Act.SAVE_SETTINGS) as unit:
        _refuse_overlap(unit, kind)
        unit.intervention_kinds.put(kind)


def change_law(office: Office, kind: InterventionKind, of: UUID) -> None:
    """Keep a row that takes over from another one on its first day; both stay side by side.

    Raises:
        Refused: It has no first day, or the day is not after the first day of the other row.
    """
    if kind.since is None:
        raise refuse("since", Problem.DATE_MISSING)
    with office.working(Act.SAVE_SETTINGS) as unit:
        before = unit.intervention_kinds.get(of)
        if before.since is not None and kind.since <= before.since:
            raise refuse("since", Problem.ENDS_BEFORE_START)
        ended = replace(before, until=kind.since - timedelta(days=1))
        unit.intervention_kinds.put(ended)
        _refuse_overlap(unit, kind)
        unit.intervention_kinds.put(kind)


def _refuse_overlap(unit: Unit, kind: InterventionKind) -> None:
    others = unit.intervention_kinds.where(code=kind.code)
    if any(kind.overlaps(one) for one in others if one.id != kind.id):
        raise refuse("since", Problem.LAW_OVERLAPS)


def _made(office: Office, one: ShippedKind) -> InterventionKind:
    return InterventionKind(
        id=office.new_id(),
        code=one.code,
        name=one.name,
        short_name=one.short_name,
        family=Family(one.family),
        aim=Aim(one.aim),
        minimum_age=one.minimum_age,
        age_is_law=one.age_is_law,
        issuers=one.issuers,
        usual=_length(one.lengths["usual"]),
        usual_under_18=_length(one.lengths["usual_under_18"]),
        longest=_length(one.lengths["longest"]),
        longest_under_18=_length(one.lengths["longest_under_18"]),
        review_every=one.review_every,
        review_every_under_18=one.review_every_under_18,
        one_off=one.one_off,
        after=one.after,
        appeal_days=one.appeal_days,
        breach=one.breach,
        caveat=one.caveat,
        source=one.source,
        commenced=one.commenced,
    )


def _length(amount: Amount | None) -> Length | None:
    return Length(count=amount[0], unit=LengthUnit(amount[1])) if amount else None
