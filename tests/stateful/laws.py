"""What holds in every vault after every move: the trail, the past, pointers, the search index."""

import re
from collections import defaultdict

from sqlalchemy import text

from psg_desktop.casework import lists
from psg_desktop.casework.trail import as_at
from psg_desktop.casework.vault import upkeep
from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.disposals import NOBODY
from psg_desktop.domain.lists import CaseFilter, CaseRow
from psg_desktop.domain.orders import CaseOrder
from psg_desktop.domain.plain import to_plain
from psg_desktop.store.queries import as_at as past
from psg_desktop.store.shelves import ALL, BY_KIND
from tests.stateful.world import World

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
WHOLE = slice(0, None)
# Columns that name what is no record, or no record any more.
NOT_RECORDS = {
    (RecordKind.MERGE, "batch"): "a unit of work",
    (RecordKind.MERGE, "merged"): "what went into the one that stays",
    (RecordKind.MERGE, "was"): "the record that went, in its own words",
    (RecordKind.RISK_INSTRUMENT, "code"): "a code the moves made up",
    (RecordKind.RISK_INSTRUMENT, "name"): "a name the moves made up",
    (RecordKind.RISK_ASSESSMENT, "instrument_name"): "a name the moves made up",
    (RecordKind.CASE, "risk_reason"): "a name the moves made up",
    (RecordKind.DEMAND_MEASURE, "code"): "a code the moves made up",
    (RecordKind.DEMAND_MEASURE, "name"): "a name the moves made up",
    (RecordKind.DEMAND_MEASURE, "name_key"): "a name the moves made up",
    (RecordKind.DEMAND_TRIGGER, "measures"): "codes the moves made up",
    (RecordKind.DEMAND_COUNT, "measure"): "a code the moves made up",
    (RecordKind.THRESHOLD_LIMB, "code"): "a code the moves made up",
    (RecordKind.REFERRAL, "decision"): "codes the moves made up",
}


def the_trail_verifies(world: World) -> None:
    """See that each entry of the trail follows from the one before it."""
    check = upkeep.check_trail(world.office)
    assert check.sound, check.findings


def now_is_as_at_now(world: World) -> None:
    """See that the vault as at the end of today is the vault."""
    moment = as_at._moment(world.office, world.today)
    with world.office.reading() as unit:
        for shelf in ALL:
            now = sorted((to_plain(one) for one in unit.shelf(shelf).all()), key=_id)
            assert now == list(past.plains(unit.reading, shelf, moment)), shelf.kind
    assert as_at.caseload_as_at(world.office, world.today) == shown(world)
    for case in world.all(RecordKind.CASE)[-2:]:
        assert as_at.case_as_at(world.office, case.id, world.today).case == case


def _id(plain: dict[str, object]) -> str:
    return str(plain["id"])


def shown(world: World) -> tuple[CaseRow, ...]:
    """Give the caseload as the list shows it, by reference."""
    rows = lists.cases(world.office, CaseFilter(), CaseOrder(), WHOLE).rows
    return tuple(sorted(rows, key=lambda row: row.reference))


def every_pointer_points(world: World) -> None:
    """See that every identifier in any column of any record is that of a record there is."""
    there = {id_ for _, id_ in world.state} | {str(NOBODY)}
    columns = {shelf.kind: [column.name for column in shelf.table.c] for shelf in ALL}
    for (kind, _), row in world.state.items():
        for name, part in zip(columns[kind], row, strict=True):
            if isinstance(part, str) and len(part) >= 36 and (kind, name) not in NOT_RECORDS:
                astray = set(_ID.findall(part)) - there
                assert not astray, f"{kind}.{name} points at nothing: {astray}"


def no_place_lies_in_itself(world: World) -> None:
    """See that no place lies within another that lies within the first one."""
    outer = {one.id: one.part_of for one in world.all(RecordKind.PLACE)}
    for id_, part_of in outer.items():
        above, at = {id_}, part_of
        while at is not None:
            assert at not in above, "A place lies within itself."
            above.add(at)
            at = outer[at]


def search_finds_what_is_there(world: World) -> None:
    """See that the search index holds every record as it is now, and nothing else."""
    with world.office.reading() as unit:
        connection = unit.reading.connection
        said = "SELECT e.kind, e.record, e.'case', n.body, t.body FROM search_entries e"
        joined = " LEFT JOIN search_names n ON n.rowid = e.id"
        both = " LEFT JOIN search_texts t ON t.rowid = e.id"
        rows = connection.execute(text(said + joined + both)).all()
        held = [
            connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608 - our own tables
            for table in ("search_names", "search_texts")
        ]
    known: dict[RecordKind, dict[str, object]] = defaultdict(dict)
    for kind, id_, case, names, texts in rows:
        known[RecordKind(kind)][id_] = case, names or "", texts or ""
    for kind, shelf in BY_KIND.items():
        if shelf.search is None:
            assert not known[kind]
            continue
        wanted = {}
        for value in world.all(kind):
            plain = to_plain(value)
            found = shelf.search(plain)
            wanted[plain["id"]] = shelf.case_of(plain), found.names, found.texts
        assert known[kind] == wanted, f"The index and the table of {kind} differ."
    assert held == [sum(bool(row[3]) for row in rows), sum(bool(row[4]) for row in rows)]
