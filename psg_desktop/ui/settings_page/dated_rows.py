"""Rows of lists in force between two dates: how one stands, and taking it out of use and back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from psg_desktop.domain.attachments import DocumentKind
from psg_desktop.domain.demand import DemandMeasure, DemandTrigger
from psg_desktop.domain.reference_rows import ClosureReason, FocusArea, ThresholdLimb
from psg_desktop.domain.support import SupportCode
from psg_desktop.ui.parts.entry_lines import Step
from psg_desktop.ui.parts.statuses import span

_DAY = timedelta(days=1)
Listed = TypeVar(
    "Listed",
    ClosureReason,
    DemandMeasure,
    DemandTrigger,
    DocumentKind,
    FocusArea,
    SupportCode,
    ThresholdLimb,
)


def in_force_first(rows: Iterable[Listed], today: date) -> list[Listed]:
    """Give rows in their order, those in force before the others."""
    return sorted(rows, key=lambda one: not one.in_force(today))


def facts(row: Listed, today: date, *others: str) -> str:
    """Say in one line how a row stands, what else is known of it, and its dates."""
    standing = "" if row.in_force(today) else "Out of use"
    if row.since and row.since > today:
        standing = "Not yet in use"
    said = (standing, *others, span(row.since, row.until))
    return "  ·  ".join(part for part in said if part)


def turning(row: Listed, today: date, keep: Callable[[Listed], object]) -> Step:
    """Give the step that takes a row out of use from today on, or into use again."""
    words = "Take out of use" if row.in_force(today) else "Take into use again"
    return Step(words=words, done=lambda: keep(turned(row, today)))


def turned(row: Listed, today: date) -> Listed:
    """Take a row out of use from today on, or into use again."""
    if not row.in_force(today):
        since = today if row.since and row.since > today else row.since
        return replace(row, since=since, until=None)
    yesterday = today - _DAY
    # One that began today is out of use from its first day on.
    since = None if row.since and row.since > yesterday else row.since
    return replace(row, since=since, until=yesterday)
