"""What an identity in a text can be, and how one that was found is reported."""

from dataclasses import dataclass, field
from enum import StrEnum


class IdentityKind(StrEnum):
    """What a passage points to."""

    PERSON = "person"
    OFFICER = "officer"
    HOUSEHOLD = "household"
    ADDRESS = "address"
    STREET = "street"
    PLACE = "place"
    LOCAL_AGENCY = "local agency"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    IDENTIFIER = "identifier"
    REFERENCE = "reference"
    VEHICLE = "vehicle"
    DATE_OF_BIRTH = "date of birth"
    DATE = "date"
    AGE = "age"
    NHS_NUMBER = "NHS number"
    NI_NUMBER = "National Insurance number"
    CRIME_REFERENCE = "crime reference"
    UNKNOWN_NAME = "unknown name"
    NUMBER = "number"


class Layer(StrEnum):
    """Which part of the search found a passage."""

    KNOWN = "known"
    PATTERN = "pattern"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIdentity:
    """One spelling of someone or somewhere the vault holds.

    `key` is shared by all the forms of one person or place (full name, alias, phone), so that
    a print gives them one placeholder; an empty key groups by spelling.
    """

    kind: IdentityKind
    text: str = field(repr=False)
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A passage, in characters of the text as given, that points to someone or somewhere.

    `why` is a sentence fragment for the reviewer and holds no identity. A doubtful passage is one
    that a person must decide; until then it is masked like the others.
    """

    start: int
    end: int
    kind: IdentityKind
    layer: Layer
    doubtful: bool
    why: str
    key: str = field(default="", repr=False)
