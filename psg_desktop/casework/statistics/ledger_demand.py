"""Cohorts of demand as an entry of the ledger holds them: to text and back."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from psg_desktop.domain.statistics.displays import Shown
from psg_desktop.domain.statistics.magnitudes import Part, PublishedCohort


def written(cohorts: Iterable[PublishedCohort]) -> str:
    """Give cohorts as text; "" where there are none."""
    plain = [_plain(one) for one in cohorts]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")) if plain else ""


def read_back(demand: str) -> tuple[PublishedCohort, ...]:
    """Give the cohorts of an entry.

    Raises:
        KeyError, TypeError, ValueError: It is not what was written.
    """
    return tuple(_cohort(one) for one in json.loads(demand)) if demand else ()


def _plain(one: PublishedCohort) -> dict[str, Any]:
    return {
        "measure": one.measure,
        "name": one.name,
        "opened_by": one.opened_by.isoformat(),
        **{
            name: [shown.number, shown.low, shown.high]
            for name, shown in (("cases", one.cases), ("before", one.before), ("after", one.after))
        },
        "parts": [[part.unit, part.before, part.after] for part in one.parts],
    }


def _cohort(plain: dict[str, Any]) -> PublishedCohort:
    cases, before, after = (
        Shown(number=number, low=low, high=high)
        for number, low, high in (plain["cases"], plain["before"], plain["after"])
    )
    return PublishedCohort(
        measure=plain["measure"],
        name=plain["name"],
        opened_by=date.fromisoformat(plain["opened_by"]),
        cases=cases,
        before=before,
        after=after,
        parts=tuple(
            Part(unit=unit, before=before, after=after) for unit, before, after in plain["parts"]
        ),
    )
