"""The figures that are shown exactly, as tables: projects, money, case reviews, priority areas."""

from collections.abc import Iterator
from decimal import Decimal

from psg_desktop.domain.case_review_numbers import PublishedNumber
from psg_desktop.domain.death_reviews import RecommendationStanding
from psg_desktop.domain.funding import Spending
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.domain.project_ratings import Aspect
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.statistics.open_figures import OpenFigures, ProjectMoney
from psg_desktop.papers.statistics.publication import OpenTable, Value
from psg_desktop.words import names
from psg_desktop.words import open_tables as words
from psg_desktop.words.statistics import NOT_AVAILABLE

_DIGITS = 2  # of pence


def open_tables(figures: OpenFigures) -> tuple[OpenTable, ...]:
    """Give a table for each group of figures that are shown exactly."""
    return (
        _ratings(figures),
        _money(figures),
        _case_reviews(figures),
        _recommendations(figures),
        _areas(figures),
        _moves(figures),
    )


def _ratings(figures: OpenFigures) -> OpenTable:
    colours = (*Rag, None)
    rated = tuple(names.name(one) if one else words.NOT_RATED for one in colours)
    return OpenTable(
        code="projects_by_rating",
        title=words.RATINGS,
        headers=(words.RATED, words.ALL_PROJECTS, *rated),
        rows=tuple(
            (
                names.name(aspect),
                figures.projects,
                *(figures.ratings.get(aspect, {}).get(one, 0) for one in colours),
            )
            for aspect in Aspect
        ),
    )


def _money(figures: OpenFigures) -> OpenTable:
    return OpenTable(
        code="money_of_projects",
        title=words.MONEY,
        note=words.MONEY_NOTE,
        headers=words.MONEY_HEADINGS,
        rows=tuple(tuple(_amounts(one)) for one in figures.money),
    )


def _amounts(one: ProjectMoney) -> Iterator[Value]:
    yield one.project
    yield from _spending(one.spending)
    yield from _spending(one.match)
    yield one.spending.unknown


def _spending(one: Spending) -> tuple[Value, Value]:
    """Give planned and spent in pounds; neither is known where nothing was reported yet."""
    if one.unknown and not one.planned and not one.actual:
        return NOT_AVAILABLE, NOT_AVAILABLE
    return _pounds(one.planned), _pounds(one.actual)


def _pounds(pence: int) -> Decimal:
    return Decimal(pence).scaleb(-_DIGITS)


def _case_reviews(figures: OpenFigures) -> OpenTable:
    return OpenTable(
        code="asb_case_reviews",
        title=words.CASE_REVIEWS,
        note=words.CASE_REVIEWS_NOTE,
        headers=(words.NUMBER, words.COUNT),
        rows=tuple((names.name(one), figures.case_reviews.get(one, 0)) for one in PublishedNumber),
    )


def _recommendations(figures: OpenFigures) -> OpenTable:
    return OpenTable(
        code="recommendations_of_death_reviews",
        title=words.RECOMMENDATIONS,
        headers=(words.STANDING, words.RECOMMENDATION_COUNT),
        rows=tuple(
            (names.name(one), figures.recommendations.get(one, 0)) for one in RecommendationStanding
        ),
    )


def _areas(figures: OpenFigures) -> OpenTable:
    return OpenTable(
        code="priority_areas",
        title=words.AREAS,
        headers=(words.STAGE, words.PLACES),
        rows=tuple((names.name(one), figures.areas.get(one, 0)) for one in PriorityStage),
    )


def _moves(figures: OpenFigures) -> OpenTable:
    return OpenTable(
        code="moves_of_priority_areas",
        title=words.MOVES,
        headers=(words.BEFORE, words.AFTER, words.PLACES),
        rows=tuple(
            (
                names.name(one.before) if one.before else words.NONE_BEFORE,
                names.name(one.after),
                one.count,
            )
            for one in figures.moves
        ),
    )
