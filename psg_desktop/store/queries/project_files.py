"""Everything on file about projects, read with one statement for each kind of record."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from psg_desktop.domain.ids import ProjectId
from psg_desktop.domain.project_files import ProjectFile
from psg_desktop.store import shelves
from psg_desktop.store.collection import CHUNK
from psg_desktop.store.shelves import Shelf
from psg_desktop.store.units import Reading

V = TypeVar("V")
_Held = dict[UUID, list[V]]


def of_projects(
    reading: Reading, ids: Iterable[ProjectId] | None = None
) -> dict[ProjectId, ProjectFile]:
    """Give the files of some projects, or of all of them, by identifier."""
    wanted = None if ids is None else sorted({str(one) for one in ids})
    projects = _rows(reading, shelves.PROJECTS, "id", wanted)
    objectives = _by_project(_rows(reading, shelves.OBJECTIVES, "project", wanted))
    terms = _by_project(_rows(reading, shelves.REPORTINGS, "project", wanted))
    reports = _by_project(_rows(reading, shelves.PROJECT_REPORTS, "project", wanted))
    ratings = _by_project(_rows(reading, shelves.PROJECT_RATINGS, "project", wanted))
    clawbacks = _by_project(_rows(reading, shelves.CLAWBACKS, "project", wanted))
    return {
        one.id: ProjectFile(
            project=one,
            objectives=tuple(objectives[one.id]),
            reporting=next(iter(terms[one.id]), None),
            reports=tuple(sorted(reports[one.id], key=lambda report: report.quarter)),
            ratings=tuple(ratings[one.id]),
            clawbacks=tuple(clawbacks[one.id]),
        )
        for one in projects
    }


def _rows(reading: Reading, shelf: Shelf[V], name: str, ids: list[str] | None) -> list[V]:
    every = select(shelf.table).order_by(shelf.table.c.id)
    if ids is None:
        return list(shelf.values(reading.connection.execute(every)))
    found: list[V] = []
    for start in range(0, len(ids), CHUNK):
        some = every.where(shelf.table.c[name].in_(ids[start : start + CHUNK]))
        found += shelf.values(reading.connection.execute(some))
    return found


def _by_project(rows: Iterable[Any]) -> _Held[Any]:
    held: _Held[Any] = defaultdict(list)
    for row in rows:
        held[row.project].append(row)
    return held
