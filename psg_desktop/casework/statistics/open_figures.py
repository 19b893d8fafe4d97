"""What is shown exactly, read by the verbs that keep it: it counts nothing about any person."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from psg_desktop.casework.asb_reviews import review_numbers
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import premises
from psg_desktop.casework.partnership import death_reviews
from psg_desktop.casework.projects import project_files
from psg_desktop.domain import case_review_numbers as published
from psg_desktop.domain.death_reviews import Recommendation, RecommendationStanding
from psg_desktop.domain.funding import added
from psg_desktop.domain.priority_areas import PriorityStage, PriorityStatus, stage_on
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.domain.project_ratings import Aspect
from psg_desktop.domain.projects import BudgetLine, Project, QuarterMoney
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.statistics.open_figures import OpenFigures, ProjectMoney
from psg_desktop.domain.statistics.periods import Period


def open_figures(office: Office, period: Period) -> OpenFigures:
    """Read the figures of a period that are shown exactly, as they stood on its last day."""
    files = project_files.every(office)
    first, last = period.first_day, period.last_day
    running = [one for one in files if _ran(one.project, period)]
    year = published.Period(since=first, until=last)
    statuses = _statuses(office)
    return OpenFigures(
        projects=len(running),
        ratings={aspect: _rated(running, aspect, last) for aspect in Aspect},
        money=tuple(_money(files, period)),
        case_reviews=review_numbers.of_period(office, year).counts,
        recommendations=_recommendations(office, last),
        areas=_stages(statuses, last),
        moves=premises.priority_moves(office, first, last),
    )


def _ran(project: Project, period: Period) -> bool:
    begun = project.starts is None or project.starts <= period.last_day
    return begun and (project.ends is None or project.ends >= period.first_day)


def _rated(files: Iterable[ProjectFile], aspect: Aspect, day: date) -> dict[Rag | None, int]:
    held = (one.standing(day).get(aspect) for one in files)
    counted = Counter(one.rag if one else None for one in held)
    return {rag: counted[rag] for rag in (*Rag, None)}


def _money(files: Iterable[ProjectFile], period: Period) -> Iterator[ProjectMoney]:
    for one in files:
        lines = one.project.budget
        rows = tuple(_rows(lines, period))
        if rows:
            match = _rows((line for line in lines if line.match), period)
            yield ProjectMoney(project=one.project.name, spending=added(rows), match=added(match))


def _rows(lines: Iterable[BudgetLine], period: Period) -> Iterator[QuarterMoney]:
    asked = frozenset(period.quarters)
    return (row for line in lines for row in line.quarters if row.quarter in asked)


def _recommendations(office: Office, day: date) -> dict[RecommendationStanding, int]:
    made = (one for review in death_reviews.followed(office) for one in review.recommendations)
    counted = Counter(_as_on(one, day).standing(day) for one in made if one.made_on <= day)
    return {standing: counted[standing] for standing in RecommendationStanding}


def _as_on(one: Recommendation, day: date) -> Recommendation:
    """Give a recommendation without what happened after a day."""

    def known(then: date | None) -> date | None:
        return then if then is not None and then <= day else None

    steps = tuple(replace(step, reached=known(step.reached)) for step in one.steps)
    return replace(
        one, sent=known(one.sent), acknowledged=known(one.acknowledged), done=known(one.done),
        steps=steps,
    )  # fmt: skip


def _statuses(office: Office) -> tuple[PriorityStatus, ...]:
    with office.reading() as unit:
        return unit.priority_statuses.all()


def _stages(statuses: Iterable[PriorityStatus], day: date) -> dict[PriorityStage, int]:
    by_place: dict[object, list[PriorityStatus]] = {}
    for one in statuses:
        by_place.setdefault(one.place, []).append(one)
    counted = Counter(stage_on(rows, day) for rows in by_place.values())
    return {stage: counted[stage] for stage in PriorityStage}
