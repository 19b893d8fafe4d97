"""What serves the priorities of a plan, counted and read as columns."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, or_, select

from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.ids import CaseId, PlanLinkId, PlanPriorityId, ProjectId
from psg_desktop.domain.plan import PlanPriority
from psg_desktop.domain.plan_lists import ServedCounts, ServingCase, ServingProject
from psg_desktop.store import schema
from psg_desktop.store.units import Reading

_L, _C, _P = schema.plan_links.c, schema.cases.c, schema.projects.c
_CLOSED = CaseState.CLOSED.value


def counts(reading: Reading, priorities: Iterable[UUID]) -> dict[PlanPriorityId, ServedCounts]:
    """Count the cases, open cases and projects that serve each of some priorities."""
    keys = sorted(map(str, priorities))
    still = func.count(_C.id).filter(_C.state != _CLOSED)
    query = (
        select(_L.priority, func.count(_L.case), still, func.count(_L.project))
        .select_from(schema.plan_links.outerjoin(schema.cases, _C.id == _L.case))
        .where(_L.priority.in_(keys))
        .group_by(_L.priority)
    )
    found: dict[PlanPriorityId, ServedCounts] = defaultdict(ServedCounts)
    for key, cases, open_cases, projects in reading.connection.execute(query):
        counted = ServedCounts(cases=cases, open_cases=open_cases, projects=projects)
        found[PlanPriorityId(UUID(key))] = counted
    return found


def cases(reading: Reading, priority: UUID) -> tuple[ServingCase, ...]:
    """Read the cases that serve a priority: the open ones first, by reference."""
    query = (
        _cases(_L.id.label("link"))
        .join(schema.plan_links, _L.case == _C.id)
        .where(_L.priority == str(priority))
        .order_by(_C.state == _CLOSED, _C.reference)
    )
    return tuple(_case(row) for row in reading.connection.execute(query))


def projects(reading: Reading, priority: UUID) -> tuple[ServingProject, ...]:
    """Read the projects that serve a priority, by name."""
    query = (
        select(_L.id, _P.id.label("project"), _P.name, _P.ends)
        .join(schema.plan_links, _L.project == _P.id)
        .where(_L.priority == str(priority))
        .order_by(_P.name_key)
    )
    return tuple(
        ServingProject(
            link=PlanLinkId(UUID(row.id)),
            project=ProjectId(UUID(row.project)),
            name=row.name,
            ends=date.fromisoformat(row.ends) if row.ends else None,
        )
        for row in reading.connection.execute(query)
    )


def proposed(reading: Reading, priority: PlanPriority) -> tuple[ServingCase, ...]:
    """Read the open cases whose focus areas propose that they serve a priority, by reference."""
    if not priority.focus_areas:
        return ()
    query = _cases(_C.id).where(*_proposing(priority)).order_by(_C.reference)
    return tuple(_case(row, proposed=True) for row in reading.connection.execute(query))


def proposed_count(reading: Reading, priority: PlanPriority) -> int:
    """Count the open cases whose focus areas propose that they serve a priority."""
    if not priority.focus_areas:
        return 0
    query = select(func.count()).select_from(schema.cases).where(*_proposing(priority))
    return reading.connection.execute(query).scalar_one()


def _proposing(priority: PlanPriority) -> tuple[ColumnElement[bool], ...]:
    # Codes lie in their column as JSON text, each between quotation marks.
    shared = [func.instr(_C.focus_areas, f'"{code}"') > 0 for code in priority.focus_areas]
    linked = select(_L.case).where(_L.priority == str(priority.id), _L.case.is_not(None))
    return (_C.state != _CLOSED, or_(*shared), _C.id.not_in(linked))


def _cases(first: ColumnElement[Any]) -> Select[Any]:
    return select(first, _C.id.label("case"), _C.reference, _C.title, _C.state)


def _case(row: Row[Any], *, proposed: bool = False) -> ServingCase:
    return ServingCase(
        link=None if proposed else PlanLinkId(UUID(row[0])),
        case=CaseId(UUID(row.case)),
        reference=row.reference,
        title=row.title,
        state=CaseState(row.state),
    )
