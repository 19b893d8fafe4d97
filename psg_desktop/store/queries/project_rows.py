"""The list of projects: money, the next milestone, the next report, and how each stands."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, func, literal, select

from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.lists import Page, ProjectRow
from psg_desktop.domain.orders import ProjectColumn, ProjectOrder
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.domain.rag import Rag
from psg_desktop.store import schema
from psg_desktop.store.queries import project_files
from psg_desktop.store.queries.ordering import Sorting, words
from psg_desktop.store.queries.parties import Wanted, cases_of, page_of
from psg_desktop.store.units import Reading

_P = schema.projects.c
# How a list is ordered by what is worked out of a whole file, not of a column.
_FROM_FILES = frozenset({ProjectColumn.REPORT, ProjectColumn.STANDING})


def projects(
    reading: Reading, wanted: Wanted[ProjectOrder], day: date, *, waiting: bool = False
) -> Page[ProjectRow]:
    """Read one page of projects as they are on a day; *waiting* keeps those with something late."""
    whole = waiting or wanted.order.column in _FROM_FILES
    files = project_files.of_projects(reading) if whole else {}
    sortings = {
        ProjectColumn.NAME: Sorting(_P.name_key),
        ProjectColumn.COMMISSIONER: words(_P.commissioner),
        ProjectColumn.ENDS: Sorting(_P.ends, gaps=True),
        ProjectColumn.BUDGET: Sorting(_P.budget_pence),
        ProjectColumn.MILESTONE: words(_next_milestone("what")),
        ProjectColumn.DUE: Sorting(_next_milestone("due"), gaps=True),
        ProjectColumn.REPORT: Sorting(_of_files(files.values(), day, _report_due), gaps=True),
        ProjectColumn.STANDING: Sorting(_of_files(files.values(), day, _worst), gaps=True),
        ProjectColumn.CASES: Sorting(cases_of(schema.projects)),
    }
    late = [str(id_) for id_, file in files.items() if file.waits(day)]
    only = (_P.id.in_(late),) if waiting else ()
    found, total = page_of(reading, schema.projects, wanted, sortings, only)
    shown = project_files.of_projects(reading, [ProjectId(UUID(row["id"])) for row in found])
    rows = tuple(_row(row, shown[ProjectId(UUID(row["id"]))], day) for row in found)
    return Page(rows=rows, total=total)


def _row(row: RowMapping, file: ProjectFile, day: date) -> ProjectRow:
    project = file.project
    ahead = [one for one in project.milestones if one.reached is None]
    ahead.sort(key=lambda one: one.due or date.max)
    return ProjectRow(
        id=project.id,
        name=project.name,
        commissioner=project.commissioner,
        starts=project.starts,
        ends=project.ends,
        budget_pence=row["budget_pence"],
        next_milestone=ahead[0].what if ahead else "",
        next_due=ahead[0].due if ahead else None,
        next_report=file.next_report(day),
        ratings=tuple(file.standing(day).values()),
        cases=row["cases"],
    )


def _next_milestone(part: str) -> ColumnElement[str]:
    """Give a part of the next milestone ahead, as the list of projects shows it."""
    steps = func.json_each(_P.milestones).table_valued("key", "value", name="step")

    def of(name: str) -> ColumnElement[str]:
        return func.json_extract(steps.c.value, f"$.{name}")

    ahead = select(of(part)).select_from(steps).where(of("reached").is_(None))
    soonest = func.coalesce(of("due"), "9999")
    return ahead.order_by(soonest, steps.c.key).limit(1).scalar_subquery()


def _report_due(file: ProjectFile, day: date) -> str | None:
    owed = file.next_report(day)
    return owed.due.isoformat() if owed else None


def _worst(file: ProjectFile, day: date) -> str | None:
    order = list(Rag)
    held = [order.index(one.rag) for one in file.standing(day).values()]
    return str(min(held)) if held else None


def _of_files(
    files: Iterable[ProjectFile], day: date, told: Callable[[ProjectFile, date], str | None]
) -> ColumnElement[str]:
    """Give what is worked out of each project's file, for the statement that orders the list."""
    known = {str(file.project.id): told(file, day) for file in files}
    return func.json_extract(literal(json.dumps(known)), literal('$."') + _P.id + literal('"'))
