"""What older vaults kept in other places, to be carried over when one of them is opened.

Dates of meetings used to be two lists in the partnership's row. The columns stay, because no step
ever takes one away, and hold nothing once their dates have become meetings.
"""

import json
from datetime import date

from sqlalchemy import select, update

from psg_desktop.domain.meetings import MeetingGroup
from psg_desktop.store import schema
from psg_desktop.store.units import Reading, Unit

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
