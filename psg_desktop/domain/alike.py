"""Who or what is being typed, and what on file looks like it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from psg_desktop.domain.ids import CaseId
from psg_desktop.domain.lists import FoundKind


class Likeness(StrEnum):
    """What two records have in common."""

    SAME_NAME = "same_name"
    SAME_ALIAS = "same_alias"
    SIMILAR_NAME = "similar_name"
    SAME_BIRTH = "same_birth"
    NEAR_BIRTH = "near_birth"
    SAME_PHONE = "same_phone"
    SAME_EMAIL = "same_email"
    SAME_ADDRESS = "same_address"
    SAME_POSTCODE = "same_postcode"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Somebody or somewhere as far as it was typed.

    Attributes:
        leave_out: The record being changed, which is like itself.
    """

    names: tuple[str, ...] = field(default=(), repr=False)
    born: date | None = field(default=None, repr=False)
    address: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    emails: tuple[str, ...] = field(default=(), repr=False)
    leave_out: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabout:
    """An address as far as it is known."""

    lines: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A record on file, as far as it can look like another; the first name is its own."""

    kind: FoundKind
    id: UUID
    names: tuple[str, ...] = field(repr=False)
    born: date | None = field(default=None, repr=False)
    addresses: tuple[Whereabout, ...] = field(default=(), repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    emails: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCase:
    """A case by its reference and title."""

    id: CaseId
    reference: str
    title: str = field(repr=False)
    closed: bool


def births_apart(one: date | None, other: date | None) -> bool:
    """Say whether two dates of birth speak against one person.

    A date heard on the telephone may be known by its year alone, or wrong in one of its parts, so
    the same year, or the same day and month, leaves it open.
    """
    if one is None or other is None or one.year == other.year:
        return False
    return (one.day, one.month) != (other.day, other.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A record on file that what is typed may be, the likest first.

    Attributes:
        score: How much speaks for it, 0 to 100.
        cases: The cases it has a part in, open ones first.
    """

    known: Known
    score: int
    why: tuple[Likeness, ...]
    cases: tuple[NamedCase, ...] = ()
