"""Agencies: adding and changing the bodies that work together."""

from psg_desktop.casework.office import Office
from psg_desktop.domain.agencies import Agency, told_apart
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.lists import AgencyRow
from psg_desktop.domain.orders import AgencyOrder
from psg_desktop.store.queries import parties

_IN_USE_FIRST = AgencyOrder()


def save(office: Office, agency: Agency) -> None:
    """Keep a new or changed agency."""
    with office.working(Act.SAVE_AGENCY) as unit:
        unit.agencies.put(agency)


def get(office: Office, id_: AgencyId) -> Agency:
    """Read one agency.

    Raises:
        Refused: There is no such agency.
    """
    with office.reading() as unit:
        return unit.agencies.get(id_)


def listed(office: Office, order: AgencyOrder = _IN_USE_FIRST) -> tuple[AgencyRow, ...]:
    """Read every agency with what it leads and owes, those in use first unless asked otherwise."""
    with office.reading() as unit:
        return parties.agencies(unit.reading, order, office.today())


def choices(office: Office) -> tuple[Agency, ...]:
    """Read the agencies that can be chosen, by the name used in grids."""
    with office.reading() as unit:
        known = unit.agencies.all()
    return tuple(sorted((one for one in known if one.active), key=lambda one: one.label.casefold()))


def choice_names(office: Office) -> dict[AgencyId, str]:
    """Read what the agencies that can be chosen are called in a list, in the order of the list."""
    return told_apart(choices(office))
