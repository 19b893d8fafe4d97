"""Releases for the tests of the files: one by hand, and random ones of every shape."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from hypothesis import strategies as st

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown
from psg_desktop.domain.statistics.magnitudes import PublishedCohort, shown_sum
from psg_desktop.domain.statistics.periods import Period, PeriodKind, quarter_period
from psg_desktop.domain.statistics.published import (
    Certificate,
    PublishedTable,
    StatisticsId,
    StatisticsRelease,
)
from psg_desktop.domain.statistics.tables import Heading, Table
from psg_desktop.papers.statistics.publication import Definition, OpenTable, Publication

SUMMER = date(2026, 7, 1)
SPRING = date(2026, 4, 1)
PERIOD = quarter_period(SUMMER)
CERTIFICATE = Certificate(
    rule="S1-S6 of November 2026", solver="HiGHS 1.15.1", examined=7_777, narrowest=8_888, ledger=3,
    digest="ab" * 32,
)  # fmt: skip
# Ends of bands that no file may hold.
LOW, HIGH = 7_654_321, 8_765_432
WITHHELD = Shown(number=None, low=LOW, high=HIGH)
FIVE, EXACT = DisplayRule.NEAREST_FIVE, DisplayRule.EXACT


def a_release(*tables: PublishedTable) -> StatisticsRelease:
    return StatisticsRelease(
        id=StatisticsId(UUID(int=1)), period=PERIOD, data_on=date(2026, 10, 5),
        published_at=datetime(2026, 10, 20, 9, 30, tzinfo=UTC), published_by="Robin Ash",
        tables=tables, certificate=CERTIFICATE,
    )  # fmt: skip


def a_publication(*tables: PublishedTable, opened: Sequence[OpenTable] = ()) -> Publication:
    return Publication(
        release=a_release(*tables), partnership="Fenmarket Community Safety Partnership",
        subject="board", district="Fenmarket", contact="psg@fenmarket.example, 01632 960 001",
        next_release=date(2027, 1, 20), open_tables=tuple(opened),
        definitions=(
            Definition(
                name="Open at the end", meaning="Cases open at the end of the period.",
                unit="cases", source="The partnership's own records of its cases.",
            ),
        ),
    )  # fmt: skip


def by_ward(*counts: int | None, code: str = "open_by_ward") -> PublishedTable:
    """A table of a total and wards by two quarters; each count None is withheld."""
    wards = ["all", *(f"E0500{place}" for place in range(len(counts) // 2 - 1))]
    quarters = (("this_period", SUMMER), ("quarter_before", SPRING))
    cells = tuple(
        tuple(
            Cell(
                measure="open_at_end",
                quarters=(quarter,),
                where=() if ward == "all" else (("ward", frozenset({ward})),),
            )
            for _, quarter in quarters
        )
        for ward in wards
    )
    values = [WITHHELD if one is None else shown(one, FIVE) for one in counts]
    table = Table(
        code=code, population="matters", title="Open cases by ward", unit="cases", period=PERIOD,
        row_header="Ward", rows=tuple(Heading(code=one, label=one.upper()) for one in wards),
        columns=(
            Heading(code="this_period", label="30 September 2026"),
            Heading(code="quarter_before", label="30 June 2026"),
        ),
        cells=cells,
    )  # fmt: skip
    pairs = tuple(zip(values[::2], values[1::2], strict=True))
    return PublishedTable(table=table, shown=pairs, rule=FIVE, totals_rule=FIVE)


MONEY = OpenTable(
    code="money", title="Money of projects", note="Money in pounds.",
    headers=("Project", "Planned (£)", "Spent (£)"),
    rows=(
        ("Lamps in the park", Decimal("1250.50"), "[x]"),
        ('=HYPERLINK("http://fenmarket.example")', Decimal("-3.00"), Decimal(4000)),
    ),
)  # fmt: skip


def a_cohort(
    before: int, after: int, measure: str = "ambulance", opened_by: date = date(2026, 3, 31)
) -> PublishedCohort:
    """A cohort of 23 cases as a later release repeats it."""
    return PublishedCohort(
        measure=measure, name=measure.capitalize(), opened_by=opened_by, cases=shown(23, FIVE),
        before=shown_sum(before), after=shown_sum(after),
    )  # fmt: skip


COHORTS = (
    a_cohort(412, 263), a_cohort(95, 99, "police_101"),
    a_cohort(60, 141, opened_by=date(2026, 9, 30)),
)  # fmt: skip


def sample() -> Publication:
    """A board release by hand: shown and withheld numbers, percentages, demand, money."""
    mixed = by_ward(None, None, 22, 14, code="mixed_table")
    mixed = PublishedTable(
        table=mixed.table, shown=mixed.shown, rule=EXACT, totals_rule=FIVE, mixed=True
    )
    made = a_publication(
        by_ward(120, 60, 25, 40, 85, 11, None, None), by_ward(30, 31, 30, 30, code="a1"), mixed,
        opened=[MONEY],
    )  # fmt: skip
    return replace(made, release=replace(made.release, cohorts=COHORTS))


# Signs that spreadsheets, XML, CSV and names of tabs each have trouble with.
LABELS = st.text(
    st.sampled_from("aZ9 =+-@'\"<&>[]:*?/\\|,;\n\t\0\x0b\ud800\ufffeé😀_x"), max_size=40
) | st.sampled_from(
    [
        "=1+1",
        "_x0041_",
        "-5",
        "@SUM(A1)",
        "two  spaces",
        "007",
        "1e5",
        "w" * 300,
        "[c]",
        "2026-10-05",
    ]
)
CODES = st.text("abz09_- |*%=", min_size=1, max_size=6)
VARIABLES = st.sampled_from(["kind", "ward", "focus_area", "lead_agency"])
RULES = st.sampled_from([FIVE, EXACT, DisplayRule.NEAREST_THREE])
NUMBERS = st.none() | st.integers(10, 4_000)


@st.composite
def tables(draw: st.DrawFn) -> PublishedTable:
    heads = st.lists(st.builds(Heading, code=CODES | st.just("all"), label=LABELS), min_size=1)
    rows, columns = draw(heads.filter(lambda one: len(one) < 5)), draw(
        st.lists(
            st.builds(
                Heading,
                code=st.sampled_from(["this_period", "quarter_before", "year_before", "x"]),
                label=LABELS,
            ),
            min_size=1, max_size=4,
        )
    )  # fmt: skip
    where = st.dictionaries(VARIABLES, st.frozensets(CODES, min_size=1, max_size=3), max_size=2)
    cell = st.builds(
        Cell,
        measure=CODES,
        quarters=st.sampled_from([(SUMMER,), (SPRING,), (SPRING, SUMMER)]),
        where=where.map(lambda one: tuple(sorted(one.items()))),
    )
    grid = tuple(tuple(draw(cell) for _ in columns) for _ in rows)
    values = tuple(tuple(_shown(draw) for _ in columns) for _ in rows)
    kind = draw(st.sampled_from(PeriodKind))
    table = Table(
        code=draw(st.text("abcr19_", min_size=1, max_size=40)), population="matters",
        title=draw(LABELS), unit="cases", row_header=draw(LABELS),
        period=Period(kind=kind, last_quarter=date(2026, 1, 1)),
        rows=tuple(rows), columns=tuple(columns), cells=grid,
    )  # fmt: skip
    return PublishedTable(
        table=table, shown=values, rule=draw(RULES), totals_rule=draw(RULES),
        mixed=draw(st.booleans()),
    )  # fmt: skip


def _shown(draw: st.DrawFn) -> Shown:
    number = draw(NUMBERS)
    return WITHHELD if number is None else shown(number, draw(RULES))


@st.composite
def publications(draw: st.DrawFn) -> Publication:
    """A release of any tables, with figures that are shown exactly."""
    values = st.integers(-9, 9) | st.decimals(-9, 9, places=2) | LABELS
    opened = [
        OpenTable(
            code=draw(st.text("abcr19_", min_size=1, max_size=40)), title=draw(LABELS),
            headers=tuple(draw(st.lists(LABELS, min_size=2, max_size=2))),
            rows=tuple(draw(st.lists(st.tuples(values, values), max_size=3))),
        )
        for _ in range(draw(st.integers(0, 1)))
    ]  # fmt: skip
    made = a_publication(*draw(st.lists(tables(), max_size=3)), opened=opened)
    sums = st.integers(10, 4_000)
    cohort = st.builds(a_cohort, sums, sums, CODES, st.dates(SPRING, SUMMER))
    cohorts = draw(st.lists(cohort, max_size=3))
    return replace(made, release=replace(made.release, cohorts=tuple(cohorts)))
