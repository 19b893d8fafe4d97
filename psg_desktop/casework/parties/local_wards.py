"""The wards a partnership works with: those it brought in, or else those that are shipped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from psg_desktop.casework.office import Office
from psg_desktop.domain.partnership import PARTNERSHIP_ID
from psg_desktop.reference import boundaries, wards
from psg_desktop.reference.boundaries import Outline
from psg_desktop.store.queries import local_wards as queries
from psg_desktop.store.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalWards:
    """The wards of a partnership.

    Attributes:
        names: Names by code, ordered by name.
        own: Whether they were brought in, so that postcodes tell no other ward than these.
    """

    names: Mapping[str, str]
    own: bool

    def name(self, code: str) -> str:
        """Give the name of any ward, or its code where no name is known."""
        if code in self.names:
            return self.names[code]
        known = wards.ward(code) if code else None
        return known.name if known else code

    def of_postcode(self, postcode: str) -> str:
        """Give the code of the ward a postcode lies in, "" where that is not known."""
        found = wards.ward_of(postcode) if postcode else None
        if found is None or (self.own and found.code not in self.names):
            return ""
        return found.code

    def offered(self, *had: str) -> dict[str, str]:
        """Give the wards to choose from, and those that are chosen already."""
        return {**self.names, **{code: self.name(code) for code in had if code}}


def local_wards(office: Office) -> LocalWards:
    """Give the wards of the partnership."""
    with office.reading() as unit:
        return of_unit(unit)


def of_unit(unit: Unit) -> LocalWards:
    """Give the same within a unit of work."""
    own = queries.brought_in(unit.reading)
    if own:
        return LocalWards(names=own, own=True)
    partnership = unit.partnership.find(PARTNERSHIP_ID)
    shipped = wards.wards_of(partnership.district) if partnership else ()
    return LocalWards(names={one.code: one.name for one in shipped}, own=False)


def code_names(unit: Unit, codes: Iterable[str] = ()) -> dict[str, str]:
    """Name the wards, and others by these codes, as old entries of the trail have them."""
    known = of_unit(unit).offered(*codes)
    return {f"ward.{code}": name for code, name in known.items()}


def own_names(unit: Unit) -> frozenset[str]:
    """Give the names of the wards that were brought in: an agency named after one tells where."""
    return frozenset(queries.brought_in(unit.reading).values())


def outlines(office: Office) -> tuple[Outline, ...]:
    """Give the outlines of the wards of the partnership by name, none where they are not known."""
    with office.reading() as unit:
        return outlines_of_unit(unit)


def outlines_of_unit(unit: Unit) -> tuple[Outline, ...]:
    """Give the same within a unit of work."""
    order = list(queries.brought_in(unit.reading))
    if order:
        own = sorted(unit.ward_boundaries.all(), key=lambda one: order.index(one.code))
        return tuple(Outline(code=one.code, name=one.name, rings=one.rings) for one in own)
    partnership = unit.partnership.find(PARTNERSHIP_ID)
    return boundaries.outlines_of(partnership.district) if partnership else ()
