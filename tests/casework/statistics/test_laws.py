"""Laws of every table: whatever was counted, each unit counts once and parts make their whole."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from psg_desktop.casework.office import Office
from psg_desktop.casework.statistics import board, builder, catalogue
from psg_desktop.domain.statistics import matters
from psg_desktop.domain.statistics.breakdowns import BreakdownCode, Catalogue, variable_of
from psg_desktop.domain.statistics.cells import Cell, Line
from psg_desktop.domain.statistics.counted import counted
from psg_desktop.domain.statistics.histories import Population
from psg_desktop.domain.statistics.matters import MATTERS, MatterFacts
from psg_desktop.domain.statistics.measures import MEASURES, Measure
from psg_desktop.domain.statistics.periods import Period, PeriodKind
from tests.counted_by_hand import number
from tests.domain.statistics.made_up import closings, referrals

PERIODS = [
    Period(kind=kind, last_quarter=quarter)
    for kind, quarter in (
        (PeriodKind.QUARTER, date(2025, 7, 1)),
        (PeriodKind.YEAR, date(2026, 1, 1)),
        (PeriodKind.ROLLING_YEAR, date(2026, 4, 1)),
    )
]
OF_MATTERS = [one for one in MEASURES.values() if one.population == MATTERS]


def traits(known: Catalogue) -> st.SearchStrategy[tuple[str, ...]]:
    codes = [sorted(known[BreakdownCode(one)].codes)[-6:] for one in matters.VARIABLES]
    return st.tuples(*map(st.sampled_from, codes))


def facts(known: Catalogue) -> st.SearchStrategy[MatterFacts]:
    reasons = sorted(known[BreakdownCode.REASON].codes)[:2]
    return st.builds(
        MatterFacts,
        traits=traits(known),
        referral=st.none() | referrals(),
        spells=closings(reasons),
    )


@st.composite
def asked(draw: st.DrawFn) -> tuple[Measure, list[BreakdownCode], Period]:
    measure, period = draw(st.sampled_from(OF_MATTERS)), draw(st.sampled_from(PERIODS))
    possible = builder.possible(measure.code, period)
    by = draw(st.lists(st.sampled_from(possible), max_size=3, unique_by=variable_of))
    # Three long lists of rows and columns would only take long.
    long = {BreakdownCode.FOCUS_AREA, BreakdownCode.WARD}
    return measure, [one for one in by if one not in long or len(by) == 1], period


def total_of(line: Line) -> Cell:
    """Give the number that a line divides."""
    conditions = [dict(one.where) for one in line.cells]
    split = {name for name in conditions[0] if len({one[name] for one in conditions}) > 1}
    assert len(split) == 1
    rest = tuple(one for one in line.cells[0].where if one[0] not in split)
    return replace(line.cells[0], where=rest)


def population(units: list[MatterFacts], quarters: tuple[date, ...]) -> Population:
    empty = Population(code=MATTERS, variables=matters.VARIABLES, quarters=quarters, histories=())
    keyed = [(f"{place:04}", one) for place, one in enumerate(units)]
    return counted(empty, matters.HAPPENINGS, keyed).population


def test_that_the_parts_of_any_table_make_its_totals(desk: Office) -> None:
    known = catalogue.of_vault(desk, desk.today())

    @settings(max_examples=40)
    @given(st.lists(facts(known), max_size=5), asked())
    def holds(
        units: list[MatterFacts], wanted: tuple[Measure, list[BreakdownCode], Period]
    ) -> None:
        measure, by, period = wanted
        table = builder.made_table(known, period, measure.code, by)
        counts = population(units, board.quarters_of((table,)))
        found = {one: number(one, counts) for one in dict.fromkeys(table.every_cell)}
        for line in table.lines:
            if len(line.cells) > 1 and not measure.of:
                assert sum(found[one] for one in line.cells) == found[total_of(line)]
        whole = table.cells[0][0]
        assert all(one <= found[whole] for one in found.values())

    holds()


def test_that_each_unit_falls_into_one_category_of_each_breakdown(desk: Office) -> None:
    known = catalogue.of_vault(desk, desk.today())
    quarters = board.quarters_of(board.board_tables(PERIODS[0], known))

    @settings(max_examples=60)
    @given(facts(known))
    def holds(unit: MatterFacts) -> None:
        counts = population([unit], quarters)
        for standing in counts.histories[0].standings:
            pairs = [*zip(counts.variables, standing.traits, strict=True)]
            pairs += [pair for event in standing.events for pair in event.details]
            for variable, code in pairs:
                for breakdown in known.breakdowns.values():
                    if breakdown.variable == variable:
                        assert sum(code in one.codes for one in breakdown.categories) == 1

    holds()
