"""Places as priority areas: which stage was decided when, on what evidence, by whom.

The stages are those of a published district scheme: Emerging (several or rising issues), Preventing
(growth or predicted vulnerability), Sustaining (known issues worked on), Discharged (fewer flags).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import PlaceId, PriorityStatusId
from psg_desktop.domain.refusals import Findings, Problem


class PriorityStage(StrEnum):
    """Where a place stands as a priority area."""

    EMERGING = "emerging"
    PREVENTING = "preventing"
    SUSTAINING = "sustaining"
    DISCHARGED = "discharged"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityStatus:
    """One decision on a place: from *since* on it stands at *stage*.

    Raises:
        Refused: Without the evidence or who decided, or a text is too long.
    """

    id: PriorityStatusId
    place: PlaceId
    stage: PriorityStage
    since: date
    evidence: str = field(repr=False)
    decided_by: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a decision nobody could check."""
        found = Findings()
        found.when(not self.evidence.strip(), "evidence", Problem.EVIDENCE_MISSING)
        found.when(len(self.evidence) > text.TEXT_LIMIT, "evidence", Problem.TEXT_TOO_LONG)
        found.when(not self.decided_by.strip(), "decided_by", Problem.NAME_MISSING)
        found.when(len(self.decided_by) > text.LINE_LIMIT, "decided_by", Problem.LINE_TOO_LONG)
        found.settle()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageMove:
    """How many places went from one stage to another; None where none was decided before."""

    before: PriorityStage | None
    after: PriorityStage
    count: int


def in_order(rows: Iterable[PriorityStatus]) -> list[PriorityStatus]:
    """Give decisions from the oldest on; of one day, the one written down later comes later."""
    return sorted(rows, key=lambda row: (row.since, row.id))


def stage_on(rows: Iterable[PriorityStatus], day: date) -> PriorityStage | None:
    """Give the stage in which one place stood on a day, None where none was decided yet."""
    held = [row.stage for row in in_order(rows) if row.since <= day]
    return held[-1] if held else None


def moves_between(rows: Iterable[PriorityStatus], first: date, last: date) -> tuple[StageMove, ...]:
    """Count the moves of all places from *first* to *last*, both included.

    A decision that confirms the stage is no move.
    """
    by_place = defaultdict(list)
    for row in rows:
        by_place[row.place].append(row)
    counted: Counter[tuple[PriorityStage | None, PriorityStage]] = Counter()
    for history in by_place.values():
        before: PriorityStage | None = None
        for row in in_order(history):
            if row.stage is not before and first <= row.since <= last:
                counted[before, row.stage] += 1
            before = row.stage
    return tuple(
        StageMove(before=before, after=after, count=count)
        for (before, after), count in sorted(counted.items(), key=lambda one: str(one[0]))
    )
