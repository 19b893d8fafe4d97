"""Demand before and after as a table: sums of contacts that were weighed before they were shown."""

from collections.abc import Iterator, Sequence

from psg_desktop.domain.statistics.comparing import direction
from psg_desktop.domain.statistics.displays import FLOOR, Shown
from psg_desktop.domain.statistics.magnitudes import STEP, PublishedCohort
from psg_desktop.papers.statistics import texts
from psg_desktop.papers.statistics.books import Grid, Page
from psg_desktop.papers.statistics.publication import OpenTable, Value
from psg_desktop.words import dates
from psg_desktop.words import statistics as words
from psg_desktop.words import statistics_demand as own

CODE = "demand_before_and_after"
_CASES_STEP = 5
_TIDY = (
    "measure", "name", "opened_by", "cases", "contacts_before", "contacts_after",
    "compared_with_before",
)  # fmt: skip


def demand_table(cohorts: Sequence[PublishedCohort]) -> OpenTable:
    """Give the table as it stands on a sheet, the rows of each measure together."""
    return OpenTable(
        code=CODE,
        title=own.TITLE,
        note=own.SHOWN,
        headers=(own.MEASURE, own.CASES_OF, own.CASES, own.BEFORE, own.AFTER, _compared()),
        rows=tuple(_rows(cohorts)),
    )


def demand_page(cohorts: Sequence[PublishedCohort], name: str, tab: str) -> Page:
    """Give the page of the table; at least one cohort was published.

    Args:
        cohorts: Every cohort published so far.
        name: Of the table object.
        tab: Of the sheet.
    """
    table = demand_table(cohorts)
    tidy = tuple(_tidy(one) for one in _together(cohorts))
    return Page(
        name=name,
        tab=tab,
        title=table.title,
        says=(own.sheet_says(name), own.SHOWN),
        grid=Grid(headers=texts.headings(table.headers), rows=table.rows),
        tidy=Grid(headers=_TIDY, rows=tidy),
        protection=_protection(name, cohorts),
    )


def _compared() -> str:
    return f"{own.COMPARED} {words.NOTE_COMPARED}"


def _together(cohorts: Sequence[PublishedCohort]) -> list[PublishedCohort]:
    measures = list(dict.fromkeys(one.measure for one in cohorts))
    return sorted(cohorts, key=lambda one: measures.index(one.measure))


def _rows(cohorts: Sequence[PublishedCohort]) -> Iterator[tuple[Value, ...]]:
    seen: set[str] = set()
    for one in _together(cohorts):
        yield (
            _name(one),
            own.opened_by(dates.prose(one.opened_by), again=one.measure in seen),
            *_numbers(one),
        )
        seen.add(one.measure)


def _tidy(one: PublishedCohort) -> tuple[Value, ...]:
    return (texts.code(one.measure), _name(one), dates.iso(one.opened_by), *_numbers(one))


def _name(one: PublishedCohort) -> str:
    return texts.plain(one.name) or words.NAMELESS


def _numbers(one: PublishedCohort) -> Iterator[Value]:
    yield from map(_value, (one.cases, one.before, one.after))
    yield words.direction(direction(one.after, one.before))


def _value(shown: Shown) -> Value:
    return words.WITHHELD if shown.number is None else shown.number


def _protection(name: str, cohorts: Sequence[PublishedCohort]) -> dict[str, object]:
    shown = [number for one in cohorts for number in (one.cases, one.before, one.after)]
    return {
        "name": name,
        "people": True,
        "kind": "sums",
        "unit": own.UNIT,
        "floor": FLOOR,
        "step": STEP,
        "cases_step": _CASES_STEP,
        "withheld": sum(one.number is None for one in shown),
    }
