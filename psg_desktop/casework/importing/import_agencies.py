"""The agencies an import names: found by their spellings, made where they are new."""

from psg_desktop.casework.office import Office
from psg_desktop.domain.agencies import Agency
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.text import fold
from psg_desktop.store.units import Unit


class Owners:
    """Gives agencies by name; `put` writes those that are new."""

    def __init__(self, office: Office, unit: Unit) -> None:
        self._office, self._unit = office, unit
        self._new: list[Agency] = []
        self._known = {
            fold(spelling): one.id
            for one in unit.agencies.all()
            for spelling in (one.name, one.short_name)
            if spelling
        }

    def of(self, written: str) -> AgencyId | None:
        """Give the agency of this name, made where it is new; None for no name."""
        if not written:
            return None
        key = fold(written)
        if key not in self._known:
            agency = Agency(id=AgencyId(self._office.new_id()), name=written)
            self._new.append(agency)
            self._known[key] = agency.id
        return self._known[key]

    def put(self) -> None:
        """Write the agencies that are new."""
        self._unit.agencies.put_all(self._new)
