"""The bodies that work on cases together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.ids import AgencyId
from psg_desktop.domain.refusals import Findings, Problem


class AgencyKind(StrEnum):
    """What kind of body an agency is."""

    POLICE = "police"
    DISTRICT_COUNCIL = "district_council"
    COUNTY_COUNCIL = "county_council"
    FIRE_AND_RESCUE = "fire_and_rescue"
    PROBATION = "probation"
    HEALTH = "health"
    MENTAL_HEALTH = "mental_health"
    AMBULANCE = "ambulance"
    HOUSING_PROVIDER = "housing_provider"
    DRUG_AND_ALCOHOL = "drug_and_alcohol"
    YOUTH_JUSTICE = "youth_justice"
    EDUCATION = "education"
    VICTIM_SERVICE = "victim_service"
    CHARITY = "charity"
    PARISH_OR_TOWN = "parish_or_town"
    OTHER = "other"


class Standing(StrEnum):
    """An agency's standing under section 5 of the Crime and Disorder Act 1998."""

    RESPONSIBLE_AUTHORITY = "responsible_authority"
    CO_OPERATING_BODY = "co_operating_body"
    INVITED = "invited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to reach at an agency."""

    name: str = field(repr=False)
    post: str = ""
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A body that owns actions and leads cases.

    Raises:
        Refused: The name is missing or too long.
    """

    id: AgencyId
    name: str
    short_name: str = ""
    kind: AgencyKind = AgencyKind.OTHER
    standing: Standing = Standing.INVITED
    contacts: tuple[Contact, ...] = ()
    active: bool = True

    def __post_init__(self) -> None:
        """Refuse an agency nobody could name."""
        found = Findings()
        found.when(not self.name.strip(), "name", Problem.NAME_MISSING)
        found.when(len(self.name) > text.LINE_LIMIT, "name", Problem.LINE_TOO_LONG)
        found.settle()

    @property
    def label(self) -> str:
        """The name used in grids: short where there is a short one."""
        return self.short_name or self.name


def told_apart(agencies: Iterable[Agency]) -> dict[AgencyId, str]:
    """Give the name each agency is chosen by: its label, or its whole name where two share one."""
    known = tuple(agencies)
    shared = Counter(one.label.casefold() for one in known)
    return {one.id: one.name if shared[one.label.casefold()] > 1 else one.label for one in known}
