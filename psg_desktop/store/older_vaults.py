"""What older vaults kept in other places or not at all, to be carried over when one is opened.

The plan, the papers of projects and the recommendations of death reviews were not in the search.

Dates of meetings used to be two lists in the partnership's row. The columns stay, because no step
ever takes one away, and hold nothing once their dates have become meetings.
"""

import json
from datetime import date
from typing import Any

from sqlalchemy import select, update

from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.store import schema, search
from psg_desktop.store.shelves import Shelf, plan, projects
from psg_desktop.store.units import Reading, Unit

_FOUND_LATER: tuple[Shelf[Any], ...] = (
    plan.PLAN_PRIORITIES, plan.PLAN_ACTIONS, plan.PLAN_MEASURES, plan.DEATH_REVIEWS,
    plan.RECOMMENDATIONS, projects.OBJECTIVES, projects.REPORTINGS, projects.PROJECT_REPORTS,
    projects.PROJECT_RATINGS, projects.CLAWBACKS,
)  # fmt: skip
_COLUMNS = {MeetingGroup.PSG: "meetings", MeetingGroup.DELIVERY_GROUP: "pack_meetings"}


def meeting_dates(reading: Reading) -> dict[MeetingGroup, tuple[date, ...]]:
    """Read the dates that have not become meetings yet, by group; empty where there are none."""
    row = reading.connection.execute(select(schema.partnership)).mappings().first()
    if row is None:
        return {}
    kept = {group: json.loads(row[column]) for group, column in _COLUMNS.items()}
    return {
        group: tuple(date.fromisoformat(day) for day in days)
        for group, days in kept.items()
        if days
    }


def forget_meeting_dates(unit: Unit) -> None:
    """Empty the old lists, in the same unit that makes meetings of their dates."""
    nothing = dict.fromkeys(_COLUMNS.values(), "[]")
    unit.reading.connection.execute(update(schema.partnership).values(nothing))


def unindexed(reading: Reading) -> list[search.Entry]:
    """Gather what the search of an older vault does not know yet; empty where it knows all."""
    return [entry for shelf in _FOUND_LATER for entry in _unindexed(reading, shelf)]


def _unindexed(reading: Reading, shelf: Shelf[Any]) -> list[search.Entry]:
    known = schema.search_entries.c.record
    strange = select(shelf.table).where(shelf.table.c.id.not_in(select(known)))
    kind, gather = shelf.kind.value, shelf.search
    if gather is None:
        raise TypeError(f"Nothing is searched in {kind}.")
    return [
        search.Entry(
            kind=kind, record=plain["id"], case=shelf.case_of(plain), content=gather(plain)
        )
        for plain in shelf.plains(reading.connection.execute(strange))
    ]


def index(unit: Unit, entries: list[search.Entry]) -> None:
    """Let the search find what it did not know."""
    search.add(unit.reading.connection, entries)
