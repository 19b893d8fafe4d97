"""Every measure and every breakdown as something to look up."""

from collections.abc import Iterator
from dataclasses import dataclass

from psg_desktop.domain.statistics.breakdowns import (
    WIDER,
    Breakdown,
    BreakdownCode,
    Catalogue,
)
from psg_desktop.domain.statistics.measures import MEASURES, Measure
from psg_desktop.domain.statistics.open_figures import OpenFigureCode
from psg_desktop.domain.text import fold
from psg_desktop.words import breakdowns, measures
from psg_desktop.words import statistics_page as words

_OWN = frozenset({words.COUNTED_IN, words.TELLS_APART})


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One thing that is defined.

    Attributes:
        sort: What it is: a measure, a breakdown, or figures that are shown exactly.
        facts: Pairs of a term and its words.
    """

    key: str
    name: str
    sort: str
    meaning: str
    facts: tuple[tuple[str, str], ...] = ()

    def holds(self, wanted: str) -> bool:
        """Tell whether every word of *wanted* stands in it; not in what it is used with."""
        own = (fact for term, fact in self.facts if term in _OWN)
        said = fold(" ".join((self.name, self.sort, self.meaning, *own)))
        return all(word in said for word in fold(wanted).split())


def definitions(catalogue: Catalogue) -> tuple[Definition, ...]:
    """Give everything that is defined, measures first."""
    return (
        *(_measure(one, catalogue) for one in MEASURES.values()),
        *_others(),
        *(_breakdown(catalogue[code]) for code in BreakdownCode),
    )


def _measure(one: Measure, catalogue: Catalogue) -> Definition:
    by = words.joined([breakdowns.name(code) for code in one.breakdowns])
    return Definition(
        key=f"measure/{one.code}",
        name=measures.name(one.code),
        sort=words.A_MEASURE,
        meaning=measures.definition(one.code),
        facts=(
            (words.COUNTED_IN, measures.unit(one.unit)),
            (words.COUNTED_FROM, measures.source(one.source)),
            (words.COUNTS_ONLY, "; ".join(_filters(one, catalogue))),
            (words.BROKEN_DOWN_BY, by),
        ),
    )


def _filters(one: Measure, catalogue: Catalogue) -> Iterator[str]:
    for variable, codes in one.of:
        known = catalogue[BreakdownCode(variable)]
        labels = [each.label for each in known.categories if each.codes <= codes]
        yield f"{known.label}: {words.joined(labels)}"


def _others() -> Iterator[Definition]:
    yield Definition(
        key="demand",
        name=measures.DEMAND.name,
        sort=words.A_MEASURE,
        meaning=measures.DEMAND.definition,
    )
    for code in OpenFigureCode:
        yield Definition(
            key=f"open/{code}",
            name=measures.open_figure(code),
            sort=words.EXACT_FIGURES,
            meaning=measures.open_figure_definition(code),
        )


def _breakdown(one: Breakdown) -> Definition:
    wider = WIDER.get(one.code)
    counted = [
        measures.name(each.code) for each in MEASURES.values() if one.code in each.breakdowns
    ]
    return Definition(
        key=f"breakdown/{one.code}",
        name=breakdowns.name(one.code),
        sort=words.A_BREAKDOWN,
        meaning=breakdowns.definition(one.code),
        facts=(
            (words.TELLS_APART, words.joined([each.label for each in one.categories])),
            (words.WIDER, breakdowns.name(wider) if wider else _narrower(one.code)),
            (words.USED_WITH, words.joined(counted)),
        ),
    )


def _narrower(code: BreakdownCode) -> str:
    """Say which breakdown's categories are joined in this one, "" for none."""
    narrow = next((one for one, wide in WIDER.items() if wide is code), None)
    return words.joins(breakdowns.name(narrow)) if narrow else ""
