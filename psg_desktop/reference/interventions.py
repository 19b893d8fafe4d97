"""The kinds of intervention a new vault starts with; a partnership changes its own copy."""

from dataclasses import dataclass
from functools import cache

from psg_desktop.reference import tables

Amount = tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedKind:
    """A kind of intervention; lengths are a count and its unit, such as (6, "months").

    Attributes:
        commenced: Whether it was law when the list was made.
    """

    code: str
    name: str
    short_name: str
    family: str
    aim: str
    minimum_age: int | None
    age_is_law: bool
    issuers: str
    lengths: dict[str, Amount | None]
    review_every: int | None
    review_every_under_18: int | None
    one_off: bool
    after: str
    appeal_days: int | None
    breach: str
    caveat: str
    source: str
    commenced: bool


_LENGTHS = ("usual", "usual_under_18", "longest", "longest_under_18")


@cache
def kinds() -> tuple[ShippedKind, ...]:
    """Give the kinds in the order to show them."""
    return tuple(map(_kind, tables.rows("lists/intervention_kinds.csv")))


def _kind(row: dict[str, str]) -> ShippedKind:
    texts = (
        "code", "name", "short_name", "family", "aim", "issuers", "after", "breach", "caveat",
        "source",
    )  # fmt: skip
    return ShippedKind(
        **{name: row[name] for name in texts},
        minimum_age=_number(row["minimum_age"]),
        age_is_law=_yes(row["age_is_law"]),
        lengths={name: _length(row[name]) for name in _LENGTHS},
        review_every=_number(row["review_every"]),
        review_every_under_18=_number(row["review_every_under_18"]),
        one_off=_yes(row["one_off"]),
        appeal_days=_number(row["appeal_days"]),
        commenced=_yes(row["commenced"]),
    )


def _length(text: str) -> Amount | None:
    """Read "6 months"; a unit is always kept in its plural."""
    if not text:
        return None
    count, unit = text.split()
    return int(count), unit if unit.endswith("s") else f"{unit}s"


def _number(text: str) -> int | None:
    return int(text) if text else None


def _yes(text: str) -> bool:
    return text == "yes"
