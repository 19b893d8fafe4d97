"""Police figures of the sample's made-up wards: invented counts, some of which stand out."""

from collections.abc import Iterator
from datetime import date
from random import Random

from psg_desktop.casework.office import Office
from psg_desktop.casework.sample.ward_stories import WARDS
from psg_desktop.domain import quarters
from psg_desktop.domain.changes import Act
from psg_desktop.domain.demand import months_from, shifted
from psg_desktop.domain.police_counts import (
    AreaCounts,
    CategoryCount,
    MonthKey,
    PoliceFigure,
    PoliceMonth,
)

FORCE = "Fenshire Constabulary"
SOURCE = "invented for the sample"
_MONTHS_BACK = 23
# How busy each ward is beside the others.
_BUSY = {
    "Fenmarket Castle": 30,
    "Fenmarket Staithe": 16,
    "Lode Bank": 7,
    "Osier Fen": 6,
    "Saltern": 8,
    "Sedge Drove": 4,
    "Teasel": 9,
    "Turf Fen": 3,
    "Wend Valley": 5,
    "Windpump": 12,
}
# The usual count of a month in a ward of ten, by category.
_USUAL = {
    PoliceFigure.RECORDED: {
        "Anti-social behaviour": 7,
        "Burglary": 1,
        "Criminal damage and arson": 3,
        "Drugs": 1,
        "Public order": 2,
        "Shoplifting": 2,
        "Vehicle crime": 1,
        "Violence and sexual offences": 8,
    },
    PoliceFigure.OUTCOMES: {
        "Investigation complete; no suspect identified": 6,
        "Local resolution": 1,
        "Suspect charged": 2,
        "Unable to prosecute suspect": 7,
    },
}
# What grew in the last quarters: ward, category, and how many times as much.
_GROWN = {
    ("Windpump", "Anti-social behaviour"): 3.2,
    ("Windpump", "Criminal damage and arson"): 3.0,
    ("Teasel", "Vehicle crime"): 6.0,
}
_LATELY = 6


def tell(office: Office, today: date) -> None:
    """Put two years of invented figures on record, up to the end of the last whole quarter."""
    rng = Random(86)  # noqa: S311 - made-up data, not a secret
    last = shifted(quarters.quarter_of(today), -1)
    months = months_from(shifted(last, -_MONTHS_BACK), last)
    made = [_month(rng, key, today, months) for key in _keys(months)]
    with office.working(Act.BRING_IN_POLICE_FIGURES) as unit:
        unit.police_months.put_all(made)


def _keys(months: tuple[date, ...]) -> Iterator[MonthKey]:
    return (
        MonthKey(kind=kind, month=month, force=FORCE) for kind in PoliceFigure for month in months
    )


def _month(rng: Random, key: MonthKey, today: date, months: tuple[date, ...]) -> PoliceMonth:
    return PoliceMonth(
        id=key.id,
        kind=key.kind,
        month=key.month,
        force=key.force,
        areas=tuple(_areas(rng, key.kind, lately=key.month in months[-_LATELY:])),
        source=SOURCE,
        taken_in=today,
    )


def _areas(rng: Random, kind: PoliceFigure, *, lately: bool) -> Iterator[AreaCounts]:
    for ward, name in WARDS.items():
        counts = [
            CategoryCount(category=category, count=count)
            for category, usual in _USUAL[kind].items()
            if (count := round(_mean(name, category, lately=lately) * usual * _BUSY[name] / 10
                               * rng.uniform(0.7, 1.3)))
        ]  # fmt: skip
        if counts:
            yield AreaCounts(ward=ward, area="", counts=tuple(counts))


def _mean(ward: str, category: str, *, lately: bool) -> float:
    return _GROWN.get((ward, category), 1.0) if lately else 1.0
