"""Lists of people, places and agencies."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Table,
    and_,
    case,
    func,
    literal,
    not_,
    or_,
    select,
)

from psg_desktop.domain.actions import OPEN_STATES
from psg_desktop.domain.agencies import AgencyKind, Standing
from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.ids import AgencyId, PersonId, PlaceId
from psg_desktop.domain.lists import AgencyRow, Page, PersonRow, PlaceRow
from psg_desktop.domain.orders import (
    AgencyColumn,
    AgencyOrder,
    Order,
    PersonColumn,
    PersonOrder,
    PlaceColumn,
    PlaceOrder,
)
from psg_desktop.domain.places import PlaceKind
from psg_desktop.domain.priority_areas import PriorityStage
from psg_desktop.reference import wards
from psg_desktop.store import schema
from psg_desktop.store.queries import local_wards
from psg_desktop.store.queries.matching import records_with
from psg_desktop.store.queries.ordering import Sorting, in_order, named, words
from psg_desktop.store.shelves import PEOPLE
from psg_desktop.store.units import Reading

_C, _I, _A = schema.cases.c, schema.involvements.c, schema.actions.c
_OPEN = tuple(state.value for state in OPEN_STATES)
Ordered = TypeVar("Ordered", bound=Order[Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted(Generic[Ordered]):
    """Which rows of a list: those that hold the words typed, a slice of them in an order."""

    typed: str
    order: Ordered
    part: slice


def people(reading: Reading, wanted: Wanted[PersonOrder], day: date) -> Page[PersonRow]:
    """Read one page of people."""
    p = schema.people.c
    sortings = {
        PersonColumn.NAME: Sorting(p.name_key),
        PersonColumn.ALIASES: words(func.json_extract(p.aliases, "$[0]")),
        PersonColumn.BORN: Sorting(p.born, gaps=True),
        PersonColumn.ADDRESS: words(_address_on(day)),
        PersonColumn.CASES: Sorting(cases_of(schema.people)),
        PersonColumn.OPEN_CASES: Sorting(cases_of(schema.people, still_open=True)),
    }
    found, total = page_of(reading, schema.people, wanted, sortings)
    return Page(rows=tuple(_person(row, day) for row in found), total=total)


def places(
    reading: Reading,
    wanted: Wanted[PlaceOrder],
    day: date,
    stages: frozenset[PriorityStage] = frozenset(),
) -> Page[PlaceRow]:
    """Read one page of places; *stages* keeps those that stand at one of them on the day."""
    p, stage, named_wards = schema.places.c, _stage_on(day), _ward_names(reading)
    sortings = {
        PlaceColumn.NAME: Sorting(p.name_key),
        PlaceColumn.KIND: named(p.kind, PlaceKind),
        PlaceColumn.ADDRESS: words(p.address),
        PlaceColumn.POSTCODE: words(p.postcode),
        PlaceColumn.WARD: words(_ward(named_wards)),
        PlaceColumn.STAGE: Sorting(named(stage, PriorityStage).by, gaps=True),
        PlaceColumn.CASES: Sorting(cases_of(schema.places)),
        PlaceColumn.OPEN_CASES: Sorting(cases_of(schema.places, still_open=True)),
    }
    only = (stage.in_([one.value for one in stages]),) if stages else ()
    found, total = page_of(reading, schema.places, wanted, sortings, only)
    shown = schema.places.c.id.in_([row["id"] for row in found])
    standing = select(schema.places.c.id, stage.label("stage")).where(shown)
    now = {row.id: row.stage for row in reading.connection.execute(standing)}
    made = (_place(row, now[row["id"]], named_wards.get(row["ward"], row["ward"])) for row in found)
    return Page(rows=tuple(made), total=total)


def agencies(reading: Reading, order: AgencyOrder, day: date) -> tuple[AgencyRow, ...]:
    """Read every agency, with what it leads and owes."""
    g = schema.agencies.c

    def count(table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[int]:
        counted = select(func.count()).select_from(table).where(*conditions)
        return counted.correlate(schema.agencies).scalar_subquery()

    owed = (_A.owner == g.id, _A.state.in_(_OPEN))
    led = count(schema.cases, _C.lead_agency == g.id, _C.state != CaseState.CLOSED.value)
    all_owed = count(schema.actions, *owed)
    overdue = count(schema.actions, *owed, _A.due < day.isoformat())
    sortings = {
        AgencyColumn.NAME: Sorting(g.name_key),
        AgencyColumn.SHORT_NAME: words(g.short_name),
        AgencyColumn.KIND: named(g.kind, AgencyKind),
        AgencyColumn.STANDING: named(g.standing, Standing),
        AgencyColumn.IN_USE: Sorting(not_(g.active)),
        AgencyColumn.LEADS: Sorting(led),
        AgencyColumn.OPEN_ACTIONS: Sorting(all_owed),
        AgencyColumn.OVERDUE_ACTIONS: Sorting(overdue),
    }
    query = select(
        schema.agencies,
        led.label("led"),
        all_owed.label("owed"),
        overdue.label("overdue"),
    ).order_by(*in_order(order, sortings, g.name_key, g.id))
    return tuple(map(_agency, reading.connection.execute(query).mappings()))


def page_of(
    reading: Reading,
    table: Table,
    wanted: Wanted[Any],
    sortings: Mapping[Any, Sorting],
    only: tuple[ColumnElement[bool], ...] = (),
) -> tuple[list[RowMapping], int]:
    """Read rows in two steps: sorting whole rows would count the cases of every one of them."""
    condition = and_(records_with(wanted.typed, table.c.id, table.c.name_key), *only)
    counted = select(func.count()).select_from(table).where(condition)
    total = reading.connection.execute(counted).scalar_one()
    start, stop = wanted.part.start or 0, wanted.part.stop
    ids = (
        select(table.c.id)
        .where(condition)
        .order_by(*in_order(wanted.order, sortings, table.c.name_key, table.c.id))
        .offset(start)
    )
    if stop is not None:
        ids = ids.limit(stop - start)
    shown = reading.connection.execute(ids).scalars().all()
    rows = select(
        table, cases_of(table).label("cases"), cases_of(table, still_open=True).label("open")
    ).where(table.c.id.in_(shown))
    found = {row["id"]: row for row in reading.connection.execute(rows).mappings()}
    return [found[id_] for id_ in shown], total


def _address_on(day: date) -> ColumnElement[str]:
    """Give the words of the address a person has on a day, as `Person.address_on` finds it."""
    stays = func.json_each(schema.people.c.addresses).table_valued("key", "value", name="stay")

    def part(name: str) -> ColumnElement[str]:
        return func.json_extract(stays.c.value, f"$.{name}")

    said = part("lines") + literal(" ") + part("postcode")
    covers = (
        func.coalesce(part("since"), "") <= day.isoformat(),
        func.coalesce(part("until"), "9999") >= day.isoformat(),
    )
    found = select(said).select_from(stays).where(*covers)
    latest = func.coalesce(part("since"), "").desc()
    return found.order_by(latest, stays.c.key).limit(1).scalar_subquery()


def _stage_on(day: date) -> ColumnElement[str]:
    """Give the stage at which a place stands on a day, as `priority_areas.stage_on` finds it."""
    s = schema.priority_statuses.c
    held = select(s.stage).where(s.place == schema.places.c.id, s.since <= day.isoformat())
    newest = held.order_by(s.since.desc(), s.id.desc()).limit(1)
    return newest.correlate(schema.places).scalar_subquery()


def _ward(names: Mapping[str, str]) -> ColumnElement[str]:
    """Give the name of a place's ward, or its code where no name is known."""
    code = schema.places.c.ward
    return case(names, value=code, else_=code) if names else code


def _ward_names(reading: Reading) -> dict[str, str]:
    """Give the names of the wards that places are in, brought in or shipped, by code."""
    codes = reading.connection.execute(select(schema.places.c.ward).distinct()).scalars().all()
    shipped = {one.code: one.name for one in map(wards.ward, codes) if one is not None}
    own = local_wards.brought_in(reading)
    return shipped | {code: own[code] for code in codes if code in own}


def cases_of(table: Table, *, still_open: bool = False) -> ColumnElement[int]:
    """Count the cases that each record of a table has a part in or is the subject of."""
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


def _place(row: RowMapping, stage: str | None, ward_name: str) -> PlaceRow:
    return PlaceRow(
        id=PlaceId(UUID(row["id"])),
        name=row["name"],
        kind=PlaceKind(row["kind"]),
        address=row["address"],
        postcode=row["postcode"],
        ward=row["ward"],
        ward_name=ward_name,
        stage=PriorityStage(stage) if stage else None,
        cases=row["cases"],
        open_cases=row["open"],
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
