"""Board releases by hand: tables of any counts, shown by the rule that always exists."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from psg_desktop.domain.statistics.cells import Cell
from psg_desktop.domain.statistics.displays import DisplayRule, Shown, shown
from psg_desktop.domain.statistics.periods import Period, quarter_period
from psg_desktop.domain.statistics.published import PublishedTable
from psg_desktop.domain.statistics.tables import Heading, Table
from psg_desktop.papers.statistics.publication import OpenTable, Publication
from psg_desktop.reference.boundaries import Outline, outlines_of
from psg_desktop.words import board_tables, open_tables
from tests.papers.statistics import made_up

PERIOD = quarter_period(date(2026, 7, 1))
EAST = outlines_of("E07000009")
_FIVE = DisplayRule.NEAREST_FIVE
# Counts stand in this order: the period, the quarter before, a year before, twelve months.
PERIODS = (
    Heading(code="this_period", label="July to September 2026"),
    Heading(code="quarter_before", label="April to June 2026"),
    Heading(code="year_before", label="July to September 2025"),
    Heading(code="twelve_months", label="12 months to September 2026"),
)
Counts = Mapping[str, Sequence[int]]
MEASURES = {
    "open_at_start": "Open at the start", "referred": "Referred", "accepted": "Accepted",
    "opened": "Opened", "closed": "Closed", "open_at_end": "Open at the end",
    "interventions_issued": "Issued", "interventions_live": "In force at the end",
    "hold_answered": "Asked whether it held", "held": "Held", "did_not_hold": "Did not hold",
    "all": "All", "on_time": "On time", "late": "Late", "not_held": "Not held",
    "high": "High", "medium": "Medium", "standard": "Standard",
}  # fmt: skip


def over_time(code: str, counts: Counts, *, mixed: bool = False) -> PublishedTable:
    """A table with a row for each code and the four periods."""
    by_category = "all" in counts
    rows = tuple(Heading(code=one, label=MEASURES.get(one, one)) for one in counts)
    columns = PERIODS[: max(map(len, counts.values()))]
    cells = tuple(
        tuple(
            Cell(
                measure=code if by_category else one,
                quarters=PERIOD.shifted(-place).quarters,
                where=(("category", frozenset({one})),) if by_category and one != "all" else (),
            )
            for place in range(len(columns))
        )
        for one in counts
    )
    table = Table(
        code=code, population="matters", title=board_tables.TITLES.get(code, code), unit="cases",
        period=PERIOD, row_header="Measure", rows=rows, columns=columns, cells=cells,
    )  # fmt: skip
    return published(table, list(counts.values()), mixed=mixed)


def by_ward(
    counts: Mapping[Sequence[str], int], *, code: str = "open_by_ward", total: int = 300
) -> PublishedTable:
    """A table of areas, each some wards by name, with its total."""
    known = {one.name: one.code for one in EAST}
    rows = [Heading(code="all", label="All")]
    rows += [Heading(code="_".join(names), label=" and ".join(names)) for names in counts]
    where: list[frozenset[str]] = [frozenset()]
    where += [frozenset(known.get(name, name) for name in names) for names in counts]
    cells = tuple(
        (
            Cell(
                measure="open_at_end", quarters=PERIOD.quarters,
                where=(("ward", codes),) if codes else (),
            ),
        )
        for codes in where
    )  # fmt: skip
    table = Table(
        code=code, population="matters", title=board_tables.TITLES[code], unit="cases",
        period=PERIOD, row_header="Ward", rows=tuple(rows),
        columns=(Heading(code="this_period", label="30 September 2026"),), cells=cells,
    )  # fmt: skip
    return published(table, [[total], *([one] for one in counts.values())])


def published(
    table: Table, counts: Sequence[Sequence[int]], *, mixed: bool = False
) -> PublishedTable:
    return PublishedTable(
        table=table, shown=tuple(tuple(shown(one, _FIVE) for one in row) for row in counts),
        rule=_FIVE, totals_rule=_FIVE, mixed=mixed,
    )  # fmt: skip


def withheld(one: PublishedTable) -> PublishedTable:
    """The same table with every number withheld."""
    hidden = Shown(number=None, low=0, high=9)
    return replace(one, shown=tuple(tuple(hidden for _ in row) for row in one.shown))


def tables() -> tuple[PublishedTable, ...]:
    """The tables of a middling quarter."""
    wards = [23, 4, 41, 12, 0, 17, 9, 33, 28, 3, 52, 11, 1, 14]
    return (
        over_time(
            "flow",
            {
                "open_at_start": (27, 24, 31, 26), "referred": (3, 8, 2, 21),
                "opened": (17, 12, 13, 46), "closed": (2, 11, 12, 41),
                "open_at_end": (42, 27, 51, 42),
            },
        ),
        over_time("open_by_risk", {"all": (42, 27), "high": (11, 3), "medium": (22, 17),
                                   "standard": (9, 7)}),
        over_time("reviews", {"all": (97, 93, 78, 344), "on_time": (87, 78, 74, 301),
                              "late": (6, 11, 4, 31), "not_held": (4, 4, 0, 12)}),
        over_time("actions", {"all": (43, 41, 47, 180), "on_time": (31, 32, 33, 130),
                              "late": (12, 9, 14, 50)}),
        by_ward({(one.name,): count for one, count in zip(EAST, wards, strict=True)}),
        over_time("outcomes", {"hold_answered": (8, 12, 9, 36), "held": (5, 7, 6, 22),
                               "did_not_hold": (3, 5, 3, 14)}),
        over_time("interventions", {"interventions_issued": (4, 3, 2, 13),
                                    "interventions_live": (12, 17, 11, 12)}),
    )  # fmt: skip


OPENED = (
    OpenTable(
        code="projects_by_rating", title=open_tables.RATINGS,
        headers=("What was rated", "All projects", "Red", "Amber", "Green", "Not rated"),
        rows=(("Delivery", 6, 0, 1, 2, 3), ("Spend", 6, 1, 0, 0, 5)),
    ),
    OpenTable(
        code="money_of_projects", title=open_tables.MONEY, headers=open_tables.MONEY_HEADINGS,
        rows=(
            ("Bright paths", Decimal("1200.00"), Decimal("1140.00"), Decimal(200),
             Decimal(190), 0),
            ("Football", "[x]", "[x]", "[x]", "[x]", 2),
        ),
    ),
    OpenTable(
        code="asb_case_reviews", title=open_tables.CASE_REVIEWS, headers=("Number", "Count"),
        rows=(("Applications made", 2), ("Times the threshold was not met", 0),
              ("Reviews carried out", 1), ("Reviews that resulted in recommendations", 1)),
    ),
    OpenTable(
        code="moves_of_priority_areas", title=open_tables.MOVES,
        headers=("Stage before", "Stage after", "Places"), rows=(),
    ),
)  # fmt: skip


def publication(
    *given: PublishedTable, period: Period = PERIOD, opened: Sequence[OpenTable] = OPENED
) -> Publication:
    """A board release of some tables."""
    made = made_up.a_publication(*given, opened=opened)
    return replace(
        made, release=replace(made.release, period=period), next_release=None, sample=True
    )


def squares(*names: str) -> tuple[Outline, ...]:
    """Wards of four corners each, one beside the other: quickly drawn."""
    known = {one.name: one.code for one in EAST}
    return tuple(
        Outline(
            code=known[name], name=name,
            rings=(((x, 52), (x + 1, 52), (x + 1, 53), (x, 53), (x, 52)),),
        )
        for x, name in enumerate(names)
    )  # fmt: skip
