"""Lists of people, places, projects and agencies."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, Table, func, or_, select

from psg_desktop.domain.actions import OPEN_STATES
from psg_desktop.domain.agencies import AgencyKind, Standing
from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.ids import AgencyId, PersonId, PlaceId, ProjectId
from psg_desktop.domain.lists import AgencyRow, Page, PersonRow, PlaceRow, ProjectRow
from psg_desktop.domain.places import PlaceKind
from psg_desktop.store import schema
from psg_desktop.store.queries.matching import records_with
from psg_desktop.store.shelves import PEOPLE, PROJECTS
from psg_desktop.store.units import Reading

_C, _I, _A = schema.cases.c, schema.involvements.c, schema.actions.c
_OPEN = tuple(state.value for state in OPEN_STATES)


def people(reading: Reading, typed: str, day: date, part: slice) -> Page[PersonRow]:
    """Read one page of people by name."""
    found, total = _page(reading, schema.people, typed, part)
    return Page(rows=tuple(_person(row, day) for row in found), total=total)


def places(reading: Reading, typed: str, part: slice) -> Page[PlaceRow]:
    """Read one page of places by name."""
    found, total = _page(reading, schema.places, typed, part)
    return Page(rows=tuple(map(_place, found)), total=total)


def projects(reading: Reading, typed: str, part: slice) -> Page[ProjectRow]:
    """Read one page of projects by name."""
    found, total = _page(reading, schema.projects, typed, part)
    return Page(rows=tuple(map(_project, found)), total=total)


def agencies(reading: Reading, day: date) -> tuple[AgencyRow, ...]:
    """Read every agency by name, with what it leads and owes."""
    g = schema.agencies.c

    def count(table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[int]:
        counted = select(func.count()).select_from(table).where(*conditions)
        return counted.correlate(schema.agencies).scalar_subquery()

    led = count(schema.cases, _C.lead_agency == g.id, _C.state != CaseState.CLOSED.value)
    owed = (_A.owner == g.id, _A.state.in_(_OPEN))
    query = select(
        schema.agencies,
        led.label("led"),
        count(schema.actions, *owed).label("owed"),
        count(schema.actions, *owed, _A.due < day.isoformat()).label("overdue"),
    ).order_by(g.active.desc(), g.name_key)
    return tuple(map(_agency, reading.connection.execute(query).mappings()))


def _page(reading: Reading, table: Table, typed: str, part: slice) -> tuple[list[RowMapping], int]:
    condition = records_with(typed, table.c.id, table.c.name_key)
    total = reading.connection.execute(
        select(func.count()).select_from(table).where(condition)
    ).scalar_one()
    query: Select[Any] = (
        select(
            table, _cases_of(table).label("cases"), _cases_of(table, still_open=True).label("open")
        )
        .where(condition)
        .order_by(table.c.name_key, table.c.id)
        .offset(part.start or 0)
    )
    if part.stop is not None:
        query = query.limit(part.stop - (part.start or 0))
    return list(reading.connection.execute(query).mappings()), total


def _cases_of(table: Table, *, still_open: bool = False) -> ColumnElement[int]:
    involved = select(_I.case).where(_I.party == table.c.id).correlate(table)
    about = select(_C.id).where(_C.subject == table.c.id).correlate(table)
    counted = (
        select(func.count())
        .select_from(schema.cases)
        .where(or_(_C.id.in_(involved), _C.id.in_(about)))
    )
    if still_open:
        counted = counted.where(_C.state != CaseState.CLOSED.value)
    return counted.correlate(table).scalar_subquery()


def _person(row: RowMapping, day: date) -> PersonRow:
    person = PEOPLE.to_value(row)
    stay = person.address_on(day)
    address = ", ".join(part for part in (stay.lines, stay.postcode) if part) if stay else ""
    return PersonRow(
        id=PersonId(person.id),
        full_name=person.full_name,
        aliases=person.aliases,
        born=person.born,
        address=address,
        cases=row["cases"],
        open_cases=row["open"],
    )


def _place(row: RowMapping) -> PlaceRow:
    return PlaceRow(
        id=PlaceId(UUID(row["id"])),
        name=row["name"],
        kind=PlaceKind(row["kind"]),
        address=row["address"],
        postcode=row["postcode"],
        ward=row["ward"],
        cases=row["cases"],
        open_cases=row["open"],
    )


def _project(row: RowMapping) -> ProjectRow:
    project = PROJECTS.to_value(row)
    ahead = [one for one in project.milestones if one.reached is None]
    ahead.sort(key=lambda one: one.due or date.max)
    return ProjectRow(
        id=ProjectId(project.id),
        name=project.name,
        commissioner=project.commissioner,
        starts=project.starts,
        ends=project.ends,
        budget_pence=row["budget_pence"],
        next_milestone=ahead[0].what if ahead else "",
        next_due=ahead[0].due if ahead else None,
        cases=row["cases"],
    )


def _agency(row: RowMapping) -> AgencyRow:
    return AgencyRow(
        id=AgencyId(UUID(row["id"])),
        name=row["name"],
        short_name=row["short_name"],
        kind=AgencyKind(row["kind"]),
        standing=Standing(row["standing"]),
        active=bool(row["active"]),
        led_cases=row["led"],
        open_actions=row["owed"],
        overdue_actions=row["overdue"],
    )
