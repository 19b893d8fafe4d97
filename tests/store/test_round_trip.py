"""What is put is what is got, for every kind of record, through a real encrypted vault."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case
from psg_desktop.domain.changes import Act, RecordKind
from psg_desktop.domain.plain import to_plain
from psg_desktop.store.queries import history
from psg_desktop.store.units import Unit
from tests.builders import a_case, new_id
from tests.effort import examples
from tests.plan_values import put_beside
from tests.store.records import (
    TIED_MEETING,
    TIED_PERSON,
    TIED_PLACE,
    TIED_PROJECT,
    TIED_REQUEST,
    TIED_STATISTICS,
    any_of,
    issuing_agency,
    kept_instrument,
    other_case,
)

BASE = a_case(id=new_id(), reference="BASE-1")


def put_base(unit: Unit, base: Case) -> None:
    """Put two cases and everything that other records may hang on."""
    unit.cases.put(base, other_case(base))
    unit.agencies.put(issuing_agency())
    unit.people.put(TIED_PERSON)
    unit.places.put(TIED_PLACE)
    unit.projects.put(TIED_PROJECT)
    unit.statistics.put(TIED_STATISTICS)
    unit.meetings.put(TIED_MEETING)
    unit.access_requests.put(TIED_REQUEST)
    unit.risk_instruments.put(kept_instrument(base))
    put_beside(unit)


@pytest.fixture
def based(desk: Office) -> Office:
    """A vault with two cases that other records may hang on."""
    with desk.working(Act.OPEN_CASE) as unit:
        put_base(unit, BASE)
    return desk


@pytest.mark.parametrize("kind", list(RecordKind))
@settings(
    max_examples=examples(6, soak=120),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_that_what_is_put_is_what_is_got(
    based: Office, kind: RecordKind, data: st.DataObject
) -> None:
    first = data.draw(any_of(kind, BASE))
    put_and_compare(based, kind, first)
    changed = data.draw(any_of(kind, BASE))
    put_and_compare(based, kind, type(first)(**_fields(changed) | {"id": first.id}))


def put_and_compare(office: Office, kind: RecordKind, record: Any) -> None:
    with office.working(Act.SAVE_SETTINGS) as unit:
        before = unit.collection(kind).find(record.id)
        if kind is RecordKind.GROUP_TEXT:  # one text for each part of a case
            for old in unit.group_texts.all():
                unit.group_texts.remove(old.id)
        unit.collection(kind).put(record)
    with office.reading() as unit:
        assert unit.collection(kind).get(record.id) == record
        assert record in unit.collection(kind).all()
        told = history.page(unit.reading, slice(0, 1)).rows[0]
    if record == before:
        return  # nothing changed, so the trail has nothing to tell
    plain = to_plain(record)
    assert told.record == record.id
    assert all(plain[change.name] == change.after for change in told.changes)


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}
