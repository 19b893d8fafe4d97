"""Figures that count nothing about any person and are shown exactly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from psg_desktop.domain.case_review_numbers import PublishedNumber
from psg_desktop.domain.death_reviews import RecommendationStanding
from psg_desktop.domain.funding import Spending
from psg_desktop.domain.priority_areas import PriorityStage, StageMove
from psg_desktop.domain.project_ratings import Aspect
from psg_desktop.domain.rag import Rag


class OpenFigureCode(StrEnum):
    """The groups of figures that are shown exactly."""

    PROJECTS = "projects"
    MONEY = "money"
    CASE_REVIEWS = "case_reviews"
    RECOMMENDATIONS = "recommendations"
    PRIORITY_AREAS = "priority_areas"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectMoney:
    """Money of one project in a period, in pence.

    Attributes:
        project: The name of the project.
        spending: Planned and spent over all its lines.
        match: The same of the lines that match a grant.
    """

    project: str = field(repr=False)
    spending: Spending
    match: Spending


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFigures:
    """Everything of a period that is shown exactly.

    Attributes:
        projects: How many projects ran at the end of the period.
        ratings: How many of these stood at each rating, by aspect; None where never rated.
        money: Each project that has money in the period, by name.
        recommendations: How many stand at each standing at the end of the period.
        areas: How many places stand at each stage at the end of the period.
        moves: The moves between stages in the period.
    """

    projects: int
    ratings: Mapping[Aspect, Mapping[Rag | None, int]]
    money: tuple[ProjectMoney, ...]
    case_reviews: Mapping[PublishedNumber, int]
    recommendations: Mapping[RecommendationStanding, int]
    areas: Mapping[PriorityStage, int]
    moves: tuple[StageMove, ...]
