"""How a project stands: delivery, spend and outcome apart, each with the reason in words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import ProjectId, ProjectRatingId
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.refusals import Findings, Problem


class Aspect(StrEnum):
    """What of a project is rated."""

    DELIVERY = "delivery"
    SPEND = "spend"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRating:
    """How one aspect of a project was rated on a day.

    Raises:
        Refused: Red or amber without a reason, who rated is missing, or a text is too long.
    """

    id: ProjectRatingId
    project: ProjectId
    aspect: Aspect
    rag: Rag
    on: date
    reason: str = field(default="", repr=False)
    rated_by: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a colour nobody could act on."""
        found = Findings()
        unsaid = self.rag is not Rag.GREEN and not self.reason.strip()
        found.when(unsaid, "reason", Problem.RAG_UNEXPLAINED)
        found.when(len(self.reason) > text.TEXT_LIMIT, "reason", Problem.TEXT_TOO_LONG)
        found.when(not self.rated_by.strip(), "rated_by", Problem.NAME_MISSING)
        found.when(len(self.rated_by) > text.LINE_LIMIT, "rated_by", Problem.LINE_TOO_LONG)
        found.settle()


def newest_first(rows: Iterable[ProjectRating]) -> list[ProjectRating]:
    """Give ratings from the newest on; of one day, the one written down later comes first."""
    return sorted(rows, key=lambda row: (row.on, row.id), reverse=True)


def standing(rows: Iterable[ProjectRating], day: date) -> dict[Aspect, ProjectRating]:
    """Give how each aspect stands on a day; an aspect that was never rated is left out."""
    held = [row for row in newest_first(rows) if row.on <= day]
    found: dict[Aspect, ProjectRating] = {}
    for row in held:
        found.setdefault(row.aspect, row)
    return {aspect: found[aspect] for aspect in Aspect if aspect in found}
