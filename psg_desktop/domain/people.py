"""People: as few facts as the work needs, each marked as identifying."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from psg_desktop.domain import text
from psg_desktop.domain.addresses import AddressStay
from psg_desktop.domain.ids import PersonId
from psg_desktop.domain.refusals import Findings, Problem

OLDEST_AGE = 125


class IdentifierKind(StrEnum):
    """What scheme an identifier belongs to."""

    NHS_NUMBER = "nhs_number"
    NATIONAL_INSURANCE = "national_insurance"
    PNC = "pnc"
    CRO = "cro"
    POLICE_REFERENCE = "police_reference"
    COUNCIL_REFERENCE = "council_reference"
    HOUSING_REFERENCE = "housing_reference"
    DRIVING_LICENCE = "driving_licence"
    PASSPORT = "passport"
    VEHICLE = "vehicle"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number or mark by which some body knows a person."""

    kind: IdentifierKind
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdMember:
    """Somebody who lives with the person; with a record of their own where there is one."""

    name: str = field(default="", repr=False)
    relation: str = ""
    born: date | None = field(default=None, repr=False)
    person: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person on the caseload or around a case.

    Raises:
        Refused: The name is missing, a text is too long, or the date of birth cannot be.
    """

    id: PersonId
    full_name: str = field(repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    born: date | None = field(default=None, repr=False)
    addresses: tuple[AddressStay, ...] = field(default=(), repr=False)
    identifiers: tuple[Identifier, ...] = field(default=(), repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    emails: tuple[str, ...] = field(default=(), repr=False)
    household: tuple[HouseholdMember, ...] = field(default=(), repr=False)
    remarks: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse a person without a name, and texts that are too long."""
        found = Findings()
        found.when(not self.full_name.strip(), "full_name", Problem.NAME_MISSING)
        found.when(len(self.full_name) > text.LINE_LIMIT, "full_name", Problem.LINE_TOO_LONG)
        found.when(_too_long(self.aliases), "aliases", Problem.LINE_TOO_LONG)
        found.when(_too_long(self.phones), "phones", Problem.LINE_TOO_LONG)
        found.when(_too_long(self.emails), "emails", Problem.LINE_TOO_LONG)
        found.when(len(self.remarks) > text.TEXT_LIMIT, "remarks", Problem.TEXT_TOO_LONG)
        found.settle()

    def address_on(self, day: date) -> AddressStay | None:
        """Give the address the person has on *day*: the latest that covers it."""
        held = [stay for stay in self.addresses if stay.held_on(day)]
        return max(held, key=lambda stay: stay.since or date.min) if held else None

    def age_on(self, day: date) -> int | None:
        """Give the age in whole years on *day*, None where the birth date is not known."""
        if self.born is None:
            return None
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


def _too_long(lines: tuple[str, ...]) -> bool:
    return any(len(one) > text.LINE_LIMIT for one in lines)


def check_birth(born: date | None, today: date) -> None:
    """Refuse a date of birth that cannot be.

    Raises:
        Refused: It lies in the future or more than 125 years back.
    """
    found = Findings()
    if born is not None:
        found.when(born > today, "born", Problem.DATE_IN_FUTURE)
        found.when(today.year - born.year > OLDEST_AGE, "born", Problem.BORN_TOO_LONG_AGO)
    found.settle()
