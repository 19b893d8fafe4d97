"""The wards that were brought in, by name only, and which wards are named by what."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Row, func, select

from psg_desktop.domain.text import fold
from psg_desktop.store import schema
from psg_desktop.store.units import Reading

_W, _L, _P, _M = (
    schema.ward_boundaries.c,
    schema.places.c,
    schema.people.c,
    schema.police_months.c,
)


def brought_in(reading: Reading) -> dict[str, str]:
    """Read the names of the wards that were brought in by their codes, ordered by name."""
    rows = reading.connection.execute(select(_W.code, _W.name)).all()
    return {row.code: row.name for row in sorted(rows, key=lambda row: (fold(row.name), row.code))}


def of_places(reading: Reading) -> Counter[str]:
    """Count the places in each ward that a place is in."""
    found = select(_L.ward, func.count().label("many")).where(_L.ward != "").group_by(_L.ward)
    return _counted(reading.connection.execute(found))


def of_addresses(reading: Reading) -> Counter[str]:
    """Count the addresses of people for which each ward was chosen by hand."""
    stay = func.json_each(_P.addresses).table_valued("value", name="stay", joins_implicitly=True)
    ward = func.json_extract(stay.c.value, "$.ward")
    found = select(ward.label("ward"), func.count().label("many")).select_from(schema.people, stay)
    return _counted(reading.connection.execute(found.where(ward != "").group_by(ward)))


def police_wards(reading: Reading) -> frozenset[str]:
    """Read the wards for which there are police figures."""
    area = func.json_each(_M.areas).table_valued("value", name="area", joins_implicitly=True)
    ward = func.json_extract(area.c.value, "$.ward")
    found = select(ward).select_from(schema.police_months, area).where(ward != "").distinct()
    return frozenset(reading.connection.execute(found).scalars())


def _counted(rows: Iterable[Row[tuple[str, int]]]) -> Counter[str]:
    return Counter({row.ward: row.many for row in rows})
