"""Between the filters of the grid's headings and the filter the store understands."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from psg_desktop.domain.agencies import Agency, told_apart
from psg_desktop.domain.cases import CaseKind, CaseState, RiskLevel
from psg_desktop.domain.lists import CaseFilter
from psg_desktop.domain.orders import CaseColumn
from psg_desktop.domain.reference_rows import FocusArea
from psg_desktop.ui.widgets.rows import Between, Filter, Ticked, ValueCount
from psg_desktop.words import dates, names

Total = Callable[[CaseFilter], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One part of a filter as the bar above the grid shows it, and the filter without it."""

    words: str
    without: CaseFilter


def narrowed(asked: CaseFilter, key: str, chosen: Filter | None) -> CaseFilter:
    """Give a filter with the column *key* narrowed to what was ticked; None shows all of it."""
    ticked: frozenset[Any] = chosen.values if isinstance(chosen, Ticked) else frozenset()
    match CaseColumn(key):
        case CaseColumn.KIND:
            return replace(asked, kinds=ticked)
        case CaseColumn.STATE:
            return replace(asked, states=ticked)
        case CaseColumn.RISK:
            return replace(asked, risks=ticked)
        case CaseColumn.LEAD:
            return replace(asked, lead_agencies=ticked - {None}, unassigned=None in ticked)
        case _:
            return asked


def between(asked: CaseFilter, first: date | None, last: date | None) -> CaseFilter:
    """Give a filter narrowed to reviews due in a span."""
    return replace(asked, review_from=first, review_to=last)


def marks(asked: CaseFilter) -> dict[str, Filter]:
    """Give what the headings show as filtered, by column."""
    found: dict[str, Filter] = {}
    for column, values in (
        (CaseColumn.KIND, asked.kinds),
        (CaseColumn.STATE, asked.states),
        (CaseColumn.RISK, asked.risks),
        (CaseColumn.LEAD, _leads(asked)),
    ):
        if values:
            found[column] = Ticked(frozenset(values))
    if asked.review_from or asked.review_to:
        found[CaseColumn.REVIEW] = Between(_typed(asked.review_from), _typed(asked.review_to))
    return found


def values(
    asked: CaseFilter, key: str, agencies: tuple[Agency, ...], total: Total
) -> list[ValueCount]:
    """Give the values of a column under the other filters, with how many cases hold each."""
    offered: list[tuple[Any, str]]
    match CaseColumn(key):
        case CaseColumn.KIND:
            offered = list(names.choices(CaseKind))
        case CaseColumn.STATE:
            offered = list(names.choices(CaseState))
        case CaseColumn.RISK:
            offered = [*names.choices(RiskLevel), (None, names.risk(None))]
        case CaseColumn.LEAD:
            offered = list(told_apart(agencies).items())
            offered.append((None, "No lead agency"))
        case _:
            return []
    counted = (
        ValueCount(value, words, total(narrowed(asked, key, Ticked(frozenset({value})))))
        for value, words in offered
    )
    ticked = marks(asked).get(key)
    kept = ticked.values if isinstance(ticked, Ticked) else frozenset()
    return [one for one in counted if one.count or one.value in kept]


def held(
    asked: CaseFilter, agencies: tuple[Agency, ...], areas: tuple[FocusArea, ...]
) -> list[Held]:
    """Say each part of a filter in words, for the bar above the grid."""
    leads = told_apart(agencies)
    area_names = {one.code: one.name for one in areas}
    parts: list[tuple[str, list[str], dict[str, Any]]] = [
        ("Kind", [names.name(one) for one in asked.kinds], {"kinds": frozenset()}),
        ("State", [names.name(one) for one in asked.states], {"states": frozenset()}),
        ("Risk", [names.risk(one) for one in asked.risks], {"risks": frozenset()}),
        (
            "Lead",
            [leads.get(one, "No lead agency") for one in _leads(asked)],
            {"lead_agencies": frozenset(), "unassigned": False},
        ),
        (
            "Focus area",
            [area_names.get(one, one) for one in asked.focus_areas],
            {"focus_areas": frozenset()},
        ),
        ("Review", [_span(asked)], {"review_from": None, "review_to": None}),
    ]
    return [
        Held(words=f"{heading}: {' or '.join(sorted(words))}", without=replace(asked, **without))
        for heading, words, without in parts
        if any(words)
    ]


def _leads(asked: CaseFilter) -> frozenset[Any]:
    return asked.lead_agencies | ({None} if asked.unassigned else set())


def _span(asked: CaseFilter) -> str:
    first, last = asked.review_from, asked.review_to
    parts = (
        f"from {dates.grid(first)}" if first else "",
        f"to {dates.grid(last)}" if last else "",
    )
    return " ".join(part for part in parts if part)


def _typed(day: date | None) -> str:
    return f"{day.day} {dates.month_year(day)}" if day else ""
