"""The threshold and times of ASB case reviews and the lists of support, as a new vault has them."""

from dataclasses import dataclass
from functools import cache

from psg_desktop.reference import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedThreshold:
    """When a review must be held; `people` is None where different people are not counted."""

    complaints: int
    months: int
    report_months: int
    people: int | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedTime:
    """Within how many working days a step is taken, and what that is counted from."""

    step: str
    days: int
    counted_from: str
    source: str


@cache
def thresholds() -> tuple[ShippedThreshold, ...]:
    """Give the thresholds in the order to show them."""
    return tuple(
        ShippedThreshold(
            complaints=int(row["complaints"]),
            months=int(row["months"]),
            report_months=int(row["report_months"]),
            people=int(row["people"]) if row["people"] else None,
            source=row["source"],
        )
        for row in tables.rows("lists/review_thresholds.csv")
    )


@cache
def times() -> tuple[ShippedTime, ...]:
    """Give the times of the steps, in the order of work."""
    return tuple(
        ShippedTime(
            step=row["step"],
            days=int(row["days"]),
            counted_from=row["counted_from"],
            source=row["source"],
        )
        for row in tables.rows("lists/review_times.csv")
    )


@cache
def support_codes() -> tuple[tuple[str, str, str], ...]:
    """Give purpose ("type" or "reason"), code and name of each row, in the order to show them."""
    return tuple(
        (row["purpose"], row["code"], row["name"]) for row in tables.rows("lists/support_codes.csv")
    )
