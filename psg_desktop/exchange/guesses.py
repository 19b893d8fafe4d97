"""What a single column seems to hold, by its header, and where that is silent by its content."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from psg_desktop.domain.addresses import tidy_postcode
from psg_desktop.exchange.action_sets import match_numbered
from psg_desktop.exchange.contacts import is_email, tidy_nhs_number, tidy_phone
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.headings import folded_header, match_header
from psg_desktop.exchange.word_lists import KINDS

MOST = 0.7
"""The share of values that must look alike before a column is taken for what they look like."""

BARE_NAME = 0.4
"""How sure a column is under “Name” of single words, which may be wards or products."""

WEAK = 0.45
"""How sure a column is under “No”, which may be a reference and may only count the rows."""

_WEAK_REFERENCES = frozenset({"no", "number"})
_STREETS = frozenset({"street", "street name", "road", "road name", "house name"})
# The categories of data.police.uk since 2013.
_POLICE_CATEGORIES = frozenset(
    {"anti-social behaviour", "bicycle theft", "burglary", "criminal damage and arson", "drugs"}
    | {"other crime", "other theft", "possession of weapons", "public order", "robbery"}
    | {"shoplifting", "theft from the person", "vehicle crime", "violence and sexual offences"}
)
_MONTH = re.compile(r"(?:19|20)[0-9]{2}-[01][0-9]\Z")

_KIND_WORDS = frozenset(word for word in KINDS if len(word) > 2)  # noqa: PLR2004 - no initials


def _says_kind(text: str) -> bool:
    return folded_header(text) in _KIND_WORDS


_LOOKS_LIKE: tuple[tuple[Field, str, Callable[[str], bool]], ...] = (
    (Field.POSTCODE, "looks like postcodes", lambda text: tidy_postcode(text) is not None),
    (Field.KIND, "says person, place or project", _says_kind),
    (Field.EMAIL, "looks like e-mail addresses", is_email),
    (Field.NHS_NUMBER, "looks like NHS numbers", lambda text: tidy_nhs_number(text) is not None),
    (
        Field.PHONE,
        "looks like phone numbers",
        lambda text: text.startswith(("0", "+44")) and tidy_phone(text) is not None,
    ),
    (
        Field.INCIDENT_PLACE,
        "says \u201cOn or near\u201d",
        lambda text: text.casefold().startswith("on or near "),
    ),
    (Field.INCIDENT_DATE, "looks like months", lambda text: _MONTH.match(text) is not None),
    (
        Field.INCIDENT_KIND,
        "holds crime categories",
        lambda text: text.casefold() in _POLICE_CATEGORIES,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What a column seems to hold, how surely, and how usual its header is for that."""

    field: Field | None = None
    part: int = 1
    certainty: float = 0.0
    rank: int = 0
    why: str = ""


NO_GUESS = Guess()


def guess_column(header: str, following: str, texts: tuple[str, ...]) -> Guess:
    """Guess what a column holds; *following* is the header right of it, *texts* some values."""
    return (
        _house_number(header, following)
        or _by_header(header, texts)
        or _by_content(texts)
        or NO_GUESS
    )


def _by_header(header: str, texts: tuple[str, ...]) -> Guess | None:
    match = match_header(header)
    if match is None:
        return None
    if texts and match.word == "name" and not _share(texts, lambda text: " " in text) > 1 - MOST:
        return Guess(field=match.field, certainty=BARE_NAME, why="it may be a name")
    if match.word in _WEAK_REFERENCES:
        why = "such a column usually holds a reference"
        return Guess(field=match.field, certainty=WEAK, rank=match.rank, why=why)
    if match.field is Field.EITHER and (not texts or _share(texts, _says_kind) >= MOST):
        return Guess(field=Field.KIND, certainty=1.0, why="its heading names this field")
    likeness = "names" if match.certainty == 1.0 else "resembles"
    why = f"its heading {likeness} this field"
    return Guess(field=match.field, certainty=match.certainty, rank=match.rank, why=why)


def guess_action(header: str, numbers: frozenset[int]) -> Guess | None:
    """Guess what a column tells of one of several actions, whose numbers are given."""
    found = match_numbered(header, numbers)
    if found is None:
        return None
    match, part = found
    why = f"it tells of action {part}"
    return Guess(field=match.field, part=part, certainty=match.certainty, rank=match.rank, why=why)


def _house_number(header: str, following: str) -> Guess | None:
    """Take "No" for a house number right before the street."""
    before = folded_header(header) in _WEAK_REFERENCES and folded_header(following) in _STREETS
    if not before:
        return None
    return Guess(field=Field.ADDRESS, certainty=1.0, why="it stands before the street")


def _by_content(texts: tuple[str, ...]) -> Guess | None:
    for field, why, looks_right in _LOOKS_LIKE:
        if texts and _share(texts, looks_right) >= MOST:
            return Guess(field=field, certainty=0.5, why=why)
    return None


def _share(texts: tuple[str, ...], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts)
