"""The lists a new vault starts with; a partnership changes its own copy."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from psg_desktop.reference import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedFocusArea:
    """A focus area; a sensitive one is generalised on depersonalised pages.

    `since` is None where it was always in force.
    """

    code: str
    name: str
    group: str
    sensitive: bool
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedClosureReason:
    """A reason to close a case.

    Attributes:
        needs_group: The receiving group or agency must be named.
        needs_authority: The receiving partnership must be named, and whether it was told.
        needs_attempts: Attempts at contact must be listed.
        review_after_days: When to ask whether it held, None where there is nothing to ask.
        prompt: What the closing summary should say.
    """

    code: str
    name: str
    needs_group: bool
    needs_authority: bool
    needs_attempts: bool
    review_after_days: int | None
    prompt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedLimb:
    """A part of the test a referral must meet, and what is asked."""

    code: str
    name: str
    prompt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalGroup:
    """A group that may manage somebody in place of the PSG."""

    code: str
    name: str
    long_name: str
    leads_on: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedActionTemplate:
    """What is usually done about a focus area, by which kind of agency, within how many days."""

    focus_area: str
    what: str
    owner_kind: str
    days: int


@cache
def action_templates() -> tuple[ShippedActionTemplate, ...]:
    """Give the action templates in the order to show them."""
    return tuple(
        ShippedActionTemplate(
            focus_area=row["focus_area"],
            what=row["what"],
            owner_kind=row["owner_kind"],
            days=int(row["days"]),
        )
        for row in tables.rows("lists/action_templates.csv")
    )


@cache
def focus_areas() -> tuple[ShippedFocusArea, ...]:
    """Give the focus areas in the order to show them."""
    return tuple(
        ShippedFocusArea(
            code=row["code"],
            name=row["name"],
            group=row["group"],
            sensitive=_yes(row["sensitive"]),
            since=date.fromisoformat(row["since"]) if row["since"] else None,
        )
        for row in tables.rows("lists/focus_areas.csv")
    )


@cache
def closure_reasons() -> tuple[ShippedClosureReason, ...]:
    """Give the closure reasons in the order to show them."""
    return tuple(
        ShippedClosureReason(
            code=row["code"],
            name=row["name"],
            needs_group=_yes(row["needs_group"]),
            needs_authority=_yes(row["needs_authority"]),
            needs_attempts=_yes(row["needs_attempts"]),
            review_after_days=int(row["review_after_days"]) if row["review_after_days"] else None,
            prompt=row["prompt"],
        )
        for row in tables.rows("lists/closure_reasons.csv")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedRetentionRule:
    """How many months after an event a record is due for disposal; `case_kind` "" for any."""

    trigger: str
    case_kind: str
    months: int
    source: str


@cache
def retention_rules() -> tuple[ShippedRetentionRule, ...]:
    """Give the rows of the retention schedule in the order to show them."""
    return tuple(
        ShippedRetentionRule(
            trigger=row["trigger"],
            case_kind=row["case_kind"],
            months=int(row["months"]),
            source=row["source"],
        )
        for row in tables.rows("lists/retention_rules.csv")
    )


@cache
def document_kinds() -> tuple[tuple[str, str], ...]:
    """Give code and name of what a document may be, in the order to show them."""
    return tuple((row["code"], row["name"]) for row in tables.rows("lists/document_kinds.csv"))


@cache
def threshold_limbs() -> tuple[ShippedLimb, ...]:
    """Give the parts of the threshold test in the order to ask them."""
    return tuple(
        ShippedLimb(code=row["code"], name=row["name"], prompt=row["prompt"])
        for row in tables.rows("lists/threshold_limbs.csv")
    )


@cache
def external_groups() -> tuple[ExternalGroup, ...]:
    """Give the groups that may lead in place of the PSG."""
    return tuple(
        ExternalGroup(
            code=row["code"],
            name=row["name"],
            long_name=row["long_name"],
            leads_on=row["leads_on"],
            levels=tuple(row["levels"].split("; ")) if row["levels"] else (),
        )
        for row in tables.rows("lists/external_groups.csv")
    )


@cache
def review_intervals() -> tuple[tuple[str, int], ...]:
    """Give risk level ("high", "medium", "standard") and days between reviews, shortest first."""
    return tuple(
        (row["risk"], int(row["days"])) for row in tables.rows("lists/review_intervals.csv")
    )


def risk_instruments() -> list[dict[str, Any]]:
    """Give the example risk instruments in the plain form of the domain's, without identifiers."""
    found: list[dict[str, Any]] = json.loads(tables.text("lists/risk_instruments.json"))
    return found


def _yes(text: str) -> bool:
    return text == "yes"
